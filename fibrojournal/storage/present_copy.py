"""Looking into a copy of a journal without changing a byte of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import JournalDamaged, JournalTooNew, NotAJournal
from fibrojournal.storage.backup import is_whole
from fibrojournal.storage.connection import (
    attach_copy,
    check_path,
    connect,
    schema_version,
    transaction,
)
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.key import DataKey, fitting, keys_path
from fibrojournal.storage.schema import STEPS, Step, apply_steps
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection


@contextmanager
def present(path: Path, key: DataKey | None, steps: Sequence[Step] = STEPS) -> Iterator[Connection]:
    """Open a copy, every page of it checked, as it is in the present schema.

    What an older fibrojournal wrote is brought up to date in memory. Raises JournalDamaged,
    JournalTooNew, JournalMissing, NotAJournal, JournalLocked or WrongKey.
    """
    with checked(path, key, newest=len(steps)) as connection:
        version = schema_version(connection, path)
        if version == len(steps):
            yield connection
            return
    with closing(_brought_up(path, key, version, steps)) as connection:
        yield connection


@contextmanager
def checked(path: Path, key: DataKey | None, newest: int = len(STEPS)) -> Iterator[Connection]:
    """Open a copy to be read alone, every page of it checked; raises what `present` raises."""
    check_path(path, read_only=True)
    fits = fitting(path, key)
    with ExitStack() as stack:
        try:
            with plain_errors(path):
                connection = stack.enter_context(closing(connect(path, fits, read_only=True)))
                version = schema_version(connection, path)
                whole = version > newest or is_whole(connection)
        except JournalDamaged as error:
            raise _damaged(path) from error
        except NotAJournal as error:
            if fits is None and keys_path(path).exists():  # what is left of an encrypted copy
                raise _damaged(path) from error
            raise
        if version > newest:
            sentence = _("This copy comes from a newer fibrojournal. Nothing was changed.")
            raise JournalTooNew(sentence)
        if not whole:
            raise _damaged(path)
        with plain_errors(path):
            yield connection


def _damaged(path: Path) -> JournalDamaged:
    return JournalDamaged(_("The copy {path} cannot be read in full.").format(path=path))


def _brought_up(path: Path, key: DataKey | None, version: int, steps: Sequence[Step]) -> Connection:
    """Copy an older journal into memory, and bring it to the present schema there."""
    memory: Connection = dbapi2.connect(
        "file::memory:", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        attach_copy(memory, path, key, "ro")
        memory.execute("SELECT sqlcipher_export('main', 'copy')")
        memory.execute("DETACH copy")
        with transaction(memory):
            apply_steps(memory, steps, first=version)
    except BaseException:
        memory.close()
        raise
    return memory
