"""Whether an outcome was already worse the day before a trigger, and so may only seem to follow."""

from __future__ import annotations

import numpy as np

from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Prepared
from fibrojournal.analysis.student import two_sided

EVENTS_NEEDED = 5
"""A trigger with fewer days than this among the rows is not asked."""
EVENTS_FOR_MORE_THAN_EARLY = 8
"""Fewer than this are early signs."""


def already_worse_before(diary: Prepared, trigger: int, outcome: int) -> bool:
    """Tell whether the outcome was worse the day before, beyond chance: p <= .05.

    The projection of the trigger on yesterday's outcome, with the past of both held fixed.
    """
    back = project(diary, trigger, np.array([outcome]), 1)
    slope, se = float(back.slope[0]), float(back.se[0])
    if not se > 0:  # not estimable: NaN, or no day varies
        return False
    worse = slope * diary.variables[outcome].bad > 0
    return worse and two_sided(float(back.df[0]), slope / se) <= 0.05
