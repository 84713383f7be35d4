"""One open journal file, as the window holds it: asked, changed for another, locked, let go.

Everything that touches the file happens on the journal's thread, in order.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fibrojournal.journal.clock import journal_day
from fibrojournal.journal.common import Common
from fibrojournal.journal.errors import JournalError, JournalMoved, JournalNotWritable
from fibrojournal.text import _
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.locked_store import LockedStore
from fibrojournal.ui.stores import DayStore, Opened, Opener, Store

if TYPE_CHECKING:
    from fibrojournal.storage.key import DataKey

T = TypeVar("T")

AGAIN_MS = 2_000
"""So often a file is tried that could not be opened again."""
PATIENCE_SECONDS = 0.25
"""So long the window may wait for the journal where keys and answers must keep their order."""


class OpenJournal(QObject):
    """The store that is open, its key, and what was asked of it at the start."""

    journal_changed = Signal()
    """Anything may be different: another program wrote, or a question was added."""
    common_changed = Signal()
    """Something that belongs to no single day is different now, or was read for the first time."""
    save_failed = Signal(object)
    """The JournalError, or None where the fault is the program's own; it is tried again.

    Also a JournalMoved that is noticed while nothing waits to be saved.
    """
    refused = Signal(str)
    """A sentence: something other than saving was asked of the journal and did not come about."""
    lock_wanted = Signal()
    """The person wants the window locked, from wherever on a page."""
    became_ready = Signal()
    """The whole store is there: calendar, charts and search can ask for anything."""

    def __init__(
        self,
        store: DayStore,
        journal: Background,
        key: DataKey | None = None,
        parent: QObject | None = None,
        *,
        why_read_only: str = "",
    ) -> None:
        super().__init__(parent)
        self.why_read_only = why_read_only
        """Why nothing can be written, in a sentence; empty where it can."""
        self._store: DayStore = store
        self._key = key
        self._open: Opener | None = None
        self._full: Store | None = None
        self._journal = journal
        self._version: int | None = None
        self._is_locked = self._is_left = self._is_closed = False
        self._away: tuple[Opener, DataKey | None] | None = None
        """How to open a file again that was closed for a while and could not be opened then."""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._open_again)
        self.is_sample = store.is_sample
        self.common = Common()
        """What belongs to no single day; empty until the whole store is there."""
        self.questions = store.questions()
        self.trigger_counts = store.trigger_counts()

    @property
    def is_ready(self) -> bool:
        """Tell whether the whole store is there."""
        return self._full is not None

    @property
    def is_closed(self) -> bool:
        """Tell whether it is closed for good: its window is going."""
        return self._is_closed

    @property
    def is_locked(self) -> bool:
        """Tell whether the file is closed until its key is given again."""
        return self._is_locked

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the journal can be locked."""
        return self._is_locked or self._key is not None

    def save_now(self) -> None:
        """Try to save what waits; here nothing does."""

    def settle(self) -> None:
        """Wait a moment for all that was asked so far: it is done on return, or it is slow."""
        self._journal.settle(PATIENCE_SECONDS)

    def fetch(
        self,
        owner: QObject,
        ask: Callable[[Store], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Ask the whole store anything, once it is there; the answer comes on the UI thread.

        Without `failed`, what the world refuses is said in the window. A locked journal does not
        answer, nor one whose file could not be opened again; when it is open, `journal_changed`
        has everything asked anew. One that is closed is asked in vain: its window is going.
        """
        full = self._full
        if self._is_locked or self._is_closed or self._away is not None:
            return
        if full is None:
            raise RuntimeError("asked before the store was ready")
        # Held from now on: what was asked before `close` is still answered, before the file closes.
        self._journal.run(owner, lambda: ask(full), done, failed or self._not_done)

    def become_ready(self, open_store: Opener, done: Callable[[], None]) -> None:
        """Exchange the bare driver for the whole store, between two saves."""
        self._open, key = open_store, self._key

        def work() -> tuple[Store, int, Common]:
            full = open_store(key)
            self._store.close()
            self._store = full
            return full, full.data_version(), full.common()

        def swapped(result: tuple[Store, int, Common]) -> None:
            self._full, self._version, common = result
            self._know(common)
            self.save_now()  # what only the whole store can write
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
        where it raises, the file is opened again as it was, and where that cannot be at once, as
        soon as it can. Everything is read anew. A journal that is only looked at is not given
        away.
        """
        open_store, key = self._open, self._key
        if open_store is None:
            raise RuntimeError("asked before the store was ready")
        if self.why_read_only:
            failed(JournalNotWritable(self.why_read_only))
            return
        self.save_now()
        after = key

        def closed_and_opened() -> Opened:
            nonlocal after
            self._store.place.check()  # else what is open is all that is left of it
            self._store.close()
            self._store = LockedStore(self._store.place, _("The journal is not open just now."))
            try:
                after = work(key)
            finally:
                self._store = full = open_store(after)
            return Opened.of(full, after)

        def opened(found: Opened) -> None:
            self._take_up(found)
            self.save_now()
            done()

        def not_done(error: BaseException) -> None:
            if isinstance(self._store, LockedStore):
                self._away = open_store, after
                self._again.start()
            else:
                self._full = self._store  # type: ignore[assignment]  # opened by the same opener
            failed(error)

        self._full = None
        self._journal.run(owner, closed_and_opened, opened, not_done)

    def _open_again(self) -> None:
        if self._away is None:  # it was closed for good meanwhile
            return
        open_store, key = self._away

        def work() -> Opened:
            self._store = full = open_store(key)
            return Opened.of(full, key)

        def opened(found: Opened) -> None:
            self._away = None
            self._take_up(found)
            self.save_now()

        self._journal.run(self, work, opened, lambda _error: self._again.start())

    def _take_up(self, found: Opened) -> None:
        self._full, self._key, self._version = found.store, found.key, found.version
        self.trigger_counts = found.trigger_counts
        self._know(found.common)
        self._is_left = False
        self.journal_changed.emit()

    def day_of(self, moment: datetime) -> date:
        """Return the journal's day of a moment; when a day begins is the person's choice."""
        return journal_day(moment, self.questions.chosen.day_starts)

    def _know(self, common: Common) -> None:
        """Take what belongs to no single day as it is now."""
        self.common, self.questions = common, common.questions
        self.common_changed.emit()

    def beside(
        self,
        owner: QObject,
        work: Callable[[DataKey | None], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Do `work` that concerns the journal's files or its key, not its days, on its thread."""
        key = self._key
        self._journal.run(owner, lambda: work(key), done, failed)

    def lock(self, refused: Callable[[], None]) -> None:
        """Save what waits, let go of the file and drop its key, once the whole store is there.

        What cannot be saved stays here, and is saved when the journal is unlocked. `refused` is
        called where the file was taken away: all that is left of it is what is open.
        """
        full, key = self._full, self._key
        if full is None:
            raise RuntimeError("asked before the store was ready")
        self.save_now()
        self.settle()
        self._is_locked, self._full, self._key = True, None, None

        def not_locked(error: BaseException) -> None:
            self._is_locked, self._full, self._key = False, full, key
            self._not_done(error)
            refused()

        self._journal.run(self, self._let_go, lambda _: None, not_locked)

    def _let_go(self) -> None:
        self._store.place.check()
        self._store.close()
        self._store = LockedStore(self._store.place)  # the former one knows the key

    def unlock(
        self,
        owner: QObject,
        key: DataKey,
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Open the file with its key again, read everything anew, and save what waits."""
        open_store = self._open
        if open_store is None:
            raise RuntimeError("asked before the store was ready")

        def work() -> Opened:
            self._store = full = open_store(key)
            return Opened.of(full, key)

        def opened(found: Opened) -> None:
            self._is_locked = False
            self._take_up(found)
            self.save_now()
            done()

        self._journal.run(owner, work, opened, failed)

    def read_anew(self) -> None:
        """Read everything again: more was written than the window knows of."""
        self._version = None
        self.look_for_changes()

    def look_for_changes(self) -> None:
        """See whether another program has written to the journal, and if so read it anew."""
        full = self._full
        if full is None:
            return

        def work() -> tuple[int, Common, dict[str, int]] | None:
            full.place.check()
            version = full.data_version()
            if version == self._version:
                return None
            return version, full.common(), full.trigger_counts()

        def compare(found: tuple[int, Common, dict[str, int]] | None) -> None:
            self._is_left = False
            if found is not None and self._full is full:  # else it was closed meanwhile
                self._version, common, self.trigger_counts = found
                self._know(common)
                self.journal_changed.emit()

        self._journal.run(self, work, compare, self._not_done)

    def close(self) -> None:
        """Let go of the file. Call once, from the UI thread, at the end."""
        self._is_closed, self._away, self._full = True, None, None
        self._journal.run(self, self._store.close, lambda _: None)

    def _not_done(self, error: BaseException) -> None:
        if isinstance(error, JournalMoved):
            self._is_left = True  # what is open is all that is left of it
            self.save_failed.emit(error)
        elif isinstance(error, JournalError):
            self.refused.emit(str(error))
        else:
            report(error)
