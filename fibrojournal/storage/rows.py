"""Between the domain and rows of the schema: shared by both ways of reading and writing.

Standard library only. A row that is read comes as a tuple in the order of the `*_COLUMNS` here;
a row to be written is a dict of named parameters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

from fibrojournal.journal.chosen import Chosen
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Event,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import (
    E,
    Edit,
    SetBodyMap,
    SetEffect,
    SetEvent,
    SetImport,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetOwnMeasure,
    SetOwnTrigger,
    SetReading,
    SetSetting,
    SetTrigger,
    counted,
    in_order,
)
from fibrojournal.journal.measures import Direction, Measure, Scale
from fibrojournal.journal.questions import Questions, own_measure, own_trigger
from fibrojournal.journal.triggers import Trigger

if TYPE_CHECKING:
    from collections.abc import Callable

Values = dict[str, Any]  # what the driver takes: numbers, text, None
Change = tuple[str, Values]  # a statement and its parameters
Rows = Iterable[Sequence[Any]]

ENTERED_COLUMNS = ("entered", "zone", "offset")
READING_COLUMNS = ("day", "measure", "value", "origin", "import_id", *ENTERED_COLUMNS)
TRIGGER_COLUMNS = (
    "day",
    "trigger_id",
    "ticked",
    "strength",
    "origin",
    "import_id",
    *ENTERED_COLUMNS,
)
NOTE_COLUMNS = ("day", "body", "origin", "import_id", *ENTERED_COLUMNS)
BODY_MAP_COLUMNS = ("day", "origin", *ENTERED_COLUMNS)
BODY_AREA_COLUMNS = ("day", "area", "intensity")
MOMENT_COLUMNS = ("day", "id", "measure", "value", *ENTERED_COLUMNS)
INTAKE_COLUMNS = (
    *("day", "medicine_id", "slot", "taken", "minute", "amount", "origin"),
    *ENTERED_COLUMNS,
)
EFFECT_COLUMNS = ("day", "medicine_id", "helped", "side_effects", *ENTERED_COLUMNS)
EVENT_COLUMNS = ("id", "kind", "name", "start_day", "end_day", *ENTERED_COLUMNS)
OWN_MEASURE_COLUMNS = ("id", "name", "low", "high", "step", "direction", "factor")
OWN_TRIGGER_COLUMNS = ("id", "name", "factor")

_FIRST_DAY = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
P = ParamSpec("P")
T = TypeVar("T")


class NotUnderstood(Exception):
    """A row holds what no program of ours writes: the file is damaged where SQLite cannot tell."""


def understood(convert: Callable[P, T]) -> Callable[P, T]:
    """Let a conversion of rows raise NotUnderstood where a row makes no sense."""

    @wraps(convert)
    def converted(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return convert(*args, **kwargs)
        except (KeyError, ValueError, OverflowError) as error:
            raise NotUnderstood from error

    return converted


_ORIGINS = {origin.value: origin for origin in Origin}


def day_number(day: date) -> int:
    """Count the days since 1970-01-01."""
    return day.toordinal() - _FIRST_DAY


@understood
def day_of(number: int) -> date:
    """Return the day that is `number` days after 1970-01-01."""
    return date.fromordinal(number + _FIRST_DAY)


@lru_cache(maxsize=4096)  # an import gives thousands of answers one stamp
@understood
def stamp_of_row(entered: int, zone: str, offset: int) -> Stamp:
    """Make a stamp of its three columns."""
    return Stamp(moment_of(entered), zone, offset)


def moment_of(milliseconds: int) -> datetime:
    """Return the moment that is so many milliseconds after 1970, aware, in UTC."""
    return _EPOCH + milliseconds * _MILLISECOND


def milliseconds(moment: datetime) -> int:
    """Count the milliseconds from 1970 to an aware moment."""
    return (moment - _EPOCH) // _MILLISECOND


def stamp_values(stamp: Stamp) -> Values:
    """Make the three columns of a stamp."""
    return {
        "entered": milliseconds(stamp.at),
        "zone": stamp.zone,
        "offset": stamp.offset_minutes,
    }


def plain_text(text: str) -> str:
    """Replace halves of characters, which windows and file names can hold and a journal cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


class DayRows(NamedTuple):
    """The rows of one or more days, each table's in the order of its columns above."""

    readings: Rows = ()
    triggers: Rows = ()
    notes: Rows = ()
    body_maps: Rows = ()
    body_areas: Rows = ()
    moments: Rows = ()
    intakes: Rows = ()
    effects: Rows = ()


@understood
def days_from(rows: DayRows) -> list[Day]:
    """Put days together, in order; moments are in order of their time."""
    readings: dict[int, dict[str, Reading]] = defaultdict(dict)
    for day, measure, value, origin, import_id, *entered in rows.readings:
        readings[day][measure] = Reading(value, stamp_of_row(*entered), _ORIGINS[origin], import_id)
    triggers: dict[int, dict[str, TriggerAnswer]] = defaultdict(dict)
    for day, trigger, ticked, strength, origin, import_id, *entered in rows.triggers:
        triggers[day][trigger] = TriggerAnswer(
            bool(ticked), stamp_of_row(*entered), strength, _ORIGINS[origin], import_id
        )
    notes = {
        day: Note(body, stamp_of_row(*entered), _ORIGINS[origin], import_id)
        for day, body, origin, import_id, *entered in rows.notes
    }
    areas: dict[int, dict[str, float | None]] = defaultdict(dict)
    for day, area, intensity in rows.body_areas:
        areas[day][area] = intensity
    body_maps = {
        day: BodyMap(areas.get(day, {}), stamp_of_row(*entered), _ORIGINS[origin])
        for day, origin, *entered in rows.body_maps
    }
    moments: dict[int, list[Moment]] = defaultdict(list)
    for day, id, measure, value, *entered in rows.moments:
        moments[day].append(Moment(id, day_of(day), measure, value, stamp_of_row(*entered)))
    intakes: dict[int, dict[tuple[str, str], Intake]] = defaultdict(dict)
    for day, medicine, slot, taken, minute, amount, origin, *entered in rows.intakes:
        clock = None if minute is None else time(*divmod(minute, 60))
        intakes[day][medicine, slot] = Intake(
            bool(taken), stamp_of_row(*entered), clock, amount, _ORIGINS[origin]
        )
    effects: dict[int, dict[str, MedicineEffect]] = defaultdict(dict)
    for day, medicine, helped, side_effects, *entered in rows.effects:
        effects[day][medicine] = MedicineEffect(stamp_of_row(*entered), helped, side_effects)
    return [
        Day(
            day_of(day),
            readings.get(day, {}),
            triggers.get(day, {}),
            notes.get(day),
            body_maps.get(day),
            in_order(moments.get(day, ())),
            intakes.get(day, {}),
            effects.get(day, {}),
        )
        for day in sorted({*readings, *triggers, *notes, *body_maps, *moments, *intakes, *effects})
    ]


