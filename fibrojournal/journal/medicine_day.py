"""What the medicines of a journal are on one day: every day, as needed, and those of before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from fibrojournal.journal.as_needed import taken_as_needed
from fibrojournal.journal.day import Day, Intake
from fibrojournal.journal.medicines import PARTS_OF_DAY, Course, Medicine, Plan, Slot


class Dose(NamedTuple):
    """A medicine at one part of a day on which it is taken every day."""

    medicine: Medicine
    plan: Plan
    slot: Slot

    def noted(self, day: Day) -> Intake | None:
        """Return what was noted of it."""
        return day.intakes.get((self.medicine.id, self.slot.part))


def every_day(day: Day, medicines: Iterable[Medicine]) -> list[Dose]:
    """List what is taken every day, in the order of the day; also what was noted beside it."""
    doses = []
    for medicine in medicines:
        plan = medicine.plan_on(day.date) or Plan()
        slots = {slot.part: slot for slot in plan.slots}
        noted = {slot for id, slot in day.intakes if id == medicine.id and slot in PARTS_OF_DAY}
        slots |= {part: Slot(part) for part in noted - slots.keys()}
        doses += [Dose(medicine, plan, slot) for slot in slots.values()]
    parts = list(PARTS_OF_DAY)
    return sorted(
        doses,
        key=lambda dose: (
            parts.index(dose.slot.part),
            dose.slot.time or time.min,
            *_by_name(dose.medicine),
        ),
    )


def when_needed(day: Day, medicines: Iterable[Medicine]) -> list[tuple[Medicine, Plan]]:
    """List what may be taken as needed on a day, or was, by name."""
    found = []
    for medicine in medicines:
        plan = medicine.plan_on(day.date)
        if (plan is not None and plan.is_as_needed) or taken_as_needed(day, medicine.id):
            found.append((medicine, plan or Plan()))
    return sorted(found, key=lambda one: _by_name(one[0]))


def no_longer_taken(day: date, medicines: Iterable[Medicine]) -> list[tuple[Medicine, Course]]:
    """List what was stopped by a day, with the course that says since when; the latest first."""
    stopped = [
        (medicine, course)
        for medicine in medicines
        if (course := medicine.course_on(day)) is not None and course.plan is None
    ]
    return sorted(stopped, key=lambda one: (-one[1].start.toordinal(), *_by_name(one[0])))


def _by_name(medicine: Medicine) -> tuple[str, str]:
    return medicine.name.casefold(), medicine.id


def with_course(medicine: Medicine, course: Course) -> tuple[Course, ...]:
    """Return the courses with another one, which takes the place of one of the same day."""
    others = [one for one in medicine.courses if one.start != course.start]
    return tuple(sorted([*others, course], key=lambda one: one.start))
