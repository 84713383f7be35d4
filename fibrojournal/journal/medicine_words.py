"""Medicines in words, and what follows from their courses. It tells, and never judges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event, Intake, MedicineEffect, Origin
from fibrojournal.journal.edits import SetIntake
from fibrojournal.journal.medicines import ALWAYS, PARTS_OF_DAY, Course, Medicine, Plan, Slot
from fibrojournal.text import _, plain_number


def dose_words(plan: Plan) -> str:
    """Write a dose, "30 mg"; nothing where none was given."""
    return " ".join(part for part in (_number(plan.dose), plan.unit) if part and plan.dose)


def amount_words(plan: Plan) -> str:
    """Write how much is taken in which form, "30 mg · 1 capsule"; nothing where neither is."""
    return " · ".join(part for part in (dose_words(plan), plan.form) if part)


def time_words(clock: time) -> str:
    """Write a time by the clock on the wall, "8:05"."""
    return f"{clock.hour}:{clock.minute:02}"


def slot_words(slot: Slot) -> str:
    """Write when in the day, "morning, 8:00"."""
    part = _(PARTS_OF_DAY[slot.part])
    if slot.time is None:
        return part
    return _("{part}, {time}").format(part=part, time=time_words(slot.time))


def intake_text(intake: Intake) -> str:
    """Say what was noted, "taken", "2 taken, 14:20" or "skipped"."""
    words = _("skipped")
    if intake.taken:
        words = _("taken")
        if intake.amount is not None:
            words = _("{n} taken").format(n=_number(intake.amount))
    if intake.time is None:
        return words
    return _("{what}, {time}").format(what=words, time=time_words(intake.time))


def effect_text(effect: MedicineEffect) -> str:
    """Say what a medicine did, "helped 6; a dry mouth"."""
    helped = "" if effect.helped is None else _("helped {n}").format(n=_number(effect.helped))
    return "; ".join(part for part in (helped, effect.side_effects) if part)


def intake_words(day: Day, common: Common) -> str:
    """Say on Today's tile what was noted of medicines, "2 taken, 1 skipped"."""
    known = [
        intake for (medicine, _), intake in day.intakes.items() if medicine in common.medicines
    ]
    parts = []
    if taken := sum(intake.taken for intake in known):
        parts.append(_("{n} taken").format(n=taken))
    if skipped := len(known) - taken:
        parts.append(_("{n} skipped").format(n=skipped))
    return ", ".join(parts) or _("Nothing noted")


def copied_intakes(former: Day, day: Day, common: Common, entered: Stamp) -> Iterator[SetIntake]:
    """Take over from another day what was noted of medicines that are taken every day.

    What the day says already stands, and what is taken as needed belongs to its own day.
    """
    for medicine in common.medicines.values():
        plan = medicine.plan_on(day.date) or Plan()
        for slot in plan.slots:
            place = medicine.id, slot.part
            intake = former.intakes.get(place)
            if intake is not None and place not in day.intakes:
                copy = Intake(intake.taken, entered, None, intake.amount, Origin.COPIED)
                yield SetIntake(day.date, *place, copy)


def marked_between(common: Common, start: date, end: date) -> tuple[Event, ...]:
    """List what charts mark in a span: events, and what changed about medicines."""
    marked = (*common.events_between(start, end), *changes(common, start, end))
    return tuple(sorted(marked, key=lambda event: (event.start, event.id)))


def changes(common: Common, start: date, end: date) -> tuple[Event, ...]:
    """List what changed about medicines in a span, both ends included, as events of one day.

    A medicine that was taken before the journal began has no start.
    """
    found = (
        change
        for medicine in common.medicines.values()
        for earlier, later in pairwise((None, *medicine.courses))
        if later is not None
        and later.start != ALWAYS
        and start <= later.start <= end
        and (change := _change(medicine, earlier, later)) is not None
    )
    return tuple(sorted(found, key=lambda event: (event.start, event.name)))


def _change(medicine: Medicine, earlier: Course | None, later: Course) -> Event | None:
    before, after = earlier.plan if earlier else None, later.plan
    if before == after:
        return None
    dose = dose_words(after) if after else ""
    if after is None:
        kind, words = "treatment_stopped", _("{name} stopped")
    elif before is None:
        kind = "treatment_started"
        words = _("{name} started, {dose}") if dose else _("{name} started")
    else:
        kind = "treatment_changed"
        is_other_dose = dose and dose != dose_words(before)
        words = _("{name} changed to {dose}") if is_other_dose else _("{name} changed")
    name = words.format(name=medicine.name, dose=dose)
    id = f"{medicine.id} {later.start.isoformat()}"
    return Event(id, kind, name, later.start, None, later.entered)


def _number(value: float | None) -> str:
    return "" if value is None else plain_number(value)
