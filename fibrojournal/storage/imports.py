"""Bringing in what a file says, and taking it out again.

Rules. What a person entered by hand stands, whatever a file says. The same value again changes
nothing. A different value of an earlier import is replaced. What an import brought and a hand
cleared stays cleared. Undoing an import brings back what it replaced, unless that came from an
import which was itself undone; what a hand has changed since stays. An own answer over
which a file was let win comes back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from fibrojournal.journal.day import Origin
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.imported import NOTE, ImportBatch
from fibrojournal.storage import reading, rows, writing
from fibrojournal.storage.batch import Clash, ImportLook, ImportResult
from fibrojournal.storage.copy_state import NOTE_BESIDE
from fibrojournal.storage.models import (
    HistoryRow,
    ImportRow,
    MomentRow,
    NoteRow,
    OwnMeasureRow,
    OwnTriggerRow,
    ReadingRow,
    Standing,
    TriggerRow,
    is_live,
)
from fibrojournal.storage.rows import Change
from fibrojournal.storage.writing import CLEARED, TAKEN_OUT
from fibrojournal.text import _

IMPORTED = Origin.IMPORTED.value
_MARKS = {"stamp", "deleted"}

Key = tuple[Any, ...]
Content = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A table whose rows an import can bring, and the kinds of history that hold their past."""

    row: type[Standing]
    keys: tuple[str, ...]
    content: tuple[str, ...]
    past: tuple[str, ...]

    def columns(self, *names: str) -> list[Any]:
        return [self.row.__table__.c[name] for name in names]

    def named(self, key: Key, content: Content) -> rows.Values:
        return dict(zip((*self.keys, *self.content), (*key, *content), strict=True))

    def key_of(self, values: Mapping[str, Any]) -> Key:
        return tuple(values[name] for name in self.keys)


READINGS = _Kind(ReadingRow, ("measure", "day"), ("value",), ("reading",))
TRIGGERS = _Kind(TriggerRow, ("trigger_id", "day"), ("ticked", "strength"), ("offered_trigger",))
NOTES = _Kind(NoteRow, ("day",), ("body",), ("note", NOTE_BESIDE))
KINDS = (READINGS, TRIGGERS, NOTES)


def bring_in(connection: Connection, batch: ImportBatch) -> ImportResult:
    """Write what a batch adds; the caller holds the transaction."""
    if not batch.days:
        return ImportResult(None, days_added=0, answers_added=0, kept=0)
    span = (min(batch.days), max(batch.days))
    before = reading.noted_days(connection, *span)
    origin = {
        "origin": IMPORTED,
        "import_id": batch.id,
        **rows.stamp_values(batch.entered),
    }
    kept = 0
    changes: list[Change] = []
    for kind in KINDS:
        sifted = _sifted(connection, kind, _offered(batch, kind), _over(batch, kind))
        kept += sifted.kept
        changes += (
            writing.put(kind.row, kind.named(key, content) | origin)
            for key, content in sifted.new.items()
        )
    if not changes:
        return ImportResult(None, days_added=0, answers_added=0, kept=kept)
    name = rows.plain_text(batch.file_name)
    record = {"id": batch.id, "file_name": name, **rows.stamp_values(batch.entered)}
    writing.run(connection, [writing.put(ImportRow, record)])
    writing.add_own(connection, batch.own, batch.id)
    writing.run(connection, changes)
    days_added = len(reading.noted_days(connection, *span) - before)
    return ImportResult(batch.id, days_added, answers_added=len(changes), kept=kept)


def _offered(batch: ImportBatch, kind: _Kind) -> dict[Key, Content]:
    """List what the batch says for one table."""
    offered: dict[Key, Content] = {}
    for day, said in batch.days.items():
        number = rows.day_number(day)
        if kind is READINGS:
            offered.update({(id, number): (value,) for id, value in said.readings.items()})
        elif kind is TRIGGERS:
            offered.update({(id, number): (int(on), None) for id, on in said.triggers.items()})
        elif said.note is not None:
            offered[number,] = (rows.plain_text(said.note),)
    return offered


