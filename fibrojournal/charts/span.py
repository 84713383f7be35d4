"""Which days are looked at: spans that can be moved, and narrowed or widened around a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SHORTEST = 14
"""Fewer days than this are not looked at by themselves."""
STEPS = (SHORTEST, 30, 90, 365, 3 * 365)
"""The lengths that are gone through one by one; beyond the last lies all there is."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days from one to another, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.start <= day <= self.end

    def moved(self, days: int, whole: Span) -> Span:
        """Move it later, or earlier where `days` are negative; its end stays within `whole`."""
        end = self.end.toordinal() + days
        end = min(max(end, whole.start.toordinal()), whole.end.toordinal())
        by = timedelta(days=end - self.end.toordinal())
        return Span(self.start + by, self.end + by)

    def closer(self, whole: Span, around: date | None = None) -> Span:
        """Go to the next shorter of the usual lengths, where there is one."""
        shorter = [days for days in STEPS if days < self.days]
        return self.of_length(max(shorter), whole, around) if shorter else self

    def further(self, whole: Span, around: date | None = None) -> Span:
        """Go to the next longer of the usual lengths, or to all there is."""
        if self.days >= whole.days:
            return self
        longer = [days for days in STEPS if self.days < days < whole.days]
        return self.of_length(min(longer, default=whole.days), whole, around)

    def scaled(self, factor: float, whole: Span, around: date | None = None) -> Span:
        """Take so many times as many days, where there are so many; a little is one day."""
        days = round(self.days * factor)
        if factor <= 1:
            return self.of_length(days, whole, around)
        if self.days >= whole.days:
            return self
        return self.of_length(max(days, self.days + 1), whole, around)

    def of_length(self, days: int, whole: Span, around: date | None = None) -> Span:
        """Return a span of so many days in which a day keeps its place from left to right.

        Without a day it keeps its end where that is the newest day of all, else its middle. It
        lies within `whole`, which it is where it would be as long, and has 14 days at least.
        """
        days = max(days, SHORTEST)
        if days >= whole.days:
            return whole
        if around is None:
            around = self.end if self.end >= whole.end else self.start + (self.end - self.start) / 2
        share = (around - self.start) / max(self.end - self.start, timedelta(days=1))
        start = around.toordinal() - round(share * (days - 1))
        latest = whole.end.toordinal() - days + 1
        start = min(max(start, whole.start.toordinal()), latest)
        first = date.fromordinal(start)
        return Span(first, first + timedelta(days=days - 1))
