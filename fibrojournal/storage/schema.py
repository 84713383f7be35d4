"""The present schema: the frozen steps that lead to it, and a new journal made of them.

Nothing here needs SQLAlchemy, so that the first start of the program is as quick as any other.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import (
    JournalExists,
    JournalMissing,
    JournalNotWritable,
    JournalTooNew,
    JournalTooOld,
)
from fibrojournal.storage import schema_v1, schema_v2
from fibrojournal.storage.connection import APPLICATION_ID, connect, schema_version, transaction
from fibrojournal.storage.driver_errors import NOT_WRITABLE, plain_errors
from fibrojournal.storage.key import keys_path
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey

Step = Sequence[str]

# Step n leads from schema n to schema n + 1. A released step is never edited.
STEPS: tuple[Step, ...] = (schema_v1.STATEMENTS, schema_v2.STATEMENTS)
VERSION = len(STEPS)

_GONE = N_(
    "There is no journal at {path}, but the keys of an encrypted one are. Please put it back, or a"
    " backup. To begin a new one, move the file {keys} away first."
)
_TAKEN = N_("There is already a file at {path}; it was left as it is.")


def apply_steps(connection: Connection, steps: Sequence[Step], *, first: int = 0) -> None:
    """Run the steps from `first` on and write the version; the caller holds a transaction."""
    for step in steps[first:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def check_version(connection: Connection, path: Path, newest: int = VERSION) -> int:
    """Return a journal's schema; raises NotAJournal, or JournalTooNew above `newest`."""
    version = schema_version(connection, path)
    if version > newest:
        sentence = _("The journal {path} was written by a newer version of fibrojournal.")
        raise JournalTooNew(sentence.format(path=path))
    return version


def check_present(connection: Connection, path: Path) -> None:
    """Raise JournalTooOld below the present schema, and what `check_version` raises."""
    if check_version(connection, path) < VERSION:
        sentence = _(
            "The journal {path} is to be brought up to date before it can be read, and may not be"
            " changed where it is. Please copy it to a place that can be written."
        )
        raise JournalTooOld(sentence.format(path=path))


def create(
    path: Path, *, sample: bool, key: DataKey | None = None, steps: Sequence[Step] = STEPS
) -> Connection:
    """Begin a journal and return its open connection; readable by its owner alone.

    Missing folders are made. An empty file counts as free: it is what a computer leaves that
    stopped at this very moment. Raises JournalExists or JournalNotWritable; and JournalMissing
    where a plain one would take the place of an encrypted one that is gone: its keys lie there.
    """
    is_new = _claim(path)
    try:
        if key is None:
            _check_no_keys(path)
        with plain_errors(path):
            return _filled(path, sample=sample, key=key, steps=steps)
    except BaseException:
        if is_new and path.stat().st_size == 0:
            path.unlink()
        raise


def _claim(path: Path) -> bool:
    """Take a free path; tell whether the file is new."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path)) from error
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        if path.is_file() and path.stat().st_size == 0:
            return False
        raise JournalExists(_(_TAKEN).format(path=path)) from error
    except OSError as error:
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path)) from error
    return True


def _check_no_keys(path: Path) -> None:
    keys = keys_path(path)
    if keys.exists():
        raise JournalMissing(_(_GONE).format(path=path, keys=keys.name))


def _filled(path: Path, *, sample: bool, key: DataKey | None, steps: Sequence[Step]) -> Connection:
    connection = connect(path, key)
    try:
        with transaction(connection):
            _check_empty(connection, path)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            apply_steps(connection, steps)
            if sample:
                connection.execute("INSERT INTO meta (key, value) VALUES ('sample', '1')")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_empty(connection: Connection, path: Path) -> None:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables:  # another program was quicker
        raise JournalExists(_(_TAKEN).format(path=path))
