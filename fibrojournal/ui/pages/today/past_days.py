"""Add past days: the last days without anything, one row and one question each."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.copying import how_noted
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.measures import MEASURE_BY_ID, range_text
from fibrojournal.text import N_, _, date_in_little_room, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.theme import application
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.rows import RatingRow, link_rows

MOST_DAYS = 14
WITHIN_DAYS = 28
"""Memory does not go back further than some weeks; the calendar leads to every day."""
_ASKED = MEASURE_BY_ID["pain"]
_NONE = N_("All days of the last four weeks hold something already.")
_SOME = N_(
    "Days on which nothing is noted, the newest first. Pain from {range}. One number is enough, "
    "and days that you do not remember can stay as they are."
)


class PastDaysPage(Page):
    """One short list. What is noted here is one answer of its day, and offers no triggers."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._rows: dict[date, RatingRow] = {}
        self._list = QWidget()
        self._build()
        self._diary.day_changed.connect(self._day_changed)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    def is_about(self, day: date) -> bool:
        """Tell whether a day stands in the list."""
        return day in self._rows

    def shown(self) -> None:
        """Look which days are blank now; the list then stays as it is while it is shown."""
        self.subject_changed.emit("today", _("You are on the list of past days."))
        self._rows = {}
        self._card.hide()
        read: list[Day] = []
        for back in range(1, WITHIN_DAYS + 1):  # each is read whole: an edit needs to know it
            self._diary.fetch_day(self, self.today - timedelta(days=back), read.append)
        self._diary.fetch_day(self, self.today, lambda _: self._take(read))

    def focus_first(self) -> None:
        """Focus the newest day without an answer, or the way back."""
        blank = (row.control for row in self._rows.values() if row.control.answer is None)
        next(blank, self._back).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, read: list[Day]) -> None:
        blank = [day for day in read if not day.is_noted][:MOST_DAYS]
        focused = application().focusWidget()
        self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.size("space", "s"))
        self._rows = {day.date: self._row(day.date) for day in blank}
        for day in blank:
            column.addWidget(self._rows[day.date])
        link_rows(tuple(self._rows.values()))
        self._card.box.addWidget(self._list)
        tab_after(self._back, self._list)
        self._card.setVisible(bool(blank))
        self._about.setText(_(_SOME if blank else _NONE).format(range=range_text(_ASKED)))
        if focused is None or self.isAncestorOf(focused):
            self.focus_first()

    def _row(self, day: date) -> RatingRow:
        """Make a row with a rating that is called after its day."""
        named = _ASKED._replace(name=date_in_little_room(day), low_end="", high_end="")
        row = RatingRow(self._theme, named)
        row.control.setAccessibleName(
            _("{day}, {measure}, {range}").format(
                day=long_date(day), measure=_ASKED.inner_label, range=range_text(_ASKED)
            )
        )
        row.answered.connect(partial(self._answer, day))
        if self._diary.why_read_only:
            row.control.hold_still(self._diary.why_read_only)
        return row

    def _answer(self, day: date, value: float | None) -> None:
        reading = None if value is None else Reading(value, stamp_of(self._now()))
        words = _("{question} on {day}").format(question=_ASKED.label, day=long_date(day))
        self._diary.edit([SetReading(day, _ASKED.id, reading)], words)

    def _day_changed(self, day: date) -> None:
        row = self._rows.get(day)
        if row is None:
            return
        reading = self._diary.known(day).readings.get(_ASKED.id)
        if reading is None:
            row.show_value(None)
        else:
            starts = self._diary.questions.chosen.day_starts
            row.show_value(reading.value, how_noted(reading, day, self.today, starts))

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        self._back = BackLink(theme, _("Back to Today"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("today"))
        lead_back(theme, column, self._back)
        column.addWidget(page_title(theme, _("Add past days")))
        self._about = Label(theme, color="ink_2", wraps=True)
        self._card = Card(theme)
        self._card.hide()  # until the days are known
        late = _(
            "A number that is noted two days later or more shows hollow in charts: "
            "memory has a say in it."
        )
        for part in (self._about, self._card, Label(theme, late, role="small", wraps=True)):
            column.addWidget(part)
        column.addStretch(1)
