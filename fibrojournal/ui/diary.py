"""The window's way to the journal: reads days, keeps edits safe, and undoes them.

An edit shows at once and is saved behind the window's back, in order. What could not be saved
stays here and is tried again; nothing typed is ever thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fibrojournal import trace
from fibrojournal.journal import common as beside_days
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import (
    DayEdit,
    Edit,
    FormEdit,
    SetImport,
    SetTrigger,
    applied,
    inverse,
    with_counts,
)
from fibrojournal.journal.errors import JournalError, JournalMoved
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.open_journal import OpenJournal
from fibrojournal.ui.stores import DayStore, Opened, Store, opened_again
from fibrojournal.ui.undo import Step, UndoLine

if TYPE_CHECKING:
    from fibrojournal.journal.common import Common
    from fibrojournal.storage.key import DataKey

T = TypeVar("T")

RETRY_MS = 5_000


class Diary(OpenJournal):
    """One open journal, as the window sees it."""

    day_changed = Signal(object)
    """A date: something on that day is different now."""
    moved = Signal(object)
    """A date: undo or redo changed this day, so the window shows it."""
    saved = Signal()

    def __init__(
        self,
        store: DayStore,
        journal: Background,
        key: DataKey | None = None,
        parent: QObject | None = None,
        *,
        why_read_only: str = "",
    ) -> None:
        super().__init__(store, journal, key, parent, why_read_only=why_read_only)
        self._pending: list[Edit] = []
        self._saving = 0
        self._is_fault_told = self._is_left = False
        self._made = 0
        """How many edits were made."""
        self._copied = -1
        """How many of them the newest copy that was saved elsewhere holds, if there is one."""
        self._days: dict[date, Day] = {}
        self.steps = UndoLine()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.save_now)

    @property
    def has_unsaved(self) -> bool:
        """Tell whether any edit is not yet on the disk."""
        return bool(self._pending)

    @property
    def is_safe(self) -> bool:
        """Tell whether the journal is on the disk with every edit: in its place, or in a copy.

        One that is only looked at may go.
        """
        if self.why_read_only or self._copied == self._made:
            return True
        return not (self._pending or self._is_left)

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
                if isinstance(edit, DayEdit) and edit.day == day:
                    stored = applied(stored, edit)
            self._days[day] = stored
            done(stored)

        self._journal.run(owner, lambda: self._store.day(day), deliver, self._not_done)

    def fetch_days(
        self, owner: QObject, wanted: Callable[[Day], bool], done: Callable[[list[Day]], None]
    ) -> None:
        """Read all noted days that are wanted, with every edit made so far."""

        def ask(store: Store) -> list[Day]:
            span = store.noted_span()
            return store.days(*span) if span else []

        def deliver(stored: list[Day]) -> None:
            days = {day.date: day for day in stored}
            for edit in self._pending:
                if isinstance(edit, DayEdit):
                    day = days.get(edit.day, Day(edit.day))
                    days[edit.day] = applied(day, edit)
            found = [day for day in days.values() if wanted(day)]
            self._days.update({day.date: day for day in found})
            done(found)

        self.fetch(owner, ask, deliver)

    def settle(self) -> None:
        """Wait a moment for all that was asked so far: it is done on return, or it is slow."""
        super().settle()
        if self._saving:  # what came in while the first part was being saved
            super().settle()

    # Writing

    def edit(self, edits: Sequence[Edit], words: str, *, sitting: str = "") -> bool:
        """Make edits as one step that undo takes back; `words` name the step.

        Every day that they change was read before. A part of a sitting goes on the step before, if
        that was of the same sitting on the same day. Returns whether it was made: a journal that
        is only looked at refuses it.
        """
        if self.why_read_only:
            self.refused.emit(self.why_read_only)
            return False
        edits = tuple(with_counts(edits))
        days: dict[date, Day] = {}
        common = self.common
        back: list[Edit] = []
        for one in edits:
            if isinstance(one, DayEdit):
                before = days.get(one.day, self._days[one.day])
                back.append(inverse(one, before))
                days[one.day] = applied(before, one)
            else:
                back.append(beside_days.inverse(one, common))
                common = beside_days.applied(common, one)
        back.reverse()
        self.steps.add(Step(edits, tuple(back), words, sitting))
        self._apply(edits)
        return True

    def undo(self) -> str:
        """Take the last step back; return what it was in words, or nothing."""
        step = self.steps.take_back()
        return self._go(step, step.back) if step else ""

    def redo(self) -> str:
        """Do again what was last taken back; return what it is in words, or nothing."""
        step = self.steps.do_again()
        return self._go(step, step.forth) if step else ""

    def _go(self, step: Step, edits: Sequence[Edit]) -> str:
        self._apply(edits)
        if step.day is not None:
            self.moved.emit(step.day)
        return step.words

    def _apply(self, edits: Sequence[Edit]) -> None:
        common = self.common
        for one in edits:
            if not isinstance(one, DayEdit):
                common = beside_days.applied(common, one)
            elif one.day in self._days:
                self._count(one)
                self._days[one.day] = applied(self._days[one.day], one)
        self._pending.extend(edits)
        self._made += len(edits)
        self._save()  # before the form shows it: the disk need not wait for that
        if common is not self.common:
            super()._know(common)
        for day in dict.fromkeys(one.day for one in edits if isinstance(one, DayEdit)):
            self.day_changed.emit(day)

    def _count(self, edit: DayEdit) -> None:
        """Keep count of what was ticked how often."""
        if isinstance(edit, SetTrigger):
            was = edit.trigger in self._days[edit.day].ticked
            now = edit.answer is not None and edit.answer.ticked
            self.trigger_counts[edit.trigger] = self.trigger_counts.get(edit.trigger, 0) + now - was

    def _know(self, common: Common) -> None:
        for one in self._pending:
            if not isinstance(one, DayEdit):
                common = beside_days.applied(common, one)
        super()._know(common)

    def save_now(self) -> None:
        """Try again to save what waits."""
        self._retry.stop()
        self._save()

    def _save(self) -> None:
        if self._saving or not self._pending or self._retry.isActive() or self._is_locked:
            return
        batch = tuple(self._pending)
        if self._full is None and not all(isinstance(one, FormEdit) for one in batch):
            return  # the whole store saves it, as soon as it is there
        self._saving = len(batch)

        def work() -> None:
            self._store.save(batch)
            trace.mark("saved")

        self._journal.run(self, work, self._settled, self._not_saved)

    def _settled(self, _: None) -> None:
        brought = any(isinstance(one, SetImport) for one in self._pending[: self._saving])
        del self._pending[: self._saving]
        self._saving = 0
        self._is_fault_told = False
        if brought:  # what came along, and which days it changed, is not known here
            self.read_anew()
        if self._pending:
            self._save()
        else:
            self.saved.emit()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = 0
        self._is_left = self._is_left or isinstance(error, JournalMoved)
        self._retry.start()
        is_expected = isinstance(error, JournalError)
        self.save_failed.emit(error if is_expected else None)
        if not is_expected and not self._is_fault_told:  # it is met again at every trial
            self._is_fault_told = True
            report(error)

    # The journal behind

    def copy_to(
        self,
        owner: QObject,
        target: Path,
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Write all that is open, and all that waits to be saved, to a new journal."""
        waiting, made = tuple(self._pending), self._made

        def copied(_: None) -> None:
            self._copied = made
            done()

        self._journal.run(owner, lambda: self._store.copy_to(target, waiting), copied, failed)

    def look_again(
        self,
        owner: QObject,
        keep: Callable[[Store], None],
        done: Callable[[bool], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Take the journal up again at its place, if it or another copy of it is back there.

        Where what is there now differs from what was open, that is handed to `keep` first, and
        `done` is told so.
        """
        open_store, key, full = self._open, self._key, self._full
        if open_store is None or full is None:
            self.save_now()
            return

        def work() -> tuple[Opened, bool] | None:
            if not full.place.is_left:
                return None
            found, is_another = opened_again(full, open_store, key, keep)
            self._store = found.store
            return found, is_another

        def back(found: tuple[Opened, bool] | None) -> None:
            if found is not None:
                self._take_up(found[0])
            self._is_left = False
            self.save_now()
            done(found is not None and found[1])

        self._journal.run(owner, work, back, failed)

    def give_up(self) -> None:
        """Drop what could not be saved, or lies nowhere any more; only when the person says so."""
        self._pending.clear()
        self._is_left = False

    def close(self) -> None:
        """Save what waits and let go of the file. Call once, from the UI thread, at the end."""
        self._retry.stop()
        super().close()
