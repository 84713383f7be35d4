"""A day of the journal and what it holds. Everything is frozen; missing is absent, never 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum

from fibrojournal.journal.clock import DAY_ENDS_AT, Stamp, is_late
from fibrojournal.text import N_, _


class Origin(Enum):
    """How an answer came into the journal. Copied answers count in no statistic."""

    TYPED = "typed"
    COPIED = "copied"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Reading:
    """The answer to one question on one day."""

    value: float
    entered: Stamp
    origin: Origin = Origin.TYPED
    import_id: str | None = None

    def is_hollow(self, day: date, day_starts: int = DAY_ENDS_AT) -> bool:
        """Tell whether charts draw it hollow: copied, or typed so late that memory has a say.

        `day_starts` is the hour at which the person's days begin.
        """
        if self.origin is Origin.TYPED:
            return is_late(day, self.entered, day_starts)
        return self.origin is Origin.COPIED


@dataclass(frozen=True, slots=True)
class TriggerAnswer:
    """A trigger that the day was offered, and whether it was ticked. Not offered is absent."""

    ticked: bool
    entered: Stamp
    strength: int | None = None
    origin: Origin = Origin.TYPED
    import_id: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The day in the person's own words."""

    text: str
    entered: Stamp
    origin: Origin = Origin.TYPED
    import_id: str | None = None


@dataclass(frozen=True, slots=True)
class BodyMap:
    """Which of the 19 areas hurt, each with an intensity 0-10 or none. Empty: nothing hurt."""

    areas: Mapping[str, float | None]
    entered: Stamp
    origin: Origin = Origin.TYPED


@dataclass(frozen=True, slots=True)
class Moment:
    """A timed reading: how it was at one moment of the day. A day may have several."""

    id: str
    day: date
    measure: str
    value: float
    entered: Stamp


@dataclass(frozen=True, slots=True)
class Intake:
    """That a medicine was taken, or knowingly left out. Not noted is absent, and is neither.

    `time` says when by the clock on the wall, `amount` how many where it was not one.
    """

    taken: bool
    entered: Stamp
    time: time | None = None
    amount: float | None = None
    origin: Origin = Origin.TYPED


@dataclass(frozen=True, slots=True)
class MedicineEffect:
    """What a person noticed of a medicine on a day: how far it helped, 0-10, and side effects."""

    entered: Stamp
    helped: float | None = None
    side_effects: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date or a span that charts draw. `end` is None for a single day."""

    id: str
    kind: str
    name: str
    start: date
    end: date | None
    entered: Stamp

    def __post_init__(self) -> None:
        if self.kind not in EVENT_KINDS:
            raise ValueError(f"no such kind of event: {self.kind}")
        if self.end is not None and self.end < self.start:
            raise ValueError("an event ends on or after the day it starts")

    @property
    def label(self) -> str:
        """What the person called it, or else the name of its kind."""
        return self.name.strip() or _(EVENT_KINDS[self.kind])

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end or self.start

    def covers(self, day: date) -> bool:
        """Tell whether the event touches a day."""
        return self.start <= day <= self.last


EVENT_KINDS: dict[str, str] = {
    "infection": N_("Infection"),
    "injury": N_("Injury"),
    "operation": N_("Operation"),
    "hard_time": N_("Hard time"),
    "travel": N_("Travel"),
    "treatment_started": N_("Treatment started"),
    "treatment_changed": N_("Treatment changed"),
    "treatment_stopped": N_("Treatment stopped"),
    "other": N_("Other"),
}
TREATMENTS = frozenset({"treatment_started", "treatment_changed", "treatment_stopped"})
"""Events around which days are left out: a treatment is begun in a bad spell, and acts slowly."""


@dataclass(frozen=True, slots=True)
class Day:
    """All that one day holds."""

    date: date
    readings: Mapping[str, Reading] = field(default_factory=dict)
    triggers: Mapping[str, TriggerAnswer] = field(default_factory=dict)
    note: Note | None = None
    body_map: BodyMap | None = None
    moments: tuple[Moment, ...] = ()
    intakes: Mapping[tuple[str, str], Intake] = field(default_factory=dict)
    """By medicine and slot: a part of the day, or a UUID for what was taken as needed."""
    effects: Mapping[str, MedicineEffect] = field(default_factory=dict)
    """By medicine."""

    @property
    def is_noted(self) -> bool:
        """Tell whether anything was noted; one answer of any kind is enough."""
        return bool(
            self.readings
            or self.note is not None
            or self.body_map is not None
            or self.moments
            or self.intakes
            or self.effects
            or any(answer.ticked for answer in self.triggers.values())
        )

    def value(self, measure_id: str) -> float | None:
        """Return the answer to a question, or None where there is none."""
        reading = self.readings.get(measure_id)
        return None if reading is None else reading.value

    @property
    def ticked(self) -> tuple[str, ...]:
        """The triggers that were ticked."""
        return tuple(id for id, answer in self.triggers.items() if answer.ticked)
