"""A made-up diary beside what is true of the person it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from fibrojournal.analysis.composite import ID as WHOLE_DAY
from fibrojournal.analysis.composite import PARTS, with_whole_day
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.questions import Question

SIZES: Mapping[str, tuple[float, float]] = {
    "small": (0.10, 0.25),
    "medium": (0.20, 0.50),
    "large": (0.35, 0.90),
}
"""Standard deviations of the outcome: by one of a rating, and by a trigger."""


@dataclass(frozen=True)
class Edge:
    """A true relation: what follows what, how many days later, how strongly."""

    source: str
    target: str
    lag: int
    size: float

    @property
    def size_name(self) -> str:
        """Say whether it is small, medium or large."""
        return next(name for name, sizes in SIZES.items() if abs(self.size) in sizes)


@dataclass(frozen=True)
class Diary:
    """What a person noted, and what follows what in that person."""

    variables: tuple[Variable, ...]
    edges: tuple[Edge, ...] = ()
    shared: bool = False
    """Whether good and bad days join all ratings of a day."""

    def first(self, days: int) -> Diary:
        """Return the diary as it stood after its first days."""
        cut = tuple(replace(one, values=one.values[:days]) for one in self.variables)
        return replace(self, variables=cut)

    def whole_day(self) -> Diary:
        """Return the diary that has one symptom in the place of five."""
        edges = tuple(
            replace(edge, source=_whole(edge.source), target=_whole(edge.target))
            for edge in self.edges
        )
        return replace(self, variables=with_whole_day(self.variables), edges=edges)

    def edge(self, source: str, target: str, lag: int) -> Edge | None:
        """Return the true relation that is just so, if there is one."""
        key = (source, target, lag)
        return next((one for one in self.edges if (one.source, one.target, one.lag) == key), None)

    def are_joined(self, question: Question) -> bool:
        """Tell whether anything joins factor and outcome, directly or by way of other things."""
        return question.factor in self._around(question.outcome) or self._by_day(question)

    def leads_to(self, source: str, target: str) -> bool:
        """Tell whether arrows lead from one thing to another, directly or by way of others."""
        reached: set[str] = set()
        left = [source]
        while left:
            at = left.pop()
            found = {edge.target for edge in self.edges if edge.source == at} - reached
            reached |= found
            left += found
        return target in reached

    def _by_day(self, question: Question) -> bool:
        ratings = {one.id for one in self.variables if not one.is_trigger}
        return self.shared and question.lag == 0 and question.factor in ratings

    def _around(self, outcome: str) -> frozenset[str]:
        if outcome not in self._known:
            joined = {outcome}
            while True:
                ends = [{edge.source, edge.target} for edge in self.edges]
                touching = set().union(*(pair for pair in ends if pair & joined), joined)
                if touching == joined:
                    break
                joined = touching
            self._known[outcome] = frozenset(joined)
        return self._known[outcome]

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}


Source = Callable[[int, int], Iterator[Diary]]
"""Makes so many diaries of so many days."""


def _whole(id: str) -> str:
    return WHOLE_DAY if id in PARTS else id
