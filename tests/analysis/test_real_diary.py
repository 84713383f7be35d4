"""What a real person's diary shows, as an independent reading of the same file reported it."""

from __future__ import annotations

import numpy as np
import pytest

from fibrojournal.analysis.prepared import prepare
from tests.calibration.real_diary import ITEMS, projected, q_values, real_diary


def test_the_diary_holds_fourteen_items_of_239_days_and_four_mornings_in_ten_are_missing() -> None:
    _, variables = real_diary()
    assert len(variables) == len(ITEMS) == 14
    assert {one.values.size for one in variables} == {239}
    sleep = next(one for one in variables if one.id == "mor_qualsleep")
    assert np.isnan(sleep.values).mean() == pytest.approx(0.40, abs=0.005)


def test_after_feeling_low_this_person_wakes_more_often_and_little_else_follows() -> None:
    pairs = projected(prepare(*real_diary()), 1)
    q = q_values(pairs)
    assert len(pairs) == 182
    assert (q <= 0.10).sum() <= 2
    low = pairs[int(np.argmin(q))]
    assert (low.source, low.target, low.n) == ("mood_down", "mor_nrwakeup", 140)
    assert low.slope == pytest.approx(0.91, abs=0.02)
    assert low.slope - low.reach > 0


def test_on_one_day_nearly_everything_goes_together() -> None:
    pairs = projected(prepare(*real_diary()), 0)
    assert sum(pair.p <= 0.05 for pair in pairs) == pytest.approx(150, abs=10)
