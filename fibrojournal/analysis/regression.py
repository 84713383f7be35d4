"""Least squares: many regressions of one size at once, each for the slope of one column."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SLOPE = 1
"""The column that a regression is run for; column 0 is the constant."""
_ESTIMABLE = 1e-6


def slopes(
    design: NDArray[np.float64], y: NDArray[np.float64], df: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the slope and standard error of column 1 of each regression; NaN where there is none.

    `design` is regressions x columns x days, `y` regressions x days; days that are no rows are 0 in
    both, also in the column of the constant, which is 1 on all others. `df` may be less than rows
    minus columns, where something was taken out of the outcome before. The error is the larger of
    the classical one, with the variance RSS / df, and HC3 (MacKinnon and White, Journal of
    Econometrics 29 (1985) 305-325) times (rows - columns) / df. A column that never changes, or
    that the others explain whole, has no slope.
    """
    gram = design @ design.transpose(0, 2, 1)
    inverse = np.linalg.pinv(gram, rcond=1e-10, hermitian=True)
    weights = inverse @ (design @ y[:, :, None])
    residual = y - (weights * design).sum(axis=1)
    leverage = ((inverse @ design) * design).sum(axis=1)
    influence = (inverse[:, SLOPE, :, None] * design).sum(axis=1)
    room = np.maximum(df, 1.0)
    classical = (residual**2).sum(axis=1) / room * inverse[:, SLOPE, SLOPE]
    spread = influence * residual / np.maximum(1 - leverage, 1e-8)
    spare = np.maximum(design[:, 0].sum(axis=1) - design.shape[1], 0)
    hc3 = (spread**2).sum(axis=1) * spare / room
    fit = ((inverse @ gram)[:, SLOPE, SLOPE] > 1 - _ESTIMABLE) & (df >= 1)
    slope = np.where(fit, weights[:, SLOPE, 0], np.nan)
    return slope, np.where(fit, np.sqrt(np.maximum(classical, hc3)), np.nan)
