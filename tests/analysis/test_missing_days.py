from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.missing_days import missing_days

GAP = math.nan


def test_days_before_gaps_that_were_worse_are_told() -> None:
    values = np.array([3.0, 4.0, 8.0, GAP, 3.0] * 8)
    found = missing_days(values)
    assert found.share == pytest.approx(8 / 40)
    assert found.bad_ones is True
    assert missing_days(values, high_is_bad=False).bad_ones is False
    assert missing_days(10 - values, high_is_bad=False).bad_ones is True


def test_days_beyond_the_noted_ones_are_no_gaps() -> None:
    assert missing_days(np.array([GAP, 4.0, GAP, 5.0, GAP, GAP])).share == pytest.approx(1 / 3)


@pytest.mark.parametrize("values", [[], [GAP, GAP], [4.0], [4.0, GAP, 5.0] * 4])
def test_few_days_tell_nothing(values: list[float]) -> None:
    assert missing_days(np.array(values, dtype=np.float64)).bad_ones is None
