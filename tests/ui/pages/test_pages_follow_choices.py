"""Calendar and Trends offer what the person chose, also while they are open."""

from __future__ import annotations

from fibrojournal.journal.chosen import set_place, set_words
from fibrojournal.journal.edits import SetOwnMeasure, set_own
from fibrojournal.journal.measures import MEASURE_BY_ID, Place
from fibrojournal.journal.questions import own_measure
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.trends.page import TrendsPage
from tests.ui.conftest import Person, shown_page

PAIN, MOOD = MEASURE_BY_ID["pain"], MEASURE_BY_ID["mood"]
ICE = own_measure("own:ice", "Ice")


def test_the_calendar_offers_what_stands_on_today(person: Person) -> None:
    program = person.start()
    person.press("7")
    page = shown_page(program, "calendar", CalendarPage)
    person.qtbot.waitUntil(lambda: page._content is not None)
    program.diary.edit(
        [set_place(MOOD, Place.TODAY), set_place(PAIN, Place.MORE)], "Mood instead of pain"
    )
    assert [one.text() for one in page._segments.segments] == [
        *("Sleep", "Stress", "Fatigue", "Fog", "Mood")
    ]
    page._segments.segments[-1].click()
    person.qtbot.waitUntil(lambda: page._measure.id == "mood" and not page._is_stale)
    program.diary.undo()
    assert page._measure.id == "pain", "mood is not on Today any more"


def test_tab_comes_to_the_new_choices_where_the_old_ones_stood(person: Person) -> None:
    program = person.start()
    person.press("7")
    page = shown_page(program, "calendar", CalendarPage)
    person.qtbot.waitUntil(lambda: page._content is not None)
    program.diary.edit([set_words(PAIN, "Ache")], "Words")
    page._segments.segments[0].setFocus()
    person.press("Tab")
    assert person.focused() is page._jump


def test_trends_offer_what_stands_on_today_and_keep_what_is_shown(person: Person) -> None:
    program = person.start()
    page = shown_page(program, "trends", TrendsPage)
    page._measures._add_other("gut")
    program.diary.edit([set_place(MOOD, Place.TODAY), set_words(PAIN, "Ache")], "Mood")
    assert list(page._measures.toggles) == [
        *("pain", "sleep_quality", "stress", "fatigue", "fog", "mood", "gut")
    ]
    assert page._measures.toggles["gut"].isChecked()
    assert page._measures.toggles["pain"].text() == "Ache"


def test_trends_let_a_question_go_that_is_no_more(person: Person) -> None:
    program = person.start()
    program.diary.edit([set_own(ICE)], "Ice")
    page = shown_page(program, "trends", TrendsPage)
    page._measures._add_other(ICE.id)
    page._measures._toggle("pain", on=False)
    assert page._measures.chosen == [ICE.id]
    program.diary.edit([SetOwnMeasure(ICE.id, None)], "No ice")
    assert page._measures.chosen == ["pain"]
    person.qtbot.waitUntil(lambda: page._content is not None)
