"""Settings, Dates and units."""

from __future__ import annotations

import pytest

from fibrojournal import settings
from fibrojournal.text import week
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.settings.region_card import RegionCard
from tests.ui.conftest import Person, shown_page


def card_of(person: Person) -> RegionCard:
    program = person.start()
    program.window.show_page("settings")
    card = program.window._front.findChild(RegionCard)
    assert isinstance(card, RegionCard)
    return card


def test_the_choices_say_what_the_system_would_do(person: Person) -> None:
    card = card_of(person)
    assert [card._weekday.itemText(place) for place in range(4)] == [
        "As system, Monday",
        "Monday",
        "Saturday",
        "Sunday",
    ]
    assert card._degrees.currentText() == "As system, °C"


@pytest.mark.parametrize(("place", "kept"), [(1, "celsius"), (2, "fahrenheit"), (0, "system")])
def test_degrees_are_kept_for_the_next_start(person: Person, place: int, kept: str) -> None:
    card_of(person)._degrees.activated.emit(place)
    assert settings.load().temperature == kept


def test_the_calendar_follows_the_first_weekday(person: Person) -> None:
    program = person.start()
    page = shown_page(program, "calendar", CalendarPage)
    person.qtbot.waitUntil(lambda: page._content is not None)
    assert page._weeks.first.weekday() == 0
    program.window._choices.change(first_weekday="sunday")
    assert page._weeks.first.weekday() == 6
    program.window._choices.change(reduce_motion=False)
    assert page._weeks.first.weekday() == 6


def test_charts_are_drawn_anew_where_weeks_begin_on_another_day(person: Person) -> None:
    program = person.start()
    redrawn: list[int] = []
    program.theme.changed.connect(lambda: redrawn.append(week()[0]))
    program.window._choices.change(first_weekday="saturday")
    program.window._choices.change(single_letter_keys=False)
    assert redrawn == [5]
