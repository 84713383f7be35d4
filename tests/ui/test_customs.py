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
from fibrojournal.ui.customs import follow_customs
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
