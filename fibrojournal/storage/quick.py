"""The first second of the program: today's answers on the bare driver, without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit
from fibrojournal.journal.questions import Questions


class QuickJournal:
    """A journal of the present schema, read and written without SQLAlchemy or numpy."""

    path: Path
    is_sample: bool

    @classmethod
    def open(cls, path: Path) -> QuickJournal | None:
        """Open a journal; None where there is none yet or where it is to be migrated first.

        Raises NotAJournal, JournalTooNew, JournalDamaged, JournalNotWritable or JournalBusy.
        """
        raise NotImplementedError

    @classmethod
    def create(cls, path: Path, *, sample: bool = False) -> QuickJournal:
        """Begin a journal. Raises JournalExists or JournalNotWritable."""
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
        """Read one day."""
        raise NotImplementedError

    def questions(self) -> Questions:
        """Read what the person has added to the registries."""
        raise NotImplementedError

    def settings(self) -> dict[str, str]:
        """Read the question settings, which travel with the journal."""
        raise NotImplementedError

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked; absent where it never was."""
        raise NotImplementedError

    def save(self, edits: Sequence[Edit]) -> None:
        """Write readings, triggers and notes in one transaction; other edits are an error."""
        raise NotImplementedError
