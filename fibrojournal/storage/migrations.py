"""Bringing an older journal to the present schema, so that nothing can be lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.storage.backup import back_up
from fibrojournal.storage.connection import transaction
from fibrojournal.storage.key_slots import copy_slots
from fibrojournal.storage.lock import hold
from fibrojournal.storage.schema import STEPS, Step, apply_steps, check_version
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey


def migrate(
    connection: Connection,
    path: Path,
    steps: Sequence[Step] = STEPS,
    *,
    key: DataKey | None = None,
) -> None:
    """Apply the steps that a journal lacks, in one transaction, after a verified backup.

    The backup is encrypted like the journal, with `key`, and the same passphrase opens it.

    A step that fails leaves the file as it was. Raises JournalBusy while a window of another
    program holds the journal, JournalDamaged where references do not hold, and what
    `check_version` and `back_up` raise.
    """
    if check_version(connection, path, len(steps)) == len(steps):
        return
    lock = hold(path)
    try:
        copy_slots(path, backup_path(path, len(steps)))
        back_up(connection, backup_path(path, len(steps)), key)
        # References are checked at the end: while they are enforced, rebuilding a table would
        # take the rows with it that refer to it. Inside a transaction this switch does nothing.
        connection.execute("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            # Read again: another program may have come first, before the lock was ours.
            first = check_version(connection, path, len(steps))
            apply_steps(connection, steps, first=first)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                sentence = _("The journal {path} could not be brought up to date; it is unchanged.")
                raise JournalDamaged(sentence.format(path=path))
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
        lock.release()


def backup_path(path: Path, version: int) -> Path:
    """Say where the copy lies that is made before a journal moves on to schema `version`."""
    return path.with_name(f"{path.stem}.before-v{version}{path.suffix}")
