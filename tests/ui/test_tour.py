"""The first look at a page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.ui.navigation import PAGES, SIDE_PAGES
from fibrojournal.ui.tour import STOPS
from tests.ui.conftest import Person


@pytest.fixture
def new(person: Person) -> Program:
    """The window of somebody who sees it for the first time."""
    return person.start(toured="")


def words(program: Program) -> str:
    card = program.window._tour.card
    return card.title.text() if card.isVisible() else ""


def test_every_stop_is_a_page_that_has_room_for_its_words() -> None:
    assert {stop.page for stop in STOPS} <= {page.id for page in PAGES} | set(SIDE_PAGES)
    assert len(STOPS) == 7
    assert all(len(stop.words.split()) <= 45 for stop in STOPS)


def test_each_page_is_introduced_once(new: Program) -> None:
    assert words(new) == "This is Today"
    new.window.show_page("calendar")
    assert words(new) == "This is the Calendar"
    new.window.show_page("today")
    assert words(new) == ""
    new.window.show_page("calendar")
    assert words(new) == ""


def test_the_reading_stands_below_and_follows(person: Person, new: Program) -> None:
    side = new.window._side
    assert side._sidebar is not None
    assert side._sidebar.isVisible()
    assert side._sidebar.y() >= new.window._tour.card.height() > 0
    person.qtbot.waitUntil(lambda: side._sidebar.topic_id == "central_sensitization")  # type: ignore[union-attr]


def test_the_words_are_no_higher_than_they_need_before_the_reading_is_there(
    person: Person,
) -> None:
    new = person.start(toured="", ready=False)
    new.window.complete()
    QApplication.processEvents()
    card = new.window._tour.card
    assert new.window._side._sidebar is None
    assert card.isVisible()
    assert card.height() == card.heightForWidth(card.width())


def test_the_words_stay_while_one_answers_and_are_not_said_again(
    person: Person, new: Program
) -> None:
    person.press("6")
    person.saved(new)
    assert words(new) == "This is Today"
    assert settings.load().toured == "today"


def test_a_press_puts_the_words_away(new: Program) -> None:
    new.window._tour.card.done.click()
    assert words(new) == ""
    assert settings.load().toured == "today"


def test_what_nobody_could_see_is_said_another_time(new: Program) -> None:
    new.window._toggle_sidebar()
    new.window.show_page("calendar")
    new.window.show_page("today")
    new.window._toggle_sidebar()
    assert words(new) == "This is Today"
    assert settings.load().toured == ""
