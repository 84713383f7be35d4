"""One period beside another: two averages, two usual ranges, and how far apart they lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.difference import Difference, difference
from fibrojournal.analysis.summary import Average, Usual, average, usual_range


@dataclass(frozen=True, slots=True)
class Period:
    """One period described."""

    average: Average
    usual: Usual | None
    """The middle half of its noted days; None where there is none."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Period B beside period A."""

    a: Period
    b: Period
    difference: Difference | None
    """B less A; None while either has fewer than 21 noted days."""


def compare_periods(a: NDArray[np.float64], b: NDArray[np.float64]) -> Periods:
    """Compare two calendar grids (NaN = not noted) of one measure; see `difference`.

    Periods are chosen by looking, perhaps because they differ: the interval does not know that.
    """
    return Periods(_describe(a), _describe(b), difference(a, b))


def _describe(values: NDArray[np.float64]) -> Period:
    return Period(average(values), usual_range(values))
