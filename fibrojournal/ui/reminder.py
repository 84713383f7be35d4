"""Offers to note the day, once a day and only if it was asked for. It never counts or scolds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon

from fibrojournal.journal.day import Day
from fibrojournal.text import _
from fibrojournal.ui import window_place
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.page import Surroundings

LOOK_EVERY_MS = 30_000


class Reminder(QObject):
    """Looks at the clock every half minute; a timer until then would stand still in sleep.

    It speaks through the tray where there is one, else in a line above the page. Whoever has the
    window in front of them needs no word, nor does a day with anything noted.
    """

    wanted = Signal()
    """The person takes the offer."""

    def __init__(self, window: QMainWindow, around: Surroundings, notices: Notices) -> None:
        super().__init__(window)
        self._window, self._around, self._notices = window, around, notices
        self._tray: QSystemTrayIcon | None = None
        self._clock = QTimer(self, interval=LOOK_EVERY_MS)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self.look)
        around.choices.changed.connect(self.follow)

    def follow(self) -> None:
        """Begin or stop, as it was chosen."""
        if not self._around.choices.now.reminder:
            self._clock.stop()
            self._show_tray(shown=False)
            return
        self._show_tray(shown=QSystemTrayIcon.isSystemTrayAvailable())
        self._clock.start()

    def look(self) -> None:
        """Offer it, if it is time, and nothing was noted or offered today."""
        around = self._around
        now, diary = around.now(), around.diary
        today = diary.day_of(now)
        is_theirs = not (diary.is_sample or diary.why_read_only or diary.is_locked)
        if not is_theirs or not diary.is_ready or window_place.reminded_on() == today:
            return
        if now.replace(tzinfo=None) >= self._due(today):
            window_place.remember_reminded(today)
            diary.fetch_day(self, today, self._offer)

    def _due(self, day: date) -> datetime:
        """Return the moment of a day; what comes before it begins is in the night after."""
        at = time.fromisoformat(self._around.choices.now.reminder_at)
        starts = self._around.diary.questions.chosen.day_starts
        return datetime.combine(day + timedelta(days=at.hour < starts), at)

    def _offer(self, day: Day) -> None:
        if day.is_noted or self._window.isActiveWindow():
            return
        words = _("A quiet moment for today, if you like.")
        if self._tray is not None and self._tray.isVisible():
            self._tray.showMessage("fibrojournal", words, QSystemTrayIcon.MessageIcon.NoIcon)
        else:
            self._notices.tell(words, [(_("Note today"), self.wanted.emit)])

    def _show_tray(self, *, shown: bool) -> None:
        if shown and self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.setToolTip("fibrojournal")
            self._tray.messageClicked.connect(self.wanted)
            self._tray.activated.connect(lambda _reason: self.wanted.emit())
        if self._tray is not None:
            self._tray.setVisible(shown)
