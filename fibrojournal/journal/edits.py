"""A change to the journal: which place gets which content. None empties the place.

An edit holds the whole new content, stamp and origin included, so that the edit which undoes it
is simply the one that puts the former content back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Event,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.triggers import Trigger

K = TypeVar("K")
if TYPE_CHECKING:
    from fibrojournal.journal.imported import ImportBatch

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
    """Put one timed reading on a day, or remove it from there."""

    day: date
    id: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class SetIntake:
    """Note that a medicine was taken or left out at a slot of a day; None: not noted."""

    day: date
    medicine: str
    slot: str
    intake: Intake | None


@dataclass(frozen=True, slots=True)
class SetEffect:
    """Note what a medicine did on a day, or clear it."""

    day: date
    medicine: str
    effect: MedicineEffect | None


@dataclass(frozen=True, slots=True)
class SetEvent:
    """Put or remove one event."""

    id: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class SetMedicine:
    """Put a medicine with all its courses, or remove it."""

    id: str
    medicine: Medicine | None


@dataclass(frozen=True, slots=True)
class SetOwnMeasure:
    """Add, change or remove a measure of one's own; what it holds stays where it is."""

    id: str
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class SetOwnTrigger:
    """Add, change or remove a trigger of one's own; what it holds stays where it is."""

    id: str
    trigger: Trigger | None


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Make a choice that travels with the journal, or take it away."""

    key: str
    value: str | None


@dataclass(frozen=True, slots=True)
class SetImport:
    """Bring all that a file holds in, or take it out again."""

    batch: ImportBatch
    is_in: bool

    @property
    def id(self) -> str:
        """What names the import."""
        return self.batch.id

    @property
    def inverse(self) -> SetImport:
        """The edit that takes it back."""
        return replace(self, is_in=not self.is_in)


FormEdit = SetReading | SetTrigger | SetNote
"""What the first second of the program can write; the rest waits for the whole store."""
DayEdit = FormEdit | SetBodyMap | SetMoment | SetIntake | SetEffect
BesideEdit = SetEvent | SetOwnMeasure | SetOwnTrigger | SetSetting | SetMedicine
PlaceEdit = DayEdit | BesideEdit
"""A change of one place."""
CommonEdit = BesideEdit | SetImport
"""A change of what belongs to no single day."""
Edit = DayEdit | CommonEdit

E = TypeVar("E", bound=Edit)

PAIN_AREAS = "pain_areas"
"""The measure that counts the areas of a body map: whoever sets the one sets the other."""


def set_own(own: Measure | Trigger) -> SetOwnMeasure | SetOwnTrigger:
    """Return the edit that adds something of one's own, or gives it another name or scale."""
    return SetOwnMeasure(own.id, own) if isinstance(own, Measure) else SetOwnTrigger(own.id, own)


def inverse(edit: DayEdit, before: Day) -> DayEdit:
    """Return the edit that brings back what the place held in `before`."""
    _check_day(before, edit)
    back: DayEdit
    match edit:
        case SetReading(day, measure):
            back = SetReading(day, measure, before.readings.get(measure))
        case SetTrigger(day, trigger):
            back = SetTrigger(day, trigger, before.triggers.get(trigger))
        case SetNote(day):
            back = SetNote(day, before.note)
        case SetBodyMap(day):
            back = SetBodyMap(day, before.body_map)
        case SetMoment(day, id):
            former = (moment for moment in before.moments if moment.id == id)
            back = SetMoment(day, id, next(former, None))
        case SetIntake(day, medicine, slot):
            back = SetIntake(day, medicine, slot, before.intakes.get((medicine, slot)))
        case _:
            back = SetEffect(edit.day, edit.medicine, before.effects.get(edit.medicine))
    return back


def applied(day: Day, edit: DayEdit) -> Day:
    """Return the day as it is after an edit of it."""
    _check_day(day, edit)
    match edit:
        case SetReading(_, measure, reading):
            after = replace(day, readings=_with(day.readings, measure, reading))
        case SetTrigger(_, trigger, answer):
            after = replace(day, triggers=_with(day.triggers, trigger, answer))
        case SetNote(_, note):
            after = replace(day, note=note)
        case SetBodyMap(_, body_map):
            after = replace(day, body_map=body_map)
        case SetMoment(_, id, moment):
            others = [other for other in day.moments if other.id != id]
            after = replace(day, moments=in_order([*others, moment] if moment else others))
        case SetIntake(_, medicine, slot, intake):
            after = replace(day, intakes=_with(day.intakes, (medicine, slot), intake))
        case _:
            after = replace(day, effects=_with(day.effects, edit.medicine, edit.effect))
    return after


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Put the moments of a day in the order of their time."""
    return tuple(sorted(moments, key=lambda moment: (moment.entered, moment.id)))


def emptied(day: Day) -> list[DayEdit]:
    """Return the edits that take away everything a day holds."""
    return [
        *(SetReading(day.date, measure, None) for measure in day.readings),
        *(SetTrigger(day.date, trigger, None) for trigger in day.triggers),
        *([SetNote(day.date, None)] if day.note else []),
        *([SetBodyMap(day.date, None)] if day.body_map else []),
        *(SetMoment(day.date, moment.id, None) for moment in day.moments),
        *(SetIntake(day.date, *place, None) for place in day.intakes),
        *(SetEffect(day.date, medicine, None) for medicine in day.effects),
    ]


def refilled(day: Day) -> list[DayEdit]:
    """Return the edits that put everything a day holds where there is nothing."""
    return [
        # First the map: what was counted then holds, rather than what is counted anew.
        *([SetBodyMap(day.date, day.body_map)] if day.body_map else []),
        *(SetReading(day.date, measure, reading) for measure, reading in day.readings.items()),
        *(SetTrigger(day.date, trigger, answer) for trigger, answer in day.triggers.items()),
        *([SetNote(day.date, day.note)] if day.note else []),
        *(SetMoment(day.date, moment.id, moment) for moment in day.moments),
        *(SetIntake(day.date, *place, intake) for place, intake in day.intakes.items()),
        *(SetEffect(day.date, medicine, effect) for medicine, effect in day.effects.items()),
    ]


def with_counts(edits: Iterable[E]) -> Iterator[E | SetReading]:
    """Put before each edit of a body map the count that it brings along.

    Named as an edit of its own it can be taken back: the count may have stood there by itself.
    """
    for edit in edits:
        if isinstance(edit, SetBodyMap):
            yield counted(edit)
        yield edit


def counted(edit: SetBodyMap) -> SetReading:
    """Return the edit of the count that an edit of a body map brings along."""
    body_map = edit.body_map
    if body_map is None:
        return SetReading(edit.day, PAIN_AREAS, None)
    count = Reading(float(len(body_map.areas)), body_map.entered, body_map.origin)
    return SetReading(edit.day, PAIN_AREAS, count)


def _check_day(day: Day, edit: DayEdit) -> None:
    if edit.day != day.date:
        raise ValueError(f"an edit of {edit.day} does not belong to {day.date}")


def _with(entries: Mapping[K, V], key: K, value: V | None) -> dict[K, V]:
    others = {name: entry for name, entry in entries.items() if name != key}
    return others if value is None else others | {key: value}
