"""Answers as arrays: the bulk reads behind charts and statistics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Series:
    """The recorded days of one measure, ascending; the three arrays are equally long.

    `days` counts days since 1970-01-01, as numpy's datetime64[D] does. `hollow` marks answers
    that were copied, or typed two days late or more.
    """

    days: NDArray[np.int64]
    values: NDArray[np.float64]
    hollow: NDArray[np.bool_]
