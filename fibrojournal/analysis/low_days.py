"""Whether the last days were heavy ones, so that a person may be reminded of others."""

from __future__ import annotations

import numpy as np

from fibrojournal.analysis.grid import Recorded

SEVERAL = 3
"""So many noted days in a row."""
WITHIN = 7
"""In so many days up to today."""
LOWEST = 1
"""Mood, from 0 to 10, at or below this."""


def are_heavy(mood: Recorded, today: int) -> bool:
    """Tell whether mood was at its lowest on each of the last few noted days; copies do not count.

    It is a reason to say something kind. It is no score, and nothing else may follow from it.
    """
    days, values = mood.days[~mood.copied], mood.values[~mood.copied]
    last = values[(days > today - WITHIN) & (days <= today)][-SEVERAL:]
    return last.size == SEVERAL and bool(np.all(last <= LOWEST))
