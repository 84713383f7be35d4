"""A running window and all that stands behind it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from fibrojournal.journal.errors import JournalMoved
from fibrojournal.storage import lock
from fibrojournal.text import _
from fibrojournal.ui import single_instance
from fibrojournal.ui.background import Background
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.garbage import Garbage
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.single_instance import FirstInstance
from fibrojournal.ui.theme import Theme

PATIENCE_SECONDS = 5.0
"""So long a window that was closed goes on behind the scenes, to make its backup."""


@dataclass
class Program:
    """The parts of a running window, kept together so that they can be let go in order."""

    path: Path
    file: int
    """Which file the journal was when it was opened: its number on the disk."""
    window: MainWindow
    diary: Diary
    theme: Theme
    journal: Background
    loading: Background
    garbage: Garbage
    holder: lock.Lock | None = None
    first: FirstInstance | None = None
    is_closed: bool = False
    is_done: bool = False
    """Whether the journal's thread has ended as well."""

    def close(self) -> bool:
        """Save what waits, close the journal and end the threads.

        Returns False where a backup goes on for longer than anyone would wait. All answers are
        safe then, and so is the backup that was to be made: it counts only once it is whole.
        """
        self.is_closed = True
        if self.first is not None:
            self.first.close()
        self.diary.close()
        self.is_done = self.journal.close(finish=True, seconds=PATIENCE_SECONDS)
        self.loading.close(finish=False)
        if self.holder is not None and self.is_done:
            self.holder.release()
        return self.is_done

    def let_go(self) -> None:
        """Let Qt take the parts apart: Python's collector does not know in which order.

        Not the window alone: what is connected to any of them would stay for good.
        """
        parts = [self.window, self.theme, self.diary, self.loading]
        if self.is_done:  # else its last answers are still to come
            parts.append(self.journal)
        for part in parts:
            part.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def listen(self) -> None:
        """Come to the front when the journal is opened once more; once its lock is held."""
        if self.holder is not None and single_instance.load():
            self.first = FirstInstance(self.path, self.window)
            self.first.called.connect(self.window.come_forward)

    def hold(self) -> None:
        """Take the journal's lock. Raises JournalOpen where another program has it."""
        if self.diary.why_read_only:  # who only looks is in nobody's way, and leaves no traces
            return
        self.holder = lock.hold(self.path)
        with suppress(OSError):
            if self.path.stat().st_ino == self.file:
                return
        # Put back from a backup, or taken away, between the opening and the lock.
        raise JournalMoved(_("The journal was just replaced. Please open it again."))
