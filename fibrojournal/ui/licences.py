"""The licence texts of the program and of what comes with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from fibrojournal import resources
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.labels import page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollBar
from fibrojournal.ui.widgets.segments import Segments

TEXTS = (
    ("fibrojournal", "LICENSE.txt"),
    ("Inter", "fonts/Inter-OFL.txt"),
    ("Noto Serif", "fonts/NotoSerif-OFL.txt"),
    ("Lucide", "icons/Lucide-LICENSE.txt"),
)
_MARGIN = 24
_SIZE = QSize(640, 640)


class _Text(RingFocus, QPlainTextEdit):
    """A text to read and to copy from."""

    ring_on_click = True

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setFont(theme.font("small"))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.qcolor("surface"))
        self.setPalette(palette)


class Licences(QDialog):
    """One text at a time, to be read and copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title = _("Licences")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choice = Segments(theme, title, [(path, name) for name, path in TEXTS])
        self._choice.chosen.connect(self._show)
        self.text = _Text(theme, title)
        close = PrimaryButton(theme, _("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(page_title(theme, title))
        column.addWidget(self._choice)
        column.addWidget(self.text, 1)
        add_layout(column, foot)
        room = parent.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))
        self._choice.show_choice(TEXTS[0][1])
        self._show(TEXTS[0][1])

    def _show(self, path: str) -> None:
        self.text.setPlainText(resources.text(path))
