from __future__ import annotations

import numpy as np
import pytest

from fibrojournal.analysis.student import half_width, quantile, two_sided, upper_tail


@pytest.mark.parametrize(("df", "limit"), [(1.0, 12.706), (10.0, 2.228), (120.0, 1.980)])
def test_the_limits_are_those_of_printed_tables(df: float, limit: float) -> None:
    assert half_width(df) == pytest.approx(limit, abs=5e-4)
    assert two_sided(df, -limit) == pytest.approx(0.05, abs=1e-4)
    assert upper_tail(df, limit) == pytest.approx(0.025, abs=1e-4)


def test_one_number_gives_one_and_an_array_gives_an_array() -> None:
    assert isinstance(quantile(5.0, 0.9), float)
    many = quantile(np.array([5.0, 9.0]), 0.9)
    assert many.tolist() == [quantile(5.0, 0.9), quantile(9.0, 0.9)]


def test_an_impossible_value_is_never_certain() -> None:
    assert 0 < upper_tail(30.0, 12.0) < 1e-9
