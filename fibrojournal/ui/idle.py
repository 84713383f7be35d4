"""Notices that nobody uses the window for a while; the time that the computer slept counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from fibrojournal.ui.theme import application

LOOK_EVERY_MS = 5_000
_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """Tells once when no key, button or wheel came for so many minutes by the clock.

    The clock is looked at now and then, and before a key counts as use: a timer would stand still
    while the computer sleeps, and the key that wakes it would come before it.
    """

    too_long = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._last = now()
        self._limit = timedelta()
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Begin to watch, with a limit in minutes; 0 ends it."""
        self._limit = timedelta(minutes=minutes)
        if minutes and not self._clock.isActive():
            self._last = self._now()
            self._clock.start()
            application().installEventFilter(self)
            application().applicationStateChanged.connect(self.look)
        elif not minutes and self._clock.isActive():
            self._clock.stop()
            application().removeEventFilter(self)
            application().applicationStateChanged.disconnect(self.look)

    def look(self) -> None:
        """Look at the clock now."""
        now = self._now()
        if now - self._last >= self._limit and self._clock.isActive():
            self._last = now
            self.too_long.emit()
        self._last = min(self._last, now)  # a clock that was set back

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of use."""
        if event.type() in _USES:
            self.look()
            self._last = self._now()
        return False
