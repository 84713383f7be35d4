"""Starts that cannot succeed: a window with one sentence, and never a start without a word."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fibrojournal import app, faults, settings
from fibrojournal.journal.errors import JournalExists, JournalOpen
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui import refusal
from fibrojournal.ui.theme import Theme
from tests.ui.conftest import Person

TODAY = date(2026, 3, 12)


@pytest.fixture
def refused(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what a refused start says instead of waiting until somebody has read it."""
    sentences: list[str] = []

    def note(_theme: Theme, refused: refusal.Refusal) -> None:
        sentences.append(refused.sentences[0])

    monkeypatch.setattr(refusal, "show_refusal", note)
    monkeypatch.setenv("FIBROJOURNAL_HOME", str(tmp_path))
    return sentences


def circle(home: Path) -> Path:
    (home / "one").symlink_to(home / "two")
    (home / "two").symlink_to(home / "one")
    return home / "one"


def below_a_file(home: Path) -> Path:
    (home / "file").touch()
    return home / "file" / "folder" / "journal.fjnl"


def letter(home: Path) -> Path:
    (home / "letter").write_text("to my aunt")
    return home / "letter"


@pytest.mark.parametrize("place", [circle, below_a_file, letter, Path])
def test_a_place_that_can_hold_no_journal_is_refused(
    tmp_path: Path, refused: list[str], capsys: pytest.CaptureFixture[str], place: object
) -> None:
    assert callable(place)
    assert app.run_window(place(tmp_path)) == 1
    (sentence,) = refused
    assert sentence.endswith(".")
    assert capsys.readouterr().err == f"fibrojournal: {sentence}\n"


def test_a_start_that_fails_says_so_and_logs_places_alone(
    tmp_path: Path,
    refused: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("my private words")

    settings.save(settings.Settings())  # not the very first start
    monkeypatch.setattr(app, "start", fail)
    assert app.run_window() == 1
    (sentence,) = refused
    assert "went wrong" in sentence
    log = (tmp_path / "log" / "fibrojournal.log").read_text()
    assert "LookupError" in log
    assert "private" not in log + sentence + capsys.readouterr().err


def test_of_two_first_starts_the_later_one_finds_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.fjnl"
    create = QuickJournal.create

    def too_late(place: Path) -> None:
        create(place).close()
        raise JournalExists("There is already a file.")

    monkeypatch.setattr(QuickJournal, "create", too_late)
    store = app.open_first(path)
    assert store.day(TODAY).date == TODAY
    store.close()


def test_a_home_may_be_named_by_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FIBROJOURNAL_HOME", "~/diary")
    assert settings.journal_path() == tmp_path / "diary" / "journal.fjnl"
    assert settings.journal_path(Path("~/a.fjnl")) == tmp_path / "a.fjnl"
    assert settings.journal_path(Path("~nobody-here/a")) == Path("~nobody-here/a")


def test_the_window_works_without_a_place_for_its_log(person: Person) -> None:
    (person.home / "log").write_text("a file where the folder should be")
    program = person.start()
    assert program.diary.is_ready
    faults.close_log()


@pytest.mark.parametrize("when", ["holding", "loading"])
def test_leaving_before_everything_is_loaded_is_quiet(
    person: Person, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    loads = threading.Event()
    leave = threading.Event()

    def load() -> None:
        loads.set()
        leave.wait(10)

    monkeypatch.setattr(app, "load_everything", load)
    program = person.start(ready=False)
    app.go_on(program, lambda: pytest.fail("it went on"))
    if when == "loading":
        person.qtbot.waitUntil(loads.is_set)
        threading.Timer(0.1, leave.set).start()
    person.leave(program)
    # Where the lock is held quickly, loading may begin before the window is closed.
    assert when == "holding" or loads.is_set()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Another program has the lock; note each attempt to open the journal."""
    opened: list[str] = []

    def is_open(*_: object) -> app.End:
        opened.append("opened")
        return app.End(JournalOpen("It is open in another window."))

    monkeypatch.setattr(app, "_open", is_open)
    return opened


def test_a_first_window_that_is_stuck_lets_no_second_one_show(
    tmp_path: Path, refused: list[str], elsewhere: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "call_first", lambda *_, **__: False)
    assert app.run_window(tmp_path / "journal.fjnl") == 1
    assert elsewhere == []
    assert len(refused) == 1


def test_a_first_window_that_was_coming_up_comes_to_the_front(
    tmp_path: Path, refused: list[str], elsewhere: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def call(_: Path, *, is_open: bool = False) -> bool | None:
        return True if is_open else None

    monkeypatch.setattr(app, "call_first", call)
    assert app.run_window(tmp_path / "journal.fjnl") == 0
    assert elsewhere == ["opened"]
    assert refused == []
