"""The window's way to the journal: reads days, keeps edits safe, and undoes them.

An edit shows at once and is saved behind the window's back, in order. What could not be saved
stays here and is tried again; nothing typed is ever thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from fibrojournal import trace
from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.edits import DayEdit, Edit, applied, inverse, with_counts
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.questions import Questions
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.undo import Step, UndoLine

if TYPE_CHECKING:
    from fibrojournal.journal.measures import Measure
    from fibrojournal.journal.triggers import Trigger
    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.series import Series

T = TypeVar("T")

Opener = Callable[["DataKey | None"], "Store"]
"""Opens the whole store with a key, or with None where the journal is not encrypted."""

RETRY_MS = 5_000
PATIENCE_SECONDS = 0.25
"""So long the window may wait for the journal where keys and answers must keep their order."""


class DayStore(Protocol):
    """What the first second needs of a journal; the bare driver gives it."""

    is_sample: bool

    def day(self, day: date) -> Day:
        """Read a day."""

    def questions(self) -> Questions:
        """Read what the person added to the registries."""

    def trigger_counts(self) -> dict[str, int]:
        """Count how often each trigger was ticked."""

    def save(self, edits: Sequence[Edit]) -> None:
        """Write edits in one transaction. Raises JournalError."""

    def close(self) -> None:
        """Let go of the file."""


class Store(DayStore, Protocol):
    """What everything after the first second needs of a journal."""

    def days(self, start: date, end: date) -> list[Day]:
        """Read the noted days of a span."""

    def events(self, start: date, end: date) -> list[Event]:
        """Read the events that touch a span."""

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and last noted day."""

    def series(
        self, measures: Sequence[str], start: date | None = None, end: date | None = None
    ) -> dict[str, Series]:
        """Read measures as arrays."""

    def add_own(self, own: Measure | Trigger) -> None:
        """Add a measure or trigger of the person's own."""

    def data_version(self) -> int:
        """Return a number that changes when another program wrote."""


