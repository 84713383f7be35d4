"""Computers that each have a copy of one journal, and clocks that are wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fibrojournal.exchange.json_writer import archive_parts
from fibrojournal.storage.copy_state import (
    NOTE_BESIDE,
    NOTE_JOINED,
    NOTES,
    TABLES,
    Cell,
    CopyState,
    Row,
    copy_state_of,
    says,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.merge import Merged
from tests.storage.build import raw

Version = tuple[str, Row]


@dataclass
class Computer:
    """A copy of the journal and the clock of the machine on which it lies, in milliseconds."""

    path: Path
    skew: int = 0
    imports: list[str] = field(default_factory=list)

    def do(self, now: int, work: Callable[[JournalFile], object]) -> None:
        """Do something that writes, as if this computer's clock said `now` plus its error."""
        before = state(self.path).rows
        with JournalFile.open(self.path) as journal:
            work(journal)
        with raw(self.path) as connection:
            for table in TABLES:
                here = " AND ".join(f"{key} = ?" for key in table.keys)
                for key, row in copy_state_of(connection).rows[table].items():
                    old = before[table].get(key)
                    if row != old:
                        # As the triggers of the schema do it: the clock, or more than there was.
                        stamp = max(now + self.skew, 0 if old is None else int(str(old[-2])) + 1)
                        connection.execute(
                            f"UPDATE {table.name} SET stamp = ? WHERE {here}", (stamp, *key)
                        )

    def merge(self, other: Computer) -> Merged:
        with JournalFile.open(self.path) as journal:
            return journal.merge(other.path)


def begin(path: Path) -> Path:
    JournalFile.create(path).close()
    return path


def copy(source: Path, name: str, *, device: str | None = None) -> Path:
    """A plain copy of a file, as people make it; with a device of its own where one is given."""
    target = source.with_name(name)
    shutil.copy(source, target)
    if device is not None:
        with raw(target) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'device'", (device,))
    return target


def state(path: Path) -> CopyState:
    with raw(path) as connection:
        return copy_state_of(connection)


def export(path: Path) -> str:
    with JournalFile.open(path) as journal:
        return "".join(archive_parts(journal.snapshot()))


def past(path: Path) -> set[Version]:
    """Every version that the history holds."""
    found = set()
    tables = {table.name: table for table in TABLES} | dict.fromkeys(
        (NOTE_BESIDE, NOTE_JOINED), NOTES
    )
    for one in state(path).past:
        table = tables[one.kind]
        found.add((table.name, table.row(one.before)))
    return found


def versions(path: Path) -> set[Version]:
    """Every version of a row that a copy ever had, in its present or in its past."""
    now = {(table.name, row) for table, rows in state(path).rows.items() for row in rows.values()}
    return now | past(path)


def contents(path: Path) -> set[Version]:
    """All that ever stood in a copy: what a person could read there now or in its past."""
    return {(table, row[:-2]) for table, row in versions(path) if not row[-1]}


def standing(path: Path) -> dict[str, dict[Row, tuple[Row | None, Cell]]]:
    """What each row says, and when it was written, also where it says nothing any more."""
    return {
        table.name: {key: (says(row), row[-2]) for key, row in rows.items()}
        for table, rows in state(path).rows.items()
    }
