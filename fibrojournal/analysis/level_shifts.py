"""Level shifts: days from which on a measure stood at another level for weeks.

Optimal partitioning: Jackson and others, IEEE Signal Processing Letters 12 (2005) 105-108. The
penalty is that of independent days times (1 + phi) / (1 - phi), as days that resemble each other
look like shifts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one, unbiased

RECORDS_A_SIDE = 14
"""A level is that of this many noted days at least."""
PENALTY = 1.5
_WINDOW = 29
"""Days of the running median that is taken out before days are compared with their neighbours."""


@dataclass(frozen=True, slots=True)
class LevelShift:
    """A day from which on a measure stood at another level."""

    day: int
    """Index in the grid of the first noted day of the new level."""
    change: float
    """The mean of the new level less that of the one before."""
    before: float
    after: float
    n_before: int
    n_after: int
    """Noted days of the two levels."""


def change_points(values: NDArray[np.float64]) -> tuple[LevelShift, ...]:
    """Find the level shifts of a calendar grid (NaN = not noted), oldest first.

    The levels are the partition of the noted days, 14 a level at least, with the smallest sum of
    squares plus a penalty for each shift of 1.5 s2 ln n (1 + phi) / (1 - phi); s2 and phi are the
    variance and the lag-1 autocorrelation after a 29-day running median, which takes slow swings
    out of phi: it is mended as that of a span of 29 days.
    """
    at = np.flatnonzero(np.isfinite(values))
    if at.size < 2 * RECORDS_A_SIDE:
        return ()
    noted = values[at]
    starts = [0, *_partition(noted, _penalty(values, at)), at.size]
    levels = [noted[a:b] for a, b in pairwise(starts)]
    return tuple(
        LevelShift(
            day=int(at[start]),
            change=float(new.mean() - old.mean()),
            before=float(old.mean()),
            after=float(new.mean()),
            n_before=int(old.size),
            n_after=int(new.size),
        )
        for start, old, new in zip(starts[1:], levels, levels[1:], strict=False)
    )


def _penalty(values: NDArray[np.float64], at: NDArray[np.intp]) -> float:
    padded = np.pad(values, _WINDOW // 2, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[at]
    quick = np.full(values.size, np.nan)
    quick[at] = values[at] - np.nanmedian(windows, axis=1)
    phi = unbiased(lag_one(quick), _WINDOW)
    s2 = float(np.mean(quick[at] ** 2))
    return PENALTY * s2 * float(np.log(at.size)) * (1 + phi) / (1 - phi)


def _partition(noted: NDArray[np.float64], penalty: float) -> list[int]:
    """Return where new levels start, by dynamic programming over all partitions."""
    sums = np.concatenate(([0.0], np.cumsum(noted)))
    squares = np.concatenate(([0.0], np.cumsum(noted**2)))
    best = np.full(noted.size + 1, np.inf)
    best[0] = -penalty  # the first level costs nothing
    came_from = np.zeros(noted.size + 1, dtype=np.intp)
    for end in range(RECORDS_A_SIDE, noted.size + 1):
        start = np.arange(end - RECORDS_A_SIDE + 1)
        within = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)
        cost = best[start] + within + penalty
        came_from[end] = np.argmin(cost)
        best[end] = cost[came_from[end]]
    starts = []
    end = noted.size
    while came_from[end]:
        end = int(came_from[end])
        starts.append(end)
    return starts[::-1]
