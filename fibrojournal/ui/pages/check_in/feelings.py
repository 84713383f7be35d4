"""Mood and worry over two weeks, and the change on the whole: optional, each answer by itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from fibrojournal.journal.check_in_measures import (
    CHANGE,
    CREDIT,
    FORTNIGHT,
    MOOD,
    OVERALL_CHANGE,
    WORRY,
)
from fibrojournal.journal.check_ins import Values, edits_to, feelings_of, with_scores
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label, card_title, page_title
from fibrojournal.ui.widgets.short_scale import ShortScale, first_blank

_SITTING = "feelings"


class FeelingsPage(Page):
    """The four questions of PHQ-2 and GAD-2, and how things are on the whole, for today."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day: Day | None = None
        self._scales: dict[str, ShortScale] = {}
        self._build()
        self._diary.day_changed.connect(self._day_changed)
        self._diary.journal_changed.connect(self._read)
        if why := self._diary.why_read_only:
            for scale in self._scales.values():
                scale.hold_still(why)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    # What the window asks

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return self._day is not None and day == self._day.date

    def shown(self) -> None:
        """Read today, which may hold answers already."""
        self.subject_changed.emit("feelings", _("You opened mood, worry and change."))
        self._read()

    def focus_first(self) -> None:
        """Focus the first question without an answer, or the way back."""
        if self._diary.why_read_only:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            scale = first_blank(list(self._scales.values()))
            scale.stop.setFocus(Qt.FocusReason.TabFocusReason)

    # Reading and answering

    def _read(self) -> None:
        if self.isVisible() and self._diary.is_ready:
            self._diary.fetch_day(self, self.today, self._take)

    def _take(self, day: Day) -> None:
        self._day = day
        values = self._values(day)
        for id, scale in self._scales.items():
            scale.show_answer(values[id])

    def _day_changed(self, day: date) -> None:
        if self.is_about(day):
            self._take(self._diary.known(day))

    def _values(self, day: Day) -> Values:
        change = day.value(OVERALL_CHANGE)
        whole = None if change is None else round(change)
        return {**feelings_of(day), OVERALL_CHANGE: whole}

    def _answer(self, id: str, value: int | None) -> None:
        day = self._day
        if day is None:
            return
        values = {**self._values(day), id: value}
        edits = edits_to(day, with_scores(values), stamp_of(self._now()))
        words = _("Mood, worry and change on {day}").format(day=long_date(day.date))
        if not edits or not self._diary.edit(edits, words, sitting=_SITTING):
            self._take(day)

    # Building

    def _build(self) -> None:
        _area, column = all_scrolling(self, self._theme)
        self._back = BackLink(self._theme, _("Back to Trends"))
        self._back.clicked.connect(lambda: self.page_wanted.emit("trends"))
        lead_back(self._theme, column, self._back)
        line = _("Optional, for today. Each answer is saved as you give it; any may stay blank.")
        column.addWidget(page_title(self._theme, _("Mood, worry and change")))
        column.addWidget(Label(self._theme, line, role="small", color="ink_2", wraps=True))
        fortnight = Card(self._theme)
        fortnight.box.addWidget(card_title(self._theme, _(FORTNIGHT)))
        for item in (*MOOD, *WORRY):
            fortnight.box.addWidget(Label(self._theme, item.label, role="label", wraps=True))
            fortnight.box.addWidget(self._scale(item))
        credit = Label(self._theme, _(CREDIT), role="caption", color="ink_3", wraps=True)
        fortnight.box.addWidget(credit)
        change = Card(self._theme)
        change.box.addWidget(card_title(self._theme, _(CHANGE.question)))
        change.box.addWidget(self._scale(CHANGE, numbers=False))
        for card in (fortnight, change):
            column.addWidget(card)
        foot = _("Scores over time stand in Trends. They are no diagnosis.")
        column.addWidget(Label(self._theme, foot, role="small", color="ink_2", wraps=True))
        column.addStretch(1)

    def _scale(self, item: Measure, *, numbers: bool = True) -> ShortScale:
        scale = ShortScale(self._theme, item, numbers=numbers, even=False)
        scale.answered.connect(lambda value: self._answer(item.id, value))
        self._scales[item.id] = scale
        return scale
