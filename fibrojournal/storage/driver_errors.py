"""The one place where an error of the database becomes a sentence for a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import (
    DiskFull,
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalNotWritable,
    NotAJournal,
)
from fibrojournal.storage.rows import NotUnderstood
from fibrojournal.text import N_, _

NOT_A_JOURNAL = N_("The file {path} is not a fibrojournal journal.")
NOT_WRITABLE = N_("The journal {path} may not be changed: the file or its folder is read-only.")
DAMAGED = N_("Part of the journal {path} cannot be read: the file is damaged.")
_BUSY = N_("Another program is using the journal {path}. Please try again in a moment.")

# The beginnings of SQLite's error names: the driver tells the kind of an error, not always more.
_MEANINGS: tuple[tuple[str, type[JournalError], str], ...] = (
    ("SQLITE_FULL", DiskFull, N_("The disk is full; the journal {path} is unchanged.")),
    (
        "SQLITE_IOERR",
        JournalNotWritable,
        N_("The disk does not read or write the journal {path}; it may be full or failing."),
    ),
    # Also a journal that was moved while it was open; `Place` tells the two apart.
    ("SQLITE_READONLY", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_CANTOPEN", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_PERM", JournalNotWritable, NOT_WRITABLE),
    ("SQLITE_BUSY", JournalBusy, _BUSY),
    ("SQLITE_LOCKED", JournalBusy, _BUSY),
    ("SQLITE_NOTADB", NotAJournal, NOT_A_JOURNAL),
    ("SQLITE_CORRUPT", JournalDamaged, DAMAGED),
)


# What the driver says of a file whose head, structure or text makes no sense; it has no name.
_NONSENSE = (
    *("Could not decode to UTF-8", "unsupported file format", "no such ", "invalid fts5 "),
)


def journal_error(error: BaseException, path: Path) -> JournalError | None:
    """Say what an error of the driver means; None where it is a fault of the program's own."""
    name = getattr(error, "sqlite_errorname", "")
    if name in ("", "SQLITE_ERROR") and str(error).startswith(_NONSENSE):
        name = "SQLITE_CORRUPT"
    for beginning, kind, sentence in _MEANINGS:
        if name.startswith(beginning):
            return kind(_(sentence).format(path=path))
    return None


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the driver raises into a JournalError, where the world is to blame."""
    try:
        yield
    except (NotUnderstood, UnicodeDecodeError) as error:  # the latter: a message quotes no text
        raise JournalDamaged(_(DAMAGED).format(path=path)) from error
    except dbapi2.Error as error:
        known = journal_error(error, path)
        if known is None:
            raise
        raise known from error
