"""What the places of a day held before: every change of a day, and the way back to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import (
    DayEdit,
    SetBodyMap,
    SetEffect,
    SetIntake,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
)

REST = timedelta(days=30)
"""So long a day that was removed can be brought back as a whole."""

SITTING = timedelta(minutes=10)
"""A note that is written within this time is one change, however often it was saved."""

WORDS_THAT_MAY_GO = 2
"""A note that loses more words than these has changed, also within one sitting."""


class PlaceKind(Enum):
    """What can hold something on a day."""

    READING = "reading"
    TRIGGER = "trigger"
    NOTE = "note"
    BODY_MAP = "body_map"
    BODY_AREA = "body_area"
    MOMENT = "moment"
    INTAKE = "intake"
    EFFECT = "medicine_effect"


class How(Enum):
    """How a change came about."""

    TYPED = "typed"
    COPIED = "copied"
    IMPORTED = "imported"
    CLEARED = "cleared"
    BROUGHT_BACK = "brought_back"
    """By undo, by redo, or from the history: it had stood there before."""
    IMPORT_UNDONE = "import_undone"


@dataclass(frozen=True, slots=True)
class AreaMark:
    """That an area hurt: its intensity 0-10 or none; the rest is that of its body map."""

    intensity: float | None
    entered: Stamp
    origin: Origin = Origin.TYPED


Content = Reading | TriggerAnswer | Note | BodyMap | AreaMark | Moment | Intake | MedicineEffect


@dataclass(frozen=True, slots=True)
class PastValue:
    """One change of one place: what it held before and after; None is nothing."""

    day: date
    kind: PlaceKind
    id: str
    """The measure, trigger, area, moment or medicine; nothing for the note and the body map.

    What `intake_place` makes of medicine and slot for an intake.
    """
    before: Content | None
    after: Content | None
    at: Stamp
    """When it was entered, or else when it went or came back."""
    how: How
    stands: bool
    """Whether the place holds `after` now."""

    @property
    def place(self) -> tuple[PlaceKind, str]:
        """The place on its day."""
        return self.kind, self.id

    @property
    def is_seen(self) -> bool:
        """Tell whether the place looks any different; a chip that was only offered does not."""
        return meaning(self.before) != meaning(self.after)


@dataclass(frozen=True, slots=True)
class RemovedDay:
    """A day that holds nothing now: what it held until it was emptied, and when that was."""

    held: Day
    at: datetime
    """Aware, in UTC."""


def intake_place(medicine: str, slot: str) -> str:
    """Name the place of an intake on its day; no slot holds a space."""
    return f"{slot} {medicine}"


def intake_of(place: str) -> tuple[str, str]:
    """Return medicine and slot of an intake's place."""
    slot, _, medicine = place.partition(" ")
    return medicine, slot


def meaning(content: Content | None) -> object:
    """Return what makes one content of a place differ from another for the person."""
    said: object = None
    match content:
        case Reading(value=value, origin=origin):
            said = value, origin is Origin.COPIED
        case TriggerAnswer(ticked=True, strength=strength):
            said = (strength,)
        case Note(text=text):
            said = text
        case AreaMark(intensity=intensity):
            said = (intensity,)
        case Moment(measure=measure, value=value):
            said = measure, value
        case BodyMap(areas=areas):
            said = tuple(areas.items())
        case Intake(taken=taken, time=time, amount=amount, origin=origin):
            said = taken, time, amount, origin is Origin.COPIED
        case MedicineEffect(helped=helped, side_effects=side_effects):
            said = helped, side_effects
    return said


def way_back(past: PastValue, now: Day) -> DayEdit:
    """Return the edit that puts what a change left into its place on the day as it is now.

    Stamp and origin come back too: what was copied stays a copy.
    """
    if past.kind is PlaceKind.BODY_AREA and isinstance(past.after, AreaMark | None):
        body_map = _with_area(now.body_map, past.id, past.after, past.at)
        return SetBodyMap(past.day, body_map)
    edit = _whole_place(past)
    if edit is None:
        raise TypeError(f"no {past.kind.value} holds a {type(past.after).__name__}")
    return edit


def _whole_place(past: PastValue) -> DayEdit | None:
    day, id = past.day, past.id
    edit: DayEdit | None = None
    match past.kind, past.after:
        case PlaceKind.READING, (Reading() | None) as reading:
            edit = SetReading(day, id, reading)
        case PlaceKind.TRIGGER, (TriggerAnswer() | None) as answer:
            edit = SetTrigger(day, id, answer)
        case PlaceKind.NOTE, (Note() | None) as note:
            edit = SetNote(day, note)
        case PlaceKind.MOMENT, (Moment() | None) as moment:
            edit = SetMoment(day, id, moment)
        case PlaceKind.INTAKE, (Intake() | None) as intake:
            edit = SetIntake(day, *intake_of(id), intake)
        case PlaceKind.EFFECT, (MedicineEffect() | None) as effect:
            edit = SetEffect(day, id, effect)
        case PlaceKind.BODY_MAP, (BodyMap() | None) as body_map:
            edit = SetBodyMap(day, body_map)
    return edit


def _with_area(
    body_map: BodyMap | None, area: str, mark: AreaMark | None, entered: Stamp
) -> BodyMap | None:
    if body_map is None:
        if mark is None:
            return None
        body_map = BodyMap({}, entered, mark.origin)
    areas = {id: intensity for id, intensity in body_map.areas.items() if id != area}
    if mark is not None:
        areas[area] = mark.intensity
    return replace(body_map, areas=areas)


def as_seen(past: Sequence[PastValue]) -> list[PastValue]:
    """Leave the changes that a person would call one; they come and go newest first.

    What looks the same as before is none. A note that was written in one sitting is one change
    as long as it grew or changed: where words went, what stood there before them is kept.
    """
    by_place: dict[tuple[PlaceKind, str], list[PastValue]] = defaultdict(list)
    for change in reversed(past):
        seen = by_place[change.place]
        if change.is_seen:
            seen.append(change)
        elif seen:  # given again: it is the later one that stands, and that comes back
            seen[-1] = replace(seen[-1], after=change.after, stands=change.stands)
    kept = (change for seen in by_place.values() for change in reversed(_sittings(seen)))
    return sorted(kept, key=lambda change: change.at.at, reverse=True)


def _sittings(changes: Sequence[PastValue]) -> list[PastValue]:
    """Join what was written in one sitting; the changes of one place, the oldest first."""
    sittings: list[PastValue] = []
    before, fullest, last = None, None, None
    for change in changes:
        if last is None or fullest is None:
            before, fullest = change.before, change
        elif not _is_same_sitting(last, change):
            sittings.append(replace(last, before=before))
            before, fullest = change.before, change
        elif (_words(fullest) - _words(change)).total() > WORDS_THAT_MAY_GO:
            sittings.append(replace(fullest, before=before))
            before, fullest = fullest.after, change
        elif _words(change).total() >= _words(fullest).total():
            fullest = change
        last = change
    return sittings if last is None else [*sittings, replace(last, before=before)]


def _is_same_sitting(former: PastValue, later: PastValue) -> bool:
    is_written = all(
        change.kind is PlaceKind.NOTE and change.how is How.TYPED for change in (former, later)
    )
    return is_written and later.at.at - former.at.at <= SITTING


def _words(change: PastValue) -> Counter[str]:
    return Counter(change.after.text.split() if isinstance(change.after, Note) else ())
