"""Calendar: find a day, see the waves, fill a gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import Measure, Place
from fibrojournal.text import _
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.customs import first_weekday
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page, scrolling
from fibrojournal.ui.pages.calendar.cards import DayCard, RecentCard, RowsCard, SquaresCard
from fibrojournal.ui.pages.calendar.content import CalendarContent, read_calendar
from fibrojournal.ui.pages.calendar.parts import DayChooser, FirstWords
from fibrojournal.ui.pages.calendar.weeks import Weeks, span_words
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, LinkButton, TextButton
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.segments import ChangingSegments
from fibrojournal.ui.widgets.side_by_side import SideBySide

_CARD_WIDTH = 280
_TITLE_WIDTH = 190
_GAP = 12


class CalendarPage(Page):
    """Six weeks as squares, or as a table; the selected day below; the last 17 weeks beside it."""

    def __init__(
        self, theme: Theme, diary: Diary, now: Callable[[], datetime], choices: Choices
    ) -> None:
        super().__init__()
        self._theme = theme
        self._diary = diary
        self._now = now
        self._choices = choices
        self._measures = diary.questions.asked_on(Place.TODAY)
        self._measure = self._measures[0]
        self._weeks = Weeks.newest(self.today, self._first_weekday)
        self._content: CalendarContent | None = None
        self._unsaved: set[date] = set()
        self._is_stale = True
        self._is_table = False
        self._wants_focus = False
        self._follow = QTimer(self, singleShot=True, interval=0)  # once the layout has settled
        self._follow.timeout.connect(self._keep_in_sight)
        self._build()
        self._squares.grid.select(self.today)
        diary.day_changed.connect(self._day_changed)
        diary.saved.connect(self._saved)
        diary.journal_changed.connect(self._outdated)
        diary.common_changed.connect(self._ask_anew)
        choices.changed.connect(self._follow_weekday)
        theme.changed.connect(self._show)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._now())

    @property
    def selected_day(self) -> date:
        """The day whose card is shown."""
        return self._squares.grid.selected_day

    # What the window asks

    def shown(self) -> None:
        """Read what has changed since the page was last in front."""
        self.subject_changed.emit("calendar", _("You are looking at a month."))
        if self._is_stale or self._weeks.today != self.today:
            self._read()

    def focus_first(self) -> None:
        """Focus the selected day, as soon as it is there."""
        self._wants_focus = self._content is None
        if self._content is not None:
            self._front.setFocus(Qt.FocusReason.TabFocusReason)
            self._follow.start()

    def step(self, by: int) -> None:
        """Show the weeks before (-1) or after (1); the selected day moves into them."""
        if by > 0 and self._weeks.is_newest:
            return
        weeks = self._weeks.later() if by > 0 else self._weeks.earlier()
        day = min(max(self.selected_day, weeks.first), weeks.last, self.today)
        self._squares.grid.select(day)
        self._show_weeks(weeks)

    def show_day(self, day: date) -> None:
        """Select a day and show its weeks; a day that has not come yet gives way to today."""
        day = min(day, self.today)
        self._squares.grid.select(day)
        self._show_weeks(self._weeks.holding(day))

    def show_today(self) -> None:
        """Go back to the weeks around today."""
        self._squares.grid.select(self.today)
        self._show_weeks(Weeks.newest(self.today, self._first_weekday))

    def toggle_table(self) -> None:
        """Show the squares as a table, or the table as squares."""
        if self._content is None or self._content.first_noted is None:
            return
        had_focus = self._squares.grid.hasFocus() or self._rows.table.hasFocus()
        self._is_table = not self._is_table
        self._show()
        if had_focus:
            self.focus_first()

    @property
    def _front(self) -> QWidget:
        """What stands in the middle of the page now."""
        if self._content is None or self._content.first_noted is None:
            return self._first_words
        if not self._is_table:
            return self._squares.grid
        return self._as_table if self._rows.table.isHidden() else self._rows.table

    # Reading

    @property
    def _first_weekday(self) -> int:
        return first_weekday(self.locale(), self._choices.now.first_weekday)

    def _follow_weekday(self) -> None:
        if self._weeks.first_weekday != self._first_weekday:
            self._is_stale = True
            self.show_today()

    def _day_changed(self, day: date) -> None:
        self._unsaved.add(day)
        self._outdated()

    def _saved(self) -> None:
        if self._unsaved:
            self._unsaved.clear()
            self._outdated()

    def _outdated(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _ask_anew(self) -> None:
        """Offer for the squares what the person chose to be asked on Today."""
        measures = self._diary.questions.asked_on(Place.TODAY)
        if measures != self._measures:
            self._measures = measures
            same = (one for one in measures if one.id == self._measure.id)
            self._measure = next(same, measures[0])
            self._segments.offer(_named(measures), self._measure.id)
            self._controls.arrange()
        self._outdated()

    def _show_weeks(self, weeks: Weeks) -> None:
        if weeks == self._weeks and not self._is_stale:
            self._show()
            return
        self._weeks = weeks
        self._read()

    def _read(self) -> None:
        if self._weeks.today != self.today:
            self._begin_day()
        self._is_stale = False
        weeks, common = self._weeks, self._diary.common
        self._diary.fetch(self, lambda store: read_calendar(store, weeks, common), self._take)

    def _begin_day(self) -> None:
        """Follow the journal to a new day."""
        was_newest = self._weeks.is_newest
        was_on_today = self.selected_day == self._weeks.today
        newest = Weeks.newest(self.today, self._first_weekday)
        self._weeks = Weeks(
            newest.first if was_newest else self._weeks.first, self.today, self._first_weekday
        )
        if was_on_today and was_newest:
            self._squares.grid.select(self.today)

    def _take(self, content: CalendarContent) -> None:
        if content.weeks != self._weeks:
            return  # the person has gone on; the answer for the weeks in view is on its way
        self._content = content
        self._show()
        self._follow.start()
        # What is not on the disk yet was not among what was read.
        for day in self._unsaved:
            self._diary.fetch_day(self, day, self._patch)

    def _patch(self, day: Day) -> None:
        if self._content is not None:
            self._content = self._content.with_day(day)
            self._show()

    # Showing

    def _show(self) -> None:
        content = self._content
        if content is None:
            return
        is_empty = content.first_noted is None
        if not is_empty:
            self._fill(content)  # before it is seen
        self._first_words.setVisible(is_empty)
        for part in (self._body, self._line, self._steps):
            part.setVisible(not is_empty)
        if self._wants_focus:
            self.focus_first()

    def _fill(self, content: CalendarContent) -> None:
        span = span_words(content.weeks.first, content.weeks.last, content.today)
        self._line.setText(_("{span}. Gaps are fine, they are simply left out.").format(span=span))
        self._forward.setEnabled(not content.weeks.is_newest)
        self._as_table.setText(_("Show as squares") if self._is_table else _("Show as table"))
        self._as_table.set_icon("calendar" if self._is_table else "table")
        self._squares.setVisible(not self._is_table)
        self._rows.setVisible(self._is_table)
        self._squares.show_content(content, self._measure)
        if self._is_table:
            self._rows.show_content(content, self._diary.questions)
            self._rows.table.select(self.selected_day)
        self._recent.show_content(content, self._measure)
        self._show_selected()
        for parts in (self._controls, self._cards):
            parts.arrange()

    def _show_selected(self) -> None:
        if self._content is not None and self.selected_day in self._content.weeks:
            self._card.show_day(self._content, self.selected_day, self._diary.questions)

    def _choose_measure(self, measure_id: str) -> None:
        self._measure = next(m for m in self._measures if m.id == measure_id)
        self._show()

    def _select(self, day: date) -> None:
        if day in self._weeks:
            self._show_selected()
            self._follow.start()
        else:
            self._show_weeks(self._weeks.holding(day))

    def _select_row(self, day: date) -> None:
        self._squares.grid.select(day)
        self._show_selected()
        self._follow.start()

    def _keep_in_sight(self) -> None:
        """Scroll to the day that keys go to: squares and rows may be higher than the window."""
        grid, table = self._squares.grid, self._rows.table
        view = table if table.hasFocus() else grid
        # A click must end where it began: nothing may move under the pressed button.
        if not view.hasFocus() or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        place = table.current_place() if view is table else grid.place_of(self.selected_day)
        middle = view.mapTo(self._body, place.center())
        y = self._body.y() + middle.y()
        self._scroll.ensureVisible(0, y, 0, place.height() // 2 + _GAP)

    def _ask_for_day(self) -> None:
        self._chooser.ask(self.selected_day, self.today, self._jump)

    def _go_to(self, day: date) -> None:
        self.show_day(day)
        self.focus_first()

    # Building

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll, column = scrolling(self._theme)
        whole.addWidget(self._scroll)
        margins = column.contentsMargins()
        margins.setTop(self._theme.size("space", "xl"))
        column.setContentsMargins(margins)
        column.addWidget(self._build_header())
        self._first_words = FirstWords(self._theme)
        self._first_words.today_wanted.connect(lambda: self.day_wanted.emit(self.today))
        self._first_words.past_wanted.connect(lambda: self.page_wanted.emit("past_days"))
        self._body = self._build_body()
        for part in (self._first_words, self._body):
            part.hide()  # until something is known
            column.addWidget(part)
        column.addStretch(1)
        self._chooser = DayChooser(self._theme, self)
        self._chooser.day_chosen.connect(self._go_to)

    def _build_header(self) -> SideBySide:
        titles = QWidget()
        words = QVBoxLayout(titles)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(page_title(self._theme, _("Calendar")))
        self._line = Label(self._theme, role="small", color="ink_2", wraps=True)
        words.addWidget(self._line)
        self._steps = QWidget()
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(self._theme.size("space", "s"))
        back = IconButton(self._theme, "chevron-left", _("Earlier weeks"))
        back.clicked.connect(lambda: self.step(-1))
        today = TextButton(self._theme, _("Today"))
        today.setAccessibleDescription(_("Back to the weeks around today"))
        today.clicked.connect(self.show_today)
        self._forward = IconButton(self._theme, "chevron-right", _("Later weeks"))
        self._forward.clicked.connect(lambda: self.step(1))
        for button in (back, today, self._forward):
            steps.addWidget(button)
        self._search = IconButton(self._theme, "search", _("Search notes and events"))
        self._search.clicked.connect(lambda: self.page_wanted.emit("search"))
        steps.addWidget(self._search)
        header = SideBySide(
            (titles, self._steps),
            lambda: self._theme.px(_TITLE_WIDTH) + self._steps.sizeHint().width(),
            stretches=(1, 0),
            gap=0,
        )
        self._theme.changed.connect(header.arrange)
        return header

    def _build_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self._controls = self._build_controls()
        self._squares = SquaresCard(self._theme)
        self._squares.grid.day_selected.connect(self._select)
        self._squares.grid.day_opened.connect(self.day_wanted)
        self._rows = RowsCard(self._theme)
        self._rows.table.day_selected.connect(self._select_row)
        self._rows.table.day_opened.connect(self.day_wanted)
        self._card = DayCard(self._theme)
        self._card.open_wanted.connect(self.day_wanted)
        self._card.past_wanted.connect(lambda: self.page_wanted.emit("past_days"))
        self._recent = RecentCard(self._theme)
        self._cards = SideBySide(
            (self._card, self._recent),
            lambda: self._theme.px(_CARD_WIDTH) + _GAP + self._recent.sizeHint().width(),
            stretches=(1, 1),
            gap=_GAP,
        )
        for part in (self._controls, self._squares, self._rows, self._cards):
            column.addWidget(part)
        return body

    def _build_controls(self) -> SideBySide:
        self._segments = ChangingSegments(self._theme, _("Measure in the squares"))
        self._segments.offer(_named(self._measures), self._measure.id)
        self._segments.chosen.connect(self._choose_measure)
        self._jump = LinkButton(self._theme, _("Go to a day"), "chevron-down")
        self._jump.clicked.connect(self._ask_for_day)
        self._as_table = LinkButton(self._theme, "", "table")
        self._as_table.clicked.connect(self.toggle_table)
        links = QWidget()
        line = FlowLayout(links, gap=0, line_gap=0)
        line.addWidget(self._jump)
        line.addWidget(self._as_table)
        return SideBySide(
            (self._segments, links),
            lambda: self._segments.sizeHint().width() + line.line_width(),
            gap=0,
        )


def _named(measures: Sequence[Measure]) -> list[tuple[str, str]]:
    return [(measure.id, measure.short_label) for measure in measures]
