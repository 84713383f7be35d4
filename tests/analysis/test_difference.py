from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.before_after import before_after
from fibrojournal.analysis.difference import Difference, difference
from fibrojournal.analysis.periods import compare_periods
from fibrojournal.analysis.phase_change import began_after_bad_spell, phase_change
from tests.analysis.simulated import alike_days

GAP = math.nan


def apart(before: list[float], after: list[float]) -> Difference:
    found = difference(np.array(before), np.array(after))
    assert found is not None
    return found


def test_the_change_is_the_difference_of_the_means() -> None:
    found = apart([2.0, 4.0] * 15, [5.0, 7.0] * 12)
    assert (found.before, found.after, found.change) == (3, 6, 3)
    assert (found.n_before, found.n_after) == (30, 24)
    assert found.low < 3 < found.high
    assert found.p < 0.001


def test_twenty_noted_days_on_a_side_carry_no_interval() -> None:
    assert difference(np.arange(20.0), np.arange(40.0)) is None
    assert difference(np.arange(40.0), np.append(np.arange(20.0), [GAP] * 9)) is None
    assert difference(np.arange(21.0), np.arange(21.0)) is not None


@pytest.mark.parametrize(("after", "p"), [(5.0, 1.0), (6.0, 0.0)])
def test_days_that_never_differ_are_told_apart_by_their_level(after: float, p: float) -> None:
    found = apart([5.0] * 21, [after] * 21)
    assert (found.p, found.low, found.high) == (p, after - 5, after - 5)


def test_with_independent_days_it_is_students_test() -> None:
    from scipy.stats import ttest_ind

    turns = [1.0, 3.0, 1.0, 3.0, 2.0] * 6  # negative autocorrelation counts as none
    other = [value + 0.4 for value in turns]
    expected = ttest_ind(other, turns)
    found = apart(turns, other)
    assert found.p == pytest.approx(float(expected.pvalue), rel=1e-9)


@given(st.lists(st.integers(0, 10), min_size=42, max_size=80), st.floats(-5, 5))
def test_a_shift_of_all_days_shifts_nothing_else(values: list[int], shift: float) -> None:
    days = np.array(values, dtype=np.float64)
    one, two = difference(days[:21], days[21:]), difference(days[:21] + shift, days[21:] + shift)
    assert one is not None
    assert two is not None
    assert two.change == pytest.approx(one.change, abs=1e-9)
    assert two.high - two.low == pytest.approx(one.high - one.low, abs=1e-6)


@pytest.mark.parametrize("phi", [0.0, 0.55, 0.75])
def test_alike_days_rarely_look_like_a_change(phi: float) -> None:
    rng = np.random.default_rng(42)
    found = [phase_change(alike_days(rng, 160, phi), 80).difference for _ in range(400)]
    false = np.mean([one is not None and one.p <= 0.05 for one in found])
    assert 0.02 <= false <= 0.07


def test_a_treatment_leaves_out_the_spell_before_and_the_week_after() -> None:
    values = np.full(200, 9.0)
    start = 100
    values[start - 14 - 56 : start - 14] = [4.0, 6.0] * 28
    values[start + 7 : start + 7 + 56] = [3.0, 5.0] * 28
    found = phase_change(values, start)
    assert found.difference is not None
    assert (found.difference.before, found.difference.after) == (5, 4)
    assert (found.n_before, found.n_after) == (56, 56)


def test_a_treatment_that_has_just_begun_says_how_many_days_there_are() -> None:
    found = phase_change(np.arange(40.0), 30)
    assert (found.difference, found.n_before, found.n_after) == (None, 16, 3)


def test_a_start_after_a_bad_spell_is_told_by_its_direction() -> None:
    values = np.array([4.0] * 42 + [6.0] * 14 + [4.0] * 10)
    assert began_after_bad_spell(values, 56) is True
    assert began_after_bad_spell(values, 56, high_is_bad=False) is False
    assert began_after_bad_spell(8 - values, 56, high_is_bad=False) is True
    assert began_after_bad_spell(np.array([4.0] * 60), 56) is False


def test_a_spell_of_which_little_is_noted_is_not_judged() -> None:
    values = np.array([4.0] * 42 + [GAP] * 8 + [6.0] * 6)
    assert began_after_bad_spell(values, 56) is None
    assert began_after_bad_spell(values, 5) is None


def test_the_days_of_an_event_belong_to_neither_side() -> None:
    values = np.array([2.0, 3.0] * 20 + [9.0] * 5 + [4.0, GAP, 5.0, GAP] * 20)
    found = before_after(values, 40, 44)
    assert found.difference is not None
    assert (found.difference.before, found.difference.after) == (2.5, 4.5)
    assert found.before.size == 40
    assert np.isfinite(found.after).all()


def test_an_event_of_one_day_parts_the_days_around_it() -> None:
    found = before_after(np.arange(9.0), 4, span=3)
    assert (found.before.tolist(), found.after.tolist()) == ([1, 2, 3], [5, 6, 7])
    assert found.difference is None


def test_an_event_before_the_first_day_has_no_days_before_it() -> None:
    found = before_after(np.arange(9.0), -4, -2)
    assert (found.before.size, found.after.size) == (0, 9)


def test_periods_are_described_even_where_they_are_too_short_to_compare() -> None:
    found = compare_periods(np.array([2.0, GAP, 4.0]), np.array([GAP]))
    assert found.difference is None
    assert (found.a.average.mean, found.b.usual) == (3.0, None)
    assert compare_periods(np.arange(30.0), np.arange(30.0)).difference is not None
