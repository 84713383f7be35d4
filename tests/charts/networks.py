"""Networks made up for tests, without a diary behind them."""

from __future__ import annotations

from collections.abc import Sequence

from fibrojournal.analysis.loops import Loop
from fibrojournal.analysis.network import Network, Status
from fibrojournal.analysis.screen import Arrow
from fibrojournal.insights.links import Link, Links, Part, Round, Tie
from fibrojournal.insights.network_words import loop_words
from fibrojournal.journal.measures import MEASURE_BY_ID, Direction
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import TRIGGER_BY_ID

RATINGS = (
    "pain",
    "sleep_quality",
    "stress",
    "fatigue",
    "fog",
    "sleep_hours",
    "energy_morning",
    "energy_evening",
    "mood",
    "gut",
    "activity",
    "stiffness_minutes",
)
CHIPS = tuple(TRIGGER_BY_ID)[:6]


def part(id: str) -> Part:
    """Find a measure or a trigger."""
    return TRIGGER_BY_ID[id] if id in TRIGGER_BY_ID else MEASURE_BY_ID[id]


def link(
    source: str, target: str, effect: float = 1.2, *, lag: int = 1, is_solid: bool = True
) -> Link:
    """Make an arrow whose interval reaches half of its effect to both sides."""
    low, high = sorted((0.5 * effect, 1.5 * effect))
    return Link(part(source), MEASURE_BY_ID[target], lag, effect, low, high, 200, is_solid)


def tie(one: str, other: str, *, is_alike: bool = True) -> Tie:
    """Make two ratings go together."""
    return Tie(MEASURE_BY_ID[one], MEASURE_BY_ID[other], is_alike, 210)


def loop(*ids: str, feeds: bool = True, night: Tie | None = None) -> Round:
    """Make a loop of arrows that are made beside it; what is good falls as what is bad rises.

    Of a night that goes together with its own day there is no arrow.
    """
    good = [MEASURE_BY_ID[id].direction is Direction.HIGH_IS_GOOD for id in ids]
    arrows = tuple(
        Arrow(one, other, 1, slope=1.0 if is_good is other_is_good else -1.0)
        for one, other, is_good, other_is_good in zip(
            ids, ids[1:] + ids[:1], good, good[1:] + good[:1], strict=True
        )
    )
    words = loop_words(Questions(), Loop(ids, feeds), Network(Status.SHOWN, None, arrows))
    return Round(tuple(MEASURE_BY_ID[id] for id in ids), feeds, words, night)


def links(
    arrows: Sequence[Link] = (),
    ties: Sequence[Tie] = (),
    rounds: Sequence[Round] = (),
    *,
    milestone: int = 365,
    checked: int = 132,
) -> Links:
    """Make a network of arrows and ties."""
    ids = [id for one in ties for id in (one.one.id, one.other.id)]
    ids += [id for one in arrows for id in (one.source.id, one.target.id)]
    parts = tuple(part(id) for id in dict.fromkeys(ids))
    status = Status.SHOWN if milestone >= 180 else Status.NO_LOOPS_YET
    return Links(
        status,
        None,
        Questions(),
        milestone,
        checked,
        tuple(arrows),
        tuple(ties),
        tuple(rounds),
        parts,
    )


def too_early(days_needed: int) -> Links:
    """Make what there is before the first arrows may be shown."""
    return Links(Status.TOO_EARLY, days_needed, Questions(), 30, 0)


def looped() -> Links:
    """Make sleep and pain that may feed each other, beside other arrows, in today's language."""
    return links(
        (
            link("pain", "sleep_quality", -0.6),
            link("sleep_quality", "pain", -1.3),
            link("stress", "pain", 0.8),
            link("travel", "pain", 0.9, lag=0),
            link("pain", "fatigue", 0.5, is_solid=False),
        ),
        (tie("pain", "fatigue"), tie("sleep_quality", "mood", is_alike=False)),
        (loop("pain", "sleep_quality"),),
    )


def looped_by_night() -> Links:
    """Make pain before a poorer night, and that night together with the pain of its own day."""
    night = tie("sleep_quality", "pain", is_alike=False)
    return links(
        (link("pain", "sleep_quality", -0.6), link("stress", "pain", 0.8)),
        (night, tie("pain", "fatigue")),
        (loop("pain", "sleep_quality", night=night),),
    )


LOOPED = looped()
CROWDED = links(
    (
        *(
            link(one, other, (-1.0) ** at, is_solid=at % 3 != 0)
            for at, (one, other) in enumerate(zip(RATINGS, RATINGS[3:] + RATINGS[:3], strict=True))
        ),
        *(
            link(one, other, -0.7)
            for one, other in zip(RATINGS, RATINGS[5:] + RATINGS[:5], strict=True)
        ),
        *(link(one, other, 0.4, lag=0) for one, other in zip(CHIPS, RATINGS, strict=False)),
        link(CHIPS[0], RATINGS[0], 0.5),
    ),
    tuple(tie(one, other) for at, one in enumerate(RATINGS) for other in RATINGS[at + 1 :]),
)
"""Twelve ratings and six triggers, 31 arrows, and every pair together."""
