"""Reading out an experiment: hand-made pairs, the coins' own test, and an interval that fits it."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from fibrojournal.analysis.experiment import LEAST_PAIRS, ReadOut, read_out
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.student import two_sided

NONE = float("nan")
PAIRS = st.lists(st.floats(-5, 5).map(lambda one: round(one, 2)), min_size=6, max_size=8)


def of(*differences: float) -> ReadOut:
    """Read out pairs of days whose first way came first and differs so from the second."""
    values = np.array([(5 + one, 5) for one in differences], dtype=np.float64).ravel()
    return read_out(values, [True] * len(differences), 1)


def week(*values: float) -> NDArray[np.float64]:
    return np.array([*values, *[NONE] * (7 - len(values))])


def test_a_pair_compares_the_ways_and_not_the_order() -> None:
    values = np.array([3.0, 5.0, 6.0, 2.0])
    pairs = read_out(values, [True, False], 1).pairs
    assert [(pair.first, pair.second, pair.difference) for pair in pairs] == [
        (3.0, 5.0, -2.0),
        (2.0, 6.0, -4.0),
    ]


def test_the_first_days_of_a_period_are_left_out() -> None:
    values = np.concatenate([week(10, 1, 2, 3), week(0, 4, 4, 7)])
    (pair,) = read_out(values, [True], 7, settling=1, least=3).pairs
    assert (pair.first, pair.second) == (2.0, 5.0)


def test_a_period_with_too_few_days_makes_its_pair_count_for_nothing() -> None:
    values = np.concatenate([week(1, 1, 2), week(4, 4, 7, 5)])
    read = read_out(values, [True], 7, settling=1, least=3)
    assert read.pairs[0].first is None
    assert read.pairs[0].difference is None
    assert read.counted == 0
    assert read.lower == read.higher == 0


def test_pairs_that_did_not_run_to_their_end_are_not_there() -> None:
    assert len(read_out(np.zeros(13), [True, True], 3).pairs) == 2
    assert len(read_out(np.zeros(11), [True, True], 3).pairs) == 1
    assert read_out(np.zeros(0), [True, True], 3).pairs == ()


def test_fewer_than_six_pairs_give_no_verdict() -> None:
    assert of(*[-1.0] * (LEAST_PAIRS - 1)).verdict is None
    assert of(*[-1.0] * LEAST_PAIRS).verdict is not None


def test_eight_pairs_that_all_agree_are_as_rare_as_2_of_256() -> None:
    read = of(-0.9, -0.7, -1.2, -0.4, -0.8, -0.7, -0.2, -0.9)
    verdict = read.verdict
    assert verdict is not None
    assert (read.lower, read.higher, read.counted) == (8, 0, 8)
    assert verdict.p == 2 / 256
    assert verdict.as_far == 2
    assert verdict.difference == pytest.approx(-0.725)
    assert verdict.high < 0
    assert verdict.label is Label.CLEAR


def test_every_order_of_the_coins_is_looked_at() -> None:
    differences = np.array([-0.9, 0.7, -1.2, 0.4, -0.8, -0.7])
    verdict = of(*differences).verdict
    assert verdict is not None
    signs = np.array(list(product((1, -1), repeat=6)))
    orders = (signs * differences).mean(axis=1)
    assert np.sort(verdict.by_chance) == pytest.approx(np.sort(orders))
    assert verdict.by_chance[0] == pytest.approx(differences.mean())
    far = np.abs(orders) >= abs(differences.mean()) - 1e-9
    assert verdict.p == pytest.approx(far.mean())


@pytest.mark.parametrize(
    ("differences", "label"),
    [
        ((-1.0, -1.1, -1.2, -1.3, -1.4, -1.5, 0.2), Label.LIKELY),
        ((-1.0, -1.1, -1.2, -1.3, -1.4, -1.5, 1.6), None),
        ((-1.0, -1.1, -1.2, -1.3, -1.4, 0.3), Label.POSSIBLE),
    ],
)
def test_the_word_is_that_of_the_coins(differences: tuple[float, ...], label: Label | None) -> None:
    verdict = of(*differences).verdict
    assert verdict is not None
    assert verdict.label is label


@settings(max_examples=30)
@given(PAIRS)
def test_the_interval_leaves_0_out_just_where_the_coins_do(differences: list[float]) -> None:
    verdict = of(*differences).verdict
    assert verdict is not None
    lies_inside = verdict.low <= 1e-9 and verdict.high >= -1e-9
    assert lies_inside == (verdict.p > 0.05)
    assert verdict.low <= verdict.difference <= verdict.high


@settings(max_examples=30)
@given(PAIRS)
def test_the_interval_moves_along_with_the_pairs(differences: list[float]) -> None:
    here, there = of(*differences).verdict, of(*(one + 2 for one in differences)).verdict
    assert here is not None
    assert there is not None
    assert (there.low, there.high) == pytest.approx((here.low + 2, here.high + 2))


def test_many_pairs_say_the_same_at_every_look() -> None:
    differences = np.random.default_rng(4).normal(-0.8, 1.5, 28)
    one, again = of(*differences).verdict, of(*differences).verdict
    assert one is not None
    assert again is not None
    assert (one.p, one.low, one.high) == (again.p, again.low, again.high)
    assert one.low < -0.8 < one.high < 0
    assert (one.p <= 0.05) == (one.high < 0)


def test_many_pairs_come_near_to_what_a_t_test_says() -> None:
    differences = np.random.default_rng(7).normal(-0.5, 1.5, 28)
    verdict = of(*differences).verdict
    assert verdict is not None
    t = differences.mean() / (differences.std(ddof=1) / np.sqrt(28))
    assert verdict.p == pytest.approx(two_sided(27, t), abs=0.01)


def test_pairs_without_any_difference_leave_nothing_to_tell() -> None:
    verdict = of(*[0.0] * 8).verdict
    assert verdict is not None
    assert (verdict.p, verdict.low, verdict.high, verdict.detectable) == (1.0, 0.0, 0.0, 0.0)
    assert verdict.label is None


def test_what_could_be_told_from_chance_grows_with_the_unrest() -> None:
    calm, restless = of(*[1, -1] * 4).verdict, of(*[3, -3] * 4).verdict
    assert calm is not None
    assert restless is not None
    assert restless.detectable == pytest.approx(3 * calm.detectable)
