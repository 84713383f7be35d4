"""Imports as wholes: brought in or taken out by an edit, listed, read back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.edits import SetImport
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.imported import NOTE, ImportBatch, ImportedDay
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage import reading, rows
from fibrojournal.storage.imports import (
    KINDS,
    NOTES,
    READINGS,
    TRIGGERS,
    bring_in,
    brought_by,
    take_out,
)
from fibrojournal.storage.models import ImportRow, OwnMeasureRow, OwnTriggerRow, is_live
from fibrojournal.storage.snapshot import ImportRecord
from fibrojournal.text import _


def save(connection: Connection, edits: Iterable[SetImport]) -> None:
    """Bring imports in or take them out; one that is as wanted already stays as it is."""
    for edit in edits:
        batch = edit.batch
        stands = connection.scalar(
            select(ImportRow.id).where(ImportRow.id == batch.id, is_live(ImportRow))
        )
        if edit.is_in and stands is None:
            bring_in(connection, batch)
        elif stands is not None and not edit.is_in:
            take_out(connection, batch.id)


def records_since(connection: Connection, moment: datetime) -> list[ImportRecord]:
    """Read which imports of the time since a moment stand, the latest first."""
    since = int(moment.timestamp() * 1000)
    found = connection.execute(
        select(*ImportRow.__table__.columns)
        .where(is_live(ImportRow), ImportRow.entered >= since)
        .order_by(ImportRow.entered.desc(), ImportRow.id)
    )
    return [ImportRecord(row.id, row.file_name, _stamp(row)) for row in found]


def _stamp(row: Row[Any]) -> Stamp:
    return rows.stamp_of_row(row.entered, row.zone, row.offset)


def read_back(connection: Connection, import_id: str) -> ImportBatch:
    """Read what an import brought and still stands, so that it can come in again as it was."""
    row = connection.execute(
        select(*ImportRow.__table__.columns).where(ImportRow.id == import_id, is_live(ImportRow))
    ).first()
    if row is None:
        raise JournalError(_("That import has been undone before."))
    days: dict[date, dict[str, Any]] = {}
    over: set[tuple[date, str]] = set()
    for kind in KINDS:
        for *key, content in brought_by(connection, kind, import_id):
            day, id = rows.day_of(key[-1]), NOTE if kind is NOTES else key[0]
            said = days.setdefault(day, {"readings": {}, "triggers": {}, "note": None})
            over.add((day, id))
            if kind is READINGS:
                said["readings"][id] = content
            elif kind is TRIGGERS:
                said["triggers"][id] = bool(content)
            else:
                said["note"] = content
    own = reading.common(connection)
    ids = {
        id
        for table in (OwnMeasureRow, OwnTriggerRow)
        for id in connection.scalars(select(table.id).where(table.import_id == import_id))
    }
    everything: dict[str, Measure | Trigger] = {**own.own_measures, **own.own_triggers}
    return ImportBatch(
        row.file_name,
        _stamp(row),
        {day: ImportedDay(**said) for day, said in sorted(days.items())},
        tuple(one for id, one in everything.items() if id in ids),
        import_id,
        frozenset(over),
    )