def look_into(connection: Connection, batch: ImportBatch) -> ImportLook:
    """Tell what an import would do, without writing."""
    if not batch.days:
        return ImportLook(0, 0, 0, 0, ())
    noted = reading.noted_days(connection, min(batch.days), max(batch.days))
    days: set[int] = set()
    answers, clashes = {kind.row: 0 for kind in KINDS}, list[Clash]()
    for kind in KINDS:
        sifted = _sifted(connection, kind, _offered(batch, kind), _over(batch, kind))
        answers[kind.row] = len(sifted.new)
        days.update(key[-1] for key in sifted.new)
        clashes += (_clash(kind, key, *both) for key, both in sifted.clashes.items())
    return ImportLook(
        len(days),
        sum(answers.values()) - answers[NoteRow],
        answers[NoteRow],
        len(noted & batch.days.keys()),
        tuple(sorted(clashes, key=lambda clash: (-clash.day.toordinal(), clash.id))),
    )


def _clash(kind: _Kind, key: Key, mine: Content, theirs: Content) -> Clash:
    is_tick = kind is TRIGGERS
    return Clash(
        rows.day_of(key[-1]),
        NOTE if kind is NOTES else key[0],
        bool(mine[0]) if is_tick else mine[0],
        bool(theirs[0]) if is_tick else theirs[0],
    )


def _over(batch: ImportBatch, kind: _Kind) -> set[Key]:
    """List the places of one table where the file wins over a hand."""
    return {
        (rows.day_number(day),) if kind is NOTES else (id, rows.day_number(day))
        for day, id in batch.over
        if (kind is NOTES) == (id == NOTE)
    }


@dataclass(frozen=True, slots=True)
class _Sifted:
    new: dict[Key, Content]
    kept: int
    clashes: dict[Key, tuple[Content, Content]]
    """What a hand entered otherwise, and what the file says."""


def _sifted(
    connection: Connection, kind: _Kind, offered: dict[Key, Content], over: set[Key]
) -> _Sifted:
    """Part what is to be written from what the journal's own answers stop."""
    new = dict(offered)
    kept = 0
    cleared: list[Key] = []
    clashes: dict[Key, tuple[Content, Content]] = {}
    for *cells, origin, deleted in _held(connection, kind, offered):
        key, content = tuple(cells[: len(kind.keys)]), tuple(cells[len(kind.keys) :])
        if key not in new or deleted == TAKEN_OUT:
            continue
        if deleted == CLEARED:
            cleared.append(key)
        elif content[:1] == new[key][:1]:  # no file tells a strength
            del new[key]
        elif origin != IMPORTED:
            clashes[key] = content, new[key]
            if key not in over:
                del new[key]
                kept += 1
    if cleared:
        once = _ever_brought(connection, kind)
        for key in once.intersection(cleared):
            del new[key]
            kept += 1
    return _Sifted(new, kept, clashes)


def _held(connection: Connection, kind: _Kind, offered: Iterable[Key]) -> Iterable[Sequence[Any]]:
    """Read the rows, standing or not, of the days that are offered something."""
    days = [key[-1] for key in offered]
    if not days:
        return []
    columns = kind.columns(*kind.keys, *kind.content, "origin", "deleted")
    (day,) = kind.columns("day")
    return connection.execute(select(*columns).where(day.between(min(days), max(days))))


def _ever_brought(connection: Connection, kind: _Kind) -> set[Key]:
    """List the places that an import ever filled, whatever became of them."""
    rows_now = select(*kind.columns(*kind.keys)).where(kind.columns("origin")[0] == IMPORTED)
    now = {tuple(row) for row in connection.execute(rows_now)}
    return now | {kind.key_of(values) for values in _brought_before(connection, kind)}


def _brought_before(
    connection: Connection, kind: _Kind, *conditions: ColumnElement[bool]
) -> Iterator[dict[str, Any]]:
    """Read what imports had brought and something later changed, the oldest first.

    The order is that of the stamps: after a merge the history holds the past of two computers.
    """
    past = (
        select(HistoryRow.before)
        .where(HistoryRow.kind.in_(kind.past), _was("origin") == IMPORTED, *conditions)
        .order_by(_was("stamp"), HistoryRow.seq)
    )
    return (json.loads(before) for before in connection.scalars(past))


