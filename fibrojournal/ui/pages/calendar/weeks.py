"""Which six weeks the calendar shows: those around today, or those that hold a whole month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fibrojournal.text import _, day_and_month, with_year
from fibrojournal.ui.widgets.month_grid import DAYS, WEEKDAYS, months_away

WEEKS_BEFORE_TODAY = 4
LEAST_STEP = 14
"""Days. A step that moves the squares by a single week would hardly be seen."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Six weeks from `first` on, of a calendar whose weeks begin on `first_weekday` (0 = Monday).

    The newest are the six whose fifth week holds `today`. All others begin with the week in which
    a month begins, so a month always has the same place.
    """

    first: date
    today: date
    first_weekday: int

    @classmethod
    def newest(cls, today: date, first_weekday: int) -> Weeks:
        """Return the six weeks around today."""
        first = week_start(today, first_weekday) - timedelta(weeks=WEEKS_BEFORE_TODAY)
        return cls(first, today, first_weekday)

    @property
    def last(self) -> date:
        """The last of the 42 days."""
        return self.first + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """All 42 days."""
        return tuple(self.first + timedelta(days=n) for n in range(DAYS))

    @property
    def is_newest(self) -> bool:
        """Tell whether there are none after these."""
        return self == self._newest

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def holding(self, day: date) -> Weeks:
        """Return these weeks if they hold a day, else the ones of its month."""
        if day in self:
            return self
        return self._newest if day in self._newest else self._of_month(day)

    def earlier(self) -> Weeks:
        """Return the weeks of the nearest month that begins far enough before these."""
        return self._of_month(self.first - timedelta(days=LEAST_STEP - WEEKDAYS + 1))

    def later(self) -> Weeks:
        """Return the weeks of the nearest month that begins far enough after these."""
        return self._of_month(months_away(self.first + timedelta(days=LEAST_STEP - 1), 1))

    @property
    def _newest(self) -> Weeks:
        return Weeks.newest(self.today, self.first_weekday)

    def _of_month(self, day: date) -> Weeks:
        first = week_start(day.replace(day=1), self.first_weekday)
        return Weeks(min(first, self._newest.first), self.today, self.first_weekday)


def week_start(day: date, first_weekday: int) -> date:
    """Return the day on which the week of a day begins; 0 = Monday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % WEEKDAYS)


def span_words(first: date, last: date, today: date) -> str:
    """Write a span, with years where they are not this one: "9 February to 22 March"."""
    start, end = day_and_month(first), day_and_month(last)
    if first.year != last.year:
        start = with_year(start, first)
    if not first.year == last.year == today.year:
        end = with_year(end, last)
    return _("{start} to {end}").format(start=start, end=end)