class Diary(QObject):
    """One open journal, as the window sees it."""

    day_changed = Signal(object)
    """A date: something on that day is different now."""
    journal_changed = Signal()
    """Anything may be different: another program wrote, or a question was added."""
    moved = Signal(object)
    """A date: undo or redo changed this day, so the window shows it."""
    saved = Signal()
    save_failed = Signal(str)
    """A sentence, or nothing where the fault is the program's own; it is tried again."""
    refused = Signal(str)
    """A sentence: something other than saving was asked of the journal and did not come about."""
    became_ready = Signal()
    """The whole store is there: calendar, charts and search can ask for anything."""

    def __init__(
        self,
        store: DayStore,
        journal: Background,
        key: DataKey | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store: DayStore = store
        self._key = key
        self._open: Opener | None = None
        self._full: Store | None = None
        self._journal = journal
        self._pending: list[DayEdit] = []
        self._saving = 0
        self._is_fault_told = False
        self._days: dict[date, Day] = {}
        self._version: int | None = None
        self.is_sample = store.is_sample
        self.questions = store.questions()
        self.trigger_counts = store.trigger_counts()
        self.steps = UndoLine()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.save_now)

    @property
    def is_ready(self) -> bool:
        """Tell whether the whole store is there."""
        return self._full is not None

    @property
    def has_unsaved(self) -> bool:
        """Tell whether any edit is not yet on the disk."""
        return bool(self._pending)

    # Reading

    def known(self, day: date) -> Day:
        """Return a day that was read before, with every edit since."""
        return self._days[day]

    def read_now(self, day: date) -> Day:
        """Read a day without waiting for the journal's thread: only before the first paint."""
        self._days[day] = self._store.day(day)
        return self._days[day]

    def fetch_day(self, owner: QObject, day: date, done: Callable[[Day], None]) -> None:
        """Read a day, as it is with every edit made so far."""

        def deliver(stored: Day) -> None:
            for edit in self._pending:
                if edit.day == day:
                    stored = applied(stored, edit)
            self._days[day] = stored
            done(stored)

        self._journal.run(owner, lambda: self._store.day(day), deliver, self._not_done)

    def settle(self) -> None:
        """Wait a moment for all that was asked so far: it is done on return, or it is slow."""
        self._journal.settle(PATIENCE_SECONDS)
        if self._saving:  # what came in while the first part was being saved
            self._journal.settle(PATIENCE_SECONDS)

    def fetch(self, owner: QObject, ask: Callable[[Store], T], done: Callable[[T], None]) -> None:
        """Ask the whole store anything, once it is there; the answer comes on the UI thread."""
        full = self._full
        if full is None:
            raise RuntimeError("asked before the store was ready")
        # Held from now on: what was asked before `close` is still answered, before the file closes.
        self._journal.run(owner, lambda: ask(full), done, self._not_done)

    # Writing

    def edit(self, edits: Sequence[DayEdit], words: str) -> None:
        """Make edits of one day as one step that undo takes back; `words` name the step."""
        edits = tuple(with_counts(edits))
        before = self._days[edits[0].day]
        back: list[DayEdit] = []
        for one in edits:
            back.insert(0, inverse(one, before))
            before = applied(before, one)
        self.steps.add(Step(edits, tuple(back), words))
        self._apply(edits)

    def undo(self) -> str:
        """Take the last step back; return what it was in words, or nothing."""
        step = self.steps.take_back()
        if step is None:
            return ""
        self._apply(step.back)
        self.moved.emit(step.day)
        return step.words

    def redo(self) -> str:
        """Do again what was last taken back; return what it is in words, or nothing."""
        step = self.steps.do_again()
        if step is None:
            return ""
        self._apply(step.forth)
        self.moved.emit(step.day)
        return step.words

    def _apply(self, edits: Sequence[DayEdit]) -> None:
        day = edits[0].day
        if day in self._days:
            for one in edits:
                self._days[day] = applied(self._days[day], one)
        self._pending.extend(edits)
        self.day_changed.emit(day)
        self._save()

    def add_own(self, own: Measure | Trigger, done: Callable[[], None]) -> None:
        """Add a measure or trigger of the person's own, as soon as the whole store is there."""
        full = self._full
        if full is None:
            once = Qt.ConnectionType.SingleShotConnection
            self.became_ready.connect(lambda: self.add_own(own, done), once)
            return

        def work() -> Questions:
            full.add_own(own)
            return full.questions()

        def show(questions: Questions) -> None:
            self.questions = questions
            done()

        self._journal.run(self, work, show, self._not_done)

    def save_now(self) -> None:
        """Try again to save what waits."""
        self._retry.stop()
        self._save()

    def _save(self) -> None:
        if self._saving or not self._pending or self._retry.isActive():
            return
        batch = tuple(self._pending)
        self._saving = len(batch)

        def work() -> None:
            self._store.save(batch)
            trace.mark("saved")

        self._journal.run(self, work, self._settled, self._not_saved)

    def _settled(self, _: None) -> None:
        del self._pending[: self._saving]
        self._saving = 0
        self._is_fault_told = False
        if self._pending:
            self._save()
        else:
            self.saved.emit()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = 0
        self._retry.start()
        is_expected = isinstance(error, JournalError)
        self.save_failed.emit(str(error) if is_expected else "")
        if not is_expected and not self._is_fault_told:  # it is met again at every trial
            self._is_fault_told = True
            report(error)

    def _not_done(self, error: BaseException) -> None:
        if isinstance(error, JournalError):
            self.refused.emit(str(error))
        else:
            report(error)

    # The journal behind

    def become_ready(self, open_store: Opener, done: Callable[[], None]) -> None:
        """Exchange the bare driver for the whole store, between two saves."""
        self._open, key = open_store, self._key

        def work() -> tuple[Store, int]:
            full = open_store(key)
            self._store.close()
            self._store = full
            return full, full.data_version()

        def swapped(result: tuple[Store, int]) -> None:
            self._full, self._version = result
            done()
            self.became_ready.emit()

        self._journal.run(self, work, swapped, self._not_done)

    def with_file_closed(
        self,
        owner: QObject,
        work: Callable[[DataKey | None], DataKey | None],
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Save what waits, let go of the file, do `work` to it, and open what is there then.

        `work` is given the key that the file has and returns the one that it has afterwards;
        where it raises, the file is opened again as it was. Everything is read anew.
        """
        open_store, key = self._open, self._key
        if open_store is None:
            raise RuntimeError("asked before the store was ready")
        self._save()

        def closed_and_opened() -> tuple[Store, DataKey | None, int, Questions, dict[str, int]]:
            self._store.close()
            after = key
            try:
                after = work(key)
            finally:
                self._store = full = open_store(after)
            return full, after, full.data_version(), full.questions(), full.trigger_counts()

        def opened(found: tuple[Store, DataKey | None, int, Questions, dict[str, int]]) -> None:
            self._full, self._key, self._version, self.questions, self.trigger_counts = found
            self.journal_changed.emit()
            done()

        def not_done(error: BaseException) -> None:
            self._full = self._store  # type: ignore[assignment]  # opened again by the same opener
            failed(error)

        self._full = None
        self._journal.run(owner, closed_and_opened, opened, not_done)

    def look_for_changes(self) -> None:
        """See whether another program has written to the journal, and if so read it anew."""
        full = self._full
        if full is None:
            return

        def work() -> tuple[int, Questions, dict[str, int]] | None:
            version = full.data_version()
            if version == self._version:
                return None
            return version, full.questions(), full.trigger_counts()

        def compare(found: tuple[int, Questions, dict[str, int]] | None) -> None:
            if found is not None:
                self._version, self.questions, self.trigger_counts = found
                self.journal_changed.emit()

        self._journal.run(self, work, compare, self._not_done)

    def give_up(self) -> None:
        """Drop what could not be saved; only when the person says so."""
        self._pending.clear()

    def close(self) -> None:
        """Save what waits and let go of the file. Call once, from the UI thread, at the end."""
        self._full = None
        self._retry.stop()
        self._journal.run(self, self._store.close, lambda _: None)
