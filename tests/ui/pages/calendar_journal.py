"""A calendar page over a real journal, and short words for what a test wants in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Event, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import Edit, SetEvent, SetNote, SetReading, SetTrigger
from fibrojournal.settings import Settings
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.background import Background
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.theme import Theme

TODAY = date(2026, 3, 12)
"""A Thursday."""
EVENING = Stamp(datetime(2026, 3, 12, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)


def noted(day: date, **values: float) -> list[Edit]:
    return [SetReading(day, id, Reading(value, EVENING)) for id, value in values.items()]


def copied(day: date, **values: float) -> list[Edit]:
    return [
        SetReading(day, id, Reading(value, EVENING, Origin.COPIED)) for id, value in values.items()
    ]


def ticked(day: date, *triggers: str) -> list[Edit]:
    answer = TriggerAnswer(ticked=True, entered=EVENING)
    return [SetTrigger(day, trigger, answer) for trigger in triggers]


def written(day: date, text: str) -> list[Edit]:
    return [SetNote(day, Note(text, EVENING))]


def happened(start: date, name: str, end: date | None = None) -> list[Edit]:
    return [SetEvent(name, Event(name, "infection", name, start, end, EVENING))]


def calm_weeks(last: date, days: int = 20) -> list[Edit]:
    """Note quiet days up to `last`, enough for a flare to stand out from."""
    edits: list[Edit] = []
    for back in range(days):
        edits += noted(last - timedelta(days=back), pain=3)
    return edits


@dataclass
class Calendars:
    """Opens journals and calendar pages, and closes them after the test."""

    theme: Theme
    folder: Path
    qtbot: QtBot
    moment: datetime = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)
    diary: Diary = field(init=False)
    page: CalendarPage = field(init=False)
    _journal: Background = field(init=False)
    _window: QWidget = field(init=False)

    def open(
        self,
        edits: Sequence[Edit],
        *,
        size: tuple[int, int] = (768, 800),
        shown: bool = True,
    ) -> CalendarPage:
        """Show the page of a journal that holds these edits."""
        path = self.folder / "journal.fjnl"
        with JournalFile.create(path) as made:
            made.save(edits)
        self._journal = Background("journal")
        self.diary = Diary(JournalFile.open(path), self._journal)
        self.diary.become_ready(lambda key: JournalFile.open(path, key), lambda: None)
        self.wait_for(lambda: self.diary.is_ready)
        self.choices = Choices(Settings())
        self.page = CalendarPage(self.theme, self.diary, lambda: self.moment, self.choices)
        self._window = QWidget()
        row = QHBoxLayout(self._window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.page)
        self._window.resize(*size)
        self._window.show()
        self._window.activateWindow()
        self.wait_for(self._window.isActiveWindow)
        if shown:
            self.bring_forward()
        return self.page

    def bring_forward(self) -> None:
        """Do what the window does when the page comes to the front."""
        self.page.shown()
        self.page.focus_first()
        self.settle()

    def settle(self) -> None:
        """Wait until the journal has answered all that was asked so far."""
        answered: list[bool] = []
        self.diary.fetch(self.page, lambda _store: True, answered.append)
        self.wait_for(lambda: bool(answered))
        for _ in range(4):  # layouts within layouts
            QApplication.processEvents()

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds; looks more often than qtbot, as it is asked so often."""
        end = time.monotonic() + 10
        while not condition():
            assert time.monotonic() < end, "waited for ten seconds"
            QApplication.processEvents()
            time.sleep(0.0005)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, and let the journal answer."""
        hand = QApplication.focusWidget()
        assert hand is not None, "nothing has the focus"
        QTest.keyClick(hand, key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def close(self) -> None:
        """Close everything."""
        if not hasattr(self, "_window"):
            return
        self._window.close()
        self.diary.close()
        self._journal.close(finish=True)
        self._window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
