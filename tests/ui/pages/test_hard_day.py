"""A hard day: three large questions, one key that says enough, and an end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.day import Day
from fibrojournal.settings import load
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.pages.today.hard_day import HardDayPage
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def stored(person: Person, program: Program, day: date = TODAY) -> Day:
    person.saved(program)
    journal = QuickJournal.open(person.journal)
    assert journal is not None
    with journal:
        return journal.day(day)


def values(day: Day) -> dict[str, float]:
    return {id: reading.value for id, reading in day.readings.items()}


def hard_day(program: Program) -> HardDayPage:
    page = program.window._front
    assert isinstance(page, HardDayPage)
    return page


def test_a_hard_day_asks_three_questions_and_offers_no_triggers(person: Person) -> None:
    program = person.start()
    person.press("h 8 Tab 9 Tab 2")
    day = stored(person, program)
    assert values(day) == {"pain": 8, "fatigue": 9, "sleep_quality": 2}
    assert not day.triggers


def test_cells_are_large(person: Person) -> None:
    program = person.start()
    person.press("h")
    scale = hard_day(program)._questions[0].scale
    person.qtbot.waitUntil(lambda: scale.cell_place(5).width() >= 70)
    assert scale.cell_place(5).height() >= 62


def test_up_and_down_go_from_question_to_question(person: Person) -> None:
    program = person.start()
    person.press("h Down 4 Up 6 Up 7")
    assert values(stored(person, program)) == {"fatigue": 4, "pain": 7}


def test_an_answer_can_be_cleared(person: Person) -> None:
    program = person.start()
    person.press("h 8 Delete")
    assert values(stored(person, program)) == {}


def test_no_sidebar_stands_beside_a_hard_day(person: Person) -> None:
    program = person.start()
    assert program.window._side.isVisible()
    person.press("h")
    assert not program.window._side.isVisible()
    program.window.show_page("today")
    assert program.window._side.isVisible()


def test_what_was_answered_stands_on_the_full_form_and_back(person: Person) -> None:
    program = person.start()
    person.press("h 8")
    hard_day(program).page_wanted.emit("today")
    assert today_page(program)._ratings.rows["pain"].control.answer == 8
    today_page(program)._ratings.rows["fatigue"].control.setFocus()
    person.press("3 h")
    assert hard_day(program)._questions[1].scale.answer == 3
    assert person.focused() is hard_day(program)._questions[2].scale


def test_the_end_is_quiet_and_leads_back(person: Person) -> None:
    program = person.start()
    person.press("h 8")
    page = hard_day(program)
    page._finish()
    assert page._done.text() == "Done. Rest is a good plan."
    assert page._done.isVisible()
    assert not page._marked.isVisible()
    page._return()
    assert page._questions[0].isVisible()


def test_a_hard_day_begins_with_its_questions_each_time(person: Person) -> None:
    program = person.start()
    person.press("h")
    hard_day(program)._finish()
    program.window.show_page("calendar")
    program.window.show_page("hard_day")
    assert hard_day(program)._questions[0].isVisible()


def test_undo_shows_on_the_page(person: Person) -> None:
    program = person.start()
    person.press("h 8 Control+Z")
    assert hard_day(program)._questions[0].scale.answer is None


def test_the_quiet_view_is_offered_once(person: Person) -> None:
    program = person.start()
    person.press("h")
    assert hard_day(program)._offer.isVisible()
    program.window.show_page("today")
    person.press("h")
    assert not hard_day(program)._offer.isVisible()
    assert load(person.home / "settings.toml").quiet_offered


def test_the_quiet_view_is_taken_by_one_press(person: Person) -> None:
    program = person.start()
    person.press("h")
    hard_day(program)._offer._take()
    assert program.theme.name == "quiet"
    assert not hard_day(program)._offer.isVisible()


def test_a_past_hard_day_says_which_day_it_is(person: Person) -> None:
    program = person.start()
    page, before = today_page(program), TODAY - timedelta(days=3)
    page.show_day(before)
    person.qtbot.waitUntil(lambda: page.day == before)
    person.press("h 8")
    assert hard_day(program)._date.text() == "Monday 9 March"
    assert hard_day(program)._questions[0].source.text() == "noted later"
    assert hard_day(program)._questions[1].source.isHidden()
    assert values(stored(person, program, before)) == {"pain": 8}


@pytest.mark.parametrize("page_id", ["today", "hard_day"])
def test_one_key_says_too_ill_to_log_and_nothing_else(person: Person, page_id: str) -> None:
    program = person.start()
    program.window.show_page(page_id)
    person.press("x")
    day = stored(person, program)
    assert values(day) == {"too_ill": 1}
    assert not day.triggers
    assert program.window._toast.text == "Noted as too ill to log. That is enough."


def test_the_days_menu_says_it_too(person: Person) -> None:
    program = person.start()
    today_page(program)._top.menu.too_ill_wanted.emit()
    assert values(stored(person, program)) == {"too_ill": 1}


def test_the_same_key_takes_the_mark_away(person: Person) -> None:
    program = person.start()
    person.press("x x")
    assert values(stored(person, program)) == {}
    assert program.window._toast.text == "The day is no longer noted as too ill to log."


def test_today_says_that_the_day_is_marked(person: Person) -> None:
    program = person.start()
    person.press("x")
    stored(person, program)
    assert today_page(program)._saved.hint.text().startswith("Noted as too ill to log.")


def test_the_mark_can_be_set_and_seen_on_the_hard_days_page(person: Person) -> None:
    program = person.start()
    person.press("h")
    page = hard_day(program)
    QTest.mouseClick(page._too_ill, Qt.MouseButton.LeftButton)
    assert values(stored(person, program)) == {"too_ill": 1}
    assert page._too_ill.isChecked()
    page._finish()
    assert page._marked.isVisible()


def test_the_mark_is_kept_away_from_pages_of_other_days(person: Person) -> None:
    program = person.start()
    program.window.show_page("calendar")
    person.press("x")
    assert values(stored(person, program)) == {}


def test_what_another_program_wrote_is_shown(person: Person) -> None:
    program = person.start()
    person.press("h")
    page = hard_day(program)
    program.diary.journal_changed.emit()
    person.press("5")
    person.qtbot.waitUntil(lambda: page._questions[0].scale.answer == 5)


def test_a_journal_that_is_only_looked_at_takes_nothing(person: Person) -> None:
    QuickJournal.create(person.journal).close()
    program = person.start(why_read_only="Only to look at.")
    program.window.show_page("hard_day")
    page = hard_day(program)
    assert not page._questions[0].scale.isEnabled()
    assert not page._too_ill.isEnabled()
    page._whole.turn_too_ill(TODAY)
    assert not len(program.diary.steps)
