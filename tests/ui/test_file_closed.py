"""A file that the window lets go of for a while, and what may come between."""

from __future__ import annotations

from pathlib import Path

import pytest

from fibrojournal.app import Program
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.ui import open_journal
from tests.ui.conftest import Person, today_page


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_journal, "AGAIN_MS", 50)


def away(person: Person, program: Program) -> Path:
    """Let the drive with the journal go while the window has let go of the file."""
    elsewhere = person.home / "away.fjnl"
    told: list[BaseException] = []

    def work(_key: DataKey | None) -> DataKey | None:
        person.journal.rename(elsewhere)
        raise JournalNotWritable("the drive is gone")

    program.diary.with_file_closed(program.window, work, lambda: None, told.append)
    person.qtbot.waitUntil(lambda: bool(told))
    return elsewhere


def test_what_is_noted_while_it_cannot_be_opened_again_is_saved_once_it_can(
    person: Person,
) -> None:
    program = person.start()
    elsewhere = away(person, program)
    person.press("7")
    person.qtbot.waitUntil(lambda: "kept here" in program.window._notices.notice.text)
    program.diary.fetch(program.window, lambda _store: 1, lambda _one: pytest.fail("it is away"))
    person.qtbot.wait(120)
    elsewhere.rename(person.journal)
    person.qtbot.waitUntil(lambda: program.diary.is_ready)
    person.qtbot.waitUntil(lambda: not program.diary.has_unsaved, timeout=8_000)
    with JournalFile.open(person.journal) as saved:
        assert saved.day(today_page(program).day).value("pain") == 7


def test_a_window_whose_file_is_still_away_closes(person: Person) -> None:
    program = person.start()
    away(person, program)
    person.leave(program)
    person.qtbot.wait(120)
    assert not person.journal.exists()
