"""Moving what a day holds to another day, where it fills what is empty.

Every answer keeps its stamp and origin: it was given when it was given, about a day that was
named wrongly. What the other day holds already stands, and what met it stays where it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import PAIN_AREAS, DayEdit, applied, emptied, refilled


def moving(start: Day, goal: Day) -> list[DayEdit]:
    """Return the edits that move all that can go from one day to another; none where none can."""
    going = _apart(start, goal)
    return [*emptied(going), *refilled(_on(going, goal.date))]


def staying(start: Day, goal: Day) -> Day:
    """Return what stays of a day, because the other one holds it already."""
    for edit in emptied(_apart(start, goal)):
        start = applied(start, edit)
    return start


def _apart(start: Day, goal: Day) -> Day:
    """Return what can go. A yes beside a no is a yes, so every trigger goes that says more."""
    map_goes = goal.body_map is None and PAIN_AREAS not in goal.readings
    counted = () if map_goes or start.body_map is None else (PAIN_AREAS,)
    return replace(
        start,
        readings={
            id: one
            for id, one in start.readings.items()
            if id not in goal.readings and id not in counted
        },
        triggers={
            id: one
            for id, one in start.triggers.items()
            if id not in goal.triggers or (one.ticked and not goal.triggers[id].ticked)
        },
        note=start.note if goal.note is None else None,
        body_map=start.body_map if map_goes else None,
        intakes={place: one for place, one in start.intakes.items() if place not in goal.intakes},
        effects={id: one for id, one in start.effects.items() if id not in goal.effects},
    )


def _on(day: Day, goal: date) -> Day:
    moments = tuple(replace(moment, day=goal) for moment in day.moments)
    return replace(day, date=goal, moments=moments)
