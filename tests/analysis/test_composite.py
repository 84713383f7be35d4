from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.composite import with_whole_day
from fibrojournal.analysis.prepared import Variable

GAP = math.nan


def variables(**values: list[float]) -> list[Variable]:
    bad = {"mood": -1}
    return [Variable(id, np.array(each), bad.get(id, 1)) for id, each in values.items()]


def test_symptoms_give_way_to_their_mean_in_points() -> None:
    found = with_whole_day(variables(pain=[2, 4], fatigue=[3, 5], mood=[6, 4], stress=[1.0, 2.0]))
    assert [one.id for one in found] == ["whole_day", "stress"]
    assert found[0].values.tolist() == pytest.approx([-1, 1])


def test_a_day_with_two_symptoms_noted_has_no_value() -> None:
    found = with_whole_day(
        variables(pain=[2, 4, 4], fatigue=[3, 5, 5], fog=[4, 6, GAP], gut=[1, GAP, GAP])
    )
    assert np.isnan(found[0].values).tolist() == [False, False, True]


def test_fewer_than_three_symptoms_that_vary_have_no_page() -> None:
    assert with_whole_day(variables(pain=[2, 4], fatigue=[3, 5], fog=[4, 4], gut=[GAP, GAP])) == ()
