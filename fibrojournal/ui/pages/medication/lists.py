"""The lists of the medication page: every day, as needed, and what is not taken any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day
from fibrojournal.journal.medicine_day import every_day, no_longer_taken, when_needed
from fibrojournal.journal.medicine_words import time_words
from fibrojournal.journal.medicines import Medicine
from fibrojournal.text import _, day_and_month, plural, with_year
from fibrojournal.ui.pages.medication.cards import EarlierRow, ListCard
from fibrojournal.ui.pages.medication.rows import DoseRow, MedicineRow, NeededRow
from fibrojournal.ui.theme import Theme, application
from fibrojournal.ui.widgets.cards import Card, FoldCard
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label

DayOf = Callable[[datetime], date]
"""Tells the journal's day of a wall-clock time."""


class MedicineLists(QWidget):
    """Every medicine of a journal on one day; rows stay in place while only answers change."""

    answered = Signal(object, object)
    """A Dose, and True for taken, False for skipped, None where it was taken back."""
    counted = Signal(object, object)
    """A medicine, and how many were taken as needed."""
    took_one = Signal(object)
    open_wanted = Signal(str)
    """The id of a medicine."""

    def __init__(self, theme: Theme, before: QWidget, day_of: DayOf) -> None:
        """Make the lists; `before` is what Tab leaves to come to them."""
        super().__init__()
        self._theme, self._before, self._day_of = theme, before, day_of
        self._why_still = ""
        self._made_of: object = None
        self._rows: list[MedicineRow] = []
        self._earlier_rows: list[EarlierRow] = []
        self._every_day = ListCard(
            theme, _("Every day"), _("nothing noted is not the same as skipped")
        )
        self._needed = ListCard(theme, _("As needed"))
        self._earlier = FoldCard(theme, _("Earlier"))
        self._none = Card(theme)
        self._none.box.addWidget(
            Label(
                theme,
                _("Nothing here yet. If you take something, you can note it; you need not."),
                wraps=True,
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        for card in (self._every_day, self._needed, self._earlier, self._none):
            column.addWidget(card)

    def show_day(self, day: Day, medicines: Sequence[Medicine], today: date) -> None:
        """Show what the medicines are on a day, and what was noted of them."""
        doses, needed = every_day(day, medicines), when_needed(day, medicines)
        gone = no_longer_taken(day.date, medicines)
        made_of = (day.date == today, doses, needed, gone)
        if made_of != self._made_of:
            self._made_of = made_of
            held = self._focused_medicine()
            every = [DoseRow(self._theme, dose) for dose in doses]
            on_need = [
                NeededRow(self._theme, medicine, plan, is_today=day.date == today)
                for medicine, plan in needed
            ]
            self._put(every, on_need)
            self._put_earlier([(medicine, course.start) for medicine, course in gone])
            self._none.setVisible(not (doses or needed or gone))
            tab_after(self._before, self)
            if held is not None:
                self._focus_again(held)
        for row in self._rows:
            if isinstance(row, DoseRow):
                row.show_day(day, lambda stamp: self._noted(stamp, day.date))
            elif isinstance(row, NeededRow):
                row.show_day(day)

    def hold_still(self, why: str) -> None:
        """Show what is there and take nothing, now and after the rows were made anew."""
        self._why_still = why
        for row in self._rows:
            row.hold_still(why)

    def first_stop(self) -> QWidget | None:
        """Return what the person most likely wants to answer: the first that is not noted."""
        doses = [row for row in self._rows if isinstance(row, DoseRow)]
        blank = next((row for row in doses if row.answer.answer is None), None)
        row = blank or next((row for row in self._rows if isinstance(row, NeededRow)), None)
        return row.first_stop if row else None

    def stop_of(self, id: str) -> QWidget | None:
        """Return the button that opens a medicine, if it is listed."""
        rows: list[MedicineRow | EarlierRow] = [*self._rows, *self._earlier_rows]
        return next((row.more for row in rows if row.medicine_id == id), None)

    def _focused_medicine(self) -> str | None:
        """Tell whose row has the focus: the rows are made anew around it."""
        focused = application().focusWidget()
        rows = (row for row in self._rows if focused and row.isAncestorOf(focused))
        return next((row.medicine_id for row in rows), None)

    def _focus_again(self, id: str) -> None:
        row = next((row for row in self._rows if row.medicine_id == id), None)
        stop = row.first_stop if row else self.first_stop()
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, every: list[DoseRow], needed: list[NeededRow]) -> None:
        self._rows = [*every, *needed]
        for dose in every:
            dose.answered.connect(self.answered)
        for one in needed:
            one.counted.connect(self.counted)
            one.took_one.connect(self.took_one)
        for row in self._rows:
            row.open_wanted.connect(self.open_wanted)
            if self._why_still:
                row.hold_still(self._why_still)
        self._every_day.show_rows(every)
        self._needed.show_rows(needed)

    def _put_earlier(self, gone: Sequence[tuple[Medicine, date]]) -> None:
        for row in self._earlier_rows:
            self._earlier.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._earlier_rows = []
        for medicine, since in gone:
            words = _("{medicine}, stopped on {day}. It stays in the history.").format(
                medicine=medicine.name, day=with_year(day_and_month(since), since)
            )
            row = EarlierRow(self._theme, medicine, words)
            row.open_wanted.connect(self.open_wanted)
            self._earlier.body.addWidget(row)
            self._earlier_rows.append(row)
        self._earlier.row.set_summary(
            plural("one medicine", "{n} medicines", len(gone)) if gone else ""
        )
        self._earlier.setVisible(bool(gone))

    def _noted(self, stamp: Stamp, day: date) -> str:
        local = stamp.local
        if self._day_of(local) == day:
            return _("noted at {time}").format(time=time_words(local.time()))
        return _("noted on {day}").format(day=day_and_month(local.date()))
