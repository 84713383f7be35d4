"""A person's own network: what came before what, and what may feed itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from fibrojournal.analysis.loops import Loop, loops
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import looked_at, window
from fibrojournal.analysis.prepared import Prepared, Variable
from fibrojournal.analysis.prior import NIGHT
from fibrojournal.analysis.screen import Arrow, judged, screen, ties, together

SOLID, DOTTED = 0.10, 0.20
"""The expected shares of chance among solid arrows, and among solid and dotted ones."""
FIRST_ARROWS, FIRST_LOOPS = 90, 180
"""Days of the diary before which no arrows and no loops are honest."""
MOST_RATINGS = 12


class Status(Enum):
    """How much of a network may be shown."""

    TOO_EARLY = "too_early"
    NO_LOOPS_YET = "no_loops_yet"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Network:
    """What the last milestone showed."""

    status: Status
    days_needed: int | None
    """Calendar days until arrows may be shown, where they may not yet."""
    solid: tuple[Arrow, ...] = ()
    dotted: tuple[Arrow, ...] = ()
    ties: tuple[Arrow, ...] = ()
    """Ratings that went together on a day, in no order."""
    loops: tuple[Loop, ...] = ()
    """Of solid arrows between ratings; then those of two by way of a night's own day."""
    checked: int = 0
    """How many single questions the arrows were picked from."""


def network(first: int, variables: Sequence[Variable]) -> Network:
    """Draw the network of a diary as of its last milestone.

    The grids of all variables have one length and begin on the first noted day, `first`, in days
    since 1970-01-01. Of more than twelve ratings, those noted on most days are drawn.
    """
    days = variables[0].values.size
    nothing, milestone = nothing_on(days), next(iter(last_milestones(days)), 0)
    if nothing.status is Status.TOO_EARLY:
        return nothing
    diary = looked_at(first, _most_noted(variables, milestone), milestone)
    asked = screen(diary)
    solid = _arrows(diary, asked, SOLID)
    strong = {(arrow.pair, arrow.lag) for arrow in solid}
    tied = tuple(tie for tie in ties(diary) if tie.q <= SOLID)
    return replace(
        nothing,
        solid=solid,
        dotted=tuple(
            arrow
            for arrow in _arrows(diary, asked, DOTTED)
            if (arrow.pair, arrow.lag) not in strong
        ),
        ties=tied,
        loops=_loops(diary, solid, tied) if nothing.status is Status.SHOWN else (),
        checked=len(asked),
    )


def nothing_on(day: int) -> Network:
    """Return a network without an arrow, with what may be shown as of a day of the diary."""
    milestone = next(iter(last_milestones(day)), 0)
    if milestone < FIRST_ARROWS:
        return Network(Status.TOO_EARLY, FIRST_ARROWS - day)
    return Network(Status.SHOWN if milestone >= FIRST_LOOPS else Status.NO_LOOPS_YET, None)


def _arrows(diary: Prepared, asked: Sequence[Arrow], level: float) -> tuple[Arrow, ...]:
    """Keep what holds together, and ask each for the way back, as a family of its own.

    The way back too must hold beside the other sources of its target: what stands behind both would
    else close a loop.
    """
    kept = together(diary, [arrow for arrow in asked if arrow.q <= level])
    pairs = {arrow.pair for arrow in kept}
    back = [
        arrow
        for arrow in asked
        if (arrow.target, arrow.source) in pairs and arrow.pair not in pairs
    ]
    return together(diary, [*kept, *(arrow for arrow in judged(back) if arrow.q <= level)])


def _loops(diary: Prepared, arrows: Sequence[Arrow], tied: Sequence[Arrow]) -> tuple[Loop, ...]:
    """Find the rounds of arrows, and those that only a night's own day leaves open.

    A solid arrow leads from a rating to the night after it, and that night went together with the
    rating of its day: whether the night led to it, or the whole day was good or bad, stays open.
    """
    ratings = {one.id: one for one in diary.variables if not one.is_trigger}
    slopes = {one.pair: one.slope for one in arrows if one.source in ratings}
    nights = {
        tie.pair: tie.slope
        for tie in tied
        if tie.source in NIGHT and not ratings[tie.target].waking and tie.pair not in slopes
    }
    open_rounds = (
        replace(loop, night=night)
        for night, slope in nights.items()
        if (back := night[::-1]) in slopes
        for loop in loops({night: slope, back: slopes[back]})
    )
    return (*loops(slopes), *open_rounds)


def _most_noted(variables: Sequence[Variable], milestone: int) -> tuple[Variable, ...]:
    ratings = [one for one in window(variables, milestone) if not one.is_trigger]
    often = sorted(ratings, key=lambda one: -int(np.isfinite(one.values).sum()))[:MOST_RATINGS]
    drawn = {one.id for one in often}
    return tuple(one for one in variables if one.is_trigger or one.id in drawn)
