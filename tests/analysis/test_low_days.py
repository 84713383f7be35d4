"""When the last days were heavy ones."""

from __future__ import annotations

import numpy as np
import pytest

from fibrojournal.analysis.low_days import are_heavy
from fibrojournal.storage.series import Series

TODAY = 20_000


def mood(*noted: tuple[int, float], copied: tuple[int, ...] = ()) -> Series:
    """Moods by how many days ago they were."""
    days = np.array([TODAY - ago for ago, _value in noted], dtype=np.int64)
    values = np.array([value for _ago, value in noted], dtype=float)
    is_copied = np.array([ago in copied for ago, _value in noted], dtype=bool)
    return Series(days, values, is_copied, is_copied)


HEAVY = (
    ((2, 1.0), (1, 0.0), (0, 1.0)),
    ((6, 1.0), (3, 0.0), (1, 1.0)),
    ((3, 9.0), (2, 1.0), (1, 0.0), (0, 1.0)),
)
OTHERS = (
    ((7, 1.0), (3, 0.0), (1, 1.0)),
    ((2, 1.0), (1, 2.0), (0, 1.0)),
    ((1, 0.0), (0, 0.0)),
    (),
)


@pytest.mark.parametrize("noted", HEAVY)
def test_several_of_the_lowest_in_a_row_are_heavy(noted: tuple[tuple[int, float], ...]) -> None:
    assert are_heavy(mood(*noted), TODAY)


@pytest.mark.parametrize("noted", OTHERS)
def test_fewer_higher_or_older_ones_are_not(noted: tuple[tuple[int, float], ...]) -> None:
    assert not are_heavy(mood(*noted), TODAY)


def test_what_was_copied_does_not_count() -> None:
    assert not are_heavy(mood((2, 1.0), (1, 0.0), (0, 1.0), copied=(1,)), TODAY)


def test_days_that_have_not_come_do_not_count() -> None:
    assert not are_heavy(mood((1, 1.0), (0, 0.0), (-1, 1.0)), TODAY)
