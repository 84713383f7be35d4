from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.calendar import Calendar, weekdays

GAP = math.nan


@given(st.integers(0, 40_000), st.integers(1, 20))
def test_weekdays_are_those_of_the_calendar(first: int, days: int) -> None:
    expected = [
        date.fromordinal(date(1970, 1, 1).toordinal() + first + t).weekday() for t in range(days)
    ]
    assert weekdays(first, days).tolist() == expected


def test_a_straight_trend_is_taken_out_whole() -> None:
    adjusted = Calendar(20_000, 100).adjust(np.linspace(2, 8, 100))
    assert np.abs(adjusted.residual).max() < 1e-4


def test_a_weekend_step_is_taken_out_nearly_whole_in_a_long_diary() -> None:
    weekend = (weekdays(20_000, 700) >= 5).astype(np.float64)
    residual = Calendar(20_000, 700).adjust(weekend).residual
    assert np.abs(residual).max() < 0.1


def test_a_short_diary_is_not_chased() -> None:
    noise = np.random.default_rng(1).normal(size=40)
    adjusted = Calendar(20_000, 40).adjust(noise)
    assert 2 < adjusted.df < 8  # nine columns, held back
    assert np.nanstd(adjusted.residual) > 0.7


def test_a_slow_swing_is_taken_out_and_a_quick_one_is_left() -> None:
    t = np.arange(720)
    slow, quick = np.cos(np.pi * (t + 0.5) * 4 / 720), np.cos(2 * np.pi * t / 20)
    calendar = Calendar(0, 720)
    assert np.std(calendar.adjust(slow).residual) < 0.02
    assert np.std(calendar.adjust(quick).residual) > 0.65


def test_of_a_series_that_never_changes_nothing_is_left() -> None:
    values = np.full(100, 2.3)
    values[10:20] = GAP
    residual = Calendar(20_000, 100).adjust(values).residual
    assert np.isnan(residual[10:20]).all()
    assert set(residual[np.isfinite(residual)].tolist()) == {0.0}


def test_un_noted_days_stay_un_noted() -> None:
    residual = Calendar(0, 5).adjust(np.array([1.0, GAP, 2, GAP, 1])).residual
    assert np.isnan(residual).tolist() == [False, True, False, True, False]


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_series_without_a_record_has_nothing_to_adjust(days: int) -> None:
    adjusted = Calendar(0, days).adjust(np.full(days, GAP))
    assert np.isnan(adjusted.residual).all()
    assert adjusted.df == 0


def test_it_is_the_ridge_regression_that_it_says() -> None:
    rng = np.random.default_rng(4)
    values = rng.normal(size=95)
    values[rng.random(95) < 0.2] = GAP
    noted = np.isfinite(values)
    t = np.arange(95)
    day = weekdays(123, 95)
    columns = [np.ones(95), 2 * t / 94 - 1]
    columns += [(day == d).astype(np.float64) for d in range(6)] + [(day >= 5).astype(np.float64)]
    columns += [np.cos(np.pi * (t + 0.5) * m / 95) for m in (1, 2)]
    held = np.sqrt([1e-6] * 2 + [4 + 1e-6] * 9)
    c = np.array(columns).T[noted]
    stacked = np.vstack([c, np.diag(held)])  # ridge as least squares on added rows
    weights, *_ = np.linalg.lstsq(stacked, np.append(values[noted], np.zeros(11)), rcond=None)
    adjusted = Calendar(123, 95).adjust(values)
    np.testing.assert_allclose(adjusted.residual[noted], values[noted] - c @ weights, atol=1e-7)
    hat = c @ np.linalg.solve(c.T @ c + np.diag(held**2), c.T)
    assert adjusted.df == pytest.approx(np.trace(hat), abs=1e-6)
