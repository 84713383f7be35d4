"""A journal that is slow, or cannot be read or written: keys keep their order and their day."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal import app
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit
from fibrojournal.journal.errors import JournalBusy, JournalDamaged, JournalNotWritable
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui import open_journal
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


class Disk:
    """Stands before the real store; can be slow, stand still, or fail."""

    def __init__(self, program: app.Program) -> None:
        self._store = program.diary._store
        self.turns = threading.Event()
        self.turns.set()
        self.takes = 0.0
        self.unreadable: Exception | None = None
        self.unwritable: Exception | None = None
        program.diary._store = self  # type: ignore[assignment]
        if program.diary.is_ready:
            program.diary._full = self  # type: ignore[assignment]

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def _work(self, trouble: Exception | None) -> None:
        time.sleep(self.takes)
        self.turns.wait(10)
        if trouble is not None:
            raise trouble

    def day(self, day: date) -> Day:
        self._work(self.unreadable)
        return self._store.day(day)

    def save(self, edits: Sequence[Edit]) -> None:
        self._work(self.unwritable)
        self._store.save(edits)


def stored(person: Person, day: date) -> dict[str, float]:
    with JournalFile.open(person.journal) as journal:
        readings = journal.day(day).readings
    return {id: reading.value for id, reading in readings.items()}


def test_a_key_right_after_turning_to_a_day_answers_for_that_day(person: Person) -> None:
    program = person.start()
    Disk(program).takes = 0.03
    person.press("4 Alt+Left 5 Alt+Left 6 Alt+Right 7")
    person.saved(program)
    assert stored(person, TODAY) == {"pain": 4}
    assert stored(person, TODAY - timedelta(days=1)) == {"pain": 7}
    assert stored(person, TODAY - timedelta(days=2)) == {"pain": 6}


def test_a_day_that_is_slow_to_come_takes_no_answers_for_another(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_journal, "PATIENCE_SECONDS", 0.01)
    program = person.start()
    page = today_page(program)
    person.press("4 Tab")
    person.saved(program)
    disk = Disk(program)
    disk.turns.clear()
    person.press("Alt+Left")
    assert page.day == TODAY - timedelta(days=1)
    assert page._ratings.rows["pain"].control.answer is None
    assert not page._area.isEnabled()
    QTest.keyClick(program.window, Qt.Key.Key_5)
    disk.turns.set()
    person.qtbot.waitUntil(page._area.isEnabled)
    assert person.focused() is page._ratings.rows["sleep_quality"].control
    person.press("3")
    person.saved(program)
    assert stored(person, TODAY) == {"pain": 4}
    assert stored(person, TODAY - timedelta(days=1)) == {"sleep_quality": 3}


def test_whoever_goes_on_before_a_slow_day_comes_sees_the_last_one(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_journal, "PATIENCE_SECONDS", 0.01)
    program = person.start()
    page = today_page(program)
    disk = Disk(program)
    disk.turns.clear()
    shown = []
    monkeypatch.setattr(page, "show_content", lambda day: shown.append(day.date))
    program.diary.journal_changed.emit()  # reading today anew is slow as well
    for _turn in range(3):
        page.step(-1)
    disk.turns.set()
    person.qtbot.waitUntil(page._area.isEnabled)
    assert shown == [TODAY - timedelta(days=3)]


def test_a_day_that_cannot_be_read_is_said_in_the_window(person: Person) -> None:
    program = person.start()
    disk = Disk(program)
    disk.unreadable = JournalDamaged("Part of the journal cannot be read.")
    person.press("Alt+Left")
    assert program.window._notices.notice.text == "Part of the journal cannot be read."
    assert not today_page(program)._area.isEnabled()
    disk.unreadable = None
    page = today_page(program)
    page.step(1)
    assert page._area.isEnabled()
    person.press("6")
    person.saved(program)
    assert stored(person, TODAY) == {"pain": 6}


def test_a_fault_while_saving_is_reported_and_what_was_typed_is_kept(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: reported.append(kind))
    program = person.start()
    disk = Disk(program)
    disk.unwritable = LookupError("a fault of our own")
    person.press("6")
    notice = program.window._notices.notice
    person.qtbot.waitUntil(lambda: bool(reported))
    assert notice.text.endswith("kept here and we keep trying.")
    notice._buttons[0].click()
    person.press("7")
    person.qtbot.waitUntil(lambda: not program.diary._saving)
    disk.unwritable = None
    program.diary.save_now()
    person.saved(program)
    assert stored(person, TODAY) == {"pain": 7}
    assert reported == [LookupError], "once, not at every trial"


def test_a_trigger_named_in_the_first_second_comes_as_soon_as_it_can(person: Person) -> None:
    program = person.start(ready=False)
    page = today_page(program)
    page._add_own("Thunderstorm")
    app.go_on(program, lambda: None)
    person.qtbot.waitUntil(lambda: "own:thunderstorm" in page._day.triggers, timeout=20_000)
    assert page._day.triggers["own:thunderstorm"].ticked


def test_a_trigger_that_cannot_be_saved_waits_like_any_answer(person: Person) -> None:
    program = person.start()
    disk = Disk(program)
    disk.unwritable = JournalNotWritable("The disk is full.")
    today_page(program)._add_own("Thunderstorm")
    person.qtbot.waitUntil(program.window._notices.notice.isVisible)
    assert program.diary.has_unsaved
    disk.unwritable = None
    program.diary.save_now()
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        assert journal.day(TODAY).ticked == ("own:thunderstorm",)
        assert journal.questions().trigger("own:thunderstorm") is not None


def test_one_request_to_close_is_enough(person: Person) -> None:
    program = person.start()
    Disk(program).takes = 0.05
    person.press("6 Tab 3")
    assert program.window.close(), "a computer that shuts down asks once"
    assert stored(person, TODAY) == {"pain": 6, "sleep_quality": 3}


def test_a_new_day_is_told_until_the_person_goes_on(person: Person) -> None:
    program = person.start()
    person.press("6")
    person.moment = datetime(2026, 3, 13, 4, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    program.window._watch.look()
    person.press("Tab 3")
    person.saved(program)
    QTest.qWait(20)
    notice = program.window._notices.notice
    assert notice.isVisible()
    person.press("Control+D")
    assert not notice.isVisible()
    assert today_page(program).day == TODAY + timedelta(days=1)
    pain = today_page(program)._ratings.rows["pain"]
    assert person.focused() is pain.control, "the new day begins with its first question"


def test_a_day_that_could_not_be_read_shows_when_the_journal_is_read_anew(person: Person) -> None:
    program = person.start()
    page, disk = today_page(program), Disk(program)
    disk.unreadable = JournalBusy("Another program is using the journal.")
    page.step(-1)
    person.qtbot.waitUntil(lambda: "Another program" in program.window._notices.notice.text)
    assert not page._area.isEnabled()
    disk.unreadable = None
    program.diary.journal_changed.emit()
    person.qtbot.waitUntil(page._area.isEnabled)
    assert page.day == TODAY - timedelta(days=1)
