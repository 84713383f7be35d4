"""Whether bad days may be missing from a diary, so that it describes the noted ones alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WORSE = 0.5
"""Points by which days before an un-noted day are worse than others, to be said."""
DAYS_NEEDED = 5
"""Noted days before an un-noted one, and before a noted one, that are needed to tell."""


@dataclass(frozen=True, slots=True)
class MissingDays:
    """The un-noted days of a measure, between its first and its last noted day."""

    share: float
    """Of all days between."""
    bad_ones: bool | None
    """Whether days before an un-noted day were worse by half a point; None: too few to tell."""


def missing_days(values: NDArray[np.float64], *, high_is_bad: bool = True) -> MissingDays:
    """Describe the gaps of a calendar grid (NaN = not noted)."""
    at = np.flatnonzero(np.isfinite(values))
    if not at.size:
        return MissingDays(0.0, None)
    inside = values[at[0] : at[-1] + 1]
    noted = np.isfinite(inside)
    before_gap = inside[:-1][noted[:-1] & ~noted[1:]]
    before_noted = inside[:-1][noted[:-1] & noted[1:]]
    share = float(1 - noted.mean())
    if min(before_gap.size, before_noted.size) < DAYS_NEEDED:
        return MissingDays(share, None)
    rise = float(before_gap.mean() - before_noted.mean())
    return MissingDays(share, (rise if high_is_bad else -rise) >= WORSE)
