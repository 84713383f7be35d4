"""How a journal file is opened and written on the bare driver. Knows no table."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import JournalMissing, JournalNotWritable, NotAJournal, WrongKey
from fibrojournal.storage.driver_errors import NOT_A_JOURNAL, NOT_WRITABLE, plain_errors
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    # The driver has no types of its own; it follows the standard library's to the letter.
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey

APPLICATION_ID = 0x464A4E4C  # "FJNL"
BUSY_SECONDS = 5.0

_LOOK = "SELECT count(*) FROM sqlite_schema"
_CUT_SHORT = N_(
    "The last save to {path} was cut short, and can be tidied up only where the journal may be"
    " changed. Please copy it there, with the files beside it whose names begin like its own."
)

# They change the connection, never the file: it may turn out to be another program's.
# No spilling of the cache: a spill would shut readers out for the rest of a long import.
# What SQLite sorts stays in memory: no file of its own making ever holds words in the clear.
# Nothing that a file brings along may call functions or tables with side effects.
_PRAGMAS = (
    "cipher_log_level = NONE",
    "trusted_schema = OFF",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "secure_delete = ON",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "cache_spill = OFF",
)


def check_path(path: Path, *, read_only: bool = False) -> None:
    """Look at a path before the driver does.

    Nothing is opened: closing any descriptor of a database file drops the locks which the
    process holds on it. Raises JournalMissing, NotAJournal or JournalNotWritable; one that is
    only read needs no right to write.
    """
    try:
        found = path.stat()
    except PermissionError as error:
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path)) from error
    except OSError as error:
        if not isinstance(error, FileNotFoundError | NotADirectoryError) or path.is_symlink():
            raise NotAJournal(_("The path {path} leads nowhere.").format(path=path)) from error
        raise JournalMissing(_("There is no journal at {path}.").format(path=path)) from error
    if stat.S_ISDIR(found.st_mode):
        raise NotAJournal(_("{path} is a folder, not a journal.").format(path=path))
    if not stat.S_ISREG(found.st_mode):
        raise NotAJournal(_(NOT_A_JOURNAL).format(path=path))
    if found.st_size == 0:
        raise JournalMissing(_("The file {path} is empty; it holds no journal.").format(path=path))
    _check_other_names(path, found)
    if not os.access(path, os.R_OK):
        raise JournalNotWritable(_("The journal {path} may not be read.").format(path=path))
    if not (read_only or can_write(path)):
        raise JournalNotWritable(_(NOT_WRITABLE).format(path=path))


def _check_other_names(path: Path, found: os.stat_result) -> None:
    """Refuse a file whose last save was cut short under another name that it has.

    SQLite looks for what undoes such a save beside the name that is opened, and nowhere else.
    """
    real = path.resolve()
    for other in _others_beside(real, found.st_ino) if found.st_nlink > 1 else ():
        if _journal_of(other).exists():
            sentence = _("The last save to {path} was cut short. Please open it as {name} first.")
            raise JournalNotWritable(sentence.format(path=path, name=other.name))


def _others_beside(path: Path, file: int) -> list[Path]:
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if entry.inode() == file]
    except OSError:  # a folder that may not be listed
        return []
    return [path.with_name(name) for name in names if name != path.name]


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def can_write(path: Path) -> bool:
    """Tell whether this program may write a file, and beside it: a save needs both."""
    return os.access(path, os.R_OK | os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def connect(path: Path, key: DataKey | None = None, *, read_only: bool = False) -> Connection:
    """Open an existing file with the journal's settings; the caller closes it.

    With a key everything is encrypted that the driver writes: pages and rollback journal.
    Raises WrongKey where the key does not fit. With `read_only` nothing can be written through
    it; raises JournalNotWritable where an unfinished save would have to be taken back first.

    The connection may pass from thread to thread, never used by two at once. The driver begins
    no transaction by itself: see `transaction`.
    """
    connection: Connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{_mode(path) if read_only else 'mode=rw'}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        with _finished(path) if read_only else nullcontext():
            if key is not None:
                use_key(connection, key)
                _check_key(connection, path)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if read_only:
                connection.execute(_LOOK).fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _mode(path: Path) -> str:
    """Say how a file is opened that is only read.

    Where nobody can write, SQLite is told so: it then asks for no locks, which some read-only
    disks do not give. Never beside a save that was cut short, which it would not see.
    """
    cut_short = any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))
    nobody_writes = not (os.access(path, os.W_OK) or os.access(path.resolve().parent, os.W_OK))
    return "immutable=1" if nobody_writes and not cut_short else "mode=ro"


@contextmanager
def _finished(path: Path) -> Iterator[None]:
    """Say what it means where a journal cannot be read without being written first."""
    try:
        with plain_errors(path):
            yield
    except JournalNotWritable as error:
        raise JournalNotWritable(_(_CUT_SHORT).format(path=path)) from error


def use_key(connection: Connection, key: DataKey) -> None:
    """Encrypt and decrypt with a key from now on; before anything else is asked of the file."""
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}'\"")
    check_cipher(connection)


def check_cipher(connection: Connection) -> None:
    """Make sure that the driver can encrypt, before anything is written that must not be plain."""
    if not connection.execute("PRAGMA cipher_version").fetchone():
        # A driver without a cipher takes the key without a word, and writes plain text.
        raise RuntimeError("this SQLite cannot encrypt; nothing was written")


def attach_copy(connection: Connection, path: Path, key: DataKey | None, mode: str) -> None:
    """Attach another journal as `copy`, `ro` or `rw`, with its own key or none."""
    secret = "" if key is None else f"x'{key.secret.hex()}'"
    connection.execute(
        "ATTACH ? AS copy KEY ?", (f"{path.absolute().as_uri()}?mode={mode}", secret)
    )


def _check_key(connection: Connection, path: Path) -> None:
    try:
        with plain_errors(path):
            connection.execute(_LOOK).fetchone()
    except NotAJournal as error:
        raise WrongKey(_("That does not open the journal {path}.").format(path=path)) from error


def schema_version(connection: Connection, path: Path) -> int:
    """Return which schema a journal has; raises NotAJournal for another program's file."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise NotAJournal(_(NOT_A_JOURNAL).format(path=path))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def keep_one_file(connection: Connection) -> None:
    """Leave write-ahead logging, if another program has switched it on.

    With a rollback journal the file alone is the whole journal, and a plain copy of it holds
    the last save.
    """
    connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Write in one transaction: durable when the block ends, undone where it raises.

    The write lock is taken at once, so that a unit never fails half-way for another's sake.
    """
    with _unit(connection, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def one_state(connection: Connection) -> Iterator[None]:
    """Let all reads of the block see the same state, whoever writes meanwhile."""
    with _unit(connection, "BEGIN"):
        yield


@contextmanager
def _unit(connection: Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
