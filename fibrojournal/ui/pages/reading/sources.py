"""The sources of a reading: the first few, and all of them when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.learn.topics import Source
from fibrojournal.text import _, plural
from fibrojournal.ui.reading_sources import SourceRow
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import FlushLink
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label

_FEW = 3
_GAP = 6


class Sources(QWidget):
    """Each source with its button; what is beyond the first three waits for a press."""

    def __init__(self, theme: Theme, sources: Sequence[Source]) -> None:
        super().__init__()
        self._theme, self._others = theme, tuple(sources[_FEW:])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(Label(theme, _("Sources"), role="caption_strong", color="ink_2"))
        for source in sources[:_FEW]:
            column.addWidget(SourceRow(theme, source))
        self.rest = QWidget()
        """The others, once they were asked for."""
        self.rest.hide()
        column.addWidget(self.rest)
        words = plural("The one source", "All {n} sources", len(sources))
        self.all = FlushLink(theme, words, "book-open")
        self.all.clicked.connect(self._show_all)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self.all.setVisible(bool(self._others))

    def _show_all(self) -> None:
        rows = QVBoxLayout(self.rest)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        for source in self._others:
            rows.addWidget(SourceRow(self._theme, source))
        self.rest.show()
        stops = tab_after(self.all, self.rest)
        if self.all.hasFocus() and stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.all.hide()
