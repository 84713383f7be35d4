"""Weekday, weekend, trend and slow swings of a series, taken out gently.

Weekdays and swings are held near 0 by a ridge penalty, so that a short diary does not chase noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SLOWEST_TAKEN_OUT = 90
"""Swings as long as this and longer, in days, are the calendar's."""
_HELD = 4.0
_FREE = 1e-6
_SATURDAY = 5
_THURSDAY = 3  # 1970-01-01, day 0


@dataclass(frozen=True, slots=True, eq=False)
class Adjusted:
    """A series without what the calendar explains."""

    residual: NDArray[np.float64]
    """On the series' own scale, around 0; NaN where nothing was noted."""
    df: float
    """How many degrees of freedom that took."""


def weekdays(first: int, days: int) -> NDArray[np.int64]:
    """Return the weekday of each day of a grid, Monday = 0; `first` in days since 1970-01-01."""
    return (np.arange(first, first + days) + _THURSDAY) % 7


class Calendar:
    """The calendar of a grid of days, made once and used for each of its series."""

    def __init__(self, first: int, days: int) -> None:
        t = np.arange(days)
        weekday = weekdays(first, days)
        swings = np.arange(1, 2 * days // SLOWEST_TAKEN_OUT + 1)
        self._columns = np.column_stack(
            [
                np.ones(days),
                2 * t / max(days - 1, 1) - 1,
                weekday[:, None] == np.arange(6),
                weekday >= _SATURDAY,
                np.cos(np.pi * np.outer(t + 0.5, swings) / max(days, 1)),
            ]
        )
        penalty = np.full(self._columns.shape[1], _HELD + _FREE)
        penalty[:2] = _FREE
        self._penalty = np.diag(penalty)

    def adjust(self, values: NDArray[np.float64]) -> Adjusted:
        """Take out of a series, on its noted days, what the calendar explains.

        The columns C are 1, the trend, six weekdays, the weekend, and cosines of half a period and
        more up to one in 90 days; their weights solve (C'C + P) b = C'z. The degrees of freedom are
        the trace of (C'C + P)^-1 C'C. Of a series that never changes nothing is left: what
        rounding leaves would else look like change.
        """
        noted = np.isfinite(values)
        columns = self._columns[noted]
        gram = columns.T @ columns
        both = np.column_stack([columns.T @ values[noted], gram])
        solved = np.linalg.solve(gram + self._penalty, both)
        residual = np.full(values.size, np.nan)
        changes = np.unique(values[noted]).size > 1
        residual[noted] = values[noted] - columns @ solved[:, 0] if changes else 0.0
        return Adjusted(residual, float(np.trace(solved[:, 1:])))
