"""Dates and numbers are written as is usual where the person lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal import text
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.customs import first_weekday, follow_customs, is_fahrenheit
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.stepper import Stepper

THURSDAY = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def at_home() -> Iterator[None]:
    yield
    follow_customs(QLocale.c())


@pytest.mark.parametrize(
    ("place", "day", "with_year", "number"),
    [
        ("C", "Thursday 12 March", "12 March 2026", "6.5"),
        ("en_GB", "Thursday 12 March", "12 March 2026", "6.5"),
        ("de_DE", "Thursday 12 March", "12 March 2026", "6,5"),
        ("en_US", "Thursday, March 12", "March 12, 2026", "6.5"),
        ("ja_JP", "Thursday, March 12", "March 12, 2026", "6.5"),
    ],
)
def test_each_place_has_its_order_and_its_decimal_sign(
    place: str, day: str, with_year: str, number: str
) -> None:
    follow_customs(QLocale(place))
    assert text.long_date(THURSDAY) == day
    assert text.with_year(text.day_and_month(THURSDAY), THURSDAY) == with_year
    assert text.number(6.5, 1) == text.plain_number(6.5) == number


def test_a_span_within_a_month_names_it_once_in_either_order() -> None:
    assert text.span(date(2026, 3, 4), THURSDAY) == "4 to 12 March"
    follow_customs(QLocale("en_US"))
    assert text.span(date(2026, 3, 4), THURSDAY) == "March 4 to 12"
    assert text.span(date(2026, 2, 27), THURSDAY) == "February 27 to March 12"


def test_a_number_is_shown_and_typed_with_the_sign_of_the_place(theme: Theme, qtbot: QtBot) -> None:
    follow_customs(QLocale("de_DE"))
    hours = Stepper(theme, MEASURE_BY_ID["sleep_hours"])
    qtbot.addWidget(hours)
    hours.show_value(6.5)
    assert hours.text() == "6,5 h"
    hours.selectAll()
    QTest.keyClicks(hours, "7,5")
    assert hours.answer == 7.5


TEMPERATURE = MEASURE_BY_ID["temperature_c"]


@pytest.fixture
def thermometer(theme: Theme, qtbot: QtBot) -> Stepper:
    """A question for the temperature, asked of someone in the United States."""
    follow_customs(QLocale("en_US"))
    made = Stepper(theme, TEMPERATURE, start=TEMPERATURE.first_step)
    qtbot.addWidget(made)
    return made


def test_degrees_are_those_of_the_place_unless_they_are_chosen() -> None:
    home, away = QLocale("de_DE"), QLocale("en_US")
    assert [is_fahrenheit(place, "system") for place in (home, away)] == [False, True]
    assert is_fahrenheit(home, "fahrenheit")
    assert not is_fahrenheit(away, "celsius")


def test_a_temperature_is_kept_in_celsius_and_shown_in_fahrenheit(thermometer: Stepper) -> None:
    thermometer.show_value(36.6)
    assert thermometer.text() == "97.9 °F"
    assert thermometer.accessibleDescription() == "97.9 degrees Fahrenheit"
    assert TEMPERATURE.value_text(36.6) == "97.9 °F"
    assert text.quantity(36.6, "°C", 1) == "97.9 °F"


def test_a_temperature_is_typed_in_fahrenheit(thermometer: Stepper) -> None:
    thermometer.selectAll()
    QTest.keyClicks(thermometer, "101.3")
    assert thermometer.answer == 38.5
    assert thermometer.text() == "101.3 °F"


def test_what_is_no_temperature_is_not_taken(thermometer: Stepper) -> None:
    thermometer.selectAll()
    QTest.keyClicks(thermometer, "5x")
    assert thermometer.text() == "5 °F"
    assert thermometer.answer is None


def test_plus_goes_from_the_usual_temperature(thermometer: Stepper) -> None:
    thermometer.stepBy(1)
    assert thermometer.text() == "97.7 °F"
    thermometer.stepBy(1)
    assert thermometer.answer == 36.6


def test_other_units_stay_as_they_are(thermometer: Stepper) -> None:
    assert MEASURE_BY_ID["sleep_hours"].value_text(6.5) == "6.5 h"


@pytest.mark.parametrize(
    ("place", "choice", "weekday"),
    [("de_DE", "system", 0), ("en_US", "system", 6), ("en_US", "monday", 0), ("C", "saturday", 5)],
)
def test_weeks_begin_as_usual_or_as_chosen(place: str, choice: str, weekday: int) -> None:
    assert first_weekday(QLocale(place), choice) == weekday
