from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.spread import spread
from fibrojournal.analysis.thirds import Limits, by_thirds, third_limits
from tests.analysis.simulated import alike_days

GAP = math.nan


def test_without_ties_the_thirds_are_equal() -> None:
    assert third_limits(np.arange(30.0)) == Limits(9, 20)


def test_with_ties_the_nearest_cut_counts() -> None:
    values = np.repeat([2.0, 4.0, 5.0, 8.0], [3, 9, 20, 10])  # 42 days: 3, 12, 32 lie below
    assert third_limits(values) == Limits(4, 8)


def test_each_side_of_a_cut_has_eight_days() -> None:
    values = np.repeat([1.0, 2.0, 3.0], [7, 20, 9])
    assert third_limits(values) == Limits(2, 3)
    assert third_limits(np.repeat([1.0, 2.0, 3.0], [7, 20, 7])) is None


def test_two_different_values_have_no_thirds() -> None:
    assert third_limits(np.repeat([0.0, 1.0], 40)) is None
    assert third_limits(np.array([GAP])) is None


@given(st.lists(st.integers(0, 10), min_size=16, max_size=90))
def test_thirds_never_meet_and_are_never_small(values: list[int]) -> None:
    days = np.array(values, dtype=np.float64)
    limits = third_limits(days)
    if limits is not None:
        assert limits.low < limits.high
        assert (days <= limits.low).sum() >= 8
        assert (days >= limits.high).sum() >= 8


def test_the_outcome_is_described_third_by_third() -> None:
    factor = np.tile([1.0, 5.0, 9.0], 20)
    outcome = np.tile([2.0, 3.0, 6.0, 4.0, 3.0, 8.0], 10)
    found = by_thirds(factor, outcome)
    assert found is not None
    assert (found.low.mean.mean, found.high.mean.mean) == (3, 7)
    assert found.middle is not None
    assert found.middle.n == 20
    assert found.high.mean.low < 7 < found.high.mean.high


def test_days_without_both_count_in_no_third() -> None:
    factor = np.tile([1.0, 5.0, 9.0], 20)
    outcome = np.where(np.arange(60) < 30, 4.0, GAP)
    found = by_thirds(factor, outcome)
    assert found is not None
    assert found.low.n + found.high.n == 20


def test_a_narrow_middle_has_no_mean() -> None:
    factor = np.repeat([1.0, 5.0, 9.0], [20, 4, 20])
    found = by_thirds(factor, np.arange(44.0))
    assert found is not None
    assert found.middle is None


def test_a_factor_of_two_values_has_no_thirds() -> None:
    assert by_thirds(np.tile([0.0, 1.0], 30), np.arange(60.0)) is None


@pytest.mark.parametrize("phi", [0.2, 0.7])
def test_intervals_hold_the_mean_in_about_nineteen_of_twenty_diaries(phi: float) -> None:
    rng = np.random.default_rng(5)
    held = []
    for _ in range(300):
        found = by_thirds(alike_days(rng, 200, phi), alike_days(rng, 200, phi))
        assert found is not None
        held += [third.mean.low <= 5 <= third.mean.high for third in (found.low, found.high)]
    assert 0.92 <= np.mean(held) <= 0.98


def test_what_stood_beside_hard_days_is_described() -> None:
    pain = np.repeat([2.0, 5.0, 8.0], 12)
    areas = np.repeat([3.0, 6.0, 9.0], 12)
    rarely = np.where(np.arange(36) < 30, GAP, 1.0)
    found = spread(pain, {"pain_areas": areas, "rarely": rarely})
    assert found is not None
    assert found.limits == Limits(2, 8)
    assert [(row.id, row.easy, row.hard, row.n_hard) for row in found.beside] == [
        ("pain_areas", 3, 9, 12)
    ]


def test_an_outcome_that_never_changes_has_nothing_beside_it() -> None:
    assert spread(np.full(50, 5.0), {"pain_areas": np.arange(50.0)}) is None
