"""An offer to note the day: only if asked for, once a day, and never with a count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from fibrojournal.app import Program
from fibrojournal.journal.chosen import set_day_starts
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.reminder import Reminder
from tests.ui.conftest import Person, today_page

OFFER = "A quiet moment for today, if you like."


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person does something else on the computer."""
    monkeypatch.setattr(QMainWindow, "isActiveWindow", lambda _: False)


def start(person: Person, **chosen: object) -> Program:
    """Open the window without waiting until it is in front."""
    monkey = pytest.MonkeyPatch()
    with monkey.context() as away:
        away.setattr(QMainWindow, "isActiveWindow", lambda _: True)
        return person.start(**chosen)  # type: ignore[arg-type]


def looked(program: Program) -> str:
    """Let the reminder look at the clock; return what is said then."""
    reminder = program.window.findChild(Reminder)
    assert isinstance(reminder, Reminder)
    reminder.look()
    program.diary.settle()
    notice = program.window._notices.notice
    return notice.text if notice.isVisible() else ""


def wait_for(person: Person, program: Program) -> None:
    person.qtbot.waitUntil(lambda: program.window._notices.notice.text == OFFER)


def test_it_is_off_until_it_is_asked_for(person: Person) -> None:
    program = start(person)
    reminder = program.window.findChild(Reminder)
    assert isinstance(reminder, Reminder)
    assert not reminder._clock.isActive()


def test_it_offers_to_note_the_day_from_its_time_on(person: Person) -> None:
    program = start(person, reminder=True, reminder_at="20:30")
    assert looked(program) == ""
    person.moment += timedelta(minutes=30)
    looked(program)
    wait_for(person, program)


def test_it_offers_once_a_day(person: Person) -> None:
    program = start(person, reminder=True, reminder_at="19:00")
    looked(program)
    wait_for(person, program)
    program.window._notices.notice.hide()
    assert looked(program) == ""
    person.moment += timedelta(days=1)
    program.window._watch.look()
    looked(program)
    person.qtbot.waitUntil(program.window._notices.notice.isVisible)


def test_the_offer_leads_to_today(person: Person) -> None:
    program = start(person, reminder=True, reminder_at="19:00")
    program.window.show_page("trends")
    looked(program)
    wait_for(person, program)
    program.window._notices.notice._buttons[0].click()
    assert program.window._front is today_page(program)


def test_a_day_with_anything_noted_needs_no_word(person: Person, qtbot: QtBot) -> None:
    program = start(person, reminder=True, reminder_at="19:00")
    today_page(program)._ratings.rows["pain"].control.answered.emit(4.0)
    assert looked(program) == ""


def test_whoever_has_the_window_in_front_needs_no_word(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(person, reminder=True, reminder_at="19:00")
    monkeypatch.setattr(QMainWindow, "isActiveWindow", lambda _: True)
    assert looked(program) == ""


def test_sample_data_is_not_reminded_of(person: Person) -> None:
    JournalFile.create(person.journal, sample=True).close()
    program = start(person, reminder=True, reminder_at="19:00")
    assert looked(program) == ""


def test_a_time_before_the_day_begins_is_in_the_night_after(person: Person) -> None:
    program = start(person, reminder=True, reminder_at="01:00")
    assert looked(program) == ""
    person.moment += timedelta(hours=5, minutes=1)
    looked(program)
    wait_for(person, program)


def test_it_follows_when_a_day_begins(person: Person) -> None:
    program = start(person, reminder=True, reminder_at="01:00")
    program.diary.edit([set_day_starts(0)], "Days start at 00:00")
    looked(program)
    wait_for(person, program)


def test_where_there_is_a_tray_it_speaks_from_there(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _: True)
    monkeypatch.setattr(QSystemTrayIcon, "setVisible", lambda *_: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *words: said.append(words[1]))
    program = start(person, reminder=True, reminder_at="19:00")
    program.window.show_page("trends")
    assert looked(program) == ""
    person.qtbot.waitUntil(lambda: said == [OFFER])
    tray = program.window.findChild(QSystemTrayIcon)
    assert isinstance(tray, QSystemTrayIcon)
    tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert program.window._front is today_page(program)


def test_it_can_be_switched_off_and_on_while_the_window_is_open(person: Person) -> None:
    program = start(person, reminder=True)
    reminder = program.window.findChild(Reminder)
    assert isinstance(reminder, Reminder)
    program.window._choices.change(reminder=False)
    assert not reminder._clock.isActive()
    program.window._choices.change(reminder=True)
    assert reminder._clock.isActive()
