"""How much days differ from one another, not how high they are. Descriptions, no claims."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.summary import Usual, usual_range

STEPS_NEEDED = 10
"""Fewer steps from one noted day to the next calendar day than this say nothing fair."""


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the scale and how many noted days lay in it; its upper end belongs to it."""

    low: float
    high: float
    n: int
    share: float
    """Of the noted days."""


@dataclass(frozen=True, slots=True)
class Variability:
    """How days differ in a span."""

    n: int
    """Noted days."""
    steps: int
    """Pairs of calendar days in a row that are both noted."""
    typical_step: float | None
    """The median size of the step from one day to the next; None with fewer than 10 steps."""
    rms_step: float | None
    """The root of the mean squared successive difference (MSSD): von Neumann and others, Annals of
    Mathematical Statistics 12 (1941) 153-162; of symptoms: Jahng and others, Psychological Methods
    13 (2008) 354-375. Weighs single great steps more. None with fewer than 10 steps."""
    usual: Usual | None
    """The middle half of the noted days; None where there is none."""


def variability(values: NDArray[np.float64]) -> Variability:
    """Describe how much the days of a calendar grid (NaN = not noted) differ.

    A step over an un-noted day is none: nobody knows what lay between.
    """
    steps = np.diff(values)
    steps = np.abs(steps[np.isfinite(steps)])
    enough = steps.size >= STEPS_NEEDED
    return Variability(
        n=int(np.isfinite(values).sum()),
        steps=int(steps.size),
        typical_step=float(np.median(steps)) if enough else None,
        rms_step=float(np.sqrt(np.mean(steps**2))) if enough else None,
        usual=usual_range(values),
    )


def in_blocks(values: NDArray[np.float64], starts: NDArray[np.int64]) -> tuple[Variability, ...]:
    """Describe block after block, such as months: each from its start to the next one's.

    `starts` are ascending indices of the grid; the last block goes on to the end.
    """
    return tuple(variability(block) for block in np.split(values, starts)[1:])


def share_by_band(values: NDArray[np.float64], edges: tuple[float, ...]) -> tuple[Band, ...]:
    """Count the noted days in each part of the scale between ascending edges.

    A day on an edge belongs to the band below it, and one on the first edge to the first band, so
    that 0, 3, 6, 10 counts 0-3, 4-6 and 7-10 of whole ratings. Days outside the edges count in `n`
    of no band, and in every share.
    """
    noted = values[np.isfinite(values)]
    counts = [int(((noted > low) & (noted <= high)).sum()) for low, high in pairwise(edges)]
    counts[0] += int((noted == edges[0]).sum())
    return tuple(
        Band(low, high, n, n / noted.size if noted.size else 0.0)
        for low, high, n in zip(edges, edges[1:], counts, strict=False)
    )
