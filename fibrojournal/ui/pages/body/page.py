"""The body map: where it hurts on a day, and how often each area hurt over a period."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.journal import body_maps
from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.body_maps import Composite, composite
from fibrojournal.journal.clock import Stamp, stamp_of
from fibrojournal.journal.day import BodyMap, Day
from fibrojournal.journal.edits import SetBodyMap
from fibrojournal.text import _, long_date
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back
from fibrojournal.ui.pages.body.day import AreasPicker, StrengthCard
from fibrojournal.ui.pages.body.over_time import OverTime
from fibrojournal.ui.pages.body.words import period_words, state_words, title_words
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.area_list import NOTHING
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide
from fibrojournal.ui.widgets.still import hold_still

_TITLE_WIDTH = 300
_DAY = "day"
_SPANS = {"month": 30, "quarter": 90, "year": 365}


class BodyMapPage(Page):
    """The map of the day that Today shows. Every mark is saved as it is made."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._theme, self._diary, self._now = around.theme, around.diary, around.now
        self._day, self._before = Day(self.today), Day(self.today)
        self._is_read = False
        self._choices = around.choices
        self._build()
        self._diary.day_changed.connect(self._day_changed)
        self._diary.journal_changed.connect(self._read)
        self._diary.saved.connect(self._read_period)
        if self._diary.why_read_only:
            self._picker.hold_still(self._diary.why_read_only)
            self._strengths.hold_still(self._diary.why_read_only)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    @property
    def day(self) -> date:
        """The day whose map is shown."""
        return self._day.date

    # What the window asks

    def look_at(self, day: date) -> None:
        """Take the day whose map is wanted."""
        if day != self.day:
            self._day, self._is_read = Day(day), False
            self._show()

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return day == self.day

    def shown(self) -> None:
        """Read the day, whose map may have changed elsewhere."""
        self.subject_changed.emit("body_map", _("You opened the body map."))
        self._segments.show_choice(_DAY)
        self._choose(_DAY)
        self._read()

    def focus_first(self) -> None:
        """Focus the list, or the way back where nothing can be marked."""
        if self._diary.why_read_only:
            self._back.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._segments.choice == _DAY:
            self._picker.list.focus_first()

    def step(self, by: int) -> None:
        """Show the map of the next or previous day, or period; never past today."""
        target = self.day + timedelta(days=by * _SPANS.get(self._segments.choice, 1))
        if target <= self.today:
            self.look_at(target)
            self._read()

    def toggle_table(self) -> None:
        """Show how often each area hurt as a table, or on the figure."""
        if self._segments.choice != _DAY:
            self._over.toggle_table()
            is_table = self._over.shows_table
            self._table.setText(_("Picture") if is_table else _("Table"))
            self._table.set_icon("person-standing" if is_table else "table")

    # Reading

    def _read(self) -> None:
        if not (self.isVisible() and self._diary.is_ready):
            return
        self._diary.fetch_day(self, self.day - timedelta(days=1), self._take_before)
        self._diary.fetch_day(self, self.day, self._take)
        self._read_period()

    def _take_before(self, day: Day) -> None:
        if day.date == self.day - timedelta(days=1):
            self._before = day

    def _take(self, day: Day) -> None:
        if day.date == self.day:
            self._day, self._is_read = day, True
            self._show()

    def _keep_open(self, is_open: bool) -> None:  # noqa: FBT001  a Qt signal's own argument
        self._choices.change(strengths_open=is_open)

    def _day_changed(self, day: date) -> None:
        if day == self.day and self._is_read:
            self._take(self._diary.known(day))

    def _read_period(self) -> None:
        span = _SPANS.get(self._segments.choice)
        if span is None or not (self.isVisible() and self._diary.is_ready):
            return
        end = self.day
        start = end - timedelta(days=span - 1)

        def ask(store: Store) -> Composite:
            return composite(store.days(start, end))

        self._diary.fetch(self, ask, partial(self._take_period, (end, span)))

    def _take_period(self, period: tuple[date, int], over: Composite) -> None:
        end, span = period
        if (self.day, _SPANS.get(self._segments.choice)) == (end, span):
            self._line.setText(period_words(span, "" if end == self.today else long_date(end)))
            self._over.show_content(over, span)
            self._over.show()
            self._table.setVisible(self._over.has_picture)

    # Showing

    def _show(self) -> None:
        body_map = self._day.body_map
        is_day = self._segments.choice == _DAY
        self._strengths.setVisible(is_day and bool(body_map and body_map.areas))
        if is_day:
            self._title.setText(title_words(self.day, self.today))
            is_today = self.day == self.today
            self._copy.setText(_("Same as yesterday") if is_today else _("Same as the day before"))
            self._line.setText(state_words(body_map))
        self._picker.show_areas(None if body_map is None else body_map.areas)
        self._strengths.show_map(body_map)
        self._show_copying()
        self._header.arrange()

    def _show_copying(self) -> None:
        """Offer the map of the day before, where there is one and it is another one."""
        if self._diary.why_read_only:
            hold_still(self._copy, self._diary.why_read_only)
            return
        there, here = self._before.body_map, self._day.body_map
        why = ""
        if there is None:
            why = _("The day before has no body map")
        elif here is not None and here.areas == there.areas:
            why = _("It is the same already")
        self._copy.setEnabled(self._is_read and not why)
        self._copy.setAccessibleDescription(why or _("Takes the areas of the day before"))

    def _choose(self, choice: str) -> None:
        is_day = choice == _DAY
        for part in (self._picker, self._copy):
            part.setVisible(is_day)
        if is_day:
            self._over.hide()
            self._table.hide()
            self._show()
            return
        self._show()
        self._title.setText(_("Where it hurt, over time"))
        self._header.arrange()
        self._read_period()

    # Marking

    def _tick(self, id: str, on: bool) -> None:  # noqa: FBT001  a Qt signal's shape
        body_map, stamp = self._day.body_map, self._stamp()
        if id == NOTHING:
            self._set(BodyMap({}, stamp) if on else None, _("Body map"))
        elif on:
            self._set(body_maps.marked(body_map, id, stamp), AREA_BY_ID[id].label)
        elif body_map is not None:
            self._set(body_maps.unmarked(body_map, id, stamp), AREA_BY_ID[id].label)

    def _rate(self, area: str, strength: float | None) -> None:
        body_map = self._day.body_map
        if body_map is not None and area in body_map.areas:
            rated = body_maps.with_strength(body_map, area, strength, self._stamp())
            self._set(rated, AREA_BY_ID[area].label)

    def _take_over(self) -> None:
        there = self._before.body_map
        if there is not None:
            self._set(body_maps.copied(there, self._stamp()), _("Body map"))
            self.did.emit(_("Filled from the day before."))
            self._picker.list.focus_first()

    def _set(self, body_map: BodyMap | None, name: str) -> None:
        if not self._is_read:  # what stands there is not known yet
            self._show()
            return
        words = _("{question} on {day}").format(question=name, day=long_date(self.day))
        self._diary.edit([SetBodyMap(self.day, body_map)], words)

    def _stamp(self) -> Stamp:
        return stamp_of(self._now())

    # Building

    def _build(self) -> None:
        area, column = all_scrolling(self, self._theme)
        top = self._build_way_back()
        lead_back(self._theme, column, top)
        column.setAlignment(top, Qt.AlignmentFlag(0))  # as wide as the page
        self._header = self._build_header()
        self._picker = AreasPicker(self._theme, nothing=_("Nothing hurt"))
        self._picker.ticked.connect(self._tick)
        self._strengths = StrengthCard(self._theme)
        self._strengths.given.connect(self._rate)
        self._strengths.set_open(is_open=self._choices.now.strengths_open)
        self._strengths.opened.connect(lambda _open: area.show_opened(self._strengths))
        self._strengths.opened.connect(self._keep_open)
        self._over = OverTime(self._theme)
        self._over.hide()
        for part in (self._header, self._picker, self._strengths, self._over):
            column.addWidget(part)
        column.addStretch(1)
        self._show()

    def _build_way_back(self) -> SideBySide:
        self._back = BackLink(self._theme, _("Back to the day"))
        self._back.clicked.connect(lambda: self.day_wanted.emit(self.day))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addStretch(1)
        choices = [
            (_DAY, _("This day")),
            ("month", _("30 days")),
            ("quarter", _("90 days")),
            ("year", _("1 year")),
        ]
        self._segments = Segments(self._theme, _("This day, or over time"), choices)
        self._segments.show_choice(_DAY)
        self._segments.chosen.connect(self._choose)
        top = SideBySide(
            (holder, self._segments),
            lambda: self._back.sizeHint().width() + self._segments.sizeHint().width(),
            stretches=(1, 0),
        )
        self._theme.changed.connect(top.arrange)
        return top

    def _build_header(self) -> SideBySide:
        words, buttons = QWidget(), QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._title = page_title(self._theme)
        self._line = Label(self._theme, role="small", color="ink_2", wraps=True)
        column.addWidget(self._title)
        column.addWidget(self._line)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        self._copy = TextButton(self._theme, "", "repeat")
        self._copy.clicked.connect(self._take_over)
        self._table = LinkButton(self._theme, _("Table"), "table")
        self._table.clicked.connect(self.toggle_table)
        self._table.hide()
        row.addWidget(self._copy)
        row.addWidget(self._table)
        row.addStretch(1)
        header = SideBySide(
            (words, buttons),
            lambda: self._theme.px(_TITLE_WIDTH) + buttons.sizeHint().width(),
            stretches=(1, 0),
        )
        self._theme.changed.connect(header.arrange)
        return header
