"""The further pictures of Trends: two that stand, one that is chosen, all of the same days."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from fibrojournal.app import Program
from fibrojournal.charts import CHARTS
from fibrojournal.charts.squares import SquaresView
from fibrojournal.exchange.demo import create_demo
from fibrojournal.ui.pages.trends.further import CHECK_INS, MAIN, STANDING, FurtherCharts, offered
from fibrojournal.ui.pages.trends.page import TrendsPage
from tests.ui.checks.rooms_of_spans import trends
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)


@pytest.fixture
def program(person: Person) -> Program:
    create_demo(person.journal, 150, end=TODAY)
    return person.start()


@pytest.fixture
def page(person: Person, program: Program) -> TrendsPage:
    return trends(person, program)


def opened(person: Person, page: TrendsPage, id: str) -> FurtherCharts:
    """Choose a picture by its name and wait until it is drawn."""
    further = page._further
    assert further.choice is not None
    next(one for one in further.choice.options if one.id == id).click()
    person.qtbot.waitUntil(lambda: not further.cards[id].body.picture.pixmap().isNull())
    return further


def test_every_chart_without_a_factor_is_there_once() -> None:
    ids = {chart.id for chart in CHARTS if not chart.factor}
    assert {MAIN, *STANDING, CHECK_INS, *(chart.id for chart in offered())} == ids
    assert not {MAIN, *STANDING, CHECK_INS} & {chart.id for chart in offered()}


def test_two_stand_there_at_once_and_nothing_else_is_chosen(
    person: Person, page: TrendsPage
) -> None:
    cards = page._further.cards
    assert set(cards) == set(STANDING)
    person.qtbot.waitUntil(lambda: all(card.view is not None for card in cards.values()))
    assert page._further.choice is not None
    assert page._further.choice.choice == ""


def test_the_one_that_is_chosen_takes_the_place_of_the_one_before(
    person: Person, page: TrendsPage
) -> None:
    cards = opened(person, page, "weekdays").cards
    opened(person, page, "month")
    assert cards["month"].isVisible()
    assert not cards["weekdays"].isVisible()
    first = cards["weekdays"]
    opened(person, page, "weekdays")
    assert page._further.cards["weekdays"] is first
    assert first.isVisible()


def test_they_show_the_days_and_the_measure_that_were_chosen_above(
    person: Person, page: TrendsPage
) -> None:
    card = opened(person, page, "month").cards["month"]
    page._spans.choose_range("month")
    page._measures.toggles["stress"].click()

    def shown() -> bool:
        view = card.view
        return isinstance(view, SquaresView) and view.measure.id == "stress"

    person.qtbot.waitUntil(shown)
    assert isinstance(card.view, SquaresView)
    assert card.view.start == date(2026, 2, 1)


def test_ctrl_t_makes_a_table_of_the_picture_that_has_the_focus(
    person: Person, page: TrendsPage
) -> None:
    card = opened(person, page, "weekdays").cards["weekdays"]
    card.body.picture.setFocus()
    person.press("Control+T")
    assert card.shows_table
    assert not page._chart.shows_table
    page._chart.picture.setFocus()
    person.press("Control+T")
    assert page._chart.shows_table
    assert card.shows_table


def test_a_square_opens_its_day(person: Person, program: Program, page: TrendsPage) -> None:
    card = opened(person, page, "month").cards["month"]
    card.body.picture.setFocus(Qt.FocusReason.TabFocusReason)
    person.press("End Up Return")
    person.qtbot.waitUntil(lambda: today_page(program).day == date(2026, 3, 5))


def test_the_trend_can_be_kept_as_a_picture(page: TrendsPage) -> None:
    assert page._keep.view is not None
    assert page._keep.view.title == "Pain over time"


def test_what_was_kept_is_told_in_the_window(page: TrendsPage) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    page._keep.copy()
    assert told == ["The picture is on the clipboard."]
