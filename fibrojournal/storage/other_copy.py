"""Reading another copy of a journal, which is not changed by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalDamaged, JournalError
from fibrojournal.storage.backup import back_up
from fibrojournal.storage.check import problems
from fibrojournal.storage.connection import check_path, connect, one_state
from fibrojournal.storage.copy_state import CopyState, read_copy
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.key import DataKey, fitting
from fibrojournal.storage.migrations import migrate
from fibrojournal.storage.schema import STEPS, Step, check_version
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection


def read_other(
    other: Path, journal: Path, key: DataKey | None, steps: Sequence[Step] = STEPS
) -> CopyState:
    """Read the copy `other`, to be merged into the open journal at `journal`.

    An older one is brought up to date in a copy beside the journal, which is removed again.
    Raises JournalError where both are one file, and what opening a journal raises.
    """
    check_path(other, read_only=True)
    if other.samefile(journal):
        raise JournalError(_("{path} is this journal itself.").format(path=other))
    key = fitting(other, key)
    with plain_errors(other), closing(connect(other, key, read_only=True)) as connection:
        if check_version(connection, other, len(steps)) == len(steps):
            return _whole(connection, other, steps)
        with _up_to_date(connection, journal, key, steps) as newer:
            return _whole(newer, other, steps)


@contextmanager
def _up_to_date(
    connection: Connection, journal: Path, key: DataKey | None, steps: Sequence[Step]
) -> Iterator[Connection]:
    with TemporaryDirectory(dir=journal.parent, prefix=f".{journal.stem}.") as folder:
        copy = Path(folder) / "copy.fjnl"
        back_up(connection, copy, key)
        with closing(connect(copy, key)) as newer:
            migrate(newer, copy, steps, key=key)
            yield newer


def _whole(connection: Connection, path: Path, steps: Sequence[Step]) -> CopyState:
    with one_state(connection):
        if problems(connection, path, search=False, steps=steps):
            sentence = _("Nothing was merged: {path} is damaged.")
            raise JournalDamaged(sentence.format(path=path))
        return read_copy(connection)
