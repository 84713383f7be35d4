from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.student import half_width, quantile, two_sided, upper_tail

FREE = st.floats(1, 5000)


@pytest.mark.parametrize(("df", "limit"), [(1.0, 12.706), (10.0, 2.228), (120.0, 1.980)])
def test_the_limits_are_those_of_printed_tables(df: float, limit: float) -> None:
    assert half_width(df) == pytest.approx(limit, abs=5e-4)
    assert two_sided(df, -limit) == pytest.approx(0.05, abs=1e-4)
    assert upper_tail(df, limit) == pytest.approx(0.025, abs=1e-4)


@given(FREE, st.floats(-40, 40))
def test_tails_are_those_of_scipy(df: float, t: float) -> None:
    from scipy.special import stdtr

    assert upper_tail(df, t) == pytest.approx(float(stdtr(df, -t)), rel=1e-8)


@given(FREE, st.floats(1e-6, 0.999))
def test_limits_are_those_of_scipy(df: float, error: float) -> None:
    from scipy.special import stdtrit

    assert half_width(df, error) == pytest.approx(float(stdtrit(df, 1 - error / 2)), rel=1e-8)


@given(FREE, st.floats(0.001, 0.999))
def test_a_quantile_has_its_share_below_it(df: float, share: float) -> None:
    assert upper_tail(df, quantile(df, share)) == pytest.approx(1 - share, abs=1e-10)


def test_the_middle_is_nought() -> None:
    assert quantile(12.0, 0.5) == 0
    assert upper_tail(12.0, 0.0) == 0.5


def test_what_is_beyond_all_bounds_has_no_chance() -> None:
    assert upper_tail(30.0, math.inf) == 0
    assert upper_tail(30.0, -math.inf) == 1
    assert 0 < upper_tail(30.0, 12.0) < 1e-9
