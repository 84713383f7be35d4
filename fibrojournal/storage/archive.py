"""The whole journal as plain data, and back into an empty file."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from fibrojournal.journal.day import Day
from fibrojournal.journal.errors import JournalError
from fibrojournal.storage import medicine_rows, reading, rows, writing
from fibrojournal.storage.models import (
    BodyMapRow,
    EffectRow,
    EventRow,
    ImportRow,
    IntakeRow,
    MomentRow,
    NoteRow,
    ReadingRow,
    SettingRow,
    TriggerRow,
)
from fibrojournal.storage.rows import Change
from fibrojournal.storage.snapshot import Snapshot
from fibrojournal.storage.writing import put
from fibrojournal.text import _


def take_snapshot(connection: Connection) -> Snapshot:
    """Read everything that the person entered."""
    questions = reading.questions(connection)
    return Snapshot(
        days=tuple(reading.days_between(connection)),
        events=tuple(reading.events(connection)),
        own_measures=questions.own_measures,
        own_triggers=questions.own_triggers,
        settings=reading.settings(connection),
        imports=reading.imports(connection),
        is_sample=reading.is_sample(connection),
        medicines=reading.medicines(connection),
    )


def restore(connection: Connection, snapshot: Snapshot) -> None:
    """Write a snapshot into an empty journal; the caller holds the transaction."""
    if not reading.is_empty(connection):
        raise JournalError(_("This journal holds entries already; it was left as it is."))
    writing.run(connection, _imports(snapshot))
    writing.add_own(connection, (*snapshot.own_measures, *snapshot.own_triggers))
    writing.run(connection, (change for day in snapshot.days for change in _day(day)))
    writing.run(connection, (put(EventRow, rows.event_values(event)) for event in snapshot.events))
    writing.run(
        connection,
        (put(SettingRow, {"key": key, "value": value}) for key, value in snapshot.settings.items()),
    )
    for medicine in snapshot.medicines:
        writing.run(connection, writing.medicine_changes(medicine))
    writing.mark_sample(connection, sample=snapshot.is_sample)


def _imports(snapshot: Snapshot) -> Iterator[Change]:
    for record in snapshot.imports:
        stamp = rows.stamp_values(record.entered)
        yield put(ImportRow, {"id": record.id, "file_name": record.file_name, **stamp})
        if record.is_out:
            yield writing.empty(ImportRow, {"id": record.id})


def _day(day: Day) -> Iterator[Change]:
    for measure, answer in day.readings.items():
        yield put(ReadingRow, rows.reading_values(day.date, measure, answer))
    for trigger, offered in day.triggers.items():
        yield put(TriggerRow, rows.trigger_values(day.date, trigger, offered))
    if day.note is not None:
        yield put(NoteRow, rows.note_values(day.date, day.note))
    if day.body_map is not None:
        yield put(BodyMapRow, rows.body_map_values(day.date, day.body_map))
        yield from writing.area_changes(day.date, day.body_map.areas)
    for moment in day.moments:
        yield put(MomentRow, rows.moment_values(moment))
    for (medicine, slot), intake in day.intakes.items():
        yield put(IntakeRow, medicine_rows.intake_values(day.date, medicine, slot, intake))
    for medicine, effect in day.effects.items():
        yield put(EffectRow, medicine_rows.effect_values(day.date, medicine, effect))
