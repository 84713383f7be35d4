"""The folder of a journal's backups: verified copies, named by when they were taken."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.backup import UNFINISHED, back_up, unfinished
from fibrojournal.storage.durable import put_in_place
from fibrojournal.storage.key import keys_path
from fibrojournal.storage.key_slots import copy_slots
from fibrojournal.storage.mark import journal_of, mark, mark_of
from fibrojournal.storage.recrypt import CONVERTING
from fibrojournal.storage.rotation import kept
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey

_SUFFIX = ".fjnl"
_STAMP = "%Y-%m-%d-%H%M%SZ"
_LEFT_OVER_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a journal in the folder of backups."""

    path: Path
    taken: datetime
    """When, in UTC, to the second."""
    size: int
    """In bytes."""


def backups_of(journal: Path, folder: Path) -> list[Backup]:
    """List the backups that bear a journal's name, newest first.

    A folder that is not there, or cannot be read, holds none.
    """
    found = sorted(_named_after(journal, folder), key=lambda file: (file.taken, file.number))
    backups = []
    for file in reversed(found):
        with suppress(OSError):  # gone since the folder was read
            if not file.rest:
                backups.append(Backup(file.path, file.taken, file.path.stat().st_size))
    return backups


def make_backup(journal: JournalFile, folder: Path, now: datetime) -> Backup:
    """Make a verified backup; then let the old ones go that `rotation` does not keep.

    The folder is made where it is missing, but not the one that it lies in: a drive may have
    been taken out. The wrapped keys of an encrypted journal lie beside its backup. Raises
    JournalNotWritable, JournalDamaged or JournalBusy; all backups are then as they were.
    """
    with journal.below() as source:
        made = add_backup(source, journal.path, journal.key, folder, now)
    with suppress(OSError):  # what cannot be removed only takes room
        _rotate(journal, folder, made)
    return made


def add_backup(
    source: Connection, journal: Path, key: DataKey | None, folder: Path, now: datetime
) -> Backup:
    """Make a verified backup of an open journal, and leave all others as they are."""
    with _new_place(journal, folder, now) as target:
        back_up(source, target, key)
        return _backup_at(target, now)


def keep_as_it_is(journal: Path, folder: Path, now: datetime) -> Backup:
    """Copy a damaged journal byte for byte, with what undoes its last save: it may be wanted.

    Raises JournalNotWritable.
    """
    with _new_place(journal, folder, now) as target:
        for end in ("-journal", ""):
            part, copy = (path.with_name(path.name + end) for path in (journal, target))
            if not end or part.exists():
                _copy_file(part, copy)
        return _backup_at(target, now)


def make_backup_if_changed(journal: JournalFile, folder: Path, now: datetime) -> Backup | None:
    """Make a backup unless the newest one holds the very state of the journal."""
    newest = next(iter(backups_of(journal.path, folder)), None)
    if newest is not None:
        with journal.below() as connection:
            present = mark(connection, journal.path)
        if mark_of(newest.path, journal.key) == present:
            return None
    return make_backup(journal, folder, now)


@contextmanager
def _new_place(journal: Path, folder: Path, now: datetime) -> Iterator[Path]:
    """Yield a free name in the folder, the wrapped keys beside it; they go if nothing comes."""
    stem = f"{journal.stem}.{now.astimezone(UTC).strftime(_STAMP)}"
    names = (stem + (f"-{n}" if n > 1 else "") + _SUFFIX for n in count(1))
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        taken = {path.name for path in folder.iterdir()}
    except OSError as error:
        sentence = _("The folder {folder} cannot be used for backups.")
        raise JournalNotWritable(sentence.format(folder=folder)) from error
    target = folder / next(name for name in names if name not in taken)
    try:
        copy_slots(journal, target)
        yield target
    except BaseException:
        with suppress(OSError):  # the disk may have gone
            keys_path(target).unlink()
        raise


def _copy_file(source: Path, target: Path) -> None:
    try:
        with unfinished(target) as place:
            shutil.copyfile(source, place)
            put_in_place(place, target)
    except OSError as error:
        sentence = _("The file {source} cannot be copied to {folder}.")
        named = sentence.format(source=source, folder=target.parent)
        raise JournalNotWritable(named) from error


def _backup_at(path: Path, now: datetime) -> Backup:
    return Backup(path, now.astimezone(UTC).replace(microsecond=0), path.stat().st_size)


@dataclass(frozen=True, slots=True)
class _Named:
    """A file whose name says that it is a backup or goes with one."""

    path: Path
    taken: datetime
    number: int
    rest: str


def _named_after(journal: Path, folder: Path) -> list[_Named]:
    pattern = re.compile(
        rf"{re.escape(journal.stem)}\.(\d{{4}}-\d\d-\d\d-\d{{6}}Z)(?:-(\d+))?{_SUFFIX}(.*)"
    )
    found = []
    try:
        for path in folder.iterdir():
            name = pattern.fullmatch(path.name)
            with suppress(ValueError):  # there is no such day
                if name is not None:
                    taken = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
                    found.append(_Named(path, taken, int(name[2] or 1), name[3]))
    except OSError:
        return []
    return found


def _rotate(journal: JournalFile, folder: Path, made: Backup) -> None:
    """Remove the backups that are not to be kept, and what an interrupted one left behind.

    Only copies of this very journal that can be read count, and only they go: another journal may
    bear the same name, and a damaged copy may be all that is left of something.
    """
    identity = journal.identity()
    own = [
        backup
        for backup in backups_of(journal.path, folder)
        if journal_of(backup.path, journal.key) == identity
    ]
    # A clock that was ahead made copies "of the future": they take nobody's place, and wait.
    past = [backup for backup in own if backup.taken <= made.taken]
    chosen = kept(backup.taken for backup in past)
    for backup in past:
        if backup.taken in chosen or backup.path == made.path:
            continue
        if mark_of(backup.path, journal.key) is not None:
            backup.path.unlink()
            keys_path(backup.path).unlink(missing_ok=True)
    for file in _named_after(journal.path, folder):
        if file.taken < made.taken - _LEFT_OVER_AFTER and _is_left_over(file):
            file.path.unlink()


def _is_left_over(file: _Named) -> bool:
    backup = file.path.with_suffix("")
    if file.path == keys_path(backup):
        return not backup.exists()
    return file.rest.endswith((UNFINISHED, CONVERTING))
