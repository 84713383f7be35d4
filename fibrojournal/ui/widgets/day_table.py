"""Days as a plain table: what a picture shows, for eyes and readers that want words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.text_table import Texts, TextTable

_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day and its words."""

    day: date
    texts: Texts


class DayTable(TextTable):
    """A row a day; arrows move, Enter or Space opens a day."""

    day_selected = Signal(object)
    day_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[DayRow, ...] = ()
        self.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        self.currentCellChanged.connect(lambda row, *_others: self._tell(row))

    def show_rows(self, headings: Sequence[str], rows: Sequence[DayRow]) -> None:
        """Show days in order, with a heading a column; the current day stays current."""
        current = self.selected_day
        self._rows = tuple(rows)
        self.show_texts(headings, [row.texts for row in rows])
        if current is not None:
            self.select(current)

    @property
    def selected_day(self) -> date | None:
        """The day of the current row, if there is one."""
        row = self.currentRow()
        return self._rows[row].day if 0 <= row < len(self._rows) else None

    def select(self, day: date) -> None:
        """Go to the row of a day, or to the nearest, without telling."""
        if not self._rows:
            return
        nearest = min(range(len(self._rows)), key=lambda row: abs(self._rows[row].day - day))
        with QSignalBlocker(self):
            self.setCurrentCell(nearest, max(self.currentColumn(), 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the day with Enter or Space."""
        if event.key() in _OPENING:
            self._open(self.currentRow())
            return
        super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.day_opened.emit(self._rows[row].day)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.day_selected.emit(self._rows[row].day)
