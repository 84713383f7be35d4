from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.variability import in_blocks, share_by_band, variability

GAP = math.nan


def test_the_typical_step_is_the_middle_of_all_steps() -> None:
    found = variability(np.array([0.0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 9]))
    assert (found.n, found.steps, found.typical_step) == (12, 11, 1)
    assert found.rms_step == pytest.approx(math.sqrt((10 + 81) / 11))
    assert found.usual is not None


def test_a_step_over_a_gap_is_none() -> None:
    assert variability(np.array([1.0, GAP, 9.0, 8.0])).steps == 1


@pytest.mark.parametrize(("days", "said"), [(10, False), (11, True)])
def test_ten_steps_say_something_fair(days: int, said: bool) -> None:  # noqa: FBT001
    found = variability(np.arange(float(days)))
    assert (found.typical_step is not None) is said
    assert (found.rms_step is not None) is said


def test_nothing_noted_has_no_usual_range() -> None:
    assert variability(np.array([GAP])).usual is None


def test_months_are_described_one_by_one() -> None:
    blocks = in_blocks(np.arange(30.0), np.array([0, 12, 25]))
    assert [block.n for block in blocks] == [12, 13, 5]


def test_a_day_on_an_edge_belongs_below_it() -> None:
    bands = share_by_band(np.array([0.0, 3, GAP, 6, 7]), (0, 3, 6, 10))
    assert [(band.n, band.share) for band in bands] == [(2, 0.5), (1, 0.25), (1, 0.25)]


@given(st.lists(st.one_of(st.just(GAP), st.integers(0, 10).map(float)), max_size=40))
def test_bands_hold_each_rating_once(values: list[float]) -> None:
    bands = share_by_band(np.array(values), (0, 3, 6, 10))
    noted = [value for value in values if not math.isnan(value)]
    assert [band.n for band in bands] == [
        sum(value <= 3 for value in noted),
        sum(3 < value <= 6 for value in noted),
        sum(value > 6 for value in noted),
    ]
    assert sum(band.share for band in bands) == pytest.approx(1 if noted else 0)
