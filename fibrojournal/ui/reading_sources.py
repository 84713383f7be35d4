"""A source as it stands beside a reading: to read, to select, and to copy what finds it again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from fibrojournal.learn.topics import Source
from fibrojournal.text import _
from fibrojournal.ui.reading_parts import source_text
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton

COPIED_MS = 3000
"""How long a button says that it copied."""


class CopyButton(LinkButton):
    """A narrow button whose width holds both of its texts, so that nothing moves on a press."""

    padding = 4

    def sizeHint(self) -> QSize:
        """Return the room for the longer text."""
        texts = (_("Copy"), _("Copied"))
        longest = max(map(self.width_of, texts))
        return super().sizeHint().expandedTo(QSize(longest + 2 * self.padding, 0))


class SourceRow(QWidget):
    """A source to read and select, and the button that copies what finds it again."""

    def __init__(self, theme: Theme, source: Source) -> None:
        super().__init__()
        self._source = source
        row = QBoxLayout(beside_or_below(theme), self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        text = source_text(theme, source)
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.addWidget(text, 1)
        if source.identifier:
            self._button = CopyButton(theme, _("Copy"))
            self._button.clicked.connect(self._copy)
            self._pause = QTimer(self, singleShot=True, interval=COPIED_MS)
            self._pause.timeout.connect(self._offer)
            row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._offer()

    def _offer(self) -> None:
        self._button.setText(_("Copy"))
        self._button.setAccessibleName(_("Copy {what}").format(what=self._source.identifier))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.identifier)
        self._button.setText(_("Copied"))
        self._button.setAccessibleName(_("Copied {what}").format(what=self._source.identifier))
        self._pause.start()


def beside_or_below(theme: Theme) -> QBoxLayout.Direction:
    """Return where a part stands that goes beside another: below it where text is large."""
    if theme.is_large_text:
        return QBoxLayout.Direction.TopToBottom
    return QBoxLayout.Direction.LeftToRight
