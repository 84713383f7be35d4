"""A theme and a whole running window for the tests, both without fades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal import app
from fibrojournal.settings import Settings
from fibrojournal.storage.key import DataKey
from fibrojournal.text import begin_weeks_on
from fibrojournal.ui import open_journal
from fibrojournal.ui import program as behind
from fibrojournal.ui.page import Page
from fibrojournal.ui.pages.today.page import TodayPage
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.tour import STOPS


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window wait longer for its journal than a busy machine may take.

    It waits no longer than it must; what it does when its patience ends has tests of its own.
    At its end the process goes, and here all other tests with it.
    """
    monkeypatch.setattr(open_journal, "PATIENCE_SECONDS", 10.0)
    monkeypatch.setattr(behind, "PATIENCE_SECONDS", 60.0)


@pytest.fixture(autouse=True)
def mondays() -> Iterator[None]:
    """Let weeks begin on Mondays again, whatever a test chose."""
    yield
    begin_weeks_on(0)


_OFF_SCREEN = 5000, 5000


@pytest.fixture(autouse=True)
def free_hands(qapp: QApplication) -> None:
    """Take the pointer away, and let go of a button that a test before left pressed.

    Both are the process's: what opens under the pointer says what one can point at, and a page
    does not follow the focus under a pressed button.
    """
    QCursor.setPos(*_OFF_SCREEN)
    if QApplication.mouseButtons():
        pad = QWidget()
        pad.show()
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton)
        pad.close()


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of Python's on the clipboard.

    Off screen Qt frees what is there when the process ends: after Python has, and the run, with
    every test passed, would end in a segmentation fault.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %; a test may change it."""
    theme = Theme("light", reduced_motion=True)
    theme.apply()
    yield theme
    theme.set_choice("light")
    theme.deleteLater()


ALL_TOURED = " ".join(stop.page for stop in STOPS)
"""In these tests nobody is new to a page, unless the test says so."""


@dataclass
class Person:
    """Someone at the window: a clock that a test can set, and hands that type."""

    home: Path
    qtbot: QtBot
    key: DataKey | None = None
    """What opens the journal, where it is encrypted."""
    moment: datetime = datetime(2026, 3, 12, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    open: list[app.Program] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        """The journal that the window opens."""
        return self.home / "journal.fjnl"

    def start(
        self,
        *,
        size: tuple[int, int] = (1280, 800),
        ready: bool = True,
        why_read_only: str = "",
        **chosen: object,
    ) -> app.Program:
        """Open the window, and wait until everything behind it is loaded."""
        settings = replace(Settings(theme="light", reduce_motion=True, toured=ALL_TOURED), **chosen)  # type: ignore[arg-type]
        program = app.start(self.journal, settings, lambda: self.moment, self.key, why_read_only)
        self.open.append(program)
        program.window.resize(*size)
        program.window.show()
        program.window.activateWindow()
        self.qtbot.waitUntil(program.window.isActiveWindow)
        if ready:
            self.finish_start(program)
        return program

    def finish_start(self, program: app.Program) -> None:
        """Load all that the first paint does without, and wait for it."""
        loaded: list[bool] = []
        app.go_on(program, lambda: loaded.append(True))
        self.qtbot.waitUntil(lambda: bool(loaded), timeout=20_000)

    def leave(self, program: app.Program) -> None:
        """Close the window and all behind it."""
        self.open.remove(program)
        program.window.close()
        self.qtbot.waitUntil(lambda: not program.window.isVisible())
        program.close()
        program.let_go()

    def press(self, keys: str) -> None:
        """Press keys one after the other: digits and letters as they are, others by name."""
        for key in keys.split():
            hand = self.focused()
            if len(key) == 1:
                QTest.keyClicks(hand, key)
            else:
                *modifiers, name = key.split("+")
                held = Qt.KeyboardModifier.NoModifier
                for modifier in modifiers:
                    held |= getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
                QTest.keyClick(hand, getattr(Qt.Key, f"Key_{name}"), held)

    def focused(self) -> QWidget:
        """Return the control that takes the keys now."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def saved(self, program: app.Program) -> None:
        """Wait until all that was noted is on the disk."""
        self.qtbot.waitUntil(lambda: not program.diary.has_unsaved, timeout=5_000)


def today_page(program: app.Program) -> TodayPage:
    """Return the form of the open window."""
    page = program.window.findChild(TodayPage)
    assert isinstance(page, TodayPage)
    return page


P = TypeVar("P", bound=Page)


def shown_page(program: app.Program, page_id: str, kind: type[P]) -> P:
    """Bring a page to the front of the open window, and return it."""
    program.window.show_page(page_id)
    page = program.window._front
    assert isinstance(page, kind)
    return page


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """A person with a home of their own, at eight in the evening of Thursday 12 March."""
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(tmp_path))
    someone = Person(tmp_path, qtbot)
    yield someone
    for program in list(someone.open):
        someone.leave(program)
