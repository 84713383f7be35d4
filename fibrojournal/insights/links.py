"""The network in plain units: what came before what, by how many points, over how many days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.loops import Loop
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.network import Network, Status
from fibrojournal.analysis.pages import LONGEST_WINDOW
from fibrojournal.analysis.screen import Arrow
from fibrojournal.analysis.thirds import third_limits
from fibrojournal.insights.network_words import loop_words
from fibrojournal.insights.record import Record
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger

Part = Measure | Trigger
"""What an arrow can lead from; it leads to measures alone."""


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow: how many points the target stood higher with the source high rather than low.

    High and low are the person's own outer thirds; of a trigger, days with it and without.
    """

    source: Part
    target: Measure
    lag: int
    effect: float
    low: float
    high: float
    """The 95 % interval of the effect."""
    n: int
    """Days with both."""
    is_solid: bool
    """Whether it would also be found at the stricter level."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two ratings that went together on a day, in no order."""

    one: Measure
    other: Measure
    is_alike: bool
    """Whether they were high together; False where one was high while the other was low."""
    n: int


@dataclass(frozen=True, slots=True)
class Round:
    """A loop: each of its parts came before the next, and the last before the first."""

    parts: tuple[Measure, ...]
    feeds: bool
    words: str
    """What may feed itself, or be held in check, and that it may be something else."""
    night: Tie | None = None
    """The step without an arrow, if any: a night, and a rating of its own day."""


@dataclass(frozen=True, slots=True)
class Links:
    """A network as of its last milestone."""

    status: Status
    days_needed: int | None
    questions: Questions
    """What the journal asks, in the person's own words."""
    milestone: int | None
    """The day of the diary up to which it was worked out; None before the first."""
    checked: int
    links: tuple[Link, ...] = ()
    """Solid ones first, then by their share of the target's scale."""
    ties: tuple[Tie, ...] = ()
    rounds: tuple[Round, ...] = ()
    parts: tuple[Part, ...] = ()
    """All that has a link or a tie, in the order of the questions, then of the triggers."""


def links_of(record: Record, found: Network) -> Links:
    """Put a network into plain units, with the names that the journal has for its parts."""
    milestone = next(iter(last_milestones(record.day)), None)
    names = _Names(record, milestone or record.day)
    arrows = [
        *(names.link(arrow, is_solid=True) for arrow in found.solid),
        *(names.link(arrow, is_solid=False) for arrow in found.dotted),
    ]
    return Links(
        found.status,
        found.days_needed,
        record.questions,
        milestone,
        found.checked,
        tuple(sorted(arrows, key=_order)),
        tuple(names.tie(arrow) for arrow in found.ties),
        tuple(names.round(loop, found) for loop in found.loops),
        names.parts_of((*found.solid, *found.dotted, *found.ties)),
    )


def _order(link: Link) -> tuple[bool, float]:
    scale = link.target.scale
    return not link.is_solid, -abs(link.effect) / (scale.high - scale.low)


class _Names:
    """Looks up the parts of a network, and their days up to its milestone."""

    def __init__(self, record: Record, milestone: int) -> None:
        start = max(milestone - LONGEST_WINDOW, 0)
        self._values = {one.id: one.values[start:milestone] for one in record.variables}
        self._questions = asked = record.questions
        self._measures = {one.id: one for one in asked.day_measures}
        self._parts: dict[str, Part] = {**self._measures, **{one.id: one for one in asked.triggers}}

    def parts_of(self, arrows: Iterable[Arrow]) -> tuple[Part, ...]:
        drawn = {id for arrow in arrows for id in arrow.pair}
        return tuple(part for id, part in self._parts.items() if id in drawn)

    def link(self, arrow: Arrow, *, is_solid: bool) -> Link:
        contrast = self._contrast(arrow.source)
        return Link(
            self._parts[arrow.source],
            self._measures[arrow.target],
            arrow.lag,
            arrow.slope * contrast,
            arrow.low * contrast,
            arrow.high * contrast,
            self._days_with_both(arrow),
            is_solid,
        )

    def tie(self, arrow: Arrow) -> Tie:
        one, other = self._measures[arrow.source], self._measures[arrow.target]
        return Tie(one, other, arrow.slope > 0, self._days_with_both(arrow))

    def round(self, loop: Loop, found: Network) -> Round:
        parts = tuple(self._measures[id] for id in loop.nodes)
        words = loop_words(self._questions, loop, found)
        night = next((self.tie(tie) for tie in found.ties if tie.pair == loop.night), None)
        return Round(parts, loop.feeds, words, night)

    def _contrast(self, source: str) -> float:
        values = self._values[source]
        limits = third_limits(values)
        if limits is None:  # of two values, such as a trigger's
            return float(np.nanmax(values) - np.nanmin(values))
        return _mean(values, values >= limits.high) - _mean(values, values <= limits.low)

    def _days_with_both(self, arrow: Arrow) -> int:
        source, target = self._values[arrow.source], self._values[arrow.target]
        earlier = source[: source.size - arrow.lag]
        return int((np.isfinite(earlier) & np.isfinite(target[arrow.lag :])).sum())


def _mean(values: NDArray[np.float64], chosen: NDArray[np.bool_]) -> float:
    return float(values[chosen].mean())
