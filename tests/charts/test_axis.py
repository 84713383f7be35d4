from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fibrojournal.charts.axis import date_ticks, day_number, day_of, value_axis
from fibrojournal.journal.measures import MEASURE_BY_ID, MEASURES, Measure, Place
from fibrojournal.text import MINUS

NONE = np.array([])
CHARTED = [measure for measure in MEASURES if measure.place is not Place.WHOLE_DAY]
"""A mark of a whole day is said in words."""


@pytest.mark.parametrize(
    ("id", "ticks", "few"),
    [
        ("pain", (0, 2, 4, 6, 8, 10), (0, 5, 10)),
        ("activity", (-2, -1, 0, 1, 2), (-2, 0, 2)),
        ("stool_form", (1, 2, 3, 4, 5), (1, 3, 5)),
        ("pain_areas", (0, 5, 10, 15), (0, 5, 10, 15)),
    ],
)
def test_short_scales_are_shown_whole(
    id: str, ticks: tuple[int, ...], few: tuple[int, ...]
) -> None:
    measure = MEASURE_BY_ID[id]
    axis = value_axis(measure, np.array([3.0]))
    assert (axis.low, axis.high) == (measure.scale.low, measure.scale.high)
    assert (axis.ticks, axis.few_ticks) == (ticks, few)


@pytest.mark.parametrize(
    ("id", "values", "ticks"),
    [
        ("sleep_hours", [], (0, 3, 6, 9, 12)),
        ("sleep_hours", [5, 7.5, 9], (0, 3, 6, 9, 12)),
        ("sleep_hours", [4, 15], (0, 3, 6, 9, 12, 15)),
        ("stiffness_minutes", [20, 95], (0, 30, 60, 90, 120)),
        ("steps", [800, 7300], (0, 2000, 4000, 6000, 8000)),
        ("temperature_c", [36.4, 37.9], (36, 36.5, 37, 37.5, 38)),
        ("resting_heart_rate", [61, 61], (61, 62, 63)),
        ("awakenings", [0, 0], (0, 1, 2)),
        ("awakenings", [0, 4], (0, 1, 2, 3, 4)),
    ],
)
def test_long_scales_reach_as_far_as_the_answers(
    id: str, values: list[float], ticks: tuple[float, ...]
) -> None:
    axis = value_axis(MEASURE_BY_ID[id], np.array(values))
    assert axis.ticks == ticks
    assert (axis.low, axis.high) == (ticks[0], ticks[-1])


@pytest.mark.parametrize("measure", CHARTED, ids=lambda measure: str(measure.id))
@given(data=st.data())
@settings(max_examples=15)
def test_every_measure_has_a_few_ticks_around_all_its_answers(
    measure: Measure, data: st.DataObject
) -> None:
    scale = measure.scale
    answer = st.floats(scale.low, scale.high)
    values = np.array(data.draw(st.lists(answer, max_size=4)))
    axis = value_axis(measure, values)
    assert 3 <= len(axis.ticks) <= 6
    assert 2 <= len(axis.few_ticks) <= 4
    assert set(axis.few_ticks) <= set(axis.ticks) or len(axis.ticks) > 4
    assert axis.low == axis.ticks[0] == axis.few_ticks[0]
    assert axis.ticks[-1] <= axis.high
    if values.size:
        assert axis.low <= values.min() + 1e-6
        assert axis.high >= values.max() - 1e-6


def test_the_top_tick_carries_the_unit_and_minus_is_a_minus() -> None:
    hours = value_axis(MEASURE_BY_ID["sleep_hours"], NONE)
    assert [hours.label(tick) for tick in hours.ticks] == ["0", "3", "6", "9", "12 h"]
    activity = value_axis(MEASURE_BY_ID["activity"], NONE)
    assert activity.label(-2) == f"{MINUS}2"


@pytest.mark.parametrize(
    ("start", "days", "labels"),
    [
        (date(2026, 3, 12), 1, ["12 Mar"]),
        (date(2026, 3, 10), 3, ["10 Mar", "11 Mar", "12 Mar"]),
        (date(2026, 3, 1), 10, ["1 Mar", "3 Mar", "5 Mar", "7 Mar", "9 Mar"]),
        (date(2026, 2, 11), 30, ["16 Feb", "23 Feb", "2 Mar", "9 Mar"]),
        (date(2025, 12, 13), 90, ["15 Dec", "1 Jan", "15 Jan", "1 Feb", "15 Feb", "1 Mar"]),
        (date(2025, 3, 13), 365, ["May 2025", "Jul", "Sep", "Nov", "Jan 2026", "Mar"]),
        (date(2016, 3, 13), 3652, ["2018", "2020", "2022", "2024", "2026"]),
        (date(1926, 3, 13), 36525, ["1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_dates_fall_on_days_that_people_know(start: date, days: int, labels: list[str]) -> None:
    end = start + timedelta(days=days - 1)
    assert [label for _day, label in date_ticks(start, end)] == labels


@given(
    start=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    days=st.integers(1, 40_000),
    most=st.integers(2, 6),
)
def test_dates_are_few_in_order_and_in_view(start: date, days: int, most: int) -> None:
    end = start + timedelta(days=days - 1)
    ticks = [day for day, _label in date_ticks(start, end, most)]
    assert 1 <= len(ticks) <= most
    assert ticks == sorted(set(ticks))
    assert start <= ticks[0]
    assert ticks[-1] <= end


def test_the_last_days_of_the_calendar_have_ticks_too() -> None:
    assert date_ticks(date(1, 1, 1), date.max)
    assert date_ticks(date(9999, 12, 1), date.max)


def test_days_are_counted_from_1970_as_numpy_does() -> None:
    day = date(2026, 3, 12)
    assert day_number(day) == np.datetime64("2026-03-12").astype(int)
    assert day_of(day_number(day)) == day
