"""Export: the journal is written to a file of the person's choice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Note, Reading
from fibrojournal.journal.edits import SetNote, SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.ui.pages.data import export as page_module
from fibrojournal.ui.pages.data.export import ExportPage
from fibrojournal.ui.pages.settings.page import SettingsPage
from tests.ui.conftest import Person, shown_page


@pytest.fixture
def noted(person: Person) -> Person:
    """Someone with one noted day."""
    stamp, day = stamp_of(person.moment), person.moment.date()
    with JournalFile.create(person.journal, key=person.key) as journal:
        journal.save(
            [SetReading(day, "pain", Reading(4, stamp)), SetNote(day, Note("a walk", stamp))]
        )
    return person


def opened(program: Program) -> ExportPage:
    return shown_page(program, "export", ExportPage)


def told(person: Person, page: ExportPage) -> str:
    person.qtbot.waitUntil(page._line.isVisible)
    return page._line.text().replace("\N{ZERO WIDTH SPACE}", "")


def test_a_table_is_written_where_it_is_wanted(
    noted: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(noted.start())
    asked: list[Path] = []

    def choose(_parent: object, _title: str, start: Path, _kinds: str) -> Path:
        asked.append(start)
        return tmp_path / "mine"

    monkeypatch.setattr(page_module, "choose_new_file", choose)
    assert page.ways.options[0].hasFocus()
    page.go.click()

    assert told(noted, page) == f"One day was written to {tmp_path / 'mine.csv'}."
    assert (tmp_path / "mine.csv").read_text("utf-8").startswith("day,pain")
    assert [path.name for path in asked] == ["journal-2026-03-12.csv"]


def test_an_archive_holds_all_that_was_noted(noted: Person, tmp_path: Path) -> None:
    page = opened(noted.start())
    page.ways.show_choice("json")

    page.write(tmp_path / "mine.json")

    told(noted, page)
    archive = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    assert "a walk" in json.dumps(archive)


def test_no_place_chosen_writes_nothing(noted: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(noted.start())
    monkeypatch.setattr(page_module, "choose_new_file", lambda *_given: None)
    page.go.click()
    assert page._line.isHidden()


def test_a_place_that_cannot_be_written_is_said(noted: Person, tmp_path: Path) -> None:
    page = opened(noted.start())
    page.write(tmp_path / "nowhere" / "mine.csv")
    assert told(noted, page).startswith("There is no folder")


def test_the_journal_itself_is_never_written_over(noted: Person) -> None:
    page = opened(noted.start())
    page.write(noted.journal)
    assert "please export to another file" in told(noted, page)


def test_leaving_the_lock_is_said_beforehand(person: Person, tmp_path: Path) -> None:
    person.key = DataKey.new()
    with JournalFile.create(person.journal, key=person.key):
        pass
    page = opened(person.start())
    assert page._warning.isVisible()
    assert "whoever opens the file can read it" in page._warning.text()


def test_a_journal_without_a_lock_needs_no_such_words(noted: Person) -> None:
    program = noted.start()
    page = opened(program)
    assert not page._warning.isVisible()
    page.page_wanted.emit("settings")
    assert isinstance(program.window._front, SettingsPage)
