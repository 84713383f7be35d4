"""Settings, Day and reminders."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.ui import autostart
from fibrojournal.ui.pages.calendar.day_card import DayCard
from tests.ui.conftest import Person, today_page


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart"


def card_of(program: Program) -> DayCard:
    program.window.show_page("settings")
    card = program.window.findChild(DayCard)
    assert isinstance(card, DayCard)
    return card


def choose(control: QWidget, place: int) -> None:
    control.setCurrentIndex(place)  # type: ignore[attr-defined]
    control.activated.emit(place)  # type: ignore[attr-defined]


def test_days_begin_at_four_unless_chosen_otherwise(person: Person) -> None:
    card = card_of(person.start())
    assert card._starts.currentText() == "04:00"


def test_an_answer_before_the_chosen_hour_belongs_to_the_day_before(person: Person) -> None:
    program = person.start()
    choose(card_of(program)._starts, 6)
    person.moment += timedelta(hours=9, minutes=59)  # 05:59
    program.window._watch.look()
    assert today_page(program).today == date(2026, 3, 12)
    person.moment += timedelta(minutes=1)
    program.window._watch.look()
    assert today_page(program).today == date(2026, 3, 13)


def test_the_choice_holds_from_the_first_paint_of_the_next_start(person: Person) -> None:
    program = person.start()
    choose(card_of(program)._starts, 6)
    person.saved(program)
    person.leave(program)
    person.moment += timedelta(hours=9)  # 05:00
    again = person.start(ready=False)
    assert today_page(again).day == date(2026, 3, 12)


def test_the_window_follows_at_once_and_undo_brings_the_hour_back(person: Person) -> None:
    person.moment += timedelta(hours=9)  # 05:00 of the 13th
    program = person.start()
    card = card_of(program)
    choose(card._starts, 6)
    assert today_page(program).today == date(2026, 3, 12)
    program.window._toast.undo()
    assert today_page(program).today == date(2026, 3, 13)
    assert card._starts.currentText() == "04:00"


def test_choosing_the_same_hour_is_no_step(person: Person) -> None:
    program = person.start()
    choose(card_of(program)._starts, 4)
    assert program.diary.undo() == ""


def test_a_reminder_is_off_and_its_time_waits_for_it(person: Person) -> None:
    card = card_of(person.start())
    assert not card._reminds.isChecked()
    assert not card._at.isEnabled()
    card._reminds.click()
    assert card._at.isEnabled()
    choose(card._at, 19)
    kept = settings.load()
    assert (kept.reminder, kept.reminder_at) == (True, "09:30")


def test_a_time_from_the_settings_file_is_shown(person: Person) -> None:
    card = card_of(person.start(reminder=True, reminder_at="07:45"))
    assert card._at.currentText() == "07:45"


def test_the_program_starts_with_the_computer_only_if_asked_to(person: Person) -> None:
    card = card_of(person.start())
    assert not card._begins.isChecked()
    card._begins.click()
    assert autostart.is_on()
    card._begins.click()
    assert not autostart.is_on()


def test_a_folder_that_cannot_be_written_is_said(person: Person, folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    program = person.start()
    card = card_of(program)
    card._begins.click()
    assert not card._begins.isChecked()
    assert "cannot be written" in program.window._notices.notice.text


def test_where_there_is_no_such_folder_nothing_is_offered(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autostart, "is_offered", lambda: False)
    assert not hasattr(card_of(person.start()), "_begins")
