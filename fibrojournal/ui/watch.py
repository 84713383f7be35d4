"""Notices what changes behind the window: the journal's day, and the journal's file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LOOK_EVERY_MS = 30_000
SETTLE_MS = 300


class Watch(QObject):
    """Tells of a new journal day, and of a file that may have been written by another program.

    The day is looked at every half minute rather than by one timer until 04:00: such a timer
    stands still while the computer sleeps, and would come late by as long as it slept.
    """

    day_began = Signal(object, object)
    """The date of the journal day that was, and of the one that is now.

    Days apart where the computer slept; the later first where its clock was set back, or where it
    travelled west.
    """
    file_touched = Signal()

    def __init__(self, journal: Path, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._journal = str(journal)
        self._day = self.today
        self._is_paused = False
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.file_touched)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._file_changed)

    @property
    def today(self) -> date:
        """The journal's present day."""
        return self._today()

    def start(self) -> None:
        """Begin to watch."""
        self._follow()
        self._clock.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def pause(self, *, paused: bool) -> None:
        """Say nothing for a while, and afterwards what came meanwhile."""
        self._is_paused = paused
        self.look()

    def look(self) -> None:
        """Look at the clock now."""
        if self._is_paused or self.today == self._day:
            return
        former, self._day = self._day, self.today
        self.day_began.emit(former, self._day)

    def _follow(self) -> None:
        if self._journal not in self._files.files():  # gone, or replaced by one of that name
            self._files.addPath(self._journal)

    def _file_changed(self) -> None:
        self._follow()
        self._settle.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()
            self._follow()
            self._settle.start()
