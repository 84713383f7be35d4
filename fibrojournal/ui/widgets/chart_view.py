"""A chart on a page: its picture, what is pointed at in words, and the same as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.charts.view import View
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.day_table import DayRow, DayTable
from fibrojournal.ui.widgets.days_picture import DaysPicture
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.text_table import TextTable

_TELLING = frozenset(
    {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave}
)
_BLANK = "\u00a0"
"""It keeps the line free, so that nothing moves once words stand there."""


class ChartView(QWidget):
    """Shows a chart as a picture or as a table of the same numbers.

    A page may hold many: how one is read out is told only where somebody is about to.
    """

    day_chosen = Signal(object)
    """The date of a day that the person wants to open."""

    def __init__(self, theme: Theme, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "xs"))
        self.picture = DaysPicture(theme, id)
        self.picture.pointed.connect(self._read_out)
        self.picture.day_chosen.connect(self.day_chosen)
        self.picture.installEventFilter(self)
        self._days = DayTable(theme)
        self._days.day_opened.connect(self.day_chosen)
        self._parts = TextTable(theme)
        self._words = Label(theme, role="caption", color="ink_2", wraps=True)
        column.addWidget(self._words)
        column.addWidget(self.picture, 1)
        for table in (self._days, self._parts):
            table.hide()
            column.addWidget(table)
        self._read_out(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell how the picture is read out as long as it has the focus or the pointer."""
        if event.type() in _TELLING and self.picture.at is None:
            self._read_out(None)
        return super().eventFilter(watched, event)

    @property
    def table(self) -> TextTable:
        """The table that stands there, or would."""
        return self._days if self._view is None or self._view.opens_days else self._parts

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table."""
        return self.picture.isHidden()

    def show_view(self, view: View, name: str) -> None:
        """Show a chart under a name, which readers hear with its description."""
        was_table = self.shows_table
        self._view, self._name = view, name
        self.picture.show_view(view, name)
        if was_table and not view.is_empty:
            self._fill_table(view)
            self._days.setVisible(self.table is self._days)
            self._parts.setVisible(self.table is self._parts)
        self._read_out(None)

    def toggle_table(self) -> None:
        """Change between picture and table; the focus stays on the chart."""
        if self._view is None:
            return
        table, was_table = self.table, self.shows_table
        focused = self.picture.hasFocus() or table.hasFocus()
        if not was_table:
            self._fill_table(self._view)
        shown: QWidget = self.picture if was_table else table
        table.setVisible(not was_table)
        self.picture.setVisible(was_table)
        if focused:
            shown.setFocus(Qt.FocusReason.TabFocusReason)
        self._read_out(None)

    def _fill_table(self, view: View) -> None:
        numbers = view.table()
        name = _("{chart}, as a table").format(chart=self._name)
        cells = [(*(text or None for text in texts[:-1]), texts[-1]) for texts in numbers.rows]
        if numbers.days:
            rows = [DayRow(day, texts) for day, texts in zip(numbers.days, cells, strict=True)]
            self._days.setAccessibleName(name)
            self._days.show_rows(numbers.headers, rows[::-1])
        else:
            self._parts.setAccessibleName(name)
            self._parts.show_texts(numbers.headers, cells)

    def _read_out(self, at: int | None) -> None:
        days = self.table is self._days
        if self._view is not None and at is not None:
            words = self._view.read_out(at)
            announce(self.picture, words)
        elif self.shows_table and days:
            words = _("Newest day first; Enter opens a day, Ctrl+T brings the picture back.")
        elif self.shows_table:
            words = _("Ctrl+T brings the picture back.")
        elif not (self.picture.hasFocus() or self.picture.underMouse()):
            words = _BLANK
        elif days:
            words = _("Arrow keys read out a day; Enter or a click opens it.")
        else:
            words = _("Arrow keys read out each part.")
        self._words.setText(words)
