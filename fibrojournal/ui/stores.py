"""What the window needs of a journal's file: first little, then all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit
from fibrojournal.journal.errors import JournalMoved
from fibrojournal.journal.questions import Questions
from fibrojournal.storage.place import Place
from fibrojournal.text import _

if TYPE_CHECKING:
    from fibrojournal.journal.common import Common
    from fibrojournal.journal.imported import ImportBatch
    from fibrojournal.journal.past import PastValue, RemovedDay
    from fibrojournal.storage.backups import Backup
    from fibrojournal.storage.batch import ImportLook
    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.series import Series
    from fibrojournal.storage.snapshot import ImportRecord, Snapshot

Opener = Callable[["DataKey | None"], "Store"]
"""Opens the whole store with a key, or with None where the journal is not encrypted."""


class DayStore(Protocol):
    """What the first second needs of a journal; the bare driver gives it."""

    is_sample: bool
    place: Place

    def day(self, day: date) -> Day:
        """Read a day."""

    def questions(self) -> Questions:
        """Read what the person added to the registries."""

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked."""

    def save(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction. Raises JournalError."""

    def copy_to(self, target: Path, edits: Sequence[Edit] = ()) -> None:
        """Write all that is open, and edits that wait, to a new journal. Raises JournalError."""

    def close(self) -> None:
        """Let go of the file."""


class Store(DayStore, Protocol):
    """What everything after the first second needs of a journal."""

    key: DataKey | None

    def days(self, start: date, end: date) -> list[Day]:
        """Read the noted days of a span."""

    def places_and_moments(self, start: date, end: date) -> list[Day]:
        """Read the days of a span with their body maps and moments alone."""

    def common(self) -> Common:
        """Read all that belongs to no single day."""

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and last noted day."""

    def series(
        self, measures: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read measures as arrays."""

    def trigger_series(
        self, triggers: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read triggers as arrays of 0 and 1, of the days on which each was offered."""

    def search_notes(self, words: str) -> list[tuple[date, str]]:
        """Find the notes that hold every word, newest first, in full."""

    def note_words(self) -> Counter[str]:
        """Count the words of all notes."""

    def past_values(self, day: date) -> list[PastValue]:
        """Read every change of a day."""

    def removed_days(self, since: datetime) -> list[RemovedDay]:
        """Read which days were emptied since a moment."""

    def look_into(self, batch: ImportBatch) -> ImportLook:
        """Tell what an import would do, without writing."""

    def import_batch(self, import_id: str) -> ImportBatch:
        """Read back what an import brought. Raises JournalError."""

    def imports_since(self, moment: datetime) -> list[ImportRecord]:
        """Read which imports of the time since a moment stand."""

    def back_up(self, folder: Path, now: datetime) -> Backup:
        """Make a verified backup. Raises JournalError."""

    def back_up_if_changed(self, folder: Path, now: datetime) -> Backup | None:
        """Make one unless the newest one holds all there is. Raises JournalError."""

    def data_version(self) -> int:
        """Return a number that changes when another program wrote."""

    def identity(self) -> str:
        """Return what the journal shares with its copies and with no other journal."""

    def snapshot(self) -> Snapshot:
        """Read everything that the person entered."""

    def restore_snapshot(self, snapshot: Snapshot) -> None:
        """Fill an empty journal. Raises JournalError."""


class Opened(NamedTuple):
    """A store that was just opened, and what the window knows of it from the start."""

    store: Store
    key: DataKey | None
    version: int
    common: Common
    trigger_counts: dict[str, int]

    @classmethod
    def of(cls, store: Store, key: DataKey | None) -> Opened:
        """Ask a store that was opened with a key for all that the window begins with."""
        return cls(store, key, store.data_version(), store.common(), store.trigger_counts())


def opened_again(
    full: Store, open_store: Opener, key: DataKey | None, keep: Callable[[Store], None]
) -> tuple[Opened, bool]:
    """Exchange a store whose file was taken away for what is at its place now.

    Where the two differ, which is returned as well, the old one is handed to `keep` before it is
    closed. Raises JournalMoved where another journal is there, and whatever `open_store` and
    `keep` raise; the old store then stays open.
    """
    fresh = open_store(key)
    try:
        _check_same(fresh, full)
        is_another = fresh.snapshot() != full.snapshot()
        if is_another:
            keep(full)
        found = Opened.of(fresh, key)
    except BaseException:
        fresh.close()
        raise
    full.close()
    return found, is_another


def _check_same(fresh: Store, full: Store) -> None:
    if fresh.identity() != full.identity():
        raise JournalMoved(_("Another journal lies there now. Yours is still open here."))
