"""How far the means of two spans lie apart; the interval knows that days resemble each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one, unbiased, worth
from fibrojournal.analysis.student import POWER_80, half_width, two_sided

NOTED_A_SIDE = 21
"""Fewer noted days than this on either side carry no interval."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The second span against the first, in points of the measure."""

    before: float
    """The mean of the first span."""
    after: float
    change: float
    """After less before."""
    low: float
    high: float
    """The 95 % interval of the change."""
    p: float
    """Two-sided chance of such a change, were there none."""
    n_before: int
    n_after: int
    detectable: float
    """The smallest change that 4 of 5 diaries like this one would tell from chance."""


def difference(
    before: NDArray[np.float64], after: NDArray[np.float64], least: int = NOTED_A_SIDE
) -> Difference | None:
    """Compare the means of two spans; None where either has fewer than `least` noted days.

    Both are calendar grids (NaN = not noted) of one measure. Days count for n (1 - phi) / (1 + phi)
    independent ones, where phi is the pooled lag-1 autocorrelation within the spans, mended for its
    bias; the variance is pooled, and Student's t has as many degrees of freedom as independent
    days less two. Bayley and Hammersley, J. R. Stat. Soc. Suppl. 8 (1946) 184-197.
    """
    noted = [span[np.isfinite(span)] for span in (before, after)]
    sizes = [int(days.size) for days in noted]
    if min(sizes) < least:
        return None
    means = [float(days.mean()) for days in noted]
    phi = unbiased(lag_one(before - means[0], after - means[1]), sum(sizes) / 2)
    independent = [worth(n, phi) for n in sizes]
    squares = sum(float(((days - days.mean()) ** 2).sum()) for days in noted)
    # A span's own mean takes n / n* days' worth of variance out of its sum of squares.
    free = sum(n - n / few for n, few in zip(sizes, independent, strict=True))
    df = max(sum(independent) - 2, 1.0)
    se = float(np.sqrt(squares / free * sum(1 / few for few in independent)))
    change = means[1] - means[0]
    reach = half_width(df) * se
    return Difference(
        before=means[0],
        after=means[1],
        change=change,
        low=change - reach,
        high=change + reach,
        p=two_sided(df, change / se) if se else float(change == 0),
        n_before=sizes[0],
        n_after=sizes[1],
        detectable=reach + POWER_80 * se,
    )
