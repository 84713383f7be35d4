"""One window after the other: sample data, another journal, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from fibrojournal import app, settings
from fibrojournal.exchange import sample
from fibrojournal.journal.errors import JournalError, JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui import refusal
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.refusal import Refusal
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.unlocking import UnlockWindow
from tests.ui.conftest import Person
from tests.ui.locked import cheap_locks, lock_up
from tests.ui.visitor import Visitor, act, close, press, sees, shown

__all__ = ["cheap_locks"]

Step = Callable[[], bool]


@pytest.fixture(autouse=True)
def few_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "DAYS", 20)


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another journal, which the person chooses when asked for a file."""
    path = tmp_path / "travels.fjnl"
    JournalFile.create(path).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def reads(path: Path) -> Step:
    """Wait until a journal is open and all is loaded."""
    return sees(lambda window: window._around.journal == path and window._diary.is_ready)


def chooses(command: str) -> Step:
    """Choose a command of the menu."""
    return act(lambda window: window._actions[command].trigger())


def run(person: Person, *steps: Step) -> None:
    if not person.journal.exists():
        JournalFile.create(person.journal).close()
    visitor = Visitor(*steps)
    assert app.run_window() == 0
    assert visitor.steps == []


def test_another_journal_opens_in_place_of_this_one(person: Person, other: Path) -> None:
    titled = sees(lambda window: window.windowTitle() == "travels – fibrojournal")
    run(person, reads(person.journal), chooses("open_journal"), titled, reads(other), closed())


def closed() -> Step:
    return close(MainWindow)


def test_its_key_is_ctrl_o(person: Person) -> None:
    program = person.start()
    (keys,) = program.window._actions["open_journal"].shortcuts()
    assert keys.toString() == "Ctrl+O"


def test_what_was_typed_is_saved_before_another_journal_opens(person: Person, other: Path) -> None:
    typed = act(lambda _: person.press("6"))
    run(person, reads(person.journal), typed, chooses("open_journal"), reads(other), closed())
    with JournalFile.open(person.journal, read_only=True) as journal:
        (day,) = journal.days(*(journal.noted_span() or pytest.fail("nothing was noted")))
    assert day.value("pain") == 6


def test_choosing_no_file_or_the_one_that_is_open_leaves_the_window(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = person.start()
    for chosen in ("", str(person.journal)):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: (chosen, ""))
        program.window._actions["open_journal"].trigger()
        assert program.window.isVisible()


def test_the_sample_leads_back_to_the_journal_that_was_open(person: Person, other: Path) -> None:
    back = press(MainWindow, "Back to my journal")
    run(
        person,
        reads(person.journal),
        chooses("open_journal"),
        reads(other),
        chooses("sample"),
        reads(settings.sample_path()),
        back,
        reads(other),
        closed(),
    )


def test_the_command_of_the_sample_leads_back_as_well(person: Person) -> None:
    sample_path = settings.sample_path()
    there = (reads(person.journal), chooses("sample"), reads(sample_path))
    run(person, *there, chooses("sample"), reads(person.journal), closed())


def test_every_page_of_the_sample_says_that_it_is_made_up(person: Person) -> None:
    JournalFile.create(person.journal, sample=True).close()
    program = person.start()
    for page in ("calendar", "trends", "settings", "today"):
        program.window.show_page(page)
        strip = program.window._notices.strip
        assert strip.isVisible()
        assert (strip.text, strip.labels) == ("Sample data, made up", ("Back to my journal",))


def test_another_choice_of_look_holds_in_the_next_window(person: Person, other: Path) -> None:
    quiet = chooses("theme_quiet_paper")
    is_quiet = sees(lambda window: window._theme.name == "quiet_paper")
    run(
        person,
        reads(person.journal),
        quiet,
        chooses("open_journal"),
        reads(other),
        is_quiet,
        closed(),
    )


def test_an_encrypted_journal_asks_for_its_key_when_one_comes_back(
    person: Person, other: Path
) -> None:
    lock_up(person)
    assert person.key is not None
    asks: list[Step] = [lambda: bool(shown(UnlockWindow)), close(UnlockWindow)]
    visitor = Visitor(
        reads(other),
        act(lambda window: window.others._open(person.journal)),
        *asks,
    )
    assert app.run_window(other) == 0
    assert visitor.steps == []


def test_where_the_other_one_cannot_be_opened_the_former_one_comes_back(
    person: Person, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.write_text("a letter to my aunt")
    told: list[str] = []

    def note(_theme: Theme, content: Refusal) -> None:
        told.append(content.title)

    monkeypatch.setattr(refusal, "show_refusal", note)
    steps = (reads(person.journal), chooses("open_journal"))
    run(person, *steps, lambda: bool(told), reads(person.journal), closed())
    assert len(told) == 1


def test_a_window_that_cannot_be_left_yet_stays(person: Person, other: Path) -> None:
    program = person.start()
    program.diary._is_left = True
    program.window._actions["open_journal"].trigger()
    assert program.window.isVisible()
    assert program.window.others.wish is None
    program.diary.give_up()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (JournalNotWritable("There is no room."), "There is no room."),
        (LookupError(), "LookupError"),
    ],
)
def test_a_sample_that_cannot_be_made_is_said(
    person: Person, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    def fail(*_: object) -> None:
        raise fault

    program = person.start()
    told: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind.__name__))
    monkeypatch.setattr(sample, "prepare_sample", fail)
    program.window._actions["sample"].trigger()
    notice = program.window._notices.notice
    person.qtbot.waitUntil(lambda: said in (notice.text, *told))
    assert isinstance(fault, JournalError) == (not told)
