from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.gap import gap
from tests.analysis.simulated import alike_days

GAP = math.nan


def test_the_gap_is_that_of_days_with_both() -> None:
    waking = np.array([5.0, 4.0, GAP, 6.0] * 8)
    evening = np.array([3.0, 4.0, 9.0, 7.0] * 8)
    found = gap(waking, evening)
    assert found is not None
    assert (found.n, found.lower, found.equal, found.higher) == (24, 8, 8, 8)
    assert found.mean.mean == pytest.approx(found.second - found.first)
    assert found.mean.low < found.mean.mean < found.mean.high
    assert found.usual is not None
    assert np.isnan(found.daily[2])


def test_thirteen_days_with_both_say_nothing() -> None:
    assert gap(np.arange(13.0), np.arange(13.0)) is None
    assert gap(np.arange(20.0), np.append(np.arange(13.0), [GAP] * 7)) is None


def test_the_interval_knows_that_days_resemble_each_other() -> None:
    rng = np.random.default_rng(6)
    held = []
    for _ in range(300):
        found = gap(np.zeros(90), alike_days(rng, 90, 0.6) - 5)
        assert found is not None
        held.append(found.mean.low <= 0 <= found.mean.high)
    assert 0.92 <= np.mean(held) <= 0.98
