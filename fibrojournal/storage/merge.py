"""Bringing two copies of one journal together, so that every word of both is kept.

What loses goes into the history, with the computer on which it stood; the histories of both are
joined. The rows are written as they are, with their own stamps, so that both computers end up
with the same journal whichever of them merges first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection

from fibrojournal.journal.edits import PAIN_AREAS
from fibrojournal.journal.errors import JournalError
from fibrojournal.storage.copy_state import (
    BODY_AREAS,
    BODY_MAPS,
    COURSES,
    IMPORTS,
    MEDICINES,
    NOTE_BESIDE,
    NOTE_JOINED,
    NOTES,
    CopyState,
    Past,
    Row,
    Table,
    copy_state_of,
    says,
)
from fibrojournal.storage.engine import driver_of
from fibrojournal.storage.merge_rules import Decision, decide
from fibrojournal.storage.search import rebuild_search
from fibrojournal.storage.writing import mark_sample
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection as DriverConnection

Place = tuple[str, Row]

_MERGE = "merge"
"""What stands for a computer where a merge wrote a text of its own."""

_STRANGERS = N_(
    "These are two different journals, not two copies of one. To bring the answers of one into "
    "the other, use fibrojournal export and then fibrojournal import."
)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought.

    `taken` counts the answers and entries that changed here, and `kept` those that stand here
    although the other copy says otherwise; a body map counts as one, and so does a medicine.
    `joined` counts days whose note now holds the texts of both, `days` those on which anything
    changed, and `past` what came into the history.
    """

    taken: int = 0
    kept: int = 0
    joined: int = 0
    days: int = 0
    past: int = 0
    changed: bool = False
    """Whether anything was written at all."""


def merge_in(unit: Connection, theirs: CopyState) -> Merged:
    """Merge another copy into the journal; the caller holds the transaction.

    Raises JournalError where it is no copy of this journal.
    """
    driver = driver_of(unit)
    mine = copy_state_of(driver)
    if mine.journal != theirs.journal:
        raise JournalError(_(_STRANGERS))
    decision = decide(mine, theirs)
    changed = {
        table: {key: row for key, row in rows.items() if mine.rows[table].get(key) != row}
        for table, rows in decision.rows.items()
    }
    _write_rows(driver, changed)
    past = _new_past(driver, mine, theirs, decision)
    _write_past(driver, past)
    is_marked = theirs.is_sample and not mine.is_sample
    if is_marked:
        mark_sample(unit, sample=True)
    is_changed = bool(past) or any(changed.values()) or is_marked
    if is_changed and mine.device == theirs.device:
        # One is a plain copy of the other. From now on history tells the two apart.
        driver.execute("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'device'")
    return _told(mine, theirs, decision, past=len(past), changed=is_changed)


def _write_rows(driver: DriverConnection, changed: dict[Table, dict[Row, Row]]) -> None:
    # REPLACE passes by the triggers of updates: they would set stamps of this moment, which
    # differ from computer to computer, and the history is written below.
    for table, rows in changed.items():
        marks = ", ".join("?" * len(table.columns))
        columns = ", ".join(table.columns)
        statement = f"INSERT OR REPLACE INTO {table.name} ({columns}) VALUES ({marks})"
        driver.executemany(statement, rows.values())
    if changed[NOTES]:
        rebuild_search(driver)


def _write_past(driver: DriverConnection, past: Iterable[Past]) -> None:
    driver.executemany(
        "INSERT INTO history (device, at, kind, day, before) VALUES (?, ?, ?, ?, ?)",
        ((one.device, one.at, one.kind, one.day, one.before) for one in past),
    )


def _new_past(
    driver: DriverConnection, mine: CopyState, theirs: CopyState, decision: Decision
) -> list[Past]:
    """List what the history lacks: theirs, what lost now, and which notes are joined ones."""
    new = [past for past in theirs.past if past not in mine.past]
    new.sort(key=lambda past: past.at)
    told = {(past.kind, past.before) for past in (*mine.past, *new)}
    for past in chain(_lost(driver, mine, theirs, decision), _joined(driver, decision)):
        if (past.kind, past.before) not in told:
            told.add((past.kind, past.before))
            new.append(past)
    return new


def _lost(
    driver: DriverConnection, mine: CopyState, theirs: CopyState, decision: Decision
) -> Iterator[Past]:
    """Tell what stood in one of the copies and does not stand any more.

    Every version counts, also one that says the same: it is what a later merge goes by.
    """
    copies = sorted((mine, theirs), key=lambda copy: copy.device)
    for table, rows in decision.rows.items():
        kind = NOTE_BESIDE if table is NOTES else table.name
        for key, row in rows.items():
            for copy in copies:
                stood = copy.rows[table].get(key)
                if stood is None or stood == row:
                    continue
                if table is not NOTES or not decision.versions.is_known(stood):
                    before = _as_json(driver, table, stood)
                    yield Past(copy.device, cast("int", row[-2]), kind, table.day(stood), before)


def _joined(driver: DriverConnection, decision: Decision) -> Iterator[Past]:
    for row in decision.joined:
        before = _as_json(driver, NOTES, row)
        yield Past(_MERGE, cast("int", row[-2]), NOTE_JOINED, NOTES.day(row), before)


def _as_json(driver: DriverConnection, table: Table, row: Row) -> str:
    """Write a row as the triggers of the schema do, so that the two can be compared."""
    as_json = ", ".join(f"'{column}', ?" for column in table.columns)
    (before,) = driver.execute(f"SELECT json_object({as_json})", row).fetchone()
    return cast("str", before)


def _told(
    mine: CopyState, theirs: CopyState, decision: Decision, *, past: int, changed: bool
) -> Merged:
    taken, kept, days = set(), set(), set()
    for table, rows in decision.rows.items():
        for key, row in rows.items():
            own, other = mine.rows[table].get(key), theirs.rows[table].get(key)
            place = _place(table, row)
            if place is None:
                continue
            if says(own) != says(row):
                taken.add(place)
                days.add(table.day(row))
            elif other is not None and says(other) != says(row):
                kept.add(place)
    notes = mine.rows[NOTES]
    joined = sum(notes.get(NOTES.key(row)) != row for row in decision.joined)
    return Merged(len(taken), len(kept - taken), joined, len(days - {None}), past, changed)


def _place(table: Table, row: Row) -> Place | None:
    """Name what a person sees as one place; None for what follows from others."""
    key = table.key(row)
    if table is IMPORTS or key[0] == PAIN_AREAS:
        return None
    if table is BODY_AREAS:
        return BODY_MAPS.name, key[:1]
    if table is COURSES:
        return MEDICINES.name, key[:1]
    return table.name, key
