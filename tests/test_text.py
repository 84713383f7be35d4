from __future__ import annotations

from datetime import date

import pytest

from fibrojournal import text

THURSDAY = date(2026, 3, 12)


def test_dates_in_words() -> None:
    assert text.long_date(THURSDAY) == "Thursday 12 March"
    assert text.short_date(THURSDAY) == "12 Mar"
    assert text.day_and_month(THURSDAY) == "12 March"
    assert text.month_and_year(THURSDAY) == "March 2026"


def test_every_weekday_and_month_has_a_name_of_its_own() -> None:
    assert len({text.weekday_name(day) for day in range(7)}) == 7
    assert len({text.weekday_name(day, short=True) for day in range(7)}) == 7
    assert len({text.month_name(month) for month in range(1, 13)}) == 12
    assert len({text.month_name(month, short=True) for month in range(1, 13)}) == 12


def test_the_plural_follows_the_number() -> None:
    assert text.plural("{n} day", "{n} days", 1) == "1 day"
    assert text.plural("{n} day", "{n} days", 0) == "0 days"
    assert text.plural("{n} day", "{n} days", 2) == "2 days"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(5.44, 1, "5.4"), (6, 0, "6"), (-1.5, 1, "−1.5"), (-0.04, 1, "0.0"), (-0.4, 0, "0")],
)
def test_a_number_has_fixed_decimals_and_no_negative_zero(
    value: float, decimals: int, written: str
) -> None:
    assert text.number(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(6, "6"), (6.5, "6.5"), (10 / 3, "3.33"), (100, "100"), (0, "0"), (-2, "−2"), (-0.001, "0")],
)
def test_a_plain_number_has_the_decimals_it_needs(value: float, written: str) -> None:
    assert text.plain_number(value) == written


def test_marking_a_message_leaves_it_as_it_is() -> None:
    assert text.N_("Pain") == "Pain"
    assert text._("Pain") == "Pain"
