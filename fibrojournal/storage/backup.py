"""Copies of a journal that are known to be whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import JournalDamaged, JournalNotWritable, NotAJournal
from fibrojournal.storage.connection import connect
from fibrojournal.storage.driver_errors import journal_error
from fibrojournal.storage.durable import put_in_place
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey

UNFINISHED = ".tmp"
"""What the name of a copy ends in that is not in its place yet."""

_REFUSED = N_("The backup {path} cannot be written.")
_NO_ROOM = N_("There is not enough room on the disk for the backup {path}.")
_DAMAGED = N_("No backup was made at {path}: the journal is damaged.")

# Virtual tables have no pages of their own; those that hold their content are listed as well.
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"


def back_up(source: Connection, target: Path, key: DataKey | None = None) -> None:
    """Copy an open journal to `target`, check the copy, and only then put it in place.

    `key` is that of the source; the copy is encrypted with it as well. Other connections may
    write meanwhile: the copy holds one state, that of some moment. Raises JournalDamaged where
    the copy is not whole and JournalNotWritable where `target` cannot be written; a former copy
    then stays as it was. Other errors of the driver are those of the journal.
    """
    try:
        with unfinished(target) as place:
            _copy(source, place, target, key)
            put_in_place(place, target)
    except OSError as error:
        raise JournalNotWritable(_(_REFUSED).format(path=target)) from error


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Make an empty file beside `target`, its owner's alone; gone at the end unless moved on."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name + ".", suffix=UNFINISHED)
    os.close(handle)
    place = Path(name)
    try:
        yield place
    finally:
        with suppress(OSError):  # the disk may have gone; what matters was said by then
            place.unlink()


def is_whole(connection: Connection) -> bool:
    """Tell whether all pages and references of an open file hold; encrypted or not.

    An encrypted page that was changed raises an error of the driver.
    """
    return (
        # Each page against its own seal first; there are none in a plain file.
        connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    )


def counts(connection: Connection) -> dict[str, int]:
    """Count the rows of every table."""
    tables = [name for (name,) in connection.execute(_TABLES)]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables
    }


def copy_pages(source: Connection, place: Path, key: DataKey | None) -> bool:
    """Copy an open journal page by page into an empty file; tell whether the copy is whole.

    Both are encrypted with `key`, or neither is. Raises what the driver raises.
    """
    with closing(connect(place, key)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")  # nobody needs what is not finished
        copy.execute("PRAGMA cache_spill = ON")
        copy.execute("PRAGMA cache_size = -1024")  # KiB: each page is written once
        with _one_read(source):
            # Counted first: this waits for the read lock no longer than it may. The driver's
            # backup would wait for ever.
            expected = counts(source)
            source.backup(copy)
        return is_whole(copy) and counts(copy) == expected


@contextmanager
def _one_read(source: Connection) -> Iterator[None]:
    """Hold one state of the source, in a transaction of its own or within one that is open."""
    source.execute("SAVEPOINT copying")
    try:
        yield
    finally:
        source.execute("RELEASE copying")


def _copy(source: Connection, place: Path, target: Path, key: DataKey | None) -> None:
    try:
        fits = copy_pages(source, place, key)
    except dbapi2.Error as error:
        raise _refusal(error, target) from error
    if not fits:
        raise JournalDamaged(_(_DAMAGED).format(path=target))


def _refusal(error: Exception, target: Path) -> Exception:
    """Say what an error means for the backup; the journal's own errors stay what they are."""
    known = journal_error(error, target)
    # Of what stops the copying itself the driver tells the message alone.
    is_nameless = not hasattr(error, "sqlite_errorname")
    if isinstance(known, JournalNotWritable) or is_nameless:
        is_full = "full" in str(error)
        return JournalNotWritable(_(_NO_ROOM if is_full else _REFUSED).format(path=target))
    if isinstance(known, JournalDamaged | NotAJournal):
        return JournalDamaged(_(_DAMAGED).format(path=target))
    return error
