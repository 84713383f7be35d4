"""What the made-up person takes: something every day, something as needed, one change of dose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, time
from random import Random

from fibrojournal.exchange.demo_entries import draw_id, entered_at
from fibrojournal.exchange.demo_person import Life, LivedDay
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Intake, MedicineEffect
from fibrojournal.journal.edits import Edit, SetEffect, SetIntake, SetMedicine
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.text import _

CHANGE_AFTER = 60
"""So many days after the first the dose of the first medicine changes."""
_BAD_DAY = 6.0
_MORNING, _EVENING = time(8, 10), time(20, 40)


def medicines(life: Life, noted: Collection[date], random: Random) -> Iterator[Edit]:
    """Make up three medicines, and what was noted of them on the noted days."""
    daily, vitamin, relief = (draw_id(random) for _each in range(3))
    yield from _courses(life, daily, vitamin, relief)
    for day in life.days:
        if day.date not in noted:
            continue
        if random.random() < 0.95:
            yield _noted(day, daily, "morning", taken=random.random() < 0.97)
        if random.random() < 0.6:
            yield _noted(day, vitamin, "noon", taken=random.random() < 0.9)
        if day.ratings["pain"] >= _BAD_DAY and random.random() < 0.5:
            taken = Intake(taken=True, entered=_stamp(day.date), time=time(14, 20))
            yield SetIntake(day.date, relief, draw_id(random), taken)
            helped = float(random.choice((2, 3, 4, 4, 5, 6)))
            yield SetEffect(day.date, relief, MedicineEffect(_stamp(day.date), helped))


def _courses(life: Life, daily: str, vitamin: str, relief: str) -> Iterator[SetMedicine]:
    first = life.days[0].date
    entered = _stamp(first, _MORNING)
    plan = Plan(20, "mg", _("1 capsule"), (Slot("morning", time(8)),))
    courses = [Course(ALWAYS, plan, entered)]
    if len(life.days) > CHANGE_AFTER:
        change = life.days[CHANGE_AFTER].date
        courses.append(Course(change, replace(plan, dose=30), _stamp(change, _MORNING)))
    yield SetMedicine(daily, Medicine(daily, _("Duloxetine"), entered, tuple(courses)))
    for id, name, taken in (
        (vitamin, _("Vitamin D"), Plan(1000, _("units"), _("1 tablet"), (Slot("noon"),))),
        (relief, _("Paracetamol"), Plan(500, "mg")),
    ):
        yield SetMedicine(id, Medicine(id, name, entered, (Course(ALWAYS, taken, entered),)))


def _noted(day: LivedDay, medicine: str, slot: str, *, taken: bool) -> SetIntake:
    return SetIntake(day.date, medicine, slot, Intake(taken=taken, entered=_stamp(day.date)))


def _stamp(day: date, clock: time = _EVENING) -> Stamp:
    return entered_at(day, clock)
