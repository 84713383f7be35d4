"""A journal that cannot be written while it is open: what is said, and what can be done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from fibrojournal import app
from fibrojournal.journal.errors import DiskFull, JournalDamaged, JournalNotWritable
from fibrojournal.storage.backups import backups_of
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui import notices
from fibrojournal.ui.folders import show_folder
from fibrojournal.ui.widgets.notice import Notice
from tests.ui.conftest import Person, today_page
from tests.ui.test_slow_journal import Disk

TODAY = date(2026, 3, 12)


def notice(program: app.Program) -> Notice:
    return program.window._notices.notice


def told(person: Person, program: app.Program, words: str) -> Notice:
    """Wait until the notice says some words."""
    said = notice(program)
    person.qtbot.waitUntil(lambda: said.isVisible() and words in said.text, timeout=5_000)
    return said


def press(said: Notice, label: str) -> None:
    next(button for button in said._buttons if button.text() == label).click()


def stored(path: Path) -> dict[str, float]:
    with JournalFile.open(path) as journal:
        return {id: reading.value for id, reading in journal.day(TODAY).readings.items()}


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """The folders that would have been shown, on a computer without a file manager."""
    urls: list[QUrl] = []

    def show(url: QUrl) -> bool:
        urls.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return urls


@pytest.fixture
def moved(person: Person) -> Iterator[app.Program]:
    """A window with one answer saved, whose journal was then moved, and one answer that waits."""
    program = person.start()
    person.press("6 Tab")
    person.saved(program)
    person.journal.rename(person.home / "away.fjnl")
    person.press("3")
    told(person, program, "moved, removed or replaced")
    yield program
    program.diary.give_up()


def test_a_moved_journal_keeps_what_is_noted_and_offers_two_ways(
    person: Person, moved: app.Program
) -> None:
    assert notice(moved).labels == ("Save a copy", "Look again")
    assert moved.diary.has_unsaved
    assert today_page(moved)._ratings.rows["sleep_quality"].control.answer == 3
    assert "kept here" in today_page(moved)._saved.hint.text()


def test_a_removed_journal_is_noticed_before_anything_is_typed(person: Person) -> None:
    program = person.start()
    person.journal.unlink()
    told(person, program, "moved, removed or replaced")
    assert not program.diary.has_unsaved
    assert "Saved as you go" in today_page(program)._saved.hint.text()
    program.diary.give_up()


def test_a_removed_journal_is_not_let_go_without_a_question(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    person.journal.unlink()
    said = told(person, program, "moved, removed or replaced")
    program.window.close()
    assert program.window.isVisible()
    assert said.labels == ("Save a copy", "Close without saving")
    copy = person.home / "copy.fjnl"
    program.window._trouble.copy_to(str(copy))
    told(person, program, "A copy with all of it")
    assert program.window.close()
    assert stored(copy) == {"pain": 6}


def test_a_removed_journal_is_let_go_where_the_person_says_so(person: Person) -> None:
    program = person.start()
    person.journal.unlink()
    said = told(person, program, "moved, removed or replaced")
    program.window.close()
    press(said, "Close without saving")
    assert not program.window.isVisible()


def test_a_journal_that_was_back_by_itself_is_let_go_without_a_question(person: Person) -> None:
    program = person.start()
    away = person.journal.rename(person.home / "away.fjnl")
    told(person, program, "moved, removed or replaced")
    away.rename(person.journal)
    program.diary.look_for_changes()
    person.qtbot.waitUntil(lambda: program.diary.is_safe)
    assert program.window.close()


def test_a_copy_of_a_moved_journal_holds_what_was_saved_and_what_waits(
    person: Person, moved: app.Program
) -> None:
    copy = person.home / "rescued.fjnl"
    moved.window._trouble.copy_to(str(copy))
    told(person, moved, f"A copy with all of it is at {copy}.")
    assert stored(copy) == {"pain": 6, "sleep_quality": 3}


def test_with_a_copy_the_window_closes_without_a_question(
    person: Person, moved: app.Program
) -> None:
    moved.window._trouble.copy_to(str(person.home / "rescued.fjnl"))
    told(person, moved, "A copy with all of it")
    assert moved.window.close()


def test_what_is_noted_after_the_copy_is_not_said_to_be_in_it(
    person: Person, moved: app.Program
) -> None:
    moved.window._trouble.copy_to(str(person.home / "rescued.fjnl"))
    told(person, moved, "A copy with all of it")
    person.press("4")
    moved.diary.save_now()
    person.qtbot.waitUntil(lambda: "A copy" not in notice(moved).text)
    assert not moved.diary.is_safe


def test_a_copy_that_cannot_be_written_is_said_and_everything_stays(
    person: Person, moved: app.Program
) -> None:
    moved.window._trouble.copy_to(str(person.home / "nowhere" / "rescued.fjnl"))
    said = told(person, moved, "cannot be written")
    assert "moved, removed or replaced" in said.text
    assert said.labels == ("Save a copy", "Look again")


def test_the_place_of_a_copy_is_asked_for_without_stopping_the_window(
    person: Person, moved: app.Program
) -> None:
    press(notice(moved), "Save a copy")
    chooser = moved.window.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.selectedFiles()[0].endswith("journal 2026-03-12.fjnl")
    copy = person.home / "chosen.fjnl"
    chooser.fileSelected.emit(str(copy))
    chooser.reject()
    told(person, moved, str(copy))
    assert stored(copy)["sleep_quality"] == 3


def test_a_journal_that_is_not_back_yet_is_looked_for_in_vain(
    person: Person, moved: app.Program
) -> None:
    press(notice(moved), "Look again")
    told(person, moved, "It is not there yet.")
    assert moved.diary.has_unsaved


def test_a_journal_that_came_back_goes_on(person: Person, moved: app.Program) -> None:
    (person.home / "away.fjnl").rename(person.journal)
    press(notice(moved), "Look again")
    person.saved(moved)
    person.qtbot.waitUntil(lambda: not notice(moved).isVisible())
    assert stored(person.journal) == {"pain": 6, "sleep_quality": 3}


def test_an_equal_copy_in_its_place_is_gone_on_with(person: Person, moved: app.Program) -> None:
    shutil.copy(person.home / "away.fjnl", person.journal)
    press(notice(moved), "Look again")
    person.saved(moved)
    assert stored(person.journal) == {"pain": 6, "sleep_quality": 3}
    assert len(list(person.home.glob("*.fjnl"))) == 2


def test_where_an_older_copy_took_its_place_both_are_kept(person: Person) -> None:
    program = person.start()
    person.press("6 Tab")
    person.saved(program)
    older = person.home / "older"
    shutil.copy(person.journal, older)
    person.press("5")
    person.saved(program)
    older.replace(person.journal)
    person.press("Tab 2")
    said = told(person, program, "moved, removed or replaced")
    press(said, "Look again")
    told(person, program, "another copy of your journal")
    person.saved(program)
    assert stored(person.journal) == {"pain": 6, "stress": 2}
    newest = backups_of(person.journal, person.home / "backups")[0]
    assert stored(newest.path) == {"pain": 6, "sleep_quality": 5}
    person.press("Shift+Backtab")
    assert today_page(program)._ratings.rows["sleep_quality"].control.answer is None


def test_another_journal_in_its_place_is_left_alone(person: Person, moved: app.Program) -> None:
    JournalFile.create(person.journal).close()
    press(notice(moved), "Look again")
    told(person, moved, "Another journal lies there now.")
    assert moved.diary.has_unsaved
    assert stored(person.journal) == {}


def test_a_full_disk_says_that_answers_wait_and_where_room_can_be_made(
    person: Person, shown: list[QUrl]
) -> None:
    program = person.start()
    disk = Disk(program)
    disk.unwritable = DiskFull("The disk is full.")
    person.press("6")
    said = told(person, program, "stay in memory until there is room.")
    assert said.labels == ("Try now", "Show folder")
    press(said, "Show folder")
    assert shown == [QUrl.fromLocalFile(str(person.home))]
    disk.unwritable = None
    press(said, "Try now")
    person.saved(program)


def test_damage_met_while_saving_keeps_what_is_typed(person: Person) -> None:
    program = person.start()
    Disk(program).unwritable = JournalDamaged("Part of it cannot be read.")
    person.press("6")
    said = told(person, program, "Part of the journal cannot be read.")
    assert said.labels == ("Try now", "Show folder")
    assert program.diary.has_unsaved
    program.diary.give_up()


def test_a_notice_that_is_told_again_keeps_its_buttons(person: Person) -> None:
    program = person.start()
    Disk(program).unwritable = JournalNotWritable("It may not be written.")
    person.press("6")
    said = told(person, program, "we keep trying. It may not be written.")
    assert said.labels == ("Try now", "Save a copy")
    button = said._buttons[0]
    button.setFocus()
    program.diary.save_now()
    QTest.qWait(50)
    assert said._buttons[0] is button
    assert button.hasFocus()
    program.diary.give_up()


def test_a_folder_that_is_gone_is_shown_as_the_one_above_it(
    tmp_path: Path, shown: list[QUrl]
) -> None:
    assert not show_folder(tmp_path / "gone" / "too" / "journal.fjnl")
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]


def test_readers_hear_once_that_all_is_saved_again(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(notices, "announce", lambda _widget, words: said.append(words))
    program = person.start()
    program.window._trouble.tell(DiskFull("There is no room left on the disk."))
    program.window._trouble._saved()
    program.window._trouble._saved()
    assert said == ["All is saved now."]
