from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.autocorrelation import lag_one, unbiased, worth, worth_scattered
from tests.analysis.simulated import alike_days

GAP = math.nan


def test_days_that_take_turns_are_opposite_and_equal_ones_alike() -> None:
    assert lag_one(np.array([1.0, -1, 1, -1])) == pytest.approx(-1)
    assert lag_one(np.array([1.0, 1, 1])) == pytest.approx(1)


def test_a_gap_parts_days_and_spans_are_pooled() -> None:
    assert lag_one(np.array([1.0, GAP, 1.0])) == 0
    assert lag_one(np.array([1.0, 1.0]), np.array([1.0, -1.0])) == 0


def test_the_estimate_finds_what_was_put_in() -> None:
    days = alike_days(np.random.default_rng(1), 4000, 0.6)
    assert lag_one(days - np.nanmean(days)) == pytest.approx(0.58, abs=0.05)  # rounding takes some


def test_the_bias_is_mended_within_limits() -> None:
    assert unbiased(0.5, 30) == pytest.approx(0.6)
    assert unbiased(-0.8, 30) == 0
    assert unbiased(0.89, 30) == 0.9


@given(st.lists(st.booleans(), min_size=1, max_size=80), st.floats(0, 0.9))
def test_scattered_days_are_worth_what_the_double_sum_says(days: list[bool], phi: float) -> None:
    at = [i for i, chosen in enumerate(days) if chosen]
    total = sum(phi ** abs(i - j) for i in at for j in at if abs(i - j) <= 60)
    expected = len(at) ** 2 / total if at else 0
    assert worth_scattered(np.array(days), phi) == pytest.approx(expected)


def test_days_in_a_row_are_worth_about_the_simple_formula() -> None:
    assert worth_scattered(np.ones(2000, dtype=np.bool_), 0.5) == pytest.approx(
        worth(2000, 0.5), rel=0.01
    )
