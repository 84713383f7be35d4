"""Telling whether two files hold the same journal in the same state, without comparing it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fibrojournal.journal.errors import JournalError
from fibrojournal.storage.backup import counts
from fibrojournal.storage.connection import check_path, connect, schema_version
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.key import fitting

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey

_Found = TypeVar("_Found")

# The columns that say when a row was last written, of the tables that have one.
_STAMPS = """SELECT tables.name, columns.name
FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table' AND columns.name IN ('stamp', 'at') ORDER BY tables.name"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What differs as soon as anything in a journal was written: no change leaves it as it was.

    A new row counts, a changed one moves its stamp on and leaves a line in the history.
    """

    schema: int
    meta: Mapping[str, str]
    rows: Mapping[str, int]
    newest: Mapping[str, int | None]


def mark(connection: Connection, path: Path) -> Mark:
    """Read the mark of an open journal."""
    stamped = connection.execute(_STAMPS).fetchall()
    return Mark(
        schema=schema_version(connection, path),
        meta=dict(connection.execute("SELECT key, value FROM meta")),
        rows=counts(connection),
        newest={
            table: connection.execute(f'SELECT max({column}) FROM "{table}"').fetchone()[0]
            for table, column in stamped
        },
    )


def mark_of(path: Path, key: DataKey | None) -> Mark | None:
    """Read the mark of a file, without changing it; None where it cannot be read."""
    return _read(path, key, mark)


def journal_of(path: Path, key: DataKey | None) -> str | None:
    """Read just the id that a journal shares with all its copies; None where it cannot be read."""
    return _read(path, key, _journal)


def _journal(connection: Connection, path: Path) -> str | None:
    schema_version(connection, path)
    found = connection.execute("SELECT value FROM meta WHERE key = 'journal'").fetchone()
    return None if found is None else str(found[0])


def _read(
    path: Path, key: DataKey | None, read: Callable[[Connection, Path], _Found]
) -> _Found | None:
    try:
        check_path(path, read_only=True)
        with (
            plain_errors(path),
            closing(connect(path, fitting(path, key), read_only=True)) as connection,
        ):
            return read(connection, path)
    except JournalError:
        return None
