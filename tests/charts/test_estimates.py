"""Estimates in words: what the engine found, and no more."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.charts.estimates import Way, estimates, told
from fibrojournal.charts.kinds import Answered
from fibrojournal.journal.measures import MEASURE_BY_ID
from tests.charts.diaries import END

DAYS = 365
START = END - timedelta(days=DAYS - 1)
NOISE = np.random.default_rng(8).normal(0, 1, (2, DAYS))
PAIN, STRESS = MEASURE_BY_ID["pain"], MEASURE_BY_ID["stress"]
TAKEN = "Weekday, slow drift and the days before are taken into account."


def pair(effect: float, lag: int, noise: float = 1.0) -> tuple[Answered, Answered]:
    """Make stress, and pain that follows it by so many points a point."""
    stress = 4 + NOISE[0]
    pain = 5 + noise * NOISE[1] + effect * np.roll(NOISE[0], lag)
    return Answered(STRESS, stress), Answered(PAIN, pain)


@pytest.mark.parametrize("lag", [0, 1, 2])
def test_a_difference_that_is_there_is_found_on_its_day(lag: int) -> None:
    found = estimates(pair(0.8, lag), START, [Way(0, lag)])[0]
    assert found is not None
    assert found.low < 0.8 * found.contrast < found.high
    assert found.low > 0


def test_the_words_hold_the_numbers_of_the_estimate() -> None:
    both = pair(0.8, 1)
    found = estimates(both, START, [Way(0, 1)])[0]
    assert found is not None
    words = (
        f"Stress, then pain a day later: {found.effect:.1f} higher,"
        f" likely between {found.low:.1f} and {found.high:.1f}."
    )
    assert told(both, START, [Way(0, 1)]) == [words, TAKEN]


def test_lower_is_said_with_the_nearer_end_first() -> None:
    both = pair(-0.8, 2)
    found = estimates(both, START, [Way(0, 2)])[0]
    assert found is not None
    assert told(both, START, [Way(0, 2)])[0] == (
        f"Stress, then pain two days later: {-found.effect:.1f} lower,"
        f" likely between {-found.high:.1f} and {-found.low:.1f}."
    )


def test_no_clear_link_says_what_could_not_be_seen() -> None:
    both = pair(0.0, 1, noise=3.0)
    found = [one for one in estimates(both, START, [Way(0, 1), Way(0, 2)]) if one]
    least = max(one.detectable for one in found)
    (words,) = told(both, START, [Way(0, 1), Way(0, 2)])
    assert words == (
        "No clear link once weekday, slow drift and the days before are taken into account:"
        f" differences under {least:.1f} points cannot be told from chance."
    )


def test_a_link_stands_beside_one_that_is_not_clear() -> None:
    clear, unclear, taken = told(pair(1.5, 1, noise=3.0), START, [Way(0, 1), Way(0, 2)])
    assert "higher, likely between" in clear
    assert unclear == "Stress, then pain two days later: no clear link."
    assert taken == TAKEN


def test_a_link_too_small_to_matter_is_said_so() -> None:
    assert told(pair(0.0, 0, noise=0.4), START, [Way(0, 0)])[0] == (
        "Stress and pain on one day: probably no link that matters, under half a point."
    )


def test_too_few_days_are_not_asked() -> None:
    few = tuple(
        Answered(one.measure, np.where(np.arange(DAYS) < 29, one.values, np.nan))
        for one in pair(0.8, 1)
    )
    assert told((few[0], few[1]), START, [Way(0, 1)]) == []


def test_both_ways_round_are_asked_of_one_pair() -> None:
    forth, back = estimates(pair(0.8, 1), START, [Way(0, 1), Way(1, 1)])
    assert forth is not None
    assert back is not None
    assert forth.low > 0
    assert back.low < 0 < back.high
