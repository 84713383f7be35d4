"""Delete everything: only after a typed word; backups stay unless they are to go, too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage import erasing
from fibrojournal.storage.backups import backups_of
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.snapshot import Snapshot
from fibrojournal.ui.pages.data.delete_all import DeleteAllPage
from fibrojournal.ui.pages.settings.page import SettingsPage
from tests.ui.conftest import Person, shown_page, today_page


@pytest.fixture
def noted(person: Person) -> Person:
    """Someone with a noted day and a backup of it."""
    stamp, day = stamp_of(person.moment), person.moment.date()
    with JournalFile.create(person.journal) as journal:
        journal.save([SetReading(day, "pain", Reading(4, stamp))])
        journal.back_up(person.home / "backups", person.moment - timedelta(days=1))
    return person


def opened(person: Person, program: Program) -> DeleteAllPage:
    page = shown_page(program, "delete_all", DeleteAllPage)
    person.qtbot.waitUntil(lambda: bool(page._what.text()))
    return page


def delete(person: Person, program: Program, page: DeleteAllPage) -> None:
    page.field.setText(" Delete ")
    page.go.click()
    person.qtbot.waitUntil(lambda: program.window._front is today_page(program))


def notice(program: Program) -> str:
    return program.window._notices.notice.text.replace("\N{ZERO WIDTH SPACE}", "")


def test_the_page_says_what_goes_and_waits_for_the_word(noted: Person) -> None:
    page = opened(noted, noted.start())

    assert page._back.hasFocus()
    assert page._what.text().startswith("One noted day goes")
    assert page._backups.text().startswith("One backup lies in")
    assert not page.go.isEnabled()
    assert page.go.accessibleDescription() == "Type the word first."
    page.field.setText("delet")
    assert not page.go.isEnabled()
    page.field.setText("delete")
    assert page.go.isEnabled()
    assert page.go.accessibleDescription() == ""


def test_the_journal_begins_anew_and_its_backups_stay(noted: Person) -> None:
    program = noted.start()
    page = opened(noted, program)
    program.diary.fetch_day(page, noted.moment.date(), lambda _day: None)
    noted.qtbot.waitUntil(lambda: noted.moment.date() in program.diary._days)
    stamp = stamp_of(noted.moment)
    program.diary.edit([SetReading(noted.moment.date(), "fog", Reading(1, stamp))], "fog")

    delete(noted, program, page)

    assert "Everything was deleted." in notice(program)
    assert "Its backups are kept in" in notice(program)
    noted.qtbot.waitUntil(lambda: not program.diary.known(noted.moment.date()).is_noted)
    assert program.diary.undo() == ""
    noted.leave(program)
    with JournalFile.open(noted.journal) as journal:
        assert journal.snapshot() == Snapshot()
    days = [one.taken.date() for one in backups_of(noted.journal, noted.home / "backups")]
    assert (noted.moment - timedelta(days=1)).date() in days


def test_backups_go_too_where_that_is_chosen(noted: Person) -> None:
    program = noted.start()
    page = opened(noted, program)
    page.ways.show_choice("delete")

    delete(noted, program, page)

    assert "Its backups" not in notice(program)
    assert backups_of(noted.journal, noted.home / "backups") == []


def test_a_backup_can_be_made_first(noted: Person) -> None:
    page = opened(noted, noted.start())
    page.first.click()
    noted.qtbot.waitUntil(lambda: page._trouble.text() == "Backed up and checked.")
    noted.qtbot.waitUntil(lambda: page._backups.text().startswith("2 backups lie in"))


def test_a_locked_journal_begins_anew_without_a_lock(person: Person) -> None:
    person.key = DataKey.new()
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal, key=person.key) as journal:
        journal.save([SetReading(person.moment.date(), "pain", Reading(4, stamp))])
    program = person.start()
    page = opened(person, program)
    assert page._backups.text() == "No backup is there."

    delete(person, program, page)

    assert not program.diary.is_encrypted
    person.leave(program)
    assert not is_encrypted(person.journal)
    assert not keys_path(person.journal).exists()


def test_what_cannot_be_deleted_stays_and_is_told_of(
    noted: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(erasing, "put_in_place", refuse)
    program = noted.start()
    page = opened(noted, program)
    page.field.setText("delete")
    page.go.click()

    noted.qtbot.waitUntil(page._trouble.isVisible)
    assert page._trouble.text().startswith("Nothing was deleted")
    assert program.window._front is page
    with JournalFile.open(noted.journal) as journal:
        assert journal.day(noted.moment.date()).value("pain") == 4


def test_a_backup_that_has_to_stay_is_told_of(
    noted: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise JournalNotWritable("Some of its backups are left.")

    monkeypatch.setattr(erasing, "erase_backups", refuse)
    program = noted.start()
    page = opened(noted, program)
    page.ways.show_choice("delete")
    delete(noted, program, page)
    assert notice(program) == "Some of its backups are left."


def test_a_journal_that_is_only_looked_at_cannot_be_deleted(noted: Person) -> None:
    page = opened(noted, noted.start(why_read_only="It is open elsewhere."))
    page.field.setText("delete")
    assert not page.go.isEnabled()
    assert page.go.accessibleDescription() == "It is open elsewhere."


def test_the_way_back_leaves_everything_as_it_is(noted: Person) -> None:
    program = noted.start()
    page = opened(noted, program)
    page.field.setText("delete")
    page._back.click()
    assert isinstance(program.window._front, SettingsPage)
    program.window.show_page("delete_all")
    assert page.field.text() == ""


def test_backups_in_a_folder_that_was_left_are_known(noted: Person) -> None:
    program = noted.start()
    around = program.window._around
    (noted.home / "stick").mkdir()
    told: list[str] = []
    around.backups.move_to(noted.home / "stick", told.append)
    noted.qtbot.waitUntil(lambda: bool(told))
    page = opened(noted, program)

    noted.qtbot.waitUntil(lambda: page._backups.text().startswith("2 backups lie in"))
    assert (
        page._backups.text()
        .replace("\N{ZERO WIDTH SPACE}", "")
        .endswith(f"{noted.home / 'stick'}, {noted.home / 'backups'}.")
    )
    page.ways.show_choice("delete")
    delete(noted, program, page)
    assert backups_of(noted.journal, noted.home / "backups") == []
