"""How far a day resembles the day before, and how many independent days a span is therefore worth.

Series are calendar grids: one entry a day, NaN = no record.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

REACH = 60
"""Days further apart than this are taken as unrelated."""


def lag_one(*residuals: NDArray[np.float64]) -> float:
    """Return the lag-1 autocorrelation, pooled over spans that each vary around 0.

    Only days whose day before is noted too are used; 0 where there is no such pair.
    """
    products = squares_now = squares_before = 0.0
    for span in residuals:
        both = np.isfinite(span[1:]) & np.isfinite(span[:-1])
        now, before = span[1:][both], span[:-1][both]
        products += float(now @ before)
        squares_now += float(now @ now)
        squares_before += float(before @ before)
    scale = np.sqrt(squares_now * squares_before)
    return float(products / scale) if scale > 0 else 0.0


def unbiased(phi: float, n: float) -> float:
    """Mend the estimate of a span of `n` days, which is too low by about (1 + 4 phi) / n.

    Marriott and Pope, Biometrika 41 (1954) 390-402. Kept between 0 and 0.9.
    """
    return float(np.clip(phi + (1 + 4 * phi) / n, 0.0, 0.9))


def worth(n: int, phi: float) -> float:
    """Return how many independent days `n` days in a row are worth for their mean."""
    return n * (1 - phi) / (1 + phi)


def worth_scattered(chosen: NDArray[np.bool_], phi: float) -> float:
    """Return the same for chosen days of a grid, with the distances between them as they are.

    That is n squared over the sum of phi ** |i - j| over all pairs of chosen days.
    """
    days = chosen.astype(np.float64)
    n = float(days.sum())
    total = n
    for lag in range(1, min(REACH, days.size - 1) + 1):
        total += 2 * phi**lag * float(days[lag:] @ days[:-lag])
    return n * n / total if n else 0.0
