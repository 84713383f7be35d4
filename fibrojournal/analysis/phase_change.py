"""How a measure stood before and after a treatment began, as far as a diary can say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.difference import Difference, difference

SPAN = 56
"""Days compared on each side: eight weeks."""
LEFT_OUT_BEFORE = 14
"""People begin a treatment in a bad spell, which eases by itself: these days are left out."""
LEFT_OUT_AFTER = 7
"""And these, as few treatments act at once; the day of the start is the first of them."""

SPELL = 14
SPELL_AGAINST = 42
BAD_SPELL = 1.0
"""Points by which the last days before a start are worse than those before them, to be said."""
_NOTED_OF_SPELL = 7
_NOTED_AGAINST = 14


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """A treatment's start, as the days around it show it."""

    difference: Difference | None
    """None while either side has fewer than 21 noted days."""
    n_before: int
    n_after: int
    """Noted days on each side so far."""
    after_bad_spell: bool | None
    """Whether the two weeks before were over a point worse than the six before; None: not known."""


def phase_change(
    values: NDArray[np.float64], start: int, *, high_is_bad: bool = True
) -> PhaseChange:
    """Compare 56 days from day 7 after a start with 56 that end 14 days before it.

    `values` is a calendar grid (NaN = not noted), `start` the index of the first treated day in it.
    """
    before = _cut(values, start - LEFT_OUT_BEFORE - SPAN, start - LEFT_OUT_BEFORE)
    after = _cut(values, start + LEFT_OUT_AFTER, start + LEFT_OUT_AFTER + SPAN)
    return PhaseChange(
        difference(before, after),
        _noted(before),
        _noted(after),
        began_after_bad_spell(values, start, high_is_bad=high_is_bad),
    )


def began_after_bad_spell(
    values: NDArray[np.float64], start: int, *, high_is_bad: bool = True
) -> bool | None:
    """Tell whether the 14 days before a day were over a point worse than the 42 before them.

    None where fewer than 7 of the 14 or 14 of the 42 days are noted.
    """
    spell = _cut(values, start - SPELL, start)
    against = _cut(values, start - SPELL - SPELL_AGAINST, start - SPELL)
    if _noted(spell) < _NOTED_OF_SPELL or _noted(against) < _NOTED_AGAINST:
        return None
    rise = float(np.nanmean(spell) - np.nanmean(against))
    return (rise if high_is_bad else -rise) > BAD_SPELL


def _cut(values: NDArray[np.float64], start: int, end: int) -> NDArray[np.float64]:
    return values[max(start, 0) : max(end, 0)]


def _noted(values: NDArray[np.float64]) -> int:
    return int(np.isfinite(values).sum())
