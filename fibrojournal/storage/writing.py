"""Writing through SQLAlchemy Core: one statement for all rows of a kind, no ORM objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from fibrojournal.journal.day import BodyMap
from fibrojournal.journal.edits import (
    FormEdit,
    PlaceEdit,
    SetBodyMap,
    SetEffect,
    SetEvent,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetOwnMeasure,
    SetOwnTrigger,
    SetReading,
    SetSetting,
    SetTrigger,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage import medicine_rows, rows
from fibrojournal.storage.models import (
    BodyAreaRow,
    BodyMapRow,
    CourseRow,
    EffectRow,
    EventRow,
    IntakeRow,
    MedicineRow,
    MetaRow,
    MomentRow,
    NoteRow,
    OwnMeasureRow,
    OwnTriggerRow,
    ReadingRow,
    SettingRow,
    Standing,
    TriggerRow,
    is_live,
)
from fibrojournal.storage.rows import Change, Values

# What `deleted` says of a row that no longer stands.
CLEARED = 1
TAKEN_OUT = 2

# Those that write one row.
_CommonEdit = SetEvent | SetOwnMeasure | SetOwnTrigger | SetSetting


# The statements are built by Core but run as text: Core's own handling of parameters costs as
# much again as the writing, and an import has a hundred thousand rows.
_DIALECT = sqlite.dialect(paramstyle="named")


@cache
def _put(row: type[Standing]) -> str:
    """Write content whether or not the place holds some; what was cleared stands again."""
    keys = [column.name for column in row.__table__.primary_key]
    marks = {"stamp", "deleted"}
    columns = [column.name for column in row.__table__.columns if column.name not in marks]
    statement = insert(row).values({name: bindparam(name) for name in columns})
    content = {name: statement.excluded[name] for name in columns if name not in keys}
    set_ = content | {"deleted": _literal(0)}
    return _text(statement.on_conflict_do_update(index_elements=keys, set_=set_))


@cache
def _empty(row: type[Standing], mark: int) -> str:
    here = (column == bindparam(column.name) for column in row.__table__.primary_key)
    return _text(update(row).where(*here, is_live(row)).values(deleted=_literal(mark)))


@cache
def _empty_rest(row: type[Standing], owner: str, part: str) -> str:
    """Mark the parts of one whole as gone that are not among those it keeps."""
    kept = func.json_each(bindparam("kept")).table_valued("value")
    table = row.__table__.c
    here = (table[owner] == bindparam(owner), table[part].not_in(select(kept.c.value)))
    others = update(row).where(*here, is_live(row))
    return _text(others.values(deleted=_literal(CLEARED)))


def _literal(number: int) -> ColumnElement[int]:
    return literal_column(str(number))


def _text(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=_DIALECT))


def put(row: type[Standing], values: Values) -> Change:
    """Write the content of one place; `values` holds its key and all its content."""
    return _put(row), values


def empty(row: type[Standing], key: Values, mark: int = CLEARED) -> Change:
    """Mark one place as holding nothing, if it holds something."""
    return _empty(row, mark), key


def run(connection: Connection, changes: Iterable[Change]) -> None:
    """Run changes, all those of one statement together, in the order in which each came first."""
    for statement, many in rows.together(changes).items():
        connection.exec_driver_sql(statement, many)


def save(connection: Connection, edits: Iterable[PlaceEdit]) -> None:
    """Write edits; of several edits of one place the last one counts."""
    run(connection, (change for edit in rows.final_edits(edits) for change in _changes(edit)))


def _changes(edit: PlaceEdit) -> Iterator[Change]:
    match edit:
        case SetBodyMap(day, body_map):
            yield from _body_map_changes(day, body_map)
        case SetMedicine(_, Medicine() as medicine):
            yield from medicine_changes(medicine)
        case SetMedicine(id):
            yield empty(MedicineRow, {"id": id})
            yield _rest_of(CourseRow, {"medicine_id": id}, "start_day", [])
        case _:
            yield _change(edit)


def _body_map_changes(day: date, body_map: BodyMap | None) -> Iterator[Change]:
    key = {"day": rows.day_number(day)}
    yield _set(BodyMapRow, key, rows.body_map_values(day, body_map) if body_map else None)
    areas = body_map.areas if body_map else {}
    yield _rest_of(BodyAreaRow, key, "area", list(areas))
    yield from area_changes(day, areas)


def medicine_changes(medicine: Medicine) -> Iterator[Change]:
    """Write a medicine with its courses; those that it has no more are cleared."""
    yield put(MedicineRow, medicine_rows.medicine_values(medicine))
    starts = [rows.day_number(course.start) for course in medicine.courses]
    yield _rest_of(CourseRow, {"medicine_id": medicine.id}, "start_day", starts)
    for course in medicine.courses:
        yield put(CourseRow, medicine_rows.course_values(medicine.id, course))


def _rest_of(row: type[Standing], owner: Values, part: str, kept: list[Any]) -> Change:
    (name,) = owner
    return _empty_rest(row, name, part), owner | {"kept": json.dumps(kept)}


def _change(edit: FormEdit | SetMoment | SetIntake | SetEffect | _CommonEdit) -> Change:
    row: type[Standing]
    values: Values | None
    match edit:
        case SetReading(day, measure, reading):
            row, key = ReadingRow, {"day": rows.day_number(day), "measure": measure}
            values = rows.reading_values(day, measure, reading) if reading else None
        case SetTrigger(day, trigger, answer):
            row, key = TriggerRow, {"day": rows.day_number(day), "trigger_id": trigger}
            values = rows.trigger_values(day, trigger, answer) if answer else None
        case SetNote(day, note):
            row, key = NoteRow, {"day": rows.day_number(day)}
            values = rows.note_values(day, note) if note else None
        case SetMoment(_, id, moment):
            row, key = MomentRow, {"id": id}
            values = rows.moment_values(moment) if moment else None
        case SetIntake(day, medicine, slot, intake):
            row, key = IntakeRow, medicine_rows.intake_key(day, medicine, slot)
            values = medicine_rows.intake_values(day, medicine, slot, intake) if intake else None
        case SetEffect(day, medicine, effect):
            row, key = EffectRow, {"day": rows.day_number(day), "medicine_id": medicine}
            values = medicine_rows.effect_values(day, medicine, effect) if effect else None
        case _:
            return _common_change(edit)
    return _set(row, key, values)


def _common_change(edit: _CommonEdit) -> Change:
    match edit:
        case SetEvent(id, event):
            return _set(EventRow, {"id": id}, rows.event_values(event) if event else None)
        case SetOwnMeasure(id, measure):
            return _own(measure) if measure else empty(OwnMeasureRow, {"id": id})
        case SetOwnTrigger(id, trigger):
            return _own(trigger) if trigger else empty(OwnTriggerRow, {"id": id})
    return _setting(edit.key, edit.value)


def area_changes(day: date, areas: Mapping[str, float | None]) -> Iterator[Change]:
    """Write the areas of one day's body map."""
    for area, intensity in areas.items():
        yield put(BodyAreaRow, rows.body_area_values(day, area, intensity))


