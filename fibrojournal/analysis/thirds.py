"""A person's own low and high third of a measure, and how another measure stood on those days."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one, unbiased
from fibrojournal.analysis.mean_interval import Mean, mean_interval
from fibrojournal.analysis.summary import Usual, usual_range

DAYS_IN_A_THIRD = 8
"""Fewer days than this make no third."""
VALUES_NEEDED = 3
"""A measure with fewer different values has no thirds."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The low third is `low` or less, the high third is `high` or more."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Third:
    """How the other measure stood on the days of one third."""

    n: int
    mean: Mean
    usual: Usual | None
    """The middle half."""


@dataclass(frozen=True, slots=True)
class Thirds:
    """How the other measure stood on low, middling and high days."""

    limits: Limits
    low: Third
    middle: Third | None
    """None where too few days lie between the limits to have a mean with an interval."""
    high: Third


def third_limits(values: NDArray[np.float64]) -> Limits | None:
    """Return the limits of a person's own thirds; None where no fair ones exist.

    With ties, the cut whose share of days is nearest to a third is taken, among those that leave at
    least 8 days on both sides. Three different values are needed.
    """
    noted = values[np.isfinite(values)]
    levels, counts = np.unique(noted, return_counts=True)
    if levels.size < VALUES_NEEDED:
        return None
    up_to = np.cumsum(counts)[:-1]  # days at or below each level but the highest
    fair = (up_to >= DAYS_IN_A_THIRD) & (noted.size - up_to >= DAYS_IN_A_THIRD)
    if not fair.any():
        return None
    low = _nearest(up_to, noted.size / 3, fair)
    high = _nearest(up_to, noted.size * 2 / 3, fair)
    return Limits(float(levels[low]), float(levels[high + 1]))


def off_the_commonest(values: NDArray[np.float64]) -> int:
    """Count the days that stand apart from the commonest value; all of them are noted."""
    counts = np.unique(values, return_counts=True)[1]
    return int(values.size - counts.max(initial=0))


def by_thirds(factor: NDArray[np.float64], outcome: NDArray[np.float64]) -> Thirds | None:
    """Describe an outcome on the days of a factor's low, middle and high third.

    Both are calendar grids (NaN = not noted), the outcome shifted beforehand where its day is a
    later one; days with both count. Intervals know that the outcome's days resemble each other, at
    the distances at which a third's days lie. None where no fair thirds exist.
    """
    both = np.isfinite(factor) & np.isfinite(outcome)
    limits = third_limits(factor[both])
    if limits is None:
        return None
    around = outcome - outcome[both].mean()
    phi = unbiased(lag_one(around), int(both.sum()))
    low, high = both & (factor <= limits.low), both & (factor >= limits.high)
    middle = both & ~low & ~high
    return Thirds(
        limits,
        _third(outcome, low, phi),
        _third(outcome, middle, phi) if middle.sum() >= DAYS_IN_A_THIRD else None,
        _third(outcome, high, phi),
    )


def _third(outcome: NDArray[np.float64], days: NDArray[np.bool_], phi: float) -> Third:
    values = outcome[days]
    return Third(int(values.size), mean_interval(outcome, days, phi), usual_range(values))


def _nearest(up_to: NDArray[np.int64], wanted: float, fair: NDArray[np.bool_]) -> int:
    away = np.where(fair, np.abs(up_to - wanted), np.inf)
    return int(np.argmin(away))
