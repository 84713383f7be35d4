"""Copying a journal under another key, or none: every row as it is, and nothing taken on trust."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import DiskFull, JournalDamaged, JournalError, JournalNotWritable
from fibrojournal.storage import lock
from fibrojournal.storage.backup import counts, is_whole
from fibrojournal.storage.connection import attach_copy, check_cipher, connect, one_state
from fibrojournal.storage.durable import make_private
from fibrojournal.storage.key import PLAIN_HEADER, DataKey
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection

CONVERTING = ".converting"
"""What the name of a file ends in that is written anew under another key."""

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
_NUMBERS = ("user_version", "application_id")  # the export leaves them at 0
_UNREADABLE = N_("Nothing was changed: part of the journal cannot be read.")


def export_copy(source: Connection, target: Path, key: DataKey | None) -> None:
    """Write what `source` holds to a new file, encrypted with `key` or plain, and check it.

    `source` is in no transaction, and nobody else writes to its file meanwhile. The file at
    `target` is not yet durable: `put_in_place` makes it so. Raises JournalDamaged where not all
    can be copied, the driver's errors, and OSError; `target` is then removed.
    """
    try:
        _check_whole(source)
        _discard(target)
        make_private(target)
        _export(source, target, key)
        _check_copy(source, target, key)
    except BaseException:
        _discard(target)
        raise


def unfinished(path: Path) -> Path:
    """Say where the new file of a conversion grows, until it takes the journal's name."""
    real = Path(os.path.realpath(path))  # a link stays a link
    return real.with_name(real.name + CONVERTING)


def sweep(path: Path) -> None:
    """Remove what a conversion left that was killed; not what one is writing at this moment."""
    left = unfinished(path)
    if left.exists():
        with suppress(JournalError, OSError), lock.held(path):
            _discard(left)


def _export(source: Connection, target: Path, key: DataKey | None) -> None:
    check_cipher(source)
    attach_copy(source, target, key, "rw")
    try:
        _fill(source)
        for name in _NUMBERS:
            (value,) = source.execute(f"PRAGMA main.{name}").fetchone()
            source.execute(f"PRAGMA copy.{name} = {value}")
    finally:
        source.execute("DETACH copy")


def _fill(source: Connection) -> None:
    try:
        source.execute("SELECT sqlcipher_export('copy')").fetchone()
    except dbapi2.OperationalError as error:
        # Whatever happens in there comes out as one kind; the source was found whole just now.
        if "full" in str(error):
            raise DiskFull(_("The disk is full; nothing was changed.")) from error
        raise JournalNotWritable(_("The disk is failing; nothing was changed.")) from error


def _check_copy(source: Connection, target: Path, key: DataKey | None) -> None:
    with closing(connect(target, key)) as copy:
        _check_whole(copy)
        if _outline(copy) != _outline(source):
            raise JournalDamaged(_(_UNREADABLE))
    with target.open("rb") as file:
        is_plain = file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    if is_plain != (key is None):
        raise RuntimeError("the copy is not encrypted as it was to be")


def _check_whole(connection: Connection) -> None:
    try:
        good = is_whole(connection)
    except dbapi2.DatabaseError:
        good = False
    if not good:
        raise JournalDamaged(_(_UNREADABLE))


def _outline(connection: Connection) -> object:
    """Return the schema, the two numbers of the header, and how many rows each table has."""
    with one_state(connection):
        schema = connection.execute(_SCHEMA).fetchall()
        numbers = [connection.execute(f"PRAGMA {name}").fetchone() for name in _NUMBERS]
        return schema, numbers, counts(connection)


def _discard(path: Path) -> None:
    for end in ("", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
