"""Every file that the program makes is for its owner's eyes alone, however the system is set up."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from fibrojournal import faults, settings
from fibrojournal.cli import main
from tests.ui.conftest import Person

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other means")


@pytest.fixture(autouse=True)
def generous() -> Iterator[None]:
    """A system that lets everyone read and write whatever is made without a second thought."""
    former = os.umask(0)
    yield
    os.umask(former)


def open_to_others(folder: Path) -> set[str]:
    """The files and folders below one that somebody else may read, write or enter."""
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    }


def test_what_the_window_makes_is_private(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    home = person.home / "not yet there"
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(home))
    person.home = home
    program = person.start()
    person.press("6")
    person.saved(program)
    program.window._choices.set_theme("dark")
    program.window._trouble.copy_to(str(home / "copy.fjnl"))
    program.window._backups.keep_up()
    person.qtbot.waitUntil((home / "copy.fjnl").exists)
    person.qtbot.waitUntil(lambda: bool(list((home / "backups").glob("*.fjnl"))))
    faults.note(LookupError())
    person.leave(program)
    faults.close_log()
    made = {path.name for path in home.iterdir()}
    assert {"journal.fjnl", "backups", "log", "settings.toml", "window.ini"} <= made
    assert open_to_others(home) == set()
    assert not stat.S_IMODE(home.stat().st_mode) & 0o077


def test_what_the_commands_make_is_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(home))
    phrase = tmp_path / "phrase"
    phrase.write_text("by the sea\n")
    journal = home / "journal.fjnl"
    assert main(["demo", str(journal), "--days", "2"]) == 0
    assert main(["export", str(home / "out.json")]) == 0
    assert main(["encrypt", "--passphrase-file", str(phrase)]) == 0
    capsys.readouterr()
    assert (home / "journal.fjnl.keys").exists()
    assert open_to_others(home) == set()
    assert not stat.S_IMODE(home.stat().st_mode) & 0o077


def test_the_log_stays_private_when_it_begins_anew(tmp_path: Path) -> None:
    file = faults.keep_log(tmp_path / "log")
    for _ in range(9000):
        faults.note(LookupError("again"))
    faults.close_log()
    assert len(list(file.parent.iterdir())) == 2
    assert open_to_others(tmp_path) == set()


def test_settings_in_a_new_folder_are_private(tmp_path: Path) -> None:
    settings.save(settings.Settings(), tmp_path / "new" / "settings.toml")
    assert open_to_others(tmp_path) == set()
