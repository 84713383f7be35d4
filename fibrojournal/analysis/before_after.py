"""How a measure stood before and after an event or a date that the person chose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.difference import Difference, difference
from fibrojournal.analysis.phase_change import SPAN, began_after_bad_spell


@dataclass(frozen=True, slots=True, eq=False)
class BeforeAfter:
    """The noted days on both sides of an event, and how far their means lie apart."""

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    """The noted values of each side, oldest first: what two stacks of dots are drawn from."""
    difference: Difference | None
    """None while either side has fewer than 21 noted days."""
    after_bad_spell: bool | None
    """Whether the two weeks before were over a point worse than the six before; None: not known."""


def before_after(
    values: NDArray[np.float64],
    start: int,
    end: int | None = None,
    *,
    span: int = SPAN,
    high_is_bad: bool = True,
) -> BeforeAfter:
    """Compare the `span` days before an event with as many after it; 56 unless said.

    `values` is a calendar grid (NaN = not noted); `start` and `end` are indices of the event's
    first and last day in it, and may lie outside. The event's own days belong to neither side. No
    further days are left out, unlike around a treatment (`phase_change`): an event is not begun
    because of a bad spell, and has no time until it acts. Where a bad spell came first all the
    same, `after_bad_spell` says so.
    """
    last = start if end is None else end
    before = values[max(start - span, 0) : max(start, 0)]
    after = values[max(last + 1, 0) : max(last + 1 + span, 0)]
    return BeforeAfter(
        before[np.isfinite(before)],
        after[np.isfinite(after)],
        difference(before, after),
        began_after_bad_spell(values, start, high_is_bad=high_is_bad),
    )
