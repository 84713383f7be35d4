"""Plain descriptions of a series: averages that admit gaps, and the usual range.

Nothing here claims a change or a link. Series are calendar grids: one entry a day, NaN = no record.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WEEK = 7
NOTED_IN_A_WEEK = 4
"""An average of seven days needs this many of them; below it the line breaks."""

MONTH = 30
NOTED_TO_AVERAGE = 7
"""Fewer noted days than this in a span of 30 are no fair average of it."""


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of the noted days of a span; None where there is none. `n` of `days` were noted."""

    mean: float | None
    n: int
    days: int

    @property
    def is_fair(self) -> bool:
        """Tell whether enough days stand behind the mean to put it beside another."""
        return self.n >= NOTED_TO_AVERAGE


@dataclass(frozen=True, slots=True)
class Usual:
    """The quartiles: half of the noted days lie between `low` and `high`."""

    low: float
    middle: float
    high: float


def seven_day_mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Average each day with the three before and the three after it.

    NaN where fewer than four of the seven days are noted; days beyond the ends count as not noted.
    """
    noted = np.isfinite(values)
    counts = _seven_day_sum(noted.astype(np.float64))  # sums of ones: exact, safe to compare
    mean = np.full(values.size, np.nan)
    totals = _seven_day_sum(np.where(noted, values, 0.0))
    np.divide(totals, counts, out=mean, where=counts >= NOTED_IN_A_WEEK)
    return mean


def average(values: NDArray[np.float64]) -> Average:
    """Average the noted days of a span."""
    noted = values[np.isfinite(values)]
    return Average(float(noted.mean()) if noted.size else None, int(noted.size), int(values.size))


def last_months(values: NDArray[np.float64]) -> tuple[Average, Average]:
    """Average the last 30 days of a grid, and the 30 before them."""
    cut = max(values.size - MONTH, 0)
    return average(values[cut:]), average(values[max(cut - MONTH, 0) : cut])


def usual_range(values: NDArray[np.float64]) -> Usual | None:
    """Return the quartiles of the noted days, or None where there is none."""
    noted = values[np.isfinite(values)]
    if not noted.size:
        return None
    low, middle, high = np.quantile(noted, (0.25, 0.5, 0.75))
    return Usual(float(low), float(middle), float(high))


def lower_third(values: NDArray[np.float64]) -> float | None:
    """Return what a third of the noted days lies below; None where fewer than 30 are noted."""
    noted = values[np.isfinite(values)]
    return float(np.quantile(noted, 1 / 3)) if noted.size >= MONTH else None


def hollow_share(values: NDArray[np.float64], hollow: NDArray[np.bool_]) -> float:
    """Return the share of noted days that were copied or filled in late; 0 where none is noted."""
    noted = np.isfinite(values)
    return float(hollow[noted].mean()) if noted.any() else 0.0


def _seven_day_sum(values: NDArray[np.float64]) -> NDArray[np.float64]:
    padded = np.pad(values, WEEK // 2)
    total = np.zeros_like(values)
    for shift in range(WEEK):
        total += padded[shift : shift + values.size]
    return total
