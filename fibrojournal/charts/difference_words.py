"""How far apart two spans of days lie, in words: how much, how sure, and what else it may be.

Nothing here says that one thing brings about another. The numbers are those of
`fibrojournal.analysis.difference`.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.difference import Difference
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _, in_usual_unit, number, usual_unit

N = TypeVar("N", float, NDArray[np.float64])

SMALL = 0.5
"""A difference on a rating that nobody would notice, in points."""
_LONG_SCALE = 50
_RATING = 10.0
"""How long a scale is on which a point is a point."""
FEW = 8
"""Fewer times of something than this are called early."""
EARLY = N_("That is early: a few more times may change the picture.")

OTHER_THINGS = N_("Other things changed too.")
AFTER_A_BAD_SPELL = N_(
    "The two weeks before were worse than the six before them;"
    " symptoms often ease after a bad spell anyway."
)


def as_rating(measure: Measure, change: N) -> N:
    """Return a difference as it would be on a scale of 0 to 10: limits are made for those."""
    return change * _RATING / (measure.scale.high - measure.scale.low)


def size_text(measure: Measure, change: float) -> str:
    """Write how large a difference is, whatever its sign: "0.4", "0.4 h"."""
    one = in_usual_unit(1, measure.unit) - in_usual_unit(0, measure.unit)
    decimals = 1 if measure.scale.high - measure.scale.low <= _LONG_SCALE else 0
    digits = number(abs(change) * one, decimals)
    return f"{digits} {_(usual_unit(measure.unit))}" if measure.unit else digits


def change_text(measure: Measure, change: float) -> str:
    """Write a difference with its direction: "0.4 lower", or that there is none."""
    size = size_text(measure, change)
    if size == size_text(measure, 0):
        return _("no difference")
    return (_("{size} lower") if change < 0 else _("{size} higher")).format(size=size)


def printed_change(measure: Measure, found: Difference) -> float:
    """Return the difference of the averages as printed, so that the words fit the numbers."""
    decimals = 1 if measure.scale.high - measure.scale.low <= _LONG_SCALE else 0
    return round(round(found.after, decimals) - round(found.before, decimals), decimals)


def likely_text(measure: Measure, found: Difference) -> str:
    """Write where the true difference is likely to lie."""
    low, high = change_text(measure, found.low), change_text(measure, found.high)
    if found.low == found.high:
        return _("these days are too alike to say how sure that is")
    if low == high:
        return _("likely {change}").format(change=low)
    return _("likely between {low} and {high}").format(low=low, high=high)


def is_clear(measure: Measure, found: Difference) -> bool:
    """Tell whether the likely span leaves 0 out, as printed too: words and numbers agree."""
    nothing = size_text(measure, 0)
    ends = size_text(measure, found.low), size_text(measure, found.high)
    return (found.low > 0 or found.high < 0) and nothing not in ends


def how_sure(measure: Measure, found: Difference, *, is_over: bool) -> str:
    """Say how sure a difference is; `is_over` where no further day can change it."""
    if found.low == found.high:
        return _("A likely span needs days that differ.")
    if is_clear(measure, found):
        return _("That is more than the ordinary ups and downs of these days.")
    reach = max(-found.low, found.high)
    if measure.scale.is_rating and max(reach, as_rating(measure, reach)) <= SMALL:
        return _("Probably no difference that matters: under half a point.")
    if not is_over:
        return _("Too early to tell.")
    return _(
        "No clear difference. With these days, one under {size} would mostly not show."
    ).format(size=size_text(measure, found.detectable))


def averages_text(measure: Measure, found: Difference) -> str:
    """Write both averages."""
    return _("Averages {before} and {after}.").format(
        before=mean_text(measure, found.before), after=mean_text(measure, found.after)
    )
