"""What is done with a day as a whole: filled from the day before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest

from fibrojournal.app import Program
from fibrojournal.journal.day import BodyMap, Day, Origin, Reading
from fibrojournal.journal.edits import DayEdit, SetBodyMap, SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.pages.today.page import TodayPage
from tests.journal.build import EVENING
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
YESTERDAY = TODAY - timedelta(days=1)


def noted_before(person: Person, *edits: DayEdit) -> None:
    QuickJournal.create(person.journal).close()
    with JournalFile.open(person.journal) as journal:
        journal.save(edits or [SetReading(YESTERDAY, "pain", Reading(6, EVENING))])


def stored(person: Person, program: Program) -> Day:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.day(TODAY)


def notice(program: Program) -> str:
    return program.window._notices.notice.text


def filled(person: Person, program: Program) -> TodayPage:
    """Press S and wait until something is filled in."""
    page = today_page(program)
    person.press("s")
    person.qtbot.waitUntil(lambda: page._ratings.rows["pain"].control.answer is not None)
    return page


def test_s_fills_the_day_from_yesterday(person: Person) -> None:
    noted_before(
        person,
        SetReading(YESTERDAY, "pain", Reading(6, EVENING)),
        SetReading(YESTERDAY, "mood", Reading(3, EVENING)),
        SetBodyMap(YESTERDAY, BodyMap({"neck": None}, EVENING)),
    )
    program = person.start()
    filled(person, program)
    day = stored(person, program)
    assert {id: reading.value for id, reading in day.readings.items()} == {
        "pain": 6,
        "pain_areas": 1,
    }
    assert {reading.origin for reading in day.readings.values()} == {Origin.COPIED}
    assert day.body_map is not None
    assert day.body_map.origin is Origin.COPIED
    assert not day.triggers, "nobody was asked"


def test_the_toast_says_so_and_takes_it_back(person: Person) -> None:
    noted_before(person)
    program = person.start()
    filled(person, program)
    toast = program.window._toast
    assert toast.text == "Filled from yesterday."
    toast.button.click()
    assert not stored(person, program).is_noted


def test_a_copy_is_said_in_words_until_it_is_answered(person: Person) -> None:
    noted_before(person)
    program = person.start()
    row = filled(person, program)._ratings.rows["pain"]
    assert row.answer_text() == "6 · strong · from\N{NO-BREAK SPACE}yesterday"
    assert row.control.accessibleDescription() == "6, strong, from yesterday"
    row.control.setFocus()
    person.press("6")
    assert row.answer_text() == "6 · strong"
    assert stored(person, program).readings["pain"].origin is Origin.TYPED


def test_what_is_answered_already_is_left_alone(person: Person) -> None:
    noted_before(person)
    program = person.start()
    person.press("2 s")
    person.qtbot.waitUntil(lambda: "answered already" in notice(program))
    assert stored(person, program).value("pain") == 2


def test_a_yesterday_without_anything_is_said(person: Person) -> None:
    program = person.start()
    person.press("s")
    person.qtbot.waitUntil(lambda: notice(program) == "Yesterday holds nothing to fill in from.")
    assert not stored(person, program).is_noted


@pytest.mark.parametrize(
    ("back", "words"),
    [(2, "The day before holds nothing to fill in from."), (0, "Filled from yesterday.")],
)
def test_the_button_is_there_today_and_the_key_on_every_day(
    person: Person, back: int, words: str
) -> None:
    noted_before(person)
    program = person.start()
    page = today_page(program)
    page.show_day(TODAY - timedelta(days=back))
    person.qtbot.waitUntil(lambda: page.day == TODAY - timedelta(days=back))
    assert page._top._same.isVisible() == (back == 0)
    person.press("s")
    toast = program.window._toast
    person.qtbot.waitUntil(lambda: words in (notice(program), toast.text))


def test_a_past_day_is_filled_from_the_day_before_it(person: Person) -> None:
    noted_before(person, SetReading(YESTERDAY - timedelta(days=1), "pain", Reading(6, EVENING)))
    program = person.start()
    today_page(program).show_day(YESTERDAY)
    page = filled(person, program)
    assert program.window._toast.text == "Filled from the day before."
    assert (
        page._ratings.rows["pain"].answer_text()
        == "6 · strong · from\N{NO-BREAK SPACE}the\N{NO-BREAK SPACE}day\N{NO-BREAK SPACE}before"
    )


def test_the_button_does_what_the_key_does(person: Person) -> None:
    noted_before(person)
    program = person.start()
    page = today_page(program)
    page._top._same.click()
    person.qtbot.waitUntil(lambda: page._ratings.rows["pain"].control.answer == 6)


def test_the_key_does_nothing_on_other_pages(person: Person) -> None:
    noted_before(person)
    program = person.start()
    program.window.show_page("settings")
    person.press("s")
    QTest.qWait(50)
    assert not len(program.diary.steps)


def test_a_journal_that_is_only_looked_at_is_not_filled(person: Person) -> None:
    noted_before(person)
    program = person.start(why_read_only="Only to look at.")
    page = today_page(program)
    assert not page._top._same.isEnabled()
    page.fill_from_before()
    QTest.qWait(50)
    assert not len(program.diary.steps)


GREETING = "Good to see you. Start with today, or add past days if you like."


def hint(person: Person, program: Program) -> str:
    """Return what the line below the date says once all that was asked is answered."""
    done: list[object] = []
    program.diary.fetch(program.window, lambda store: store.noted_span(), done.append)
    person.qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    return today_page(program)._saved.hint.text()


@pytest.mark.parametrize(("ago", "greets"), [(1, False), (2, True), (90, True)])
def test_after_a_gap_today_greets_and_counts_nothing(
    person: Person, ago: int, *, greets: bool
) -> None:
    noted_before(person, SetReading(TODAY - timedelta(days=ago), "pain", Reading(6, EVENING)))
    program = person.start()
    if greets:
        person.qtbot.waitUntil(lambda: hint(person, program) == GREETING)
    else:
        assert hint(person, program) != GREETING


def test_the_first_day_of_a_journal_is_no_gap(person: Person) -> None:
    assert hint(person, person.start()) != GREETING


def test_a_day_that_holds_something_needs_no_greeting(person: Person) -> None:
    before = TODAY - timedelta(days=9)
    noted_before(
        person,
        SetReading(before, "pain", Reading(6, EVENING)),
        SetReading(TODAY, "pain", Reading(6, EVENING)),
    )
    assert hint(person, person.start()) != GREETING
