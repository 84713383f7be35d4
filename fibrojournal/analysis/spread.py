"""What went together with easy and with hard days: areas that hurt, senses that bothered.

A description of the same days. Nothing here says which came first, or how sure it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD, Limits, third_limits


@dataclass(frozen=True, slots=True)
class Beside:
    """How a measure stood on the easiest and on the hardest third of days."""

    id: str
    easy: float
    hard: float
    """Means, in points of the measure."""
    n_easy: int
    n_hard: int


@dataclass(frozen=True, slots=True)
class Spread:
    """What stood beside the outcome; `limits` are those of the outcome's own thirds."""

    limits: Limits
    beside: tuple[Beside, ...]
    """Of each measure with eight days in both thirds, in the order given."""


def spread(
    outcome: NDArray[np.float64], others: Mapping[str, NDArray[np.float64]]
) -> Spread | None:
    """Describe other measures on the low and high third of an outcome on which high is bad.

    All are calendar grids (NaN = not noted) of the same days. None where the outcome has no fair
    thirds.
    """
    limits = third_limits(outcome)
    if limits is None:
        return None
    beside = []
    for id, values in others.items():
        noted = np.isfinite(values)
        easy = values[noted & (outcome <= limits.low)]
        hard = values[noted & (outcome >= limits.high)]
        if min(easy.size, hard.size) >= DAYS_IN_A_THIRD:
            beside.append(
                Beside(id, float(easy.mean()), float(hard.mean()), int(easy.size), int(hard.size))
            )
    return Spread(limits, tuple(beside))
