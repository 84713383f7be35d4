"""Lag-augmented local projections: a day's outcome on a factor, the recent past of both held fixed.

Montiel Olea and Plagborg-Moller, Econometrica 89 (2021) 1789-1823: with the past of both among the
controls, ordinary standard errors hold although days resemble each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.prepared import Prepared
from fibrojournal.analysis.regression import SLOPE, slopes

_COLUMNS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Projections:
    """One outcome on several factors at one lag; arrays have one entry a factor."""

    slope: NDArray[np.float64]
    """Points of the outcome per point of the factor; NaN where it cannot be estimated."""
    se: NDArray[np.float64]
    """Its standard error; see `regression`."""
    df: NDArray[np.float64]
    n: NDArray[np.int64]
    """Rows: days with the outcome, whose factor's day is noted too."""
    used: NDArray[np.bool_]
    """Which days of the factor the rows hold; a row a factor, a column a calendar day."""


def project(
    diary: Prepared, outcome: int, factors: NDArray[np.intp], lag: int, *, severity: bool = False
) -> Projections:
    """Regress an outcome on each of several factors `lag` days before it.

    With `lag` 0: y(t) on x(t), x(t-1), y(t-1), y(t-2). Later: y(t) on x(t-L), x(t-L-1), y(t-L),
    y(t-L-1). With `severity` the factor's own past gives way to how bad the day was before the
    outcome's recent days (`Prepared.severity_without`, at t - max(L, 1)). y and the factor are as
    noted, controls are filled; rows that reach back before the first day are dropped. Degrees of
    freedom: n - 5 - what the calendar took of the outcome, but for its constant.
    """
    back = max(lag, 1)
    start = back + 1
    days = diary.adjusted.shape[1]
    if days <= start:
        return _nothing(factors.size, days)
    own = diary.filled[outcome]
    y = diary.adjusted[outcome, start:]
    x = diary.adjusted[factors, start - lag : days - lag]
    rows = np.isfinite(x) & np.isfinite(y)
    past = (
        diary.severity_without(factors, outcome)[:, start - back : days - back]
        if severity
        else diary.filled[factors, start - lag - 1 : days - lag - 1]
    )
    design = np.empty((factors.size, _COLUMNS, days - start))
    design[:, 0] = 1.0
    design[:, SLOPE] = np.where(rows, x, 0.0)
    design[:, 2] = past
    design[:, 3] = own[start - back : days - back]
    design[:, 4] = own[start - back - 1 : days - back - 1]
    design *= rows[:, None, :]
    n = rows.sum(axis=1)
    df = n - _COLUMNS - (diary.calendar_df[outcome] - 1)
    slope, se = slopes(design, np.where(rows, y, 0.0), df)
    points = diary.scale[outcome] / diary.scale[factors]
    used = np.zeros((factors.size, days), dtype=np.bool_)
    used[:, start - lag : days - lag] = rows
    return Projections(slope * points, se * points, df, n, used)


def _nothing(factors: int, days: int) -> Projections:
    empty = np.full(factors, np.nan)
    none = np.zeros(factors, dtype=np.int64)
    return Projections(empty, empty, none.astype(np.float64), none, np.zeros((factors, days), bool))
