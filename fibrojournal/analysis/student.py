"""Student's t distribution, from scipy, which is loaded when the first number is asked for."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = TypeVar("Numbers", float, NDArray[np.float64])
"""One number, or an array of them: what goes in comes out."""

POWER_80 = 0.84
"""The 80th percentile of the normal curve: how far above the limit a difference must lie to be
found in 4 of 5 diaries."""


def upper_tail(df: Numbers, t: Numbers) -> Numbers:
    """Return the chance of a value of `t` or more, where nothing but chance is at work."""
    from scipy.special import stdtr

    return _like(df, stdtr(df, -np.asarray(t)))


def two_sided(df: Numbers, t: Numbers) -> Numbers:
    """Return the chance of a value as far from 0 as `t`, on either side."""
    from scipy.special import stdtr

    return _like(df, 2 * stdtr(df, -np.abs(t)))


def quantile(df: Numbers, share: float) -> Numbers:
    """Return the value that a share of the distribution lies below."""
    from scipy.special import stdtrit

    return _like(df, stdtrit(df, share))


def half_width(df: Numbers, error: float = 0.05) -> Numbers:
    """Return how many standard errors an interval reaches to each side; 95 % unless said."""
    return quantile(df, 1 - error / 2)


def _like(model: Numbers, result: NDArray[np.float64]) -> Numbers:
    return result if isinstance(model, np.ndarray) else float(result)
