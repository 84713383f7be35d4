"""Reading through SQLAlchemy: days, events, what the person added. Rows become plain data here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select, union, union_all

from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.questions import Questions
from fibrojournal.storage import medicine_rows, rows
from fibrojournal.storage.models import (
    BodyAreaRow,
    BodyMapRow,
    CourseRow,
    EffectRow,
    EventRow,
    ImportRow,
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
from fibrojournal.storage.snapshot import ImportRecord

_TICKED = TriggerRow.ticked == literal_column("1")  # a literal, as in the index


def days_between(
    connection: Connection, start: date | None = None, end: date | None = None
) -> list[Day]:
    """Read every day with any content, from `start` to `end`, in order."""
    found = partial(_of_days, connection, start, end)
    return rows.days_from(
        rows.DayRows(
            readings=found(ReadingRow, rows.READING_COLUMNS),
            triggers=found(TriggerRow, rows.TRIGGER_COLUMNS),
            notes=found(NoteRow, rows.NOTE_COLUMNS),
            body_maps=found(BodyMapRow, rows.BODY_MAP_COLUMNS),
            body_areas=found(BodyAreaRow, rows.BODY_AREA_COLUMNS),
            moments=found(MomentRow, rows.MOMENT_COLUMNS),
            intakes=found(IntakeRow, rows.INTAKE_COLUMNS),
            effects=found(EffectRow, rows.EFFECT_COLUMNS),
        )
    )


def places_and_moments(connection: Connection, start: date, end: date) -> list[Day]:
    """Read the days with a body map or a moment, and nothing else of them."""
    found = partial(_of_days, connection, start, end)
    return rows.days_from(
        rows.DayRows(
            body_maps=found(BodyMapRow, rows.BODY_MAP_COLUMNS),
            body_areas=found(BodyAreaRow, rows.BODY_AREA_COLUMNS),
            moments=found(MomentRow, rows.MOMENT_COLUMNS),
        )
    )


def _of_days(
    connection: Connection,
    start: date | None,
    end: date | None,
    table: type[Standing],
    columns: Sequence[str],
) -> rows.Rows:
    day = table.__table__.c.day
    chosen = _live(table, columns)
    if start is not None:
        chosen = chosen.where(day >= rows.day_number(start))
    if end is not None:
        chosen = chosen.where(day <= rows.day_number(end))
    return connection.execute(chosen)


_NOTED = (
    (ReadingRow.day, is_live(ReadingRow)),
    (TriggerRow.day, is_live(TriggerRow) & _TICKED),
    (NoteRow.day, is_live(NoteRow)),
    (BodyMapRow.day, is_live(BodyMapRow)),
    (MomentRow.day, is_live(MomentRow)),
    (IntakeRow.day, is_live(IntakeRow)),
    (EffectRow.day, is_live(EffectRow)),
)


def noted_span(connection: Connection) -> tuple[date, date] | None:
    """Return the first and the last noted day, or None in an empty journal."""
    # One end of one table a query: most are then a single step into an index.
    ends = (
        select(end(day)).where(standing) for day, standing in _NOTED for end in (func.min, func.max)
    )
    numbers = [number for number in connection.scalars(union_all(*ends)) if number is not None]
    return (rows.day_of(min(numbers)), rows.day_of(max(numbers))) if numbers else None


def noted_days(connection: Connection, start: date, end: date) -> set[date]:
    """Return which days of a span, both ends included, are noted."""
    span = (rows.day_number(start), rows.day_number(end))
    days = (select(day).where(standing, day.between(*span)) for day, standing in _NOTED)
    return {rows.day_of(number) for number in connection.scalars(union(*days))}


def trigger_counts(connection: Connection) -> dict[str, int]:
    """Count how often each trigger was ticked."""
    counted = (
        select(TriggerRow.trigger_id, func.count())
        .where(is_live(TriggerRow), _TICKED)
        .group_by(TriggerRow.trigger_id)
    )
    return dict(connection.execute(counted).all())


def events(connection: Connection) -> list[Event]:
    """Read every event, by start."""
    chosen = _live(EventRow, rows.EVENT_COLUMNS).order_by(EventRow.start_day, EventRow.id)
    return [rows.event_from(row) for row in connection.execute(chosen)]


def medicines(connection: Connection) -> tuple[Medicine, ...]:
    """Read every medicine with its courses, by id."""
    chosen = _live(MedicineRow, medicine_rows.MEDICINE_COLUMNS).order_by(MedicineRow.id)
    courses = _live(CourseRow, medicine_rows.COURSE_COLUMNS)
    return medicine_rows.medicines_from(connection.execute(chosen), connection.execute(courses))


def questions(connection: Connection) -> Questions:
    """Read the registries with what the person has added."""
    measures = _live(OwnMeasureRow, rows.OWN_MEASURE_COLUMNS).order_by(OwnMeasureRow.id)
    triggers = _live(OwnTriggerRow, rows.OWN_TRIGGER_COLUMNS).order_by(OwnTriggerRow.id)
    own = connection.execute(measures), connection.execute(triggers)
    return rows.questions_from(*own, settings(connection))


def common(connection: Connection) -> Common:
    """Read all that belongs to no single day."""
    asked = questions(connection)
    return Common(
        {event.id: event for event in events(connection)},
        {measure.id: measure for measure in asked.own_measures},
        {trigger.id: trigger for trigger in asked.own_triggers},
        settings(connection),
        {medicine.id: medicine for medicine in medicines(connection)},
    )


def settings(connection: Connection) -> dict[str, str]:
    """Read the question settings."""
    return dict(connection.execute(_live(SettingRow, ("key", "value"))).all())


def imports(connection: Connection) -> tuple[ImportRecord, ...]:
    """Read which imports brought answers, by id."""
    columns = (ImportRow.id, ImportRow.file_name, ImportRow.deleted)
    entered = (ImportRow.entered, ImportRow.zone, ImportRow.offset)
    return tuple(
        ImportRecord(id, file_name, rows.stamp_of_row(*stamp), is_out=bool(deleted))
        for id, file_name, deleted, *stamp in connection.execute(
            select(*columns, *entered).order_by(ImportRow.id)
        )
    )


def is_sample(connection: Connection) -> bool:
    """Tell whether the journal holds made-up days."""
    marked = select(MetaRow.value).where(MetaRow.key == "sample")
    return connection.scalar(marked) is not None


def identity(connection: Connection) -> str:
    """Return what names the journal, in every copy of it."""
    return connection.scalars(select(MetaRow.value).where(MetaRow.key == "journal")).one()


def is_empty(connection: Connection) -> bool:
    """Tell whether nothing stands in the journal."""
    tables = (
        *(ReadingRow, TriggerRow, NoteRow, BodyMapRow, MomentRow, EventRow),
        *(OwnMeasureRow, OwnTriggerRow, SettingRow, ImportRow),
        *(MedicineRow, IntakeRow, EffectRow),
    )
    standing = (select(func.count()).select_from(table).where(is_live(table)) for table in tables)
    return not any(connection.scalars(union_all(*standing)))


def _live(table: type[Standing], columns: Sequence[str]) -> Select[Any]:
    return select(*(table.__table__.c[name] for name in columns)).where(is_live(table))
