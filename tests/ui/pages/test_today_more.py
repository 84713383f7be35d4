"""More about today: rows, topics of detail, and what the card says of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.today.more import MoreSection, TopicButton, Topics
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


def topics_of(program: Program) -> Topics:
    topics = today_page(program)._more.topics
    assert topics is not None
    return topics


def opened(person: Person) -> tuple[Program, MoreSection]:
    """Start, and open More about today."""
    program = person.start()
    person.press("M")
    return program, today_page(program)._more


def topic(program: Program, name: str) -> TopicButton:
    return next(b for b in topics_of(program).buttons if b.topic.name == name)


def shown(program: Program, name: str) -> bool:
    rows = topics_of(program).rows_of(name)
    return rows is not None and rows.isVisible()


def test_a_topic_is_made_when_it_is_first_opened(person: Person) -> None:
    program, _more = opened(person)
    assert topics_of(program).rows_of("The night") is None
    topic(program, "The night").click()
    assert shown(program, "The night")


def test_a_second_press_closes_a_topic_and_keeps_the_focus_on_its_button(person: Person) -> None:
    program, _more = opened(person)
    button = topic(program, "The night")
    button.click()
    button.click()
    assert not shown(program, "The night")
    assert button.hasFocus()


def test_another_topic_takes_the_place_of_the_one_that_is_open(person: Person) -> None:
    program, _more = opened(person)
    topic(program, "The night").click()
    topic(program, "Burning").click()
    assert not shown(program, "The night")
    assert not topic(program, "The night").isChecked()
    assert shown(program, "Burning")


def test_an_opened_topic_takes_the_keys_and_is_stored(person: Person) -> None:
    program, _more = opened(person)
    topic(program, "Bowels").click()
    person.press("4 Tab 3")
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        day = journal.day(TODAY)
    assert {id: r.value for id, r in day.readings.items()} == {"bloating": 4, "stool_form": 3}


def test_a_topic_with_answers_says_so(person: Person) -> None:
    program, more = opened(person)
    topic(program, "Bowels").click()
    person.press("4 Tab 3")
    button = topic(program, "Bowels")
    assert button.text() == "Bowels · 2 noted"
    assert button.accessibleName() == "Bowels, open"
    assert button.accessibleDescription() == "2 noted"
    assert more.row.accessibleDescription().endswith("2 noted")


def test_tab_goes_from_the_topics_through_a_topics_rows_and_out_of_the_page(
    person: Person,
) -> None:
    program, _more = opened(person)
    topic(program, "The night").click()
    rows = topics_of(program).rows_of("The night")
    assert rows is not None
    controls = [row.control for row in rows.rows.values()]
    assert QApplication.focusWidget() is controls[0]
    person.press("Tab Tab")
    assert QApplication.focusWidget() is controls[2]
    person.press("Tab")
    assert not today_page(program).isAncestorOf(person.focused())
    person.press("Shift+Tab Shift+Tab Shift+Tab Shift+Tab")
    assert person.focused() is topic(program, "The night")


def test_another_day_fills_a_topic_that_is_open(person: Person) -> None:
    program, _more = opened(person)
    topic(program, "Burning").click()
    person.press("7")
    person.press("Alt+Left")
    page = today_page(program)
    person.qtbot.waitUntil(lambda: page.day == TODAY - timedelta(days=1))
    rows = topics_of(program).rows_of("Burning")
    assert rows is not None
    assert rows.rows["burning"].control.answer is None
    assert topic(program, "Burning").text() == "Burning"


def test_who_only_looks_can_open_a_topic_and_answers_nothing(person: Person) -> None:
    JournalFile.create(person.journal).close()
    program = person.start(why_read_only="Only to look at.")
    person.press("M")
    topic(program, "Burning").click()
    rows = topics_of(program).rows_of("Burning")
    assert rows is not None
    assert not rows.rows["burning"].control.isEnabled()


def note_nights(person: Person, nights: int) -> None:
    """Note nights of 6, 7 and 8 hours, a third of each."""
    entered = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(TODAY - timedelta(days=n), "sleep_hours", Reading(6.0 + n % 3, entered))
                for n in range(1, nights + 1)
            ]
        )


@pytest.mark.parametrize(("nights", "says"), [(30, True), (29, False)])
def test_a_night_below_the_own_lower_third_is_called_short(
    person: Person,
    nights: int,
    says: bool,  # noqa: FBT001
) -> None:
    note_nights(person, nights)
    _program, more = opened(person)
    row = more.row_of("sleep_hours")
    assert row is not None
    row.control.answered.emit(4.5)
    person.qtbot.waitUntil(lambda: row.control.answer == 4.5)
    if says:
        person.qtbot.waitUntil(lambda: row.answer_text() == "4.5 h · short for you")
    else:
        assert row.answer_text() == "4.5 h"


def test_a_usual_night_is_not_called_short(person: Person) -> None:
    note_nights(person, 60)
    _program, more = opened(person)
    row = more.row_of("sleep_hours")
    assert row is not None
    row.control.answered.emit(4.0)
    person.qtbot.waitUntil(lambda: "short" in row.answer_text())
    row.control.answered.emit(7.5)
    person.qtbot.waitUntil(lambda: row.answer_text() == "7.5 h")
