"""Which days count as hard ones."""

from __future__ import annotations

from datetime import date

import pytest

from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.hard_days import is_hard
from tests.journal.build import EVENING


@pytest.mark.parametrize(
    ("measure", "value", "hard"),
    [("pain", 7, True), ("pain", 6, False), ("too_ill", 1, True), ("fatigue", 10, False)],
)
def test_a_day_is_hard_when_it_says_so(measure: str, value: float, *, hard: bool) -> None:
    day = Day(date(2026, 3, 12), readings={measure: Reading(value, EVENING)})
    assert is_hard(day) is hard


def test_a_day_of_which_nothing_is_known_is_not() -> None:
    assert not is_hard(Day(date(2026, 3, 12)))
