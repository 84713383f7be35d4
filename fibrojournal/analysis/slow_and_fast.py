"""Two measures held against each other twice: from day to day, and from four weeks to the next.

The two may well point in opposite directions: a more active day may be followed by a worse one,
while more active months are better ones. So they are never put into one number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one

BLOCK = 28
"""Days of a block: four weeks, so that each holds every weekday four times."""
NOTED_IN_A_BLOCK = 14
"""Days with both that a block needs to have a mean."""
BLOCKS_NEEDED = 6
"""Fewer blocks than this are no trend."""


@dataclass(frozen=True, slots=True, eq=False)
class Slow:
    """Two measures by blocks of four weeks, oldest first. Described, and not tested."""

    starts: NDArray[np.int64]
    """The index of the first day of each block."""
    factor: NDArray[np.float64]
    outcome: NDArray[np.float64]
    """The means of the blocks; NaN in both where too few days have both."""
    blocks: int
    """How many have a mean."""
    same_way: int
    other_way: int
    """From one block to the next, how often both rose or both fell, and how often one rose while
    the other fell."""
    alike: float
    """The autocorrelation of the outcome's means: near 1, months follow months, and a few of them
    say little."""

    @property
    def is_fair(self) -> bool:
        """Tell whether six blocks stand behind it."""
        return self.blocks >= BLOCKS_NEEDED


def slowly(factor: NDArray[np.float64], outcome: NDArray[np.float64]) -> Slow:
    """Describe two calendar grids (NaN = not noted) by blocks of four weeks, the last one whole.

    Only days with both count, so that a block's two means are those of the same days. Days before
    the first whole block are left out.
    """
    first = factor.size % BLOCK
    both = np.isfinite(factor) & np.isfinite(outcome)
    means = [_by_block(np.where(both, values, np.nan)[first:]) for values in (factor, outcome)]
    steps = np.sign(np.diff(means[0])) * np.sign(np.diff(means[1]))
    has_mean = np.isfinite(means[1])
    around = means[1] - means[1][has_mean].mean() if has_mean.any() else means[1]
    return Slow(
        starts=np.arange(first, factor.size, BLOCK, dtype=np.int64),
        factor=means[0],
        outcome=means[1],
        blocks=int(has_mean.sum()),
        same_way=int((steps > 0).sum()),
        other_way=int((steps < 0).sum()),
        alike=lag_one(around),
    )


def _by_block(values: NDArray[np.float64]) -> NDArray[np.float64]:
    table = values.reshape(-1, BLOCK)
    noted = np.isfinite(table).sum(axis=1)
    means = np.full(table.shape[0], np.nan)
    np.divide(np.nansum(table, axis=1), noted, out=means, where=noted >= NOTED_IN_A_BLOCK)
    return means
