"""What a medicine is taken like, from which day on. Nothing here judges a medicine or a dose.

A change of dose is a further course: the days before it keep the dose that they had.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from fibrojournal.journal.clock import Stamp
from fibrojournal.text import N_

PARTS_OF_DAY: dict[str, str] = {
    "any": N_("any time"),
    "morning": N_("morning"),
    "noon": N_("noon"),
    "evening": N_("evening"),
    "bedtime": N_("bedtime"),
}

ALWAYS = date.min
"""The start of a course that was there before the journal: nobody was asked for a day."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the day at which a medicine is taken, with a time of the clock or without."""

    part: str
    time: time | None = None

    def __post_init__(self) -> None:
        if self.part not in PARTS_OF_DAY:
            raise ValueError(f"no such part of the day: {self.part}")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a medicine is taken: how much, in which form, and when; without a slot as needed."""

    dose: float | None = None
    unit: str = ""
    form: str = ""
    slots: tuple[Slot, ...] = ()

    def __post_init__(self) -> None:
        if len({slot.part for slot in self.slots}) != len(self.slots):
            raise ValueError("each part of the day comes once")
        if self.dose is not None and not 0 < self.dose < float("inf"):
            raise ValueError("a dose is more than nothing")

    @property
    def is_as_needed(self) -> bool:
        """Tell whether it is taken when needed rather than at times of the day."""
        return not self.slots


@dataclass(frozen=True, slots=True)
class Course:
    """What holds from one day on, until the next course; without a plan it is not taken."""

    start: date
    plan: Plan | None
    entered: Stamp


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine by the person's own name for it, and its courses in order of their start."""

    id: str
    name: str
    entered: Stamp
    courses: tuple[Course, ...] = ()

    def course_on(self, day: date) -> Course | None:
        """Return the course that a day is part of; None before the first."""
        begun = [course for course in self.courses if course.start <= day]
        return begun[-1] if begun else None

    def plan_on(self, day: date) -> Plan | None:
        """Return how it was to be taken on a day; None where it was not."""
        course = self.course_on(day)
        return course.plan if course else None

    @property
    def plan(self) -> Plan | None:
        """How it is to be taken by its last course; None where it was stopped."""
        return self.courses[-1].plan if self.courses else None


def in_order(courses: Iterable[Course]) -> tuple[Course, ...]:
    """Put courses in order of their start."""
    return tuple(sorted(courses, key=lambda course: course.start))
