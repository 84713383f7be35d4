"""What charts are made of: what they read from a journal, and which part of it they look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from fibrojournal.analysis.grid import Recorded
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions


@dataclass(frozen=True, slots=True)
class Needs:
    """What a chart reads from the journal."""

    measures: tuple[str, ...] = ()
    """Ids of measures, each read over the whole journal."""
    triggers: tuple[str, ...] = ()
    """Ids of triggers, likewise."""
    days: bool = False
    """Whether it needs the body maps and the moments of the days in view."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that a chart can be about, such as an event."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the journal is looked at, both ends included, and of which measure."""

    start: date
    end: date
    today: date
    measure: str = "pain"
    """The id of the measure that the person chose, for charts of any measure."""
    other: str = ""
    """The id of the option that the person chose, for charts that offer some; empty: none yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """What was read from the journal for a chart."""

    series: Mapping[str, Recorded]
    triggers: Mapping[str, Recorded]
    days: Sequence[Day]
    """The days in view that have a body map or a moment, with those alone."""
    common: Common
    questions: Questions
    noted: tuple[date, date] | None
    """The first and the last noted day of the journal."""

    def days_looked_at(self, start: date, end: date) -> int:
        """Count the days of a span, but for those before the journal began."""
        return max((end - self.begins(start)).days + 1, 0)

    def begins(self, start: date) -> date:
        """Return a day, or the first noted one where the journal began later."""
        return start if self.noted is None else max(start, self.noted[0])

    def measure(self, id: str) -> Measure:
        """Find a measure in the person's own words. Raises KeyError for an id that is none."""
        found = self.questions.measure(id)
        if found is None:
            raise KeyError(id)
        return found


class Source(Protocol):
    """A journal to read from."""

    def series(
        self, measures: Sequence[str], start: date | None = None, end: date | None = None
    ) -> Mapping[str, Recorded]:
        """Read measures as arrays."""

    def trigger_series(
        self, triggers: Sequence[str], start: date | None = None, end: date | None = None
    ) -> Mapping[str, Recorded]:
        """Read triggers as arrays."""

    def places_and_moments(self, start: date, end: date) -> list[Day]:
        """Read the days of a span with their body maps and moments alone."""

    def common(self) -> Common:
        """Read all that belongs to no single day."""

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and last noted day."""


@dataclass(frozen=True, slots=True)
class Known:
    """The series that were read of a journal, for as long as it stays as it is."""

    series: dict[str, Recorded] = field(default_factory=dict)
    triggers: dict[str, Recorded] = field(default_factory=dict)

    def read(self, source: Source, measures: Collection[str], triggers: Collection[str]) -> None:
        """Read those that are not known yet."""
        wanted = [id for id in measures if id not in self.series]
        if wanted:
            self.series.update(source.series(wanted))
        wanted = [id for id in triggers if id not in self.triggers]
        if wanted:
            self.triggers.update(source.trigger_series(wanted))


def gather(
    source: Source, needs: Needs, scope: Scope, questions: Questions, known: Known | None = None
) -> Material:
    """Read what a chart needs, with the measure that was chosen; what is known is not read."""
    measures = dict.fromkeys((*needs.measures, scope.measure))
    known = known or Known()
    known.read(source, measures, needs.triggers)
    return Material(
        {id: known.series[id] for id in measures},
        {id: known.triggers[id] for id in needs.triggers},
        source.places_and_moments(scope.start, scope.end) if needs.days else (),
        source.common(),
        questions,
        source.noted_span(),
    )
