"""Starting with the computer: one file in the desktop's own folder."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from fibrojournal import app, settings
from fibrojournal.ui import autostart
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.unlocking import UnlockWindow
from tests.ui.conftest import Person
from tests.ui.locked import cheap_locks, lock_up
from tests.ui.visitor import Visitor, close, sees, shown

__all__ = ["cheap_locks"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart"


def test_it_is_off_until_it_is_asked_for(folder: Path) -> None:
    assert not autostart.is_on()
    autostart.switch(on=True)
    assert autostart.is_on()
    autostart.switch(on=False)
    assert not autostart.is_on()
    assert list(folder.iterdir()) == []


def test_off_twice_is_off() -> None:
    autostart.switch(on=False)
    assert not autostart.is_on()


def test_the_file_starts_this_program_put_away(folder: Path) -> None:
    autostart.switch(on=True)
    (entry,) = folder.iterdir()
    (line,) = [one for one in entry.read_text().splitlines() if one.startswith("Exec=")]
    started = shlex.split(line.removeprefix("Exec="))
    assert started == [sys.executable, "-m", "fibrojournal", "--minimized"]


def test_a_built_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/my apps/fibrojournal")
    assert autostart.command() == '"/opt/my apps/fibrojournal" --minimized'


def test_what_a_desktop_file_reads_as_its_own_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", '/a"b/c$d/100%/`e`')
    assert autostart.command() == r'"/a\\"b/c\\$d/100%%/\\`e\\`" --minimized'


def test_without_such_a_folder_the_home_of_the_settings_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert autostart.place().parent == tmp_path / ".config" / "autostart"


@pytest.mark.parametrize(("platform", "offered"), [("linux", True), ("win32", False)])
def test_it_is_offered_where_there_is_such_a_folder(
    monkeypatch: pytest.MonkeyPatch, platform: str, *, offered: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert autostart.is_offered() is offered


def test_a_window_that_starts_with_the_computer_is_put_away_and_ready(person: Person) -> None:
    settings.save(settings.Settings(reminder=True))
    put_away = sees(lambda window: window.isMinimized() and window._diary.is_ready)
    visitor = Visitor(put_away, close(MainWindow))
    assert app.run_window(minimized=True) == 0
    assert visitor.steps == []


def test_a_locked_journal_that_starts_with_the_computer_asks_when_it_is_wanted(
    person: Person,
) -> None:
    lock_up(person)
    asks = [lambda: any(one.isMinimized() for one in shown(UnlockWindow)), close(UnlockWindow)]
    visitor = Visitor(*asks)
    assert app.run_window(minimized=True) == 0
    assert visitor.steps == []
