from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.pages import by_lag
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.slow_and_fast import slowly

GAP = math.nan


def test_blocks_are_four_weeks_and_the_last_is_whole() -> None:
    found = slowly(np.arange(60.0), np.arange(60.0))
    assert found.starts.tolist() == [4, 32]
    assert found.factor.tolist() == found.outcome.tolist() == [17.5, 45.5]
    assert (found.blocks, found.same_way, found.other_way) == (2, 1, 0)


def test_means_are_those_of_days_with_both() -> None:
    activity = np.repeat([1.0, GAP], [20, 8])
    pain = np.repeat([GAP, 4.0, 9.0], [6, 14, 8])
    found = slowly(activity, pain)
    assert (found.factor[0], found.outcome[0]) == (1, 4)


def test_a_block_with_few_days_has_no_mean() -> None:
    noted = np.where(np.arange(56) < 41, 5.0, GAP)
    found = slowly(noted, noted)
    assert (found.blocks, math.isnan(found.outcome[1])) == (1, True)
    assert (found.same_way, found.other_way) == (0, 0)


@pytest.mark.parametrize("days", [0, 27, 28])
def test_nothing_noted_has_no_trend(days: int) -> None:
    found = slowly(np.full(days, GAP), np.full(days, GAP))
    assert (found.blocks, found.alike, found.is_fair) == (0, 0, False)


def test_slow_and_fast_may_point_in_opposite_directions() -> None:
    rng = np.random.default_rng(3)
    days = 28 * 12
    months = np.repeat(np.tile([-0.8, 0.8], 6), 28)
    activity = np.clip(np.round(months + rng.normal(0, 0.9, days)), -2, 2)
    after = np.append(0.0, (activity - months)[:-1])
    pain = 5 - 1.5 * months + 0.7 * after + rng.normal(0, 0.7, days)
    slow = slowly(activity, pain)
    assert slow.is_fair
    assert slow.other_way > slow.same_way
    assert slow.alike < 0
    diary = prepare(20_000, [Variable("pain", pain), Variable("activity", activity, bad=-1)])
    next_day, day_after = by_lag(diary, "activity", "pain", (1, 2))
    assert next_day.estimate is not None
    assert next_day.estimate.low > 0
    assert day_after.question.lag == 2
    assert next_day.q is None


def test_a_lag_plot_has_an_answer_a_lag_in_their_order() -> None:
    rng = np.random.default_rng(3)
    diary = prepare(
        20_000,
        [Variable("pain", rng.normal(5, 1, 20)), Variable("stress", rng.normal(5, 1, 20))],
    )
    found = by_lag(diary, "stress", "pain")
    assert [one.question.lag for one in found] == [0, 1, 2, 3]
    assert all(one.estimate is None for one in found)
