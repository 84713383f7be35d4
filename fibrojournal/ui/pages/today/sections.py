"""The parts of Today: rows of questions, and the note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme, application
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.note_field import NoteField
from fibrojournal.ui.widgets.rows import NumberRow, RatingRow, link_rows
from fibrojournal.ui.widgets.tile import Tile

HALF_AN_HOUR = 0.5


class QuestionRows(QWidget):
    """The rows of some measures, one under the other."""

    answered = Signal(object, object)
    """A measure, and its value or None."""
    focused = Signal(object)
    """The measure that has the focus."""

    def __init__(
        self, theme: Theme, measures: Sequence[Measure], source: Callable[[Reading], str]
    ) -> None:
        """Let `source` say where an answer comes from that is not one of the day's own."""
        super().__init__()
        self._theme, self._source = theme, source
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("space", "s"))
        self._why_still = ""
        self.rows: dict[str, RatingRow | NumberRow] = {}
        self._make(measures)

    def ask(self, measures: Sequence[Measure]) -> bool:
        """Ask these from now on; return whether rows were made anew, which hold no answers yet."""
        if tuple(measures) == tuple(row.measure for row in self.rows.values()):
            return False
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        self._make(measures)
        for row in self.rows.values():
            row.show()  # at once, so that Tab comes to it
        before = stop_before(self)
        if before is not None:
            tab_after(before, self)
        return True

    def _make(self, measures: Sequence[Measure]) -> None:
        for measure in measures:
            row = _row(self._theme, measure)
            row.answered.connect(partial(self.answered.emit, measure))
            row.control.installEventFilter(self)
            self.rows[measure.id] = row
            self._column.addWidget(row)
            if self._why_still:
                row.control.hold_still(self._why_still)
        link_rows(tuple(self.rows.values()))

    def show_answers(self, day: Day) -> None:
        """Fill every row with what the day holds."""
        for measure_id, row in self.rows.items():
            reading = day.readings.get(measure_id)
            row.show_value(day.value(measure_id), self._source(reading) if reading else "")

    def hold_still(self, why: str) -> None:
        """Show answers and take none, now and after `ask`."""
        self._why_still = why
        for row in self.rows.values():
            row.control.hold_still(why)

    def focus_first(self) -> None:
        """Focus the first row without an answer, else the first."""
        rows = tuple(self.rows.values())
        blank = next((row for row in rows if row.control.answer is None), rows[0])
        blank.control.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which question has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(next(r.measure for r in self.rows.values() if r.control is watched))
        return False


def _row(theme: Theme, measure: Measure) -> RatingRow | NumberRow:
    if measure.scale.is_rating:
        return RatingRow(theme, measure)
    return NumberRow(theme, measure, hint=_step_hint(measure), start=measure.first_step)


def _step_hint(measure: Measure) -> str:
    if measure.unit == "h" and measure.scale.step == HALF_AN_HOUR:
        return _("half an hour a step; − and + or the arrow keys")
    if measure.scale.step == 1:
        return _("− and +, the arrow keys, or a number")
    step = measure.value_text(measure.scale.step)
    return _("{step} a step, or any number").format(step=step)


class NoteSection(Card):
    """The day in the person's own words: below the tiles, while that of the note is pressed.

    Focus goes into the field when it opens, and back to the tile when it closes.
    """

    opened = Signal(bool)

    def __init__(self, theme: Theme, tile: Tile) -> None:
        super().__init__(theme)
        self._tile = tile
        self.field = NoteField(theme)
        self.field.setAccessibleName(_("Note"))
        self.box.addWidget(self.field)
        self.hide()
        tile.toggled.connect(self._fold)

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the field."""
        self._tile.setChecked(is_open)

    def hold_still(self, why: str) -> None:
        """Let the note be read and copied, and not written."""
        self.field.setReadOnly(True)
        self.field.setAccessibleDescription(why)

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal decides
        held = self.isAncestorOf(application().focusWidget() or self._tile)
        self.setVisible(is_open)
        self.opened.emit(is_open)
        if is_open and self._tile.hasFocus():
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
        elif held:
            self._tile.setFocus(Qt.FocusReason.BacktabFocusReason)
