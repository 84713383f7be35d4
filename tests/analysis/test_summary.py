from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.summary import (
    average,
    hollow_share,
    last_months,
    lower_third,
    seven_day_mean,
    usual_range,
)

GAP = math.nan
SERIES = st.lists(st.one_of(st.just(GAP), st.floats(-2, 10)), max_size=60)


def plain_mean(values: list[float], at: int) -> float:
    window = [v for v in values[max(at - 3, 0) : at + 4] if not math.isnan(v)]
    return sum(window) / len(window) if len(window) >= 4 else GAP


@given(SERIES)
def test_the_seven_day_mean_is_that_of_a_slow_loop(values: list[float]) -> None:
    expected = [plain_mean(values, at) for at in range(len(values))]
    np.testing.assert_allclose(seven_day_mean(np.array(values)), expected, atol=1e-12)


def test_three_noted_days_of_seven_break_the_line_and_four_do_not() -> None:
    assert math.isnan(seven_day_mean(np.array([1.0, 2, 3, GAP, GAP, GAP, GAP]))[3])
    assert seven_day_mean(np.array([1.0, 2, 3, GAP, GAP, GAP, 6.0]))[3] == 3.0


def test_a_single_day_has_no_mean() -> None:
    assert np.isnan(seven_day_mean(np.array([5.0]))).all()
    assert seven_day_mean(np.array([])).size == 0


def test_unnoted_days_count_in_the_span_and_not_in_the_mean() -> None:
    result = average(np.array([2.0, GAP, 4.0, GAP]))
    assert (result.mean, result.n, result.days) == (3.0, 2, 4)
    assert not result.is_fair


def test_no_noted_day_has_no_mean() -> None:
    assert average(np.array([GAP, GAP])).mean is None
    assert usual_range(np.array([GAP])) is None
    assert hollow_share(np.array([GAP]), np.array([False])) == 0.0


@pytest.mark.parametrize(("noted", "fair"), [(6, False), (7, True)])
def test_seven_noted_days_make_a_fair_average(noted: int, fair: bool) -> None:  # noqa: FBT001
    values = np.array([5.0] * noted + [GAP] * (30 - noted))
    assert average(values).is_fair is fair


def test_the_last_months_are_thirty_days_each_and_do_not_overlap() -> None:
    values = np.array([9.0] * 10 + [6.0] * 30 + [4.0] * 30)
    last, before = last_months(values)
    assert (last.mean, last.n, last.days) == (4.0, 30, 30)
    assert (before.mean, before.n, before.days) == (6.0, 30, 30)


@pytest.mark.parametrize(("length", "last", "before"), [(0, 0, 0), (12, 12, 0), (45, 30, 15)])
def test_a_short_diary_has_short_months(length: int, last: int, before: int) -> None:
    months = last_months(np.ones(length))
    assert (months[0].days, months[1].days) == (last, before)


@given(SERIES.filter(lambda values: any(not math.isnan(v) for v in values)))
def test_the_usual_range_is_the_middle_half(values: list[float]) -> None:
    noted = [v for v in values if not math.isnan(v)]
    usual = usual_range(np.array(values))
    assert usual is not None
    expected = statistics.quantiles(noted, n=4, method="inclusive") if len(noted) > 1 else noted * 3
    assert (usual.low, usual.middle, usual.high) == pytest.approx(tuple(expected), abs=1e-12)


def test_the_hollow_share_is_of_noted_days() -> None:
    values = np.array([1.0, 2.0, GAP, 3.0, 4.0])
    assert hollow_share(values, np.array([True, False, False, False, False])) == 0.25


def test_a_third_of_the_noted_days_lies_below_the_lower_third() -> None:
    values = np.array([*range(30), GAP], dtype=float)
    third = lower_third(values)
    assert third is not None
    assert (values < third).sum() == 10


def test_twenty_nine_noted_days_have_no_lower_third() -> None:
    assert lower_third(np.array([*range(29), GAP], dtype=float)) is None