def _was(column: str) -> ColumnElement[Any]:
    return func.json_extract(HistoryRow.before, f"$.{column}")


def brought_by(connection: Connection, kind: _Kind, import_id: str) -> Iterable[Sequence[Any]]:
    """Read the places that an import filled and what of it still stands there."""
    origin, brought_by = kind.columns("origin", "import_id")
    return connection.execute(
        select(*kind.columns(*kind.keys, kind.content[0])).where(
            origin == IMPORTED, brought_by == import_id, is_live(kind.row)
        )
    ).all()


def take_out(connection: Connection, import_id: str) -> int:
    """Undo an import; the caller holds the transaction.

    Returns how many answers went, or went back. Raises JournalError where there is no such
    import, or where it was undone before.
    """
    mark = connection.scalar(select(ImportRow.deleted).where(ImportRow.id == import_id))
    if mark is None:
        raise JournalError(_("This journal knows no import {id}.").format(id=import_id))
    if mark != 0:
        raise JournalError(_("That import has been undone before."))
    writing.run(connection, [writing.empty(ImportRow, {"id": import_id})])
    changes = [change for kind in KINDS for change in _ways_back(connection, kind, import_id)]
    writing.run(connection, changes)
    _take_out_own(connection, import_id)
    return len(changes)


def _ways_back(connection: Connection, kind: _Kind, import_id: str) -> Iterator[Change]:
    """Find for each answer of an import what it goes back to."""
    brought = [tuple(key) for *key, _content in brought_by(connection, kind, import_id)]
    if not brought:
        return
    others = select(ImportRow.id).where(is_live(ImportRow))
    former = {
        kind.key_of(values): values
        for values in _brought_before(
            connection, kind, _was("deleted") == 0, _was("import_id").in_(others)
        )
    }
    former |= _overwritten(connection, kind, import_id, brought)
    for key in brought:
        values = former.get(key)
        if values is None:
            yield writing.empty(kind.row, dict(zip(kind.keys, key, strict=True)), TAKEN_OUT)
        else:
            yield writing.put(
                kind.row, {name: values[name] for name in values if name not in _MARKS}
            )


def _overwritten(
    connection: Connection, kind: _Kind, import_id: str, brought: Sequence[Key]
) -> dict[Key, dict[str, Any]]:
    """Find what a hand had entered where an import was let win over it.

    That is what stood there just before the import's own content came for the first time.
    """
    days = [key[-1] for key in brought]
    past = (
        select(HistoryRow.before)
        .where(HistoryRow.kind == kind.past[0], HistoryRow.day.between(min(days), max(days)))
        .order_by(_was("stamp"), HistoryRow.seq)
    )
    before: dict[Key, dict[str, Any]] = {}
    came: set[Key] = set()
    for values in map(json.loads, connection.scalars(past)):
        key = kind.key_of(values)
        if values["import_id"] == import_id:
            came.add(key)
        elif key not in came:
            before[key] = values
    return {
        key: values
        for key, values in before.items()
        if values["origin"] != IMPORTED and not values["deleted"]
    }


def _take_out_own(connection: Connection, import_id: str) -> None:
    """Take measures and triggers with an import that were added for it and hold nothing."""
    idle_measures = select(OwnMeasureRow.id).where(
        OwnMeasureRow.import_id == import_id,
        is_live(OwnMeasureRow),
        OwnMeasureRow.id.not_in(select(ReadingRow.measure).where(is_live(ReadingRow))),
        OwnMeasureRow.id.not_in(select(MomentRow.measure).where(is_live(MomentRow))),
    )
    idle_triggers = select(OwnTriggerRow.id).where(
        OwnTriggerRow.import_id == import_id,
        is_live(OwnTriggerRow),
        OwnTriggerRow.id.not_in(select(TriggerRow.trigger_id).where(is_live(TriggerRow))),
    )
    for row, idle in ((OwnMeasureRow, idle_measures), (OwnTriggerRow, idle_triggers)):
        ids = connection.scalars(idle).all()
        writing.run(connection, [writing.empty(row, {"id": id}, TAKEN_OUT) for id in ids])
