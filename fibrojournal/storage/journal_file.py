"""The journal as the rest of the program sees it: one file, plain data in and out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.edits import Edit
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage.batch import ImportBatch, ImportResult
from fibrojournal.storage.series import Series
from fibrojournal.storage.snapshot import Snapshot


class JournalFile:
    """An open journal. One thread at a time may use it; which one does not matter.

    Every method raises a JournalError with a plain sentence where the world is against it
    (disk full, file gone, damaged, another program writing for five seconds).
    """

    path: Path
    is_sample: bool

    @classmethod
    def create(cls, path: Path, *, sample: bool = False) -> JournalFile:
        """Begin a journal. Raises JournalExists or JournalNotWritable."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path) -> JournalFile:
        """Open a journal, brought up to the present schema after a verified backup.

        Raises JournalMissing (also for an empty file), NotAJournal, JournalTooNew,
        JournalDamaged, JournalNotWritable or JournalBusy.
        """
        raise NotImplementedError

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
        raise NotImplementedError

    def day(self, day: date) -> Day:
        """Read one day; a day without content is an empty Day."""
        raise NotImplementedError

    def days(self, start: date, end: date) -> list[Day]:
        """Read the noted days from `start` to `end`, both included, in order."""
        raise NotImplementedError

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and the last noted day, or None in an empty journal."""
        raise NotImplementedError

    def save(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction: all of them are durable on return, or none is.

        A body map brings the derived reading `pain_areas` with it.
        """
        raise NotImplementedError

    def series(
        self, measures: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read measures as arrays, both ends included; one entry for each measure asked for."""
        raise NotImplementedError

    def trigger_series(
        self, triggers: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read triggers as 0.0 and 1.0 on the days that were offered them."""
        raise NotImplementedError

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked; absent where it never was."""
        raise NotImplementedError

    def events(self, start: date, end: date) -> list[Event]:
        """Read the events that touch a span, both ends included, by start."""
        raise NotImplementedError

    def questions(self) -> Questions:
        """Read the registries with what the person has added."""
        raise NotImplementedError

    def add_own(self, own: Measure | Trigger) -> None:
        """Add a measure or trigger of the person's own; one that exists is kept as it is."""
        raise NotImplementedError

    def settings(self) -> dict[str, str]:
        """Read the question settings, which travel with the journal."""
        raise NotImplementedError

    def set_setting(self, key: str, value: str | None) -> None:
        """Write one question setting; None removes it."""
        raise NotImplementedError

    def search_notes(self, words: str) -> list[tuple[date, str]]:
        """Find the notes that hold every word, or part of a word; newest first, in full."""
        raise NotImplementedError

    def bring_in(self, batch: ImportBatch) -> ImportResult:
        """Import answers in one transaction; answers entered by hand win."""
        raise NotImplementedError

    def take_out(self, import_id: str) -> int:
        """Undo an import; return how many answers went, or went back to what they were.

        Answers edited by hand since then stay. Raises JournalError where there is no such
        import, or where it was undone before.
        """
        raise NotImplementedError

    def snapshot(self) -> Snapshot:
        """Read everything that the person entered."""
        raise NotImplementedError

    def restore_snapshot(self, snapshot: Snapshot) -> None:
        """Fill an empty journal, in one transaction; raises JournalError if it is not empty."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """Check file, references, schema and search index; a sentence each, none if whole."""
        raise NotImplementedError

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        raise NotImplementedError
