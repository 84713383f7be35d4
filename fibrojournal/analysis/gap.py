"""Two measures of the same days held against each other: energy waking and in the evening."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one, unbiased
from fibrojournal.analysis.mean_interval import Mean, mean_interval
from fibrojournal.analysis.summary import Usual, usual_range

DAYS_NEEDED = 14
"""Days with both that are needed before anything is said of the gap."""


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """The second measure less the first, day by day."""

    daily: NDArray[np.float64]
    """One entry a calendar day; NaN where either is not noted."""
    n: int
    first: float
    second: float
    """The means of the two measures on the days that have both."""
    mean: Mean
    """The mean gap."""
    usual: Usual | None
    """The middle half."""
    lower: int
    equal: int
    higher: int
    """On how many days the second measure was lower than, equal to, higher than the first."""


def gap(first: NDArray[np.float64], second: NDArray[np.float64]) -> Gap | None:
    """Compare two calendar grids (NaN = not noted) of measures on one scale, on the same days.

    The interval knows that gaps of days in a row resemble each other. None under 14 days with both.
    """
    daily = second - first
    both = np.isfinite(daily)
    n = int(both.sum())
    if n < DAYS_NEEDED:
        return None
    noted = daily[both]
    phi = unbiased(lag_one(daily - noted.mean()), n)
    return Gap(
        daily=daily,
        n=n,
        first=float(first[both].mean()),
        second=float(second[both].mean()),
        mean=mean_interval(daily, both, phi),
        usual=usual_range(daily),
        lower=int((noted < 0).sum()),
        equal=int((noted == 0).sum()),
        higher=int((noted > 0).sum()),
    )