@understood
def event_from(row: Sequence[Any]) -> Event:
    """Make an event of its columns."""
    id, kind, name, start, end, *entered = row
    last = None if end is None else day_of(end)
    return Event(id, kind, name, day_of(start), last, stamp_of_row(*entered))


@understood
def questions_from(measures: Rows, triggers: Rows, settings: Mapping[str, str]) -> Questions:
    """Put the registries together with rows of what the person added, and what they chose."""
    return Questions(
        tuple(
            own_measure(
                id,
                name,
                scale=Scale(low, high, step),
                direction=Direction(direction),
                factor=factor,
            )
            for id, name, low, high, step, direction, factor in measures
        ),
        tuple(own_trigger(id, name, factor=factor) for id, name, factor in triggers),
        Chosen.of(settings),
    )


def own_measure_values(measure: Measure) -> Values:
    """Make a row of a measure of one's own."""
    return {
        "id": measure.id,
        "name": plain_text(measure.name),
        "low": measure.scale.low,
        "high": measure.scale.high,
        "step": measure.scale.step,
        "direction": measure.direction.value,
        "factor": measure.factors[0] if measure.factors else None,
    }


def own_trigger_values(trigger: Trigger) -> Values:
    """Make a row of a trigger of one's own."""
    return {"id": trigger.id, "name": plain_text(trigger.name), "factor": trigger.factor}


def reading_values(day: date, measure: str, reading: Reading) -> Values:
    """Make a row of a reading."""
    return {
        "day": day_number(day),
        "measure": measure,
        "value": reading.value,
        **_origin_values(reading),
    }


def trigger_values(day: date, trigger: str, answer: TriggerAnswer) -> Values:
    """Make a row of a trigger that a day was offered."""
    return {
        "day": day_number(day),
        "trigger_id": trigger,
        "ticked": int(answer.ticked),
        "strength": answer.strength,
        **_origin_values(answer),
    }


def note_values(day: date, note: Note) -> Values:
    """Make a row of a note."""
    return {"day": day_number(day), "body": plain_text(note.text), **_origin_values(note)}


def body_map_values(day: date, body_map: BodyMap) -> Values:
    """Make a row of a body map; its areas are rows of their own."""
    return {
        "day": day_number(day),
        "origin": body_map.origin.value,
        **stamp_values(body_map.entered),
    }


def moment_values(moment: Moment) -> Values:
    """Make a row of a timed reading."""
    return {
        "id": moment.id,
        "day": day_number(moment.day),
        "measure": moment.measure,
        "value": moment.value,
        **stamp_values(moment.entered),
    }


def body_area_values(day: date, area: str, intensity: float | None) -> Values:
    """Make a row of one area of a body map."""
    return {"day": day_number(day), "area": area, "intensity": intensity}


def event_values(event: Event) -> Values:
    """Make a row of an event."""
    return {
        "id": event.id,
        "kind": event.kind,
        "name": plain_text(event.name),
        "start_day": day_number(event.start),
        "end_day": None if event.end is None else day_number(event.end),
        **stamp_values(event.entered),
    }


def _origin_values(content: Reading | TriggerAnswer | Note) -> Values:
    return {
        "origin": content.origin.value,
        "import_id": content.import_id,
        **stamp_values(content.entered),
    }


def together(changes: Iterable[Change]) -> dict[str, list[Values]]:
    """Gather the changes of one statement, in the order in which each statement came first."""
    gathered: dict[str, list[Values]] = defaultdict(list)
    for statement, values in changes:
        gathered[statement].append(values)
    return gathered


def final_edits(edits: Iterable[E]) -> list[E | SetReading]:
    """Leave the last edit of each place, with the readings that body maps bring along."""
    last: dict[tuple[object, ...], E | SetReading] = {}
    for edit in edits:
        last[_place(edit)] = edit
        if isinstance(edit, SetBodyMap):
            count = counted(edit)
            last[_place(count)] = count
    return list(last.values())


def _place(edit: Edit) -> tuple[object, ...]:
    match edit:
        case SetReading(day, name) | SetTrigger(day, name) | SetEffect(day, name):
            return (type(edit), day, name)
        case SetIntake(day, medicine, slot):
            return (type(edit), day, medicine, slot)
        case SetMoment(id=id) | SetEvent(id=id) | SetOwnMeasure(id=id) | SetOwnTrigger(id=id):
            return (type(edit), id)
        case SetMedicine(id=id) | SetSetting(key=id) | SetImport(id=id):
            return (type(edit), id)
    return (type(edit), edit.day)
