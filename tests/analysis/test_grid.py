from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.grid import Answers, on_calendar


def answers(
    noted: dict[int, float], hollow: set[int] | None = None, copied: set[int] | None = None
) -> Answers:
    days = sorted(noted)
    copied = copied or set()
    late = (hollow or set()) | copied
    return Answers(
        np.array(days, dtype=np.int64),
        np.array([noted[day] for day in days], dtype=np.float64),
        np.array([day in late for day in days], dtype=np.bool_),
        np.array([day in copied for day in days], dtype=np.bool_),
    )


def test_a_gap_is_not_zero_pain() -> None:
    grid = on_calendar(answers({10: 3.0, 12: 0.0}), 9, 13)
    np.testing.assert_array_equal(grid.values, [np.nan, 3.0, np.nan, 0.0, np.nan])
    np.testing.assert_array_equal(grid.days, [9, 10, 11, 12, 13])


def test_a_copied_answer_is_shown_but_not_counted() -> None:
    grid = on_calendar(answers({1: 4.0, 2: 4.0, 3: 5.0}, hollow={3}, copied={2}), 1, 3)
    np.testing.assert_array_equal(grid.values, [4.0, 4.0, 5.0])
    np.testing.assert_array_equal(grid.counted, [4.0, np.nan, 5.0])
    np.testing.assert_array_equal(grid.hollow, [False, True, True])


def test_days_before_1970_are_days_like_any_other() -> None:
    grid = on_calendar(answers({-2: 1.0, 1: 2.0}), -2, 1)
    np.testing.assert_array_equal(grid.values, [1.0, np.nan, np.nan, 2.0])


def test_a_span_that_ends_before_it_starts_is_empty() -> None:
    assert on_calendar(answers({1: 1.0}), 5, 3).values.size == 0


def test_cutting_keeps_every_array_in_step() -> None:
    cut = on_calendar(answers({1: 1.0, 3: 3.0}, hollow={3}, copied={1}), 0, 9).between(1, 3)
    np.testing.assert_array_equal(cut.days, [1, 2, 3])
    np.testing.assert_array_equal(cut.values, [1.0, np.nan, 3.0])
    np.testing.assert_array_equal(cut.counted, [np.nan, np.nan, 3.0])
    np.testing.assert_array_equal(cut.hollow, [True, False, True])


@given(
    noted=st.dictionaries(st.integers(-50, 50), st.floats(0, 10), max_size=40),
    hollow=st.sets(st.integers(-50, 50)),
    copied=st.sets(st.integers(-50, 50)),
    first=st.integers(-60, 60),
    length=st.integers(0, 120),
)
def test_the_grid_holds_each_answer_once_and_nothing_else(
    noted: dict[int, float], hollow: set[int], copied: set[int], first: int, length: int
) -> None:
    grid = on_calendar(answers(noted, hollow, copied), first, first + length - 1)
    assert grid.values.size == grid.counted.size == grid.hollow.size == length
    for offset, day in enumerate(range(first, first + length)):
        shown = noted.get(day, np.nan)
        np.testing.assert_equal(grid.values[offset], shown)
        np.testing.assert_equal(grid.counted[offset], np.nan if day in copied else shown)
        assert grid.hollow[offset] == (day in noted and day in hollow | copied)
