"""The cards of the calendar: squares, the same as a table, the selected day, the last weeks."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import shorten

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import Measure, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, short_date, weekday_name
from fibrojournal.ui.pages.calendar.content import (
    RECENT_DAYS,
    CalendarContent,
    answers_words,
    circumstances_words,
    date_words,
    make_cell,
    recent_words,
    weeks_words,
)
from fibrojournal.ui.pages.calendar.parts import Legend
from fibrojournal.ui.pages.calendar.weeks import span_words, week_start
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_square import Noted
from fibrojournal.ui.widgets.day_table import DayRow, DayTable
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.month_grid import WEEKDAYS, MonthGrid
from fibrojournal.ui.widgets.week_strip import WeekStrip

_SIDE, _TOP, _BOTTOM = 20, 14, 14
_NOTE_LENGTH = 90
_COLUMNS_FROM = 540
"""From this width in px at 100 % text on, the table has a column a measure."""


class SquaresCard(Card):
    """Six weeks of squares with their legend."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.box.setContentsMargins(18, 12, 18, 16)
        self.box.setSpacing(theme.size("space", "l"))
        self.grid = MonthGrid(theme)
        self._legend = Legend(theme)
        self.box.addWidget(self.grid)
        self.box.addWidget(self._legend)

    def show_content(self, content: CalendarContent, measure: Measure) -> None:
        """Show the weeks in the colours of a measure."""
        cells = [make_cell(content, day, measure) for day in content.weeks.days]
        span = span_words(content.weeks.first, content.weeks.last, content.today)
        name = _("{measure}, {span}").format(measure=measure.label, span=span)
        self.grid.show_days(cells, measure.id, content.today)
        self.grid.setAccessibleName(name)
        self.grid.setAccessibleDescription(weeks_words(content, measure))
        has_other = any(cell.noted is Noted.OTHER for cell in cells)
        self._legend.show_measure(measure, with_other=has_other)


class RowsCard(Card):
    """The noted days of the same weeks as a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[CalendarContent, Questions] | None = None
        self._in_words = False
        self.box.setContentsMargins(18, 12, 18, 16)
        self.table = DayTable(theme)
        self._none = Label(theme, _("Nothing noted in these weeks."), color="ink_2", wraps=True)
        self.box.addWidget(self.table)
        self.box.addWidget(self._none)

    def show_content(self, content: CalendarContent, questions: Questions) -> None:
        """Show a row a noted day, the newest first."""
        self._shown = (content, questions)
        self._in_words = self._is_tight
        held = (content.day(day) for day in reversed(content.weeks.days))
        days = [day for day in held if day.is_noted]
        if self._in_words:
            headings = [_("Day"), _("Noted")]
            rows = [_row_in_words(content, day, questions) for day in days]
        else:
            measures = questions.asked_on(Place.TODAY)
            headings = [_("Day"), *(measure.short_label for measure in measures), _("Also")]
            rows = [_row_in_numbers(content, day, questions) for day in days]
        span = span_words(content.weeks.first, content.weeks.last, content.today)
        self.table.show_rows(headings, rows)
        self.table.setAccessibleName(_("Noted days, {span}").format(span=span))
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    @property
    def _is_tight(self) -> bool:
        """Tell whether a column a measure would be too wide."""
        return self._theme.is_large_text or self.width() < self._theme.px(_COLUMNS_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between a column a measure and one for all, with the width."""
        super().resizeEvent(event)
        if self._shown is not None and self._in_words != self._is_tight:
            self.show_content(*self._shown)


def _row_in_numbers(content: CalendarContent, day: Day, questions: Questions) -> DayRow:
    answers = [(one, day.value(one.id)) for one in questions.asked_on(Place.TODAY)]
    return DayRow(
        day.date,
        (
            date_words(day.date, content.today),
            *(None if value is None else measure.value_text(value) for measure, value in answers),
            circumstances_words(content, day, questions),
        ),
    )


def _row_in_words(content: CalendarContent, day: Day, questions: Questions) -> DayRow:
    words = (answers_words(day, questions), circumstances_words(content, day, questions))
    weekday = weekday_name(day.date.weekday(), short=True)
    short = _("{weekday} {date}").format(weekday=weekday, date=short_date(day.date))
    return DayRow(day.date, (short, "\n".join(filter(None, words))))


class DayCard(Card):
    """The selected day in words, and the button that opens it."""

    open_wanted = Signal(object)
    """The date of the day."""
    past_wanted = Signal()
    """All days without anything, in one list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._day = date.min
        self._title = card_title(theme)
        self._answers = Label(theme, wraps=True)
        self._circumstances = Label(theme, role="small", color="ink_2", wraps=True)
        self._note = Label(theme, role="small", color="ink_2", wraps=True)
        self._open = PrimaryButton(theme, "", "pencil")
        self._open.clicked.connect(lambda: self.open_wanted.emit(self._day))
        self.box.setSpacing(theme.size("space", "s"))
        self.box.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        for label in (self._title, self._answers, self._circumstances, self._note):
            self.box.addWidget(label)
        self.box.addStretch(1)
        self._past = TextButton(theme, _("Add past days"))
        self._past.clicked.connect(self.past_wanted)
        self.box.addWidget(in_lines(self._open, self._past))

    def show_day(self, content: CalendarContent, day: date, questions: Questions) -> None:
        """Show what a day holds."""
        self._day = day
        held = content.day(day)
        note = held.note.text if held.note else ""
        answers = answers_words(held, questions) if held.is_noted else _("Nothing noted.")
        self._title.setText(date_words(day, content.today))
        _fill(self._answers, answers)
        _fill(self._circumstances, circumstances_words(content, held, questions))
        _fill(self._note, shorten(note, _NOTE_LENGTH, placeholder=" …"))
        self._note.setAccessibleDescription(note)
        self._open.setText(_("Open this day") if held.is_noted else _("Note this day"))
        self._past.setHidden(held.is_noted)
        self._open.updateGeometry()


def _fill(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


class RecentCard(Card):
    """The last 17 weeks as a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.box.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        self.box.setSpacing(theme.size("space", "xs"))
        self._title = card_title(theme, _("The last 17 weeks"))
        self._strip = WeekStrip(theme)
        self.box.addWidget(self._title)
        self.box.addWidget(self._strip)
        self.box.addStretch(1)

    def show_content(self, content: CalendarContent, measure: Measure) -> None:
        """Show them in the colours of a measure."""
        first = content.today - timedelta(days=RECENT_DAYS - 1)
        start = week_start(first, content.weeks.first_weekday)
        columns = (content.today - start).days // WEEKDAYS + 1
        cells = [make_cell(content, day, measure) for day in content.recent]
        self._strip.show_days(cells, measure.id, start, columns)
        self._strip.setAccessibleName(self._title.text())
        self._strip.setAccessibleDescription(recent_words(content, measure))
