"""Answers as arrays: the bulk reads behind charts and statistics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Series:
    """The recorded days of one measure, ascending; the four arrays are equally long.

    `days` counts days since 1970-01-01, as numpy's datetime64[D] does. `hollow` marks answers
    that were copied, or typed two days late or more; `copied` marks the copied ones alone, which
    charts show and no statistic counts.
    """

    days: NDArray[np.int64]
    values: NDArray[np.float64]
    hollow: NDArray[np.bool_]
    copied: NDArray[np.bool_]
