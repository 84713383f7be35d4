"""The mean of some days of a series, with an interval that knows that days resemble each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import worth_scattered
from fibrojournal.analysis.student import half_width


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with its 95 % interval."""

    mean: float
    low: float
    high: float


def mean_interval(values: NDArray[np.float64], chosen: NDArray[np.bool_], phi: float) -> Mean:
    """Average the chosen days of a calendar grid; at least two, all of them noted.

    `phi` is the lag-1 autocorrelation of the series. A day counts the less for the interval, the
    nearer the other chosen days lie (`worth_scattered`).
    """
    noted = values[chosen]
    independent = max(worth_scattered(chosen, phi), 2.0)
    mean = float(noted.mean())
    reach = half_width(independent - 1) * float(noted.std(ddof=1)) / float(np.sqrt(independent))
    return Mean(mean, mean - reach, mean + reach)
