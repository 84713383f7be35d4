"""A journal that is only looked at: everything shows, nothing takes an answer, and it says why."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QMenu

from fibrojournal import app
from fibrojournal.journal.day import Note, Reading, TriggerAnswer
from fibrojournal.journal.edits import SetNote, SetReading, SetTrigger
from fibrojournal.journal.errors import JournalMissing, JournalNotWritable
from fibrojournal.settings import Settings
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.widgets.chips import AddChip, Chip
from fibrojournal.ui.widgets.rating import RatingScale
from tests.storage.build import EVENING
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
WHY = "Read only: your journal is open in another window."


@pytest.fixture
def noted(person: Person) -> Path:
    with QuickJournal.create(person.journal) as journal:
        journal.save(
            [
                SetReading(TODAY, "pain", Reading(6, EVENING)),
                SetTrigger(TODAY, "stress_event", TriggerAnswer(ticked=True, entered=EVENING)),
                SetNote(TODAY, Note("by the sea", EVENING)),
            ]
        )
    return person.journal


@pytest.fixture
def looking(person: Person, noted: Path) -> app.Program:
    return person.start(why_read_only=WHY)


def test_everything_that_would_write_is_disabled_and_says_why(looking: app.Program) -> None:
    page = today_page(looking)
    page.open_more()
    kinds = (RatingScale, QAbstractSpinBox, Chip)
    controls = [widget for kind in kinds for widget in page.findChildren(kind)]
    assert len(controls) > 15
    for control in controls:
        assert not control.isEnabled()
        assert control.accessibleDescription().endswith(WHY)
    add = next(c for c in page.findChildren(AddChip) if c.text() == "Add your own")
    assert not add.isEnabled()
    assert add.accessibleDescription() == WHY


def test_answers_can_be_read_and_a_note_copied(looking: app.Program) -> None:
    page = today_page(looking)
    pain = page._ratings.rows["pain"].control
    assert pain.answer == 6
    assert pain.accessibleDescription() == f"6, strong. {WHY}"
    note = page._note.field
    assert note.toPlainText() == "by the sea"
    assert note.isReadOnly()
    assert note.isEnabled()
    assert note.accessibleDescription() == WHY


def test_a_strip_says_why_on_every_page(looking: app.Program) -> None:
    strip = looking.window._notices.strip
    for page in ("today", "calendar", "trends"):
        looking.window.show_page(page)
        assert strip.isVisible()
        assert strip.text == WHY


def test_keys_go_from_day_to_day_and_write_nothing(person: Person, looking: app.Program) -> None:
    before = person.journal.read_bytes()
    page = today_page(looking)
    person.press("7 Tab 5 Alt+Left")
    assert page.day == date(2026, 3, 11)
    person.press("3 Control+Z Control+D")
    assert page.day == TODAY
    assert not looking.diary.has_unsaved
    person.leave(looking)
    assert person.journal.read_bytes() == before
    kept = {"journal.fjnl", "log", "settings.toml", "window.ini"}
    assert {path.name for path in person.home.iterdir()} <= kept, "no lock"


def test_an_edit_from_anywhere_is_refused_with_the_reason(looking: app.Program) -> None:
    said: list[str] = []
    looking.diary.refused.connect(said.append)
    today_page(looking)._answer(today_page(looking)._ratings.rows["pain"].measure, 3)
    today_page(looking)._add_own("Thunderstorm")
    failed: list[BaseException] = []
    looking.diary.with_file_closed(
        looking.window, lambda key: key, lambda: pytest.fail("it was closed"), failed.append
    )
    assert said == [WHY, WHY]
    assert [str(error) for error in failed] == [WHY]
    assert not looking.diary.has_unsaved


def test_commands_that_would_write_are_at_rest_and_say_why(looking: app.Program) -> None:
    actions = looking.window._actions
    at_rest = {name for name, action in actions.items() if not action.isEnabled()}
    assert at_rest == {"undo", "redo", "remove_day", "move_day", "same", "too_ill", "now"}
    assert {actions[name].statusTip() for name in at_rest} == {WHY}
    menu = today_page(looking).findChild(DayMenu)
    assert isinstance(menu, DayMenu)
    menu.click()
    popup = menu.findChild(QMenu)
    assert isinstance(popup, QMenu)
    at_rest = {action.text() for action in popup.actions() if not action.isEnabled()}
    assert at_rest == {"How is it now?", "Too ill to log", "Move to another day", "Remove this day"}
    popup.close()


def test_what_the_other_window_saves_shows_here(person: Person, looking: app.Program) -> None:
    quick = QuickJournal.open(person.journal)
    assert quick is not None
    with quick:
        quick.save([SetReading(TODAY, "pain", Reading(8, EVENING))])
    control = today_page(looking)._ratings.rows["pain"].control
    person.qtbot.waitUntil(lambda: control.answer == 8, timeout=5_000)


@pytest.fixture
def shut(person: Person, noted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be written, also for root, whom no mode of a file keeps out."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: may(path, mode) and not mode & os.W_OK)


def test_what_is_only_looked_at_may_go_without_a_question(
    person: Person, looking: app.Program
) -> None:
    person.journal.unlink()
    notice = looking.window._notices.notice
    person.qtbot.waitUntil(lambda: "removed" in notice.text)
    assert looking.window.close()


@pytest.mark.usefixtures("shut")
def test_a_journal_in_a_read_only_place_opens_to_be_looked_at(person: Person) -> None:
    program = person.start()
    why = program.window._notices.strip.text
    assert why == "Read only: the journal is in a place where nothing can be changed."
    assert program.holder is None
    QTest.qWait(10)
    assert not program.window._notices.notice.isVisible()


@pytest.mark.usefixtures("shut")
def test_no_journal_in_a_read_only_place_is_still_refused(person: Person) -> None:
    person.journal.unlink()
    (person.home / "file").touch()
    with pytest.raises(JournalNotWritable):
        app.start(person.home / "file" / "journal.fjnl", Settings())
    with pytest.raises(JournalMissing):
        app.open_first(person.journal, read_only=True)


def test_sample_days_that_are_only_looked_at_say_both(person: Person) -> None:
    QuickJournal.create(person.journal, sample=True).close()
    program = person.start(why_read_only=WHY)
    assert program.window._notices.strip.text == f"Sample data, made up. {WHY}"
