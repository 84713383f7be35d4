"""The journal as the rest of the program sees it: one file, plain data in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit, PlaceEdit, SetImport
from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.journal.imported import ImportBatch
from fibrojournal.journal.past import PastValue, RemovedDay
from fibrojournal.journal.questions import Questions
from fibrojournal.storage import (
    archive,
    backups,
    check,
    copying,
    history,
    import_records,
    imports,
    reading,
    schema,
    series,
    writing,
)
from fibrojournal.storage.backups import Backup
from fibrojournal.storage.batch import ImportLook, ImportResult
from fibrojournal.storage.connection import can_write, check_path, connect, keep_one_file
from fibrojournal.storage.driver_errors import DAMAGED, plain_errors
from fibrojournal.storage.engine import driver_of, for_writing, make_engine
from fibrojournal.storage.key import DataKey, fitting
from fibrojournal.storage.merge import Merged, merge_in
from fibrojournal.storage.migrations import migrate
from fibrojournal.storage.other_copy import read_other
from fibrojournal.storage.place import Place
from fibrojournal.storage.recrypt import sweep
from fibrojournal.storage.search import note_words, search_notes
from fibrojournal.storage.series import Series
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection as DriverConnection


class JournalFile:
    """An open journal. One thread at a time may use it; which one does not matter.

    Every method raises a JournalError with a plain sentence where the world is against it
    (disk full, file gone, damaged, another program writing for five seconds).
    """

    def __init__(
        self,
        connection: DriverConnection,
        path: Path,
        key: DataKey | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        """Take over an open connection to a journal of the present schema."""
        self.path = path
        self.place = Place.of(path)
        self.is_read_only = read_only
        self.key = key
        """What it is encrypted with; None where it is not."""
        self._engine = make_engine(connection, path)
        self._writing_engine = for_writing(self._engine)
        with self._unit() as unit:
            self.is_sample = reading.is_sample(unit)

    @classmethod
    def create(cls, path: Path, *, sample: bool = False, key: DataKey | None = None) -> JournalFile:
        """Begin a journal. Raises JournalExists or JournalNotWritable."""
        return cls(schema.create(path, sample=sample, key=key), path, key)

    @classmethod
    def open(
        cls, path: Path, key: DataKey | None = None, *, read_only: bool = False
    ) -> JournalFile:
        """Open a journal, brought up to the present schema after a verified backup.

        With `read_only` nothing is changed or made, not even a lock; every save is refused.
        A journal that is not encrypted opens whatever key is given. Raises JournalMissing (also
        for an empty file), NotAJournal, JournalTooNew, JournalTooOld (only if it is to be read
        alone), JournalDamaged, JournalNotWritable, JournalBusy, JournalLocked or WrongKey.
        """
        check_path(path, read_only=read_only)
        key = fitting(path, key)
        with plain_errors(path):
            connection = connect(path, key, read_only=read_only)
            try:
                if read_only:
                    schema.check_present(connection, path)
                else:
                    schema.check_version(connection, path)
                    keep_one_file(connection)
                    migrate(connection, path, key=key)
                    sweep(path)
                return cls(connection, path, key, read_only=read_only)
            except BaseException:
                connection.close()
                raise

    @classmethod
    def open_to_read(cls, path: Path, key: DataKey | None = None) -> JournalFile:
        """Open a journal to read it: as always where it can be, else read-only.

        Raises what `open` raises.
        """
        check_path(path, read_only=True)
        return cls.open(path, key, read_only=not can_write(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; does nothing the second time."""
        self._engine.dispose()

    def day(self, day: date) -> Day:
        """Read one day; a day without content is an empty Day."""
        with self._unit() as unit:
            found = reading.days_between(unit, day, day)
        return found[0] if found else Day(day)

    def days(self, start: date, end: date) -> list[Day]:
        """Read the noted days from `start` to `end`, both included, in order."""
        with self._unit() as unit:
            return [day for day in reading.days_between(unit, start, end) if day.is_noted]

    def places_and_moments(self, start: date, end: date) -> list[Day]:
        """Read the days of a span with their body maps and moments alone: nothing else is read."""
        with self._unit() as unit:
            return reading.places_and_moments(unit, start, end)

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and the last noted day, or None in an empty journal."""
        with self._unit() as unit:
            return reading.noted_span(unit)

    def past_values(self, day: date) -> list[PastValue]:
        """Read every change of a day, the newest first."""
        with self._unit() as unit:
            return history.past_values(unit, day)

    def removed_days(self, since: datetime) -> list[RemovedDay]:
        """Read which days were emptied since a moment and hold nothing now, the latest first."""
        with self._unit() as unit:
            return history.removed_days(unit, since)

    def save(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction: all of them are durable on return, or none is.

        A body map brings the derived reading `pain_areas` with it.
        """
        with self._writing_unit() as unit:
            for kind, part in groupby(edits, lambda edit: isinstance(edit, SetImport)):
                if kind:
                    import_records.save(unit, (one for one in part if isinstance(one, SetImport)))
                else:
                    writing.save(unit, (one for one in part if isinstance(one, PlaceEdit)))

    def series(
        self, measures: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read measures as arrays, both ends included; one entry for each measure asked for."""
        with self._unit() as unit:
            return series.read_measures(driver_of(unit).cursor(), measures, start, end)

    def trigger_series(
        self, triggers: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read triggers as 0.0 and 1.0 on the days that were offered them."""
        with self._unit() as unit:
            return series.read_triggers(driver_of(unit).cursor(), triggers, start, end)

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked; absent where it never was."""
        with self._unit() as unit:
            return reading.trigger_counts(unit)

    def common(self) -> Common:
        """Read all that belongs to no single day."""
        with self._unit() as unit:
            return reading.common(unit)

    def questions(self) -> Questions:
        """Read the registries with what the person has added."""
        with self._unit() as unit:
            return reading.questions(unit)

    def settings(self) -> dict[str, str]:
        """Read the question settings, which travel with the journal."""
        with self._unit() as unit:
            return reading.settings(unit)

    def search_notes(self, words: str) -> list[tuple[date, str]]:
        """Find the notes that hold every word, or part of a word; newest first, in full."""
        with self._unit() as unit:
            return search_notes(unit, words)

    def note_words(self) -> Counter[str]:
        """Count the words of all notes, without upper case."""
        with self._unit() as unit:
            return note_words(unit)

    def bring_in(self, batch: ImportBatch, *, dry_run: bool = False) -> ImportResult:
        """Import answers in one transaction; answers entered by hand win.

        A dry run tells what would be added, and leaves the journal as it is.
        """
        with self._writing_unit() as unit:
            result = imports.bring_in(unit, batch)
            if not dry_run:
                return result
            unit.rollback()
        return replace(result, import_id=None)

    def look_into(self, batch: ImportBatch) -> ImportLook:
        """Tell what an import would do, without writing."""
        with self._unit() as unit:
            return imports.look_into(unit, batch)

    def import_batch(self, import_id: str) -> ImportBatch:
        """Read back what an import brought and still stands. Raises JournalError."""
        with self._unit() as unit:
            return import_records.read_back(unit, import_id)

    def imports_since(self, moment: datetime) -> list[ImportRecord]:
        """Read which imports of the time since a moment stand, the latest first."""
        with self._unit() as unit:
            return import_records.records_since(unit, moment)

    def take_out(self, import_id: str) -> int:
        """Undo an import; return how many answers went, or went back to what they were.

        Answers edited by hand since then stay. Raises JournalError where there is no such
        import, or where it was undone before.
        """
        with self._writing_unit() as unit:
            return imports.take_out(unit, import_id)

    def merge(self, other: Path, key: DataKey | None = None) -> Merged:
        """Bring another copy of this journal in, in one transaction; the copy is not changed.

        `key` opens the other copy; None means that this journal's own does. Raises JournalError
        where it is this very file or another journal, and what `open` raises.
        """
        theirs = read_other(other, self.path, key or self.key)
        with self._writing_unit() as unit:
            try:
                merged = merge_in(unit, theirs)
            except dbapi2.IntegrityError as error:  # no journal of ours holds what this one refuses
                raise JournalDamaged(_(DAMAGED).format(path=other)) from error
        self.is_sample = self.is_sample or theirs.is_sample
        return merged

    def snapshot(self) -> Snapshot:
        """Read everything that the person entered."""
        with self._unit() as unit:
            return archive.take_snapshot(unit)

    def restore_snapshot(self, snapshot: Snapshot) -> None:
        """Fill an empty journal, in one transaction; raises JournalError if it is not empty."""
        with self._writing_unit() as unit:
            archive.restore(unit, snapshot)
        self.is_sample = snapshot.is_sample

    def problems(self) -> list[str]:
        """Check file, references, schema and search index; a sentence each, none if whole.

        The search index is left out where the journal is read-only: comparing it is a write.
        """
        with self._unit() if self.is_read_only else self._writing_unit() as unit:
            return check.problems(driver_of(unit), self.path, search=not self.is_read_only)

    def identity(self) -> str:
        """Return what the journal shares with all its copies and with no other journal."""
        with self._unit() as unit:
            return reading.identity(unit)

    def copy_to(self, target: Path, edits: Sequence[Edit] = ()) -> None:
        """Write all that is open, and edits that wait to be saved, to a whole new journal.

        Works also where the file was taken away: what is open still holds it. Raises
        JournalNotWritable or JournalDamaged; what stood at `target` then stays as it was.
        """
        with self._unit() as unit:
            copying.copy_with(self, driver_of(unit), target, edits, JournalFile.open)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        with self._unit() as unit:
            return int(unit.exec_driver_sql("PRAGMA data_version").scalar_one())

    def back_up(self, folder: Path, now: datetime) -> Backup:
        """Make a verified backup in a folder; see `backups.make_backup`."""
        return backups.make_backup(self, folder, now)

    def back_up_if_changed(self, folder: Path, now: datetime) -> Backup | None:
        """Make one unless the newest one holds all there is; see `backups`."""
        return backups.make_backup_if_changed(self, folder, now)

    @contextmanager
    def below(self) -> Iterator[DriverConnection]:
        """Read one state on the bare driver; for the other modules of storage alone."""
        with self._unit() as unit:
            yield driver_of(unit)

    @contextmanager
    def _unit(self) -> Iterator[Connection]:
        """Read one state of the journal, whoever writes meanwhile."""
        with plain_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing_unit(self) -> Iterator[Connection]:
        """Write in one transaction: durable when the block ends, undone where it raises."""
        with (
            self.place.writing(),
            plain_errors(self.path),
            self._writing_engine.begin() as connection,
        ):
            yield connection
