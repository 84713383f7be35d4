"""Medicines in a JSON archive, both ways."""

from __future__ import annotations

import re
from datetime import time

from fibrojournal.exchange.json_tree import Node
from fibrojournal.exchange.numbers import plain
from fibrojournal.exchange.stamps import stamp_text
from fibrojournal.journal.day import Day, Intake, MedicineEffect, Origin
from fibrojournal.journal.measures import ZERO_TO_TEN
from fibrojournal.journal.medicines import (
    ALWAYS,
    PARTS_OF_DAY,
    Course,
    Medicine,
    Plan,
    Slot,
    in_order,
)

Entry = dict[str, object]

_PARTS = {part: part for part in PARTS_OF_DAY}
_ORIGINS = {origin.value: origin for origin in Origin}
_CLOCK = re.compile(r"\d{2}:\d{2}", re.ASCII)


def medicine_entry(medicine: Medicine) -> Entry:
    """Write a medicine with its courses."""
    return {
        "id": medicine.id,
        "name": medicine.name,
        "courses": [_course_entry(course) for course in medicine.courses],
        "entered": stamp_text(medicine.entered),
    }


def _course_entry(course: Course) -> Entry:
    return {
        "start": None if course.start == ALWAYS else course.start.isoformat(),
        "plan": None if course.plan is None else _plan_entry(course.plan),
        "entered": stamp_text(course.entered),
    }


def _plan_entry(plan: Plan) -> Entry:
    return {
        "dose": None if plan.dose is None else plain(plan.dose),
        "unit": plan.unit,
        "form": plan.form,
        "slots": [{"part": slot.part, "time": _clock_text(slot.time)} for slot in plan.slots],
    }


def intake_entries(day: Day) -> list[Entry]:
    """Write what was taken on a day, by medicine and slot."""
    return [
        {
            "medicine": medicine,
            "slot": slot,
            "taken": intake.taken,
            "time": _clock_text(intake.time),
            "amount": None if intake.amount is None else plain(intake.amount),
            "entered": stamp_text(intake.entered),
            "origin": intake.origin.value,
        }
        for (medicine, slot), intake in sorted(day.intakes.items(), key=lambda entry: entry[0])
    ]


def effect_entries(day: Day) -> dict[str, Entry]:
    """Write what medicines did on a day."""
    return {
        medicine: {
            "helped": None if effect.helped is None else plain(effect.helped),
            "side_effects": effect.side_effects,
            "entered": stamp_text(effect.entered),
        }
        for medicine, effect in day.effects.items()
    }


def _clock_text(clock: time | None) -> str | None:
    return None if clock is None else clock.isoformat("minutes")


def medicine_of(node: Node) -> Medicine:
    """Read a medicine; no two of its courses begin on one day."""
    held = node.entries(("id", "name", "courses", "entered"))
    courses = [_course(item) for item in held["courses"].items()]
    if len({course.start for course in courses}) != len(courses):
        raise held["courses"].refusal()
    name, entered = held["name"].text(), held["entered"].stamp()
    return Medicine(held["id"].text(), name, entered, in_order(courses))


def _course(node: Node) -> Course:
    held = node.entries(("start", "plan", "entered"))
    start = held["start"].maybe(Node.day)
    plan, entered = held["plan"].maybe(_plan), held["entered"].stamp()
    return Course(ALWAYS if start is None else start, plan, entered)


def _plan(node: Node) -> Plan:
    held = node.entries(("dose", "unit", "form", "slots"))
    slots = tuple(_slot(item) for item in held["slots"].items())
    dose, unit, form = held["dose"].maybe(Node.number), held["unit"].text(), held["form"].text()
    try:
        return Plan(dose, unit, form, slots)
    except ValueError as error:
        raise node.refusal() from error


def _slot(node: Node) -> Slot:
    held = node.entries(("part", "time"))
    return Slot(held["part"].choice(_PARTS), held["time"].maybe(_clock))


def _clock(node: Node) -> time:
    text = node.text()
    try:
        if _CLOCK.fullmatch(text):
            return time.fromisoformat(text)
    except ValueError as error:
        raise node.refusal() from error
    raise node.refusal()


def intakes_of(node: Node) -> dict[tuple[str, str], Intake]:
    """Read what was taken on a day; a medicine that is not listed may have been removed."""
    intakes: dict[tuple[str, str], Intake] = {}
    for item in node.items():
        held = item.entries(("medicine", "slot", "taken", "time", "amount", "entered", "origin"))
        place = held["medicine"].text(), held["slot"].text()
        if place in intakes or not place[1] or any(char.isspace() for char in place[1]):
            raise item.refusal()
        intakes[place] = Intake(
            held["taken"].flag(),
            held["entered"].stamp(),
            held["time"].maybe(_clock),
            held["amount"].maybe(_amount),
            held["origin"].choice(_ORIGINS),
        )
    return intakes


def _amount(node: Node) -> float:
    amount = node.number()
    if amount <= 0:
        raise node.refusal()
    return amount


def effects_of(node: Node) -> dict[str, MedicineEffect]:
    """Read what medicines did on a day."""
    return {medicine: _effect(item) for medicine, item in node.by_id()}


def _effect(node: Node) -> MedicineEffect:
    held = node.entries(("helped", "side_effects", "entered"))
    helped = held["helped"].maybe(Node.number)
    if helped is not None and not ZERO_TO_TEN.holds(helped):
        raise held["helped"].refusal()
    return MedicineEffect(held["entered"].stamp(), helped, held["side_effects"].text())
