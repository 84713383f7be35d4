"""A change to the journal: which place gets which content. None empties the place.

An edit holds the whole new content, stamp and origin included, so that the edit which undoes it
is simply the one that puts the former content back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Event,
    Moment,
    Note,
    Reading,
    TriggerAnswer,
)

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class SetReading:
    """Answer one question of a day, or clear it."""

    day: date
    measure: str
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class SetTrigger:
    """Note that a trigger was offered, and whether it was ticked; None: not offered."""

    day: date
    trigger: str
    answer: TriggerAnswer | None


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write the note of a day."""

    day: date
    note: Note | None


@dataclass(frozen=True, slots=True)
class SetBodyMap:
    """Mark where it hurt on a day."""

    day: date
    body_map: BodyMap | None


@dataclass(frozen=True, slots=True)
class SetMoment:
    """Put or remove one timed reading."""

    id: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class SetEvent:
    """Put or remove one event."""

    id: str
    event: Event | None


DayEdit = SetReading | SetTrigger | SetNote | SetBodyMap
Edit = DayEdit | SetMoment | SetEvent


def inverse(edit: DayEdit, before: Day) -> DayEdit:
    """Return the edit that brings back what the place held in `before`."""
    _check_day(before, edit)
    match edit:
        case SetReading(day, measure):
            return SetReading(day, measure, before.readings.get(measure))
        case SetTrigger(day, trigger):
            return SetTrigger(day, trigger, before.triggers.get(trigger))
        case SetNote(day):
            return SetNote(day, before.note)
        case _:
            return SetBodyMap(edit.day, before.body_map)


def applied(day: Day, edit: DayEdit) -> Day:
    """Return the day as it is after an edit of it."""
    _check_day(day, edit)
    match edit:
        case SetReading(_, measure, reading):
            return replace(day, readings=_with(day.readings, measure, reading))
        case SetTrigger(_, trigger, answer):
            return replace(day, triggers=_with(day.triggers, trigger, answer))
        case SetNote(_, note):
            return replace(day, note=note)
        case _:
            return replace(day, body_map=edit.body_map)


def _check_day(day: Day, edit: DayEdit) -> None:
    if edit.day != day.date:
        raise ValueError(f"an edit of {edit.day} does not belong to {day.date}")


def _with(entries: Mapping[str, V], key: str, value: V | None) -> dict[str, V]:
    others = {name: entry for name, entry in entries.items() if name != key}
    return others if value is None else others | {key: value}
