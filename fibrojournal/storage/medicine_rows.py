"""Between medicines and their rows; what `rows` is for the rest. Standard library only."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time

from fibrojournal.journal.day import Intake, MedicineEffect
from fibrojournal.journal.medicines import Course, Medicine, Plan, Slot, in_order
from fibrojournal.storage.rows import (
    ENTERED_COLUMNS,
    Rows,
    Values,
    day_number,
    day_of,
    plain_text,
    stamp_of_row,
    stamp_values,
    understood,
)

MEDICINE_COLUMNS = ("id", "name", *ENTERED_COLUMNS)
COURSE_COLUMNS = (
    *("medicine_id", "start_day", "stopped", "dose", "unit", "form", "times"),
    *ENTERED_COLUMNS,
)

_BETWEEN = ", "


@understood
def medicines_from(medicines: Rows, courses: Rows) -> tuple[Medicine, ...]:
    """Put medicines together; the courses of one that does not stand are not seen."""
    by_medicine: dict[str, list[Course]] = defaultdict(list)
    for medicine, start, stopped, dose, unit, form, times, *entered in courses:
        plan = None if stopped else Plan(dose, unit, form, _slots(times))
        by_medicine[medicine].append(Course(day_of(start), plan, stamp_of_row(*entered)))
    return tuple(
        Medicine(id, name, stamp_of_row(*entered), in_order(by_medicine[id]))
        for id, name, *entered in medicines
    )


def _slots(times: str) -> tuple[Slot, ...]:
    parts = (slot.partition(" ") for slot in times.split(_BETWEEN) if slot)
    return tuple(
        Slot(part, time.fromisoformat(clock) if clock else None) for part, _, clock in parts
    )


def are_times(times: str) -> bool:
    """Tell whether the program could have written the times of a course."""
    try:
        Plan(slots=_slots(times))
    except ValueError:
        return False
    return True


def medicine_values(medicine: Medicine) -> Values:
    """Make a row of a medicine; its courses are rows of their own."""
    return {
        "id": medicine.id,
        "name": plain_text(medicine.name),
        **stamp_values(medicine.entered),
    }


def course_values(medicine: str, course: Course) -> Values:
    """Make a row of a course."""
    plan = course.plan or Plan()
    return {
        "medicine_id": medicine,
        "start_day": day_number(course.start),
        "stopped": int(course.plan is None),
        "dose": plan.dose,
        "unit": plain_text(plan.unit),
        "form": plain_text(plan.form),
        "times": _BETWEEN.join(map(_slot_text, plan.slots)),
        **stamp_values(course.entered),
    }


def _slot_text(slot: Slot) -> str:
    return slot.part if slot.time is None else f"{slot.part} {slot.time.isoformat('minutes')}"


def intake_key(day: date, medicine: str, slot: str) -> Values:
    """Name the place of an intake."""
    return {"day": day_number(day), "medicine_id": medicine, "slot": slot}


def intake_values(day: date, medicine: str, slot: str, intake: Intake) -> Values:
    """Make a row of an intake."""
    clock = intake.time
    return {
        **intake_key(day, medicine, slot),
        "taken": int(intake.taken),
        "minute": None if clock is None else clock.hour * 60 + clock.minute,
        "amount": intake.amount,
        "origin": intake.origin.value,
        **stamp_values(intake.entered),
    }


def effect_values(day: date, medicine: str, effect: MedicineEffect) -> Values:
    """Make a row of what a medicine did."""
    return {
        "day": day_number(day),
        "medicine_id": medicine,
        "helped": effect.helped,
        "side_effects": plain_text(effect.side_effects),
        **stamp_values(effect.entered),
    }
