"""A measure laid over the days before and after each of many events: day 0 is the event's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import Calendar
from fibrojournal.analysis.summary import Usual, usual_range

FIRST_OFFSET, LAST_OFFSET = -3, 7
EVENTS_NEEDED = 5
"""Fewer events than this are no pattern."""
APART = 3
"""An event this many days or fewer after another is a part of it, not one of its own."""
MORE_ACTIVE = 1.0


@dataclass(frozen=True, slots=True)
class Offset:
    """The days that lie this many days after (before: negative) an event."""

    offset: int
    n: int
    mean: float | None
    """How far they lie above what the calendar makes usual, in points; None where n is 0."""
    usual: Usual | None
    """The middle half of the same."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A measure around its events."""

    events: int
    offsets: tuple[Offset, ...]
    before: float | None
    """The mean of the days before: what the days after are held against; None: none is noted."""

    @property
    def is_fair(self) -> bool:
        """Tell whether five events stand behind it."""
        return self.events >= EVENTS_NEEDED


def aligned(
    values: NDArray[np.float64],
    first: int,
    events: NDArray[np.int64],
    offsets: tuple[int, int] = (FIRST_OFFSET, LAST_OFFSET),
) -> Aligned:
    """Lay a measure over the days around events; a picture, not a test.

    `values` is a calendar grid (NaN = not noted) that begins on day `first` since 1970-01-01,
    `events` are indices in it, `offsets` the first and last day to look at. Weekday, trend and slow
    swings are taken out first, so that 0 is the usual of the time. Events around which nothing is
    noted count in no number.
    """
    level = Calendar(first, values.size).adjust(values).residual
    shifts = np.arange(offsets[0], offsets[1] + 1)
    at = events[:, None] + shifts
    inside = (at >= 0) & (at < values.size)
    around = np.where(inside, level[np.clip(at, 0, max(values.size - 1, 0))], np.nan)
    around = around[np.isfinite(around).any(axis=1)]
    ahead = around[:, shifts < 0]
    return Aligned(
        events=around.shape[0],
        offsets=tuple(
            _describe(offset, around[:, column]) for column, offset in enumerate(shifts.tolist())
        ),
        before=float(np.nanmean(ahead)) if np.isfinite(ahead).any() else None,
    )


def first_days(marks: NDArray[np.float64], apart: int = APART) -> NDArray[np.int64]:
    """Return the days on which something began: marked, with no mark in the `apart` days before.

    `marks` is a calendar grid of 1, 0 and NaN (not known).
    """
    marked = np.flatnonzero(marks == 1)
    begins = np.diff(marked, prepend=-apart - 1) > apart
    return marked[begins].astype(np.int64)


def unusually_active(
    activity: NDArray[np.float64], overdid_it: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Mark days that were more active than usual, or overdone: 1, 0, NaN where neither is known."""
    active = (activity >= MORE_ACTIVE) | (overdid_it == 1)
    known = np.isfinite(activity) | np.isfinite(overdid_it)
    return np.where(known, active.astype(np.float64), np.nan)


def _describe(offset: int, values: NDArray[np.float64]) -> Offset:
    noted = values[np.isfinite(values)]
    return Offset(
        offset, int(noted.size), float(noted.mean()) if noted.size else None, usual_range(noted)
    )
