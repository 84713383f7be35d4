"""A journal in a folder that a service copies: said once, calmly, with what to do."""

from __future__ import annotations

from PySide6.QtTest import QTest

from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui import window_place
from tests.ui.conftest import Person

CONFLICT = "journal.sync-conflict-20260311-120000-ABCDEFG.fjnl"


def notice_of(person: Person, *, why_read_only: str = "") -> str:
    """Open the window, and return what its notice says; nothing where there is none."""
    program = person.start(why_read_only=why_read_only)
    answered: list[bool] = []  # after all that the window asked when it began
    program.diary.fetch(program.window, lambda _store: True, answered.append)
    person.qtbot.waitUntil(lambda: bool(answered))
    notice = program.window._notices.notice
    said = notice.text if notice.isVisible() else ""
    assert not said or notice.labels == ("Show folder",)
    person.leave(program)
    return said


def test_a_synced_folder_is_told_of_once(person: Person) -> None:
    (person.home / ".stfolder").mkdir()
    first = notice_of(person)
    assert first.startswith("Syncthing copies this journal's folder to other computers.")
    assert "one computer write at a time" in first
    assert "fibrojournal merge" in first
    assert notice_of(person) == ""


def test_each_conflict_copy_is_pointed_out_once(person: Person) -> None:
    (person.home / ".stfolder").mkdir()
    (person.home / CONFLICT).touch()
    first = notice_of(person)
    assert CONFLICT in first
    assert "fibrojournal merge" in first
    assert notice_of(person).startswith("Syncthing")
    (person.home / "journal (conflicted copy 2026-03-12).fjnl").touch()
    assert "conflicted copy 2026-03-12" in notice_of(person)
    assert len(window_place.told_of()) == 3


def test_a_folder_of_ones_own_is_not_spoken_of(person: Person) -> None:
    assert notice_of(person) == ""
    assert window_place.told_of() == []


def test_whoever_only_looks_is_not_told(person: Person) -> None:
    (person.home / ".stfolder").mkdir()
    QuickJournal.create(person.journal).close()
    assert notice_of(person, why_read_only="Read only: it is a copy.") == ""
    assert window_place.told_of() == []


def test_what_is_more_urgent_is_not_covered(person: Person) -> None:
    (person.home / ".stfolder").mkdir()
    program = person.start(ready=False)
    program.window._notices.tell("Something else.")
    person.finish_start(program)
    QTest.qWait(100)
    assert program.window._notices.notice.text == "Something else."
    assert window_place.told_of() == []
