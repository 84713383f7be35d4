"""Charts begin their weeks where the person's weeks begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from fibrojournal.charts.axis import date_ticks, day_number
from fibrojournal.charts.squares_layout import as_months
from fibrojournal.charts.weekdays import weekdays_view
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.text import begin_weeks_on
from tests.charts.diaries import END, diary

SUNDAY = 6


@pytest.fixture(autouse=True)
def sundays() -> Iterator[None]:
    begin_weeks_on(SUNDAY)
    yield
    begin_weeks_on(0)


def test_a_months_columns_begin_with_that_day_and_each_day_stands_in_its_own() -> None:
    start = date(2026, 3, 1)  # a Sunday
    places = as_months(start, date(2026, 3, 31), 690, 1.0)
    assert [label.text for label in places.labels if not label.strong][:2] == ["Su", "Mo"]
    first_week = places.xs[:7].tolist()
    assert first_week == sorted(first_week)
    assert len(set(places.ys[:7].tolist())) == 1
    assert places.ys[7] > places.ys[6]
    assert places.xs[7] == places.xs[0]


def test_the_weekdays_are_drawn_read_out_and_listed_from_that_day_on() -> None:
    days = diary(84)
    view = weekdays_view(MEASURE_BY_ID["pain"], days, day_number(END) - 83, day_number(END))
    rows = view.table().rows
    assert [row[0] for row in rows][:2] == ["Sunday", "Monday"]
    begin_weeks_on(0)
    assert set(view.table().rows) == set(rows)  # each keeps its own numbers
    assert view.read_out(0).startswith("Monday")


def test_dates_of_weeks_are_those_days() -> None:
    ticks = date_ticks(END - timedelta(days=29), END)
    assert {day.weekday() for day, _label in ticks} == {SUNDAY}
