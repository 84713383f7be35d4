"""A file that is being looked over: what was chosen so far, and what it would come to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fibrojournal.exchange.dates import Order
from fibrojournal.exchange.guesses import Role
from fibrojournal.exchange.plan import Place, Plan, Remedy
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.imported import ImportBatch
from fibrojournal.ui.bring_in import ArchiveFile, Preview, TableFile, look_over, open_file
from fibrojournal.ui.page import Surroundings


class LookingOver(QObject):
    """Holds the file; every choice is looked over anew on the journal's thread."""

    looked = Signal()
    """`preview` is that of all that was chosen."""
    not_read = Signal(object, object)
    """The path of a file, and the error that kept it from being read."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._diary = around, around.diary
        self.file: TableFile | ArchiveFile | None = None
        self.plan: Plan | None = None
        """What the person chose of a table; None for an archive."""
        self.preview: Preview | None = None
        self._over: frozenset[tuple[date, str]] = frozenset()
        self._asked = self._answered = 0

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._diary.day_of(self._around.now())

    @property
    def is_settled(self) -> bool:
        """Tell whether the preview is that of all that was chosen."""
        return self.preview is not None and self._asked == self._answered

    @property
    def archive(self) -> ArchiveFile | None:
        """The file, if it is an archive."""
        return self.file if isinstance(self.file, ArchiveFile) else None

    def open(self, path: Path) -> None:
        """Read a file and look it over."""
        self._asked += 1
        questions, today, stamp = self._diary.questions, self.today, stamp_of(self._around.now())
        self._diary.fetch(
            self,
            lambda store: open_file(store, path, questions, today, stamp),
            self._opened,
            partial(self.not_read.emit, path),
        )

    def leave(self) -> None:
        """Let go of the file."""
        self._asked += 1
        self.file = self.plan = self.preview = None

    def look(self) -> None:
        """Look the file over with all that was chosen."""
        what = self._what_to_look_at()
        if what is None or not self._diary.is_ready:
            return
        self._asked += 1
        questions, today, stamp = self._diary.questions, self.today, stamp_of(self._around.now())
        self._diary.fetch(
            self,
            lambda store: look_over(store, what, questions, today, stamp),
            partial(self._take, self._asked),
        )

    def choose_role(self, column: int, role: Role) -> None:
        """Let a column become something else; own answers stand again."""
        if self.plan is not None:
            self._over = frozenset()
            self.plan = self.plan.with_role(column, role)
            self.look()

    def choose_order(self, order: Order) -> None:
        """Read dates with the day or the month first."""
        if self.plan is not None:
            self.plan = replace(self.plan, order=order)
            self.look()

    def choose_remedy(self, places: Collection[Place], remedy: Remedy) -> None:
        """Say what becomes of rows that needed a look."""
        if self.plan is not None:
            chosen: Mapping[Place, Remedy] = {**self.plan.remedies, **dict.fromkeys(places, remedy)}
            self.plan = replace(self.plan, remedies=chosen)
            self.look()

    def let_win(self, places: Collection[tuple[date, str]], *, wins: bool) -> None:
        """Let the file win over own answers, or let these stand."""
        self._over = self._over | set(places) if wins else self._over - set(places)
        self.look()

    def _what_to_look_at(self) -> Plan | ImportBatch | None:
        if isinstance(self.file, ArchiveFile):
            return replace(self.file.batch, over=self._over)
        return None if self.plan is None else replace(self.plan, over=self._over)

    def _opened(self, file: TableFile | ArchiveFile) -> None:
        self.file, self.preview, self._over = file, None, frozenset()
        self.plan = file.plan if isinstance(file, TableFile) else None
        self.look()

    def _take(self, asked: int, preview: Preview) -> None:
        if asked == self._asked and self.file is not None:  # else something else was chosen since
            self.preview, self._answered = preview, asked
            self.looked.emit()
