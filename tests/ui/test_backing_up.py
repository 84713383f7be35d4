"""Backups that nobody asked for: on closing, after a crash, on a new day; and when they fail."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from fibrojournal import app, faults, settings
from fibrojournal.app import Program
from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage import backups as stored
from fibrojournal.storage.backups import Backup, backups_of
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.text import place
from fibrojournal.ui import backing_up, folders
from fibrojournal.ui import program as behind
from fibrojournal.ui.backup_standing import Standing
from fibrojournal.ui.pages.settings import data_card
from fibrojournal.ui.pages.settings.data_card import DataCard
from tests.ui.conftest import Person

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def copies(person: Person) -> list[Backup]:
    return backups_of(person.journal, person.home / "backups")


def ratings(backup: Backup) -> dict[str, float | None]:
    with JournalFile.open(backup.path) as journal:
        return {id: read.value for id, read in journal.day(NOW.date()).readings.items()}


def data_card_of(person: Person, program: Program) -> DataCard:
    program.window.show_page("settings")
    card = program.window._front.findChild(DataCard)
    assert isinstance(card, DataCard)
    person.qtbot.waitUntil(lambda: "Looking" not in card._line.text())
    return card


def fail(*_: object) -> None:
    raise JournalNotWritable("The folder cannot be used for backups.")


# When they are made


def test_closing_makes_one_of_all_that_was_noted(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.leave(program)
    (made,) = copies(person)
    assert ratings(made) == {"pain": 6}


def test_closing_makes_none_where_nothing_changed(person: Person) -> None:
    person.leave(person.start())
    person.moment += timedelta(hours=1)
    person.leave(person.start())
    assert len(copies(person)) == 1


def test_a_start_makes_one_of_what_a_crash_left(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "FIRST_AFTER_MS", 0)
    JournalFile.create(person.journal).close()
    person.start()
    person.qtbot.waitUntil(lambda: len(copies(person)) == 1)


def test_a_new_day_makes_one(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.saved(program)
    person.moment += timedelta(days=1)
    program.window._watch.look()
    person.qtbot.waitUntil(lambda: len(copies(person)) == 1)


def test_made_up_data_is_not_backed_up(person: Person) -> None:
    JournalFile.create(person.journal, sample=True).close()
    program = person.start()
    card = data_card_of_sample(program)
    assert card._line.text() == "This is made-up data; no backups are kept of it."
    assert not card._back_up.isEnabled()
    person.leave(program)
    assert copies(person) == []


def data_card_of_sample(program: Program) -> DataCard:
    program.window.show_page("settings")
    card = program.window._front.findChild(DataCard)
    assert isinstance(card, DataCard)
    return card


def test_a_window_left_before_it_is_loaded_makes_none(person: Person) -> None:
    person.leave(person.start(ready=False))
    assert copies(person) == []


def test_a_drive_that_does_not_answer_holds_nobody_up(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    monkeypatch.setattr(stored, "make_backup", lambda *_: goes_on.wait(20))
    monkeypatch.setattr(behind, "PATIENCE_SECONDS", 0.2)
    program = person.start()
    person.open.remove(program)
    person.press("6")
    program.window.close()
    assert not program.window.isVisible()
    assert not program.close()
    with JournalFile.open(person.journal) as journal:
        assert journal.day(NOW.date()).readings["pain"].value == 6
    goes_on.set()
    assert program.holder is not None
    program.holder.release()
    program.window.deleteLater()
    program.theme.deleteLater()


def test_the_process_ends_without_the_thread_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    app._end_now(0)
    faults.close_log()
    assert ended == [0]


# What is said of them


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=11, minutes=48), "Backed up today at 08:12 and checked."),
        (timedelta(hours=20, minutes=1), "Backed up yesterday at 23:59 and checked."),
        (timedelta(days=3), "Backed up on Monday 9 March at 20:00 and checked."),
        (timedelta(days=9), "Last backup 9 days ago."),
    ],
)
def test_the_line_says_when_the_newest_was_made(ago: timedelta, words: str) -> None:
    newest = Backup(Path("a"), (NOW - ago).astimezone(UTC), 1)
    assert Standing(newest, 14).in_words(NOW).startswith(words)


def test_a_journal_that_did_not_change_needs_no_newer_backup() -> None:
    newest = Backup(Path("a"), NOW - timedelta(days=9), 1)
    standing = Standing(newest, 14, has_changes=False)
    assert not standing.is_overdue(NOW)
    words = "Backed up on Tuesday 3 March at 20:00 and checked. 14 copies kept, newest first."
    assert standing.in_words(NOW) == words


def test_the_first_of_a_young_journal_is_not_overdue(person: Person) -> None:
    card = data_card_of(person, person.start())
    assert card._line.text() == "No backup yet. One is made when you close the journal."
    assert card._check.isHidden()


def test_one_can_be_made_at_once(person: Person) -> None:
    card = data_card_of(person, person.start())
    card._back_up.setFocus()
    person.press("Space")
    words = "Backed up today at 20:00 and checked. One copy is kept."
    person.qtbot.waitUntil(lambda: card._line.text() == words)
    assert card._check.isVisible()
    assert len(copies(person)) == 1


def test_one_that_fails_is_said_calmly_in_settings_alone(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "make_backup", fail)
    program = person.start()
    card = data_card_of(person, program)
    card._back_up.click()
    person.qtbot.waitUntil(card._trouble.isVisible)
    assert card._trouble.text() == "The folder cannot be used for backups."
    assert not program.window._notices.notice.isVisible()


def test_a_week_without_one_is_said_above_the_page_once_a_day(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save(made_up_days(30, end=NOW.date()))
        journal.back_up(person.home / "backups", NOW - timedelta(days=9))
        journal.save(made_up_days(1, end=NOW.date(), seed=5))
    make = stored.make_backup
    monkeypatch.setattr(stored, "make_backup", fail)
    program = person.start()
    notice = program.window._notices.notice
    program.window._backups.keep_up()
    person.qtbot.waitUntil(notice.isVisible)
    assert notice.text == "Last backup 9 days ago. The folder cannot be used for backups."

    program.window._notices.notice.hide()
    program.window._backups.keep_up()
    program.diary.settle()
    assert not notice.isVisible()

    person.moment += timedelta(days=1)
    program.window._backups.keep_up()
    person.qtbot.waitUntil(notice.isVisible)
    monkeypatch.setattr(stored, "make_backup", make)
    (button,) = filter(QPushButton.isVisible, notice.findChildren(QPushButton))
    assert button.text() == "Back up now"
    button.click()
    person.qtbot.waitUntil(lambda: notice.text == "Backed up and checked.")


def test_a_fault_of_ours_goes_to_the_log(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(backing_up, "report", told.append)
    program = person.start()
    backups = program.window._backups
    backups._not_made(LookupError())
    assert [type(error) for error in told] == [LookupError]


# Where they lie


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr(data_card, "choose_folder", lambda *_: folder)


def test_another_folder_gets_a_copy_at_once_and_the_old_ones_stay(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = person.start()
    card = data_card_of(person, program)
    card._back_up.click()
    person.qtbot.waitUntil(lambda: len(copies(person)) == 1)
    stick = tmp_path / "stick"
    choose(monkeypatch, stick)
    card._choose.click()
    person.qtbot.waitUntil(lambda: place(stick) in card._place.text())
    assert len(backups_of(person.journal, stick)) == 1
    assert len(copies(person)) == 1
    assert settings.load(person.home / "settings.toml").backup_folder == str(stick)
    former = person.home / "backups"
    words = f"Backups are kept in {place(stick)} now. Those in {place(former)} stay there."
    assert program.window._notices.notice.text == words


def test_a_folder_that_cannot_be_written_changes_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = person.start()
    card = data_card_of(person, program)
    (person.home / "file").write_text("not a folder")
    choose(monkeypatch, person.home / "file")
    card._choose.click()
    notice = program.window._notices.notice
    person.qtbot.waitUntil(notice.isVisible)
    assert notice.text.endswith("They stay where they are.")
    assert settings.load(person.home / "settings.toml").backup_folder == ""


def test_leaving_the_choice_of_a_folder_changes_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = person.start()
    card = data_card_of(person, program)
    choose(monkeypatch, None)
    card._choose.click()
    assert program.window._backups.folder == person.home / "backups"


def test_the_dialog_of_the_desktop_chooses_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["/somewhere", ""])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    assert folders.choose_folder(None, "Folder", Path("/")) == Path("/somewhere")  # type: ignore[arg-type]
    assert folders.choose_folder(None, "Folder", Path("/")) is None  # type: ignore[arg-type]
