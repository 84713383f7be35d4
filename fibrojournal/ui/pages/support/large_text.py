"""The numbers, and words to read out, in letters that can be read from far off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.scroll import ScrollPage

_MARGIN = 24


class LargeText(QDialog):
    """Pairs of a heading and words; Esc or the button closes it."""

    def __init__(self, theme: Theme, pairs: Iterable[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Large text"))
        area, body = ScrollPage(theme), QWidget()
        words = QVBoxLayout(body)
        words.setContentsMargins(0, 0, _MARGIN - ScrollPage.GUTTER, 0)
        words.setSpacing(4)
        for heading, text in pairs:
            words.addWidget(Label(theme, heading, role="welcome", wraps=True))
            words.addWidget(Label(theme, text, role="display", color="ink_2", wraps=True))
            words.addSpacing(_MARGIN)
        words.addStretch(1)
        area.show_page(body)
        close = PrimaryButton(theme, _("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(area, 1)
        add_layout(column, foot)
        close.setFocus()
        self.resize(parent.window().size() - QSize(4 * _MARGIN, 4 * _MARGIN))
