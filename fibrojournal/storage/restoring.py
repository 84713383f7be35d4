"""What a backup holds, how it differs from the journal, and putting it in the journal's place."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlcipher3 import dbapi2

from fibrojournal.journal.day import Day, Note, Reading, TriggerAnswer
from fibrojournal.journal.differences import DayDifference
from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalNotWritable,
    NotAJournal,
    WrongKey,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage import lock
from fibrojournal.storage.backup import copy_pages
from fibrojournal.storage.backups import Backup, add_backup, backups_of, keep_as_it_is
from fibrojournal.storage.connection import check_path, connect, keep_one_file, schema_version
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.durable import clear_way, make_private, put_in_place
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import PLAIN_HEADER, DataKey, fitting, is_encrypted, keys_path
from fibrojournal.storage.key_slots import copy_slots
from fibrojournal.storage.present_copy import checked, present
from fibrojournal.storage.recrypt import export_copy, unfinished
from fibrojournal.storage.schema import STEPS, Step
from fibrojournal.storage.search import rebuild_search
from fibrojournal.storage.snapshot import Snapshot
from fibrojournal.text import N_, _

if TYPE_CHECKING:
    from sqlite3 import Connection

_REFUSED = N_(
    "Nothing was changed: the folder of the journal {path} is full or may not be written."
)

T = TypeVar("T", Reading, TriggerAnswer, Note)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal holds, counted as a person counts."""

    days: int
    """Noted days; `first` and `last` are the ends, None where there is none."""
    first: date | None
    last: date | None
    notes: int
    body_maps: int
    moments: int
    events: int
    own_questions: int
    """Measures and triggers of the person's own."""
    medicines: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A backup beside the journal."""

    backup: Contents
    journal: Contents
    days: tuple[DayDifference, ...]
    """The days that differ, newest first."""
    same_days: int
    """How many noted days are the same in both."""
    is_of_another: bool
    """Whether it is of another journal that bears the same name."""
    is_same: bool
    """Whether nothing at all differs."""
    only_in_backup: tuple[Measure | Trigger, ...]
    """The person's own questions that the journal does not have; `add_own` brings one back."""
    medicines: tuple[Medicine, ...] = ()
    """All that the backup knows."""


@contextmanager
def read_copy(
    path: Path, key: DataKey | None = None, steps: Sequence[Step] = STEPS
) -> Iterator[JournalFile]:
    """Open a copy to be read alone; raises what `present` raises."""
    with present(path, key, steps) as connection:
        yield JournalFile(connection, path, key, read_only=True)


def contents(path: Path, key: DataKey | None = None) -> Contents:
    """Check a copy and count what it holds; raises what `read_copy` raises."""
    with read_copy(path, key) as copy:
        return _contents(copy.snapshot())


def newest_whole(
    journal: Path, folder: Path, key: DataKey | None = None, *, or_locked: bool = False
) -> Backup | None:
    """Return the newest backup that can be read in full, if there is one; nothing is changed.

    With `or_locked` one that the key does not open counts as well: only its own key shows more.
    """
    for backup in backups_of(journal, folder):
        try:
            with checked(backup.path, key):
                return backup
        except JournalLocked:
            if or_locked:
                return backup
        except JournalError:
            continue
    return None


def compare(backup: Path, journal: JournalFile, key: DataKey | None = None) -> Comparison:
    """Check a backup and hold it beside the journal; raises what `read_copy` raises."""
    with read_copy(backup, key) as copy:
        then, theirs = copy.snapshot(), copy.identity()
    now = journal.snapshot()
    pairs = _pairs(then, now)
    known = {own.id for own in _own(now)}
    return Comparison(
        backup=_contents(then),
        journal=_contents(now),
        days=tuple(pair for pair in pairs if pair.is_any),
        is_of_another=theirs != journal.identity(),
        is_same=then == now,
        same_days=sum(pair.journal.is_noted and not pair.is_any for pair in pairs),
        only_in_backup=tuple(own for own in _own(then) if own.id not in known),
        medicines=then.medicines,
    )


def differences(
    backup: Path, journal: JournalFile, key: DataKey | None = None
) -> list[DayDifference]:
    """Return the days that differ, newest first; raises what `read_copy` raises."""
    return list(compare(backup, journal, key).days)


def _own(snapshot: Snapshot) -> tuple[Measure | Trigger, ...]:
    return (*snapshot.own_measures, *snapshot.own_triggers)


def _contents(snapshot: Snapshot) -> Contents:
    noted = [day for day in snapshot.days if day.is_noted]
    return Contents(
        days=len(noted),
        first=noted[0].date if noted else None,
        last=noted[-1].date if noted else None,
        notes=sum(day.note is not None for day in noted),
        body_maps=sum(day.body_map is not None for day in noted),
        moments=sum(len(day.moments) for day in noted),
        events=len(snapshot.events),
        own_questions=len(_own(snapshot)),
        medicines=len(snapshot.medicines),
    )


