"""How bad a day was on the whole: for what moves many symptoms a little."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fibrojournal.analysis.prepared import Variable

ID = "whole_day"
PARTS = ("pain", "fatigue", "fog", "mood", "gut")
PARTS_NEEDED = 3
"""A day with fewer of them noted has no value, and a diary with fewer has no page."""


def with_whole_day(variables: Sequence[Variable]) -> tuple[Variable, ...]:
    """Put the mean of five symptoms in the place of the five, which are then asked of no more.

    Each is taken as distances from its mean in standard deviations, worse upwards; the mean of
    those noted on a day, three at least, is given in points by their average standard deviation.
    Empty where fewer than three of them ever vary.
    """
    parts = [one for one in variables if one.id in PARTS and _spread(one) > 0]
    if len(parts) < PARTS_NEEDED:
        return ()
    spreads = [_spread(one) for one in parts]
    levels = np.array(
        [
            one.bad * (one.values - np.nanmean(one.values)) / spread
            for one, spread in zip(parts, spreads, strict=True)
        ]
    )
    noted = np.isfinite(levels).sum(axis=0)
    mean = np.full(noted.size, np.nan)
    np.divide(np.nansum(levels, axis=0), noted, out=mean, where=noted >= PARTS_NEEDED)
    rest = [one for one in variables if one.id not in PARTS]
    return (Variable(ID, mean * float(np.mean(spreads))), *rest)


def _spread(one: Variable) -> float:
    return float(np.nanstd(one.values)) if one.has_answers else 0.0
