"""The one place where an error of the database becomes a sentence for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import (
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalNotWritable,
    NotAJournal,
)
from fibrojournal.text import N_, _

NOT_A_JOURNAL = N_("The file {path} is not a fibrojournal journal.")
NOT_WRITABLE = N_("The journal {path} may not be changed: the file or its folder is read-only.")
BUSY = N_("Another program is using the journal {path}. Please try again in a moment.")
_CANNOT_READ = N_("Part of the journal {path} cannot be read: the file is damaged.")

# The beginnings of SQLite's error names, the more special ones first. Encrypted pages report a
# bare SQLITE_IOERR where plain ones say which operation it was.
_MEANINGS: tuple[tuple[str, type[JournalError], str], ...] = (
    ("SQLITE_FULL", JournalNotWritable, N_("The disk is full; the journal {path} is unchanged.")),
    ("SQLITE_IOERR_READ", JournalDamaged, _CANNOT_READ),
    ("SQLITE_IOERR_SHORT_READ", JournalDamaged, _CANNOT_READ),
    ("SQLITE_IOERR_CORRUPTFS", JournalDamaged, _CANNOT_READ),
    (
        "SQLITE_IOERR",
        JournalNotWritable,
        N_("The disk did not take the change; the journal {path} is unchanged."),
    ),
    (
        "SQLITE_READONLY_DBMOVED",
        JournalNotWritable,
        N_("The journal {path} was moved or replaced while it was open; open it again."),
    ),
    ("SQLITE_READONLY", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_CANTOPEN", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_PERM", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_BUSY", JournalBusy, BUSY),
    ("SQLITE_LOCKED", JournalBusy, BUSY),
    ("SQLITE_NOTADB", NotAJournal, NOT_A_JOURNAL),
    ("SQLITE_CORRUPT", JournalDamaged, _CANNOT_READ),
)


def journal_error(error: BaseException, path: Path) -> JournalError | None:
    """Say what an error of the driver means; None where it is a fault of the program's own."""
    name = getattr(error, "sqlite_errorname", "")
    for beginning, kind, sentence in _MEANINGS:
        if name.startswith(beginning):
            return kind(_(sentence).format(path=path))
    return None


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the driver raises into a JournalError, where the world is to blame."""
    try:
        yield
    except dbapi2.Error as error:
        known = journal_error(error, path)
        if known is None:
            raise
        raise known from error
