from __future__ import annotations

import math

import numpy as np
import pytest

from fibrojournal.analysis.aligned import aligned, first_days, unusually_active

GAP = math.nan


def diary(rise: float) -> tuple[np.ndarray, np.ndarray]:
    values = np.tile([3.0, 4.0, 5.0, 4.0, 3.0], 40)
    events = np.arange(20, 190, 15)
    values[events + 1] += rise
    return values, events


def test_what_follows_events_stands_out_on_its_day() -> None:
    values, events = diary(rise=4.0)
    found = aligned(values, 0, events)
    means = {offset.offset: offset.mean for offset in found.offsets}
    assert list(means) == list(range(-3, 8))
    assert found.events == 12
    assert found.before is not None
    assert means[1] is not None
    assert means[1] - found.before > 3
    assert found.offsets[4].usual is not None


def test_days_beyond_the_diary_and_gaps_count_in_no_number() -> None:
    values = np.tile([3.0, 5.0, GAP], 10)
    found = aligned(values, 0, np.array([0, 29]), (-1, 1))
    assert [offset.n for offset in found.offsets] == [1, 1, 1]
    assert (found.offsets[0].offset, found.events) == (-1, 2)


def test_events_outside_what_is_noted_are_none() -> None:
    found = aligned(np.array([GAP, GAP]), 0, np.array([0, 50]))
    assert (found.events, found.before, found.offsets[3].mean) == (0, None, None)
    assert aligned(np.array([]), 0, np.array([], dtype=np.int64)).events == 0


@pytest.mark.parametrize(("events", "fair"), [(4, False), (5, True)])
def test_five_events_are_fair(events: int, fair: bool) -> None:  # noqa: FBT001
    assert aligned(np.arange(90.0), 0, np.arange(events) * 10 + 5).is_fair is fair


def test_marks_in_a_row_are_one_event() -> None:
    marks = np.array([1.0, 1, 0, GAP, 1, 0, 0, 0, 1, 0])
    assert first_days(marks).tolist() == [0, 8]
    assert first_days(np.array([0.0, GAP])).tolist() == []


def test_active_days_are_those_rated_so_or_overdone() -> None:
    marks = unusually_active(np.array([2.0, 0, GAP, GAP, 0]), np.array([0.0, 1, 1, GAP, GAP]))
    np.testing.assert_array_equal(marks, [1, 1, 1, GAP, 0])
