"""Flares: spells that stand clearly above the weeks before them.

A description and not a test: simulated diaries without any change of level show 3 to 7 a year.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LOOKS_BACK = 28
"""The usual level is that of the records of this many days before."""
RECORDS_NEEDED = 14
LEAST_RISE = 2.0
RISE_IN_SPREADS = 1.5
LEAST_SPREAD = 0.7
MAD_TO_SD = 1.4826
"""Scales the median absolute deviation of normal values to their standard deviation."""
LONGEST_GAP = 7
"""More un-noted days than this part two records: what happened between them nobody knows."""

_ROUNDING = 1e-9
"""Keeps 3.3 + 2 from missing 5.3 by the last bit."""


@dataclass(frozen=True, slots=True)
class Flare:
    """A spell from its first to its last day, in days since 1970-01-01.

    `end` is None while the last records still belong to it; `last_noted` is then the newest day.
    """

    start: int
    end: int | None
    last_noted: int

    @property
    def days(self) -> int:
        """How many calendar days it has lasted, as far as noted."""
        return self.last_noted - self.start + 1


def flare_days(days: NDArray[np.int64], values: NDArray[np.float64]) -> tuple[Flare, ...]:
    """Find the flares of a measure on which high is bad, from its recorded days alone.

    `days` ascend; both arrays have one length and hold no NaN. A flare starts with two records in
    a row at or above base + max(2, 1.5 s), where base and s are the median and 1.4826 times the
    median absolute deviation (0.7 at least) of the records of the 28 days before that belong to no
    flare; 14 such records are needed. It ends before two records in a row below half that rise.
    Records are in a row when no other lies between them; a gap of more than seven un-noted days
    breaks the row, and ends an open flare with the last record before it.
    """
    search = _Search(days.tolist(), values.tolist())
    return tuple(search.run())


class _Search:
    """One pass over the records; holds the quiet records of the last 28 days, oldest first."""

    def __init__(self, days: list[int], values: list[float]) -> None:
        self._days = days
        self._values = values
        self._recent: deque[int] = deque()
        self._sorted: list[float] = []

    def run(self) -> list[Flare]:
        """Return the flares in order."""
        flares = []
        at = 0
        while at < len(self._days):
            self._forget_before(self._days[at] - LOOKS_BACK)
            rise = self._rise_from(at)
            if rise is None:
                self._remember(at)
                at += 1
                continue
            flare, at = self._follow(at, *rise)
            flares.append(flare)
        return flares

    def _rise_from(self, at: int) -> tuple[float, float] | None:
        """Return base and rise if a flare starts with this record and the next."""
        if len(self._sorted) < RECORDS_NEEDED or not self._in_a_row(at):
            return None
        lower = min(self._values[at], self._values[at + 1]) + _ROUNDING
        base = _median(self._sorted)
        if lower < base + LEAST_RISE:  # most days end here, before the spread is worked out
            return None
        spread = MAD_TO_SD * _median(sorted(abs(value - base) for value in self._sorted))
        rise = max(LEAST_RISE, RISE_IN_SPREADS * max(LEAST_SPREAD, spread))
        return (base, rise) if lower >= base + rise else None

    def _follow(self, start: int, base: float, rise: float) -> tuple[Flare, int]:
        """Return the flare that starts at a record, and the first record after it."""
        over = base + rise / 2 - _ROUNDING
        at = start + 1
        while self._in_a_row(at):
            following = at + 1
            if (
                self._values[following] < over
                and self._in_a_row(following)
                and self._values[following + 1] < over
            ):
                break
            at = following
        is_open = at == len(self._days) - 1
        last = self._days[at]
        return Flare(self._days[start], None if is_open else last, last), at + 1

    def _in_a_row(self, at: int) -> bool:
        """Tell whether a record is followed by another without a long gap."""
        following = at + 1
        return (
            following < len(self._days)
            and self._days[following] - self._days[at] <= LONGEST_GAP + 1
        )

    def _remember(self, at: int) -> None:
        self._recent.append(at)
        insort(self._sorted, self._values[at])

    def _forget_before(self, day: int) -> None:
        while self._recent and self._days[self._recent[0]] < day:
            value = self._values[self._recent.popleft()]
            del self._sorted[bisect_left(self._sorted, value)]


def _median(ascending: list[float]) -> float:
    middle = len(ascending) // 2
    if len(ascending) % 2:
        return ascending[middle]
    return (ascending[middle - 1] + ascending[middle]) / 2