def _set(row: type[Standing], key: Values, values: Values | None) -> Change:
    return empty(row, key) if values is None else put(row, values)


def add_own(
    connection: Connection, own: Iterable[Measure | Trigger], import_id: str | None = None
) -> None:
    """Add measures and triggers of the person's own; those that stand are kept as they are."""
    standing = {
        id
        for row in (OwnMeasureRow, OwnTriggerRow)
        for id in connection.scalars(select(row.id).where(is_live(row)))
    }
    run(connection, (_own(one, import_id) for one in own if one.id not in standing))


def _own(own: Measure | Trigger, import_id: str | None = None) -> Change:
    if isinstance(own, Measure):
        return put(OwnMeasureRow, rows.own_measure_values(own) | {"import_id": import_id})
    return put(OwnTriggerRow, rows.own_trigger_values(own) | {"import_id": import_id})


def _setting(key: str, value: str | None) -> Change:
    values = None if value is None else {"key": key, "value": value}
    return _set(SettingRow, {"key": key}, values)


def mark_sample(connection: Connection, *, sample: bool) -> None:
    """Write whether the journal holds made-up days."""
    connection.execute(delete(MetaRow).where(MetaRow.key == "sample"))
    if sample:
        connection.execute(insert(MetaRow), {"key": "sample", "value": "1"})
