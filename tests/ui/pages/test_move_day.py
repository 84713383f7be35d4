"""Moving a day: what would happen is said first, and one step of undo brings both days back."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QMenu

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Day, Note, Reading
from fibrojournal.journal.edits import Edit, SetNote, SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.pages.today.move_day import MoveDayPage
from tests.ui.conftest import Person, shown_page, today_page

TODAY = date(2026, 3, 12)
YESTERDAY = TODAY - timedelta(days=1)


def begin(person: Person, *edits: Edit) -> None:
    with JournalFile.create(person.journal) as journal:
        journal.save(edits)


def rated(person: Person, day: date, **values: float) -> list[Edit]:
    entered = stamp_of(person.moment - timedelta(hours=3))
    return [SetReading(day, id, Reading(value, entered)) for id, value in values.items()]


def moving(person: Person, program: Program) -> MoveDayPage:
    page = shown_page(program, "move_day", MoveDayPage)
    person.qtbot.waitUntil(lambda: page._goal is not None)
    return page


def stored(person: Person, day: date) -> Day:
    with JournalFile.open(person.journal) as journal:
        return journal.day(day)


def test_the_menu_of_the_day_leads_there(person: Person) -> None:
    program = person.start()
    menu = today_page(program).findChild(DayMenu)
    assert isinstance(menu, DayMenu)
    menu.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.actions()[4].trigger()
    popup.close()
    page = program.window._front
    assert isinstance(page, MoveDayPage)
    person.qtbot.waitUntil(lambda: page._goal is not None)


def test_a_day_goes_to_an_empty_one_and_comes_back_with_one_undo(person: Person) -> None:
    begin(person, *rated(person, TODAY, pain=7, mood=4))
    program = person.start()
    page = moving(person, program)
    assert page._holds.text() == "Thursday 12 March holds 2 answers."
    assert page._what.text() == "Nothing is noted there. All of it can go."
    before = stored(person, TODAY)
    page._go.click()
    person.qtbot.waitUntil(lambda: today_page(program).day == YESTERDAY)
    person.saved(program)
    assert stored(person, YESTERDAY).readings == before.readings, "stamps and all"
    assert not stored(person, TODAY).is_noted
    program.diary.undo()
    person.saved(program)
    assert stored(person, TODAY) == before
    assert not stored(person, YESTERDAY).is_noted


def test_what_meets_an_answer_there_stays_and_that_is_said(person: Person) -> None:
    note = SetNote(YESTERDAY, Note("sun", stamp_of(person.moment)))
    begin(person, *rated(person, TODAY, pain=7, mood=4), *rated(person, YESTERDAY, pain=2), note)
    program = person.start()
    page = moving(person, program)
    assert page._what.text() == (
        "There stand 1 answer, a note already, and stay as they are. "
        "So this stays where it is: 1 answer."
    )
    page._go.click()
    person.saved(program)
    assert {id: r.value for id, r in stored(person, YESTERDAY).readings.items()} == {
        "pain": 2,
        "mood": 4,
    }
    assert set(stored(person, TODAY).readings) == {"pain"}


def test_another_day_can_be_named_and_the_button_names_it(person: Person) -> None:
    begin(person, *rated(person, TODAY, pain=7))
    page = moving(person, person.start())
    page._to.setDate(QDate(2026, 3, 2))
    person.qtbot.waitUntil(lambda: page._go.text() == "Move to Monday 2 March")
    assert page._go.isEnabled()


def test_a_day_cannot_be_moved_to_itself_nor_to_one_that_has_not_come(person: Person) -> None:
    begin(person, *rated(person, TODAY, pain=7))
    page = moving(person, person.start())
    page._to.setDate(QDate(2026, 4, 1))
    assert page._to.day == TODAY
    person.qtbot.waitUntil(lambda: page._what.text() == "This is the day itself.")
    assert not page._go.isEnabled()


def test_an_empty_day_has_nothing_to_move(person: Person) -> None:
    page = moving(person, person.start())
    assert page._holds.text() == "Nothing is noted on Thursday 12 March."
    assert not page._go.isEnabled()


def test_an_answer_given_while_the_page_is_open_counts(person: Person) -> None:
    program = person.start()
    page = moving(person, program)
    program.diary.edit(rated(person, TODAY, pain=3), "Pain")
    person.qtbot.waitUntil(page._go.isEnabled)


def test_the_way_back_leads_to_today_and_who_only_looks_moves_nothing(person: Person) -> None:
    begin(person, *rated(person, TODAY, pain=7))
    program = person.start(why_read_only="Only to look at.")
    page = moving(person, program)
    assert not page._go.isEnabled()
    assert page._back.hasFocus()
    page._back.click()
    assert program.window._front is today_page(program)