def _pairs(then: Snapshot, now: Snapshot) -> list[DayDifference]:
    """Put each day of the backup beside the same day of the journal, newest first."""
    imports = {record.id for record in now.imports}
    backup = {day.date: _known(day, imports) for day in then.days}
    journal = {day.date: day for day in now.days}
    return [
        DayDifference(day, backup.get(day, Day(day)), journal.get(day, Day(day)))
        for day in sorted(backup.keys() | journal.keys(), reverse=True)
    ]


def _known(day: Day, imports: set[str]) -> Day:
    """Leave out which import brought an answer, where the journal knows nothing of that import."""

    def known(content: T) -> T:
        is_known = content.import_id is None or content.import_id in imports
        return content if is_known else replace(content, import_id=None)

    return replace(
        day,
        readings={measure: known(reading) for measure, reading in day.readings.items()},
        triggers={trigger: known(answer) for trigger, answer in day.triggers.items()},
        note=day.note and known(day.note),
    )


def restore_whole(
    journal: Path,
    backup: Path,
    folder: Path,
    key: DataKey | None,
    now: datetime,
    *,
    backup_key: DataKey | None = None,
) -> Backup | None:
    """Put a checked copy of a backup in the journal's place, and return the copy of the former.

    The former journal is backed up to `folder` first, byte for byte where it is damaged; None
    where there was none. The journal stays encrypted or plain as it was, whatever the backup
    is; `key` opens both unless the backup has a key of its own.

    Raises a JournalError, and JournalBusy while the journal is open somewhere; then nothing
    changed but perhaps a further backup.
    """
    place = unfinished(journal)
    with lock.held(journal), ExitStack() as until_replaced:
        try:
            source_key = _key_of(backup, backup_key or key)
            target_key = _key_to_keep(journal, key, source_key)
            _copy(backup, place, source_key, target_key)
            if _is_free(journal):
                copy_slots(backup, journal)
                clear_way(journal)
                former = None
            else:
                proved = target_key is not None and source_key == target_key
                former = _set_aside(journal, target_key, folder, now, until_replaced, proved=proved)
            if sys.platform == "win32":  # pragma: no cover  no open file can be replaced there
                until_replaced.close()
            put_in_place(place, Path(os.path.realpath(journal)))  # a link stays a link
        except OSError as error:
            raise JournalNotWritable(_(_REFUSED).format(path=journal)) from error
        finally:
            with suppress(OSError):
                place.unlink()
    return former


def _is_free(journal: Path) -> bool:
    return not journal.exists() or journal.stat().st_size == 0


def _key_of(path: Path, key: DataKey | None) -> DataKey | None:
    check_path(path, read_only=True)
    return fitting(path, key)


def _key_to_keep(journal: Path, key: DataKey | None, source_key: DataKey | None) -> DataKey | None:
    """Say what the restored journal is encrypted with: what the present one is."""
    if _is_free(journal):
        return source_key
    if _is_plain(journal):
        return None
    if is_encrypted(journal):
        return fitting(journal, key)
    # It cannot be told from what is left of it.
    return source_key or (key if keys_path(journal).exists() else None)


def _is_plain(journal: Path) -> bool:
    with journal.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def _copy(
    backup: Path, place: Path, source_key: DataKey | None, target_key: DataKey | None
) -> None:
    """Write a backup to a new file, encrypted with another key or none, and check it there."""
    make_private(place)
    with checked(backup, source_key) as source:
        if source_key == target_key:
            _copy_pages(source, place, target_key)
    if source_key != target_key:
        # To be read alone as well, but only such a connection may write to another file.
        with plain_errors(backup), closing(connect(backup, source_key)) as source:
            export_copy(source, place, target_key)
    with plain_errors(backup), closing(connect(place, target_key)) as made:
        rebuild_search(made)  # whether it fits the notes no check of the pages tells


def _copy_pages(source: Connection, place: Path, key: DataKey | None) -> None:
    try:
        whole = copy_pages(source, place, key)
    except dbapi2.Error as error:  # the source was read in full just now
        raise OSError from error
    if not whole:
        raise JournalDamaged(_("The backup could not be copied in full; nothing was changed."))


def _set_aside(
    journal: Path,
    key: DataKey | None,
    folder: Path,
    now: datetime,
    until_replaced: ExitStack,
    *,
    proved: bool,
) -> Backup:
    """Back up the present journal, and let no other program write to it from then on.

    One that is damaged is copied byte for byte. Where the first page is damaged the key seems
    to be wrong; `proved` says that it is the right one.
    """
    try:
        with plain_errors(journal):
            guard = until_replaced.enter_context(closing(connect(journal, key)))
            schema_version(guard, journal)
            keep_one_file(guard)
            guard.execute("BEGIN IMMEDIATE")
            # By a connection of its own: from one that may write the driver copies nothing.
            with closing(connect(journal, key)) as source:
                return add_backup(source, journal, key, folder, now)
    except (JournalDamaged, NotAJournal, WrongKey) as error:
        until_replaced.close()
        if isinstance(error, WrongKey) and not proved:
            raise
    former = keep_as_it_is(journal, folder, now)
    clear_way(journal)
    return former
