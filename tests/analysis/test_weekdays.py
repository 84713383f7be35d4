from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.calendar import weekdays
from fibrojournal.analysis.weekdays import by_weekday
from tests.analysis.simulated import alike_days

GAP = math.nan
MONDAY = 4  # 5 January 1970


def test_each_weekday_has_its_own_days() -> None:
    found = by_weekday(np.array([1.0, 2, 3, 4, 5, 6, 7, 3, GAP]), MONDAY)
    assert [day.mean for day in found.days] == [2, 2, 3, 4, 5, 6, 7]
    assert [day.n for day in found.days] == [2, 1, 1, 1, 1, 1, 1]


def test_a_weekday_that_was_never_noted_has_no_mean() -> None:
    found = by_weekday(np.array([5.0]), MONDAY + 2)
    assert found.days[2].mean == 5
    assert (found.days[0].n, found.days[0].mean, found.days[0].usual) == (0, None, None)


def test_eleven_weeks_say_nothing_of_a_difference() -> None:
    days = np.tile([3.0, 4, 3, 4, 3, 7, 8], 11)
    found = by_weekday(days, MONDAY)
    assert (found.p, found.differ) == (None, None)


def test_a_clear_weekend_is_told_and_good_and_bad_months_do_not_hide_it() -> None:
    rng = np.random.default_rng(2)
    days = alike_days(rng, 200, 0.8) + 3.0 * (weekdays(MONDAY, 200) >= 5)
    assert by_weekday(days, MONDAY).differ


def test_the_same_diary_always_gets_the_same_answer() -> None:
    days = alike_days(np.random.default_rng(1), 120, 0.5)
    assert by_weekday(days, MONDAY).p == by_weekday(days, MONDAY).p


@pytest.mark.parametrize("phi", [0.0, 0.55, 0.75])
def test_alike_weekdays_rarely_look_different(phi: float) -> None:
    rng = np.random.default_rng(9)
    said = [by_weekday(alike_days(rng, 150, phi), MONDAY).differ for _ in range(300)]
    assert 0.02 <= np.mean([one is True for one in said]) <= 0.08
