"""Estimates in words: what the engine found, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.answers import Estimate
from fibrojournal.analysis.pages import page
from fibrojournal.analysis.variables import variables
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.estimates import Way, estimates, told
from fibrojournal.charts.material import Material
from fibrojournal.journal.measures import MEASURE_BY_ID
from tests.charts.charted import material, scope, steps
from tests.charts.diaries import END, diary

DAYS = 365
VIEW = scope(DAYS)
NOISE = np.random.default_rng(8).normal(0, 1, (2, DAYS))
PAIN, STRESS = MEASURE_BY_ID["pain"], MEASURE_BY_ID["stress"]
BOTH = STRESS, PAIN
TAKEN = "Weekday, slow drift and the days before are taken into account."


def noted(effect: float, lag: int, noise: float = 1.0, days: int = DAYS) -> Material:
    """Note stress, and pain that follows it by so many points a point, on the first days."""
    stress = 4 + NOISE[0]
    pain = 5 + noise * NOISE[1] + effect * np.roll(NOISE[0], lag)
    begun = np.arange(DAYS) < days
    both = {"stress": stress, "pain": pain}
    return material({id: steps(np.where(begun, one, np.nan).tolist()) for id, one in both.items()})


def found_in(made: Material, *ways: Way) -> list[Estimate]:
    return [one for one in estimates(made, VIEW, BOTH, ways) if one is not None]


def test_an_estimate_is_that_of_the_page_of_its_outcome() -> None:
    days = ("pain", "stress", "fatigue", "mood", "sleep_quality")
    made = material({id: diary(DAYS, seed=at) for at, id in enumerate(days)})
    first = day_number(VIEW.start)
    laid = variables(made.questions.measures, (), made.series, (first, day_number(END)))
    asked = {
        (one.answer.question.factor, one.answer.question.lag): one.answer.estimate
        for one in page(first, laid, "pain").relations
    }
    for lag, one in enumerate(estimates(made, VIEW, BOTH, [Way(0, 0), Way(0, 1)])):
        there = asked["stress", lag]
        assert one is not None
        assert there is not None
        assert (one.effect, one.se, one.df) == pytest.approx((there.effect, there.se, there.df))


def test_days_before_the_first_noted_one_count_not() -> None:
    made = noted(0.8, 1)
    early = scope(DAYS + 400)
    begun = replace(made, noted=(VIEW.start, END))
    assert estimates(begun, early, BOTH, [Way(0, 1)]) == estimates(made, VIEW, BOTH, [Way(0, 1)])
    later = replace(made, noted=(END + timedelta(days=1),) * 2)
    assert estimates(later, VIEW, BOTH, [Way(0, 1)]) == [None]


@pytest.mark.parametrize("lag", [0, 1, 2])
def test_a_difference_that_is_there_is_found_on_its_day(lag: int) -> None:
    (found,) = found_in(noted(0.8, lag), Way(0, lag))
    assert found.low < 0.8 * found.contrast < found.high
    assert found.low > 0


def test_the_words_hold_the_numbers_of_the_estimate() -> None:
    made = noted(0.8, 1)
    (found,) = found_in(made, Way(0, 1))
    words = (
        f"Stress, then pain a day later: {found.effect:.1f} higher,"
        f" likely between {found.low:.1f} and {found.high:.1f}."
    )
    assert told(made, VIEW, BOTH, [Way(0, 1)]) == [words, TAKEN]


def test_lower_is_said_with_the_nearer_end_first() -> None:
    made = noted(-0.8, 2)
    (found,) = found_in(made, Way(0, 2))
    assert told(made, VIEW, BOTH, [Way(0, 2)])[0] == (
        f"Stress, then pain two days later: {-found.effect:.1f} lower,"
        f" likely between {-found.high:.1f} and {-found.low:.1f}."
    )


def test_no_clear_link_says_what_could_not_be_seen() -> None:
    made = noted(0.0, 1, noise=3.0)
    found = found_in(made, Way(0, 1), Way(0, 2))
    least = max(one.detectable for one in found)
    (words,) = told(made, VIEW, BOTH, [Way(0, 1), Way(0, 2)])
    assert words == (
        "No clear link once weekday, slow drift and the days before are taken into account:"
        f" differences under {least:.1f} points would mostly not show."
    )


def test_a_link_stands_beside_one_that_is_not_clear() -> None:
    clear, unclear, taken = told(noted(1.5, 1, noise=3.0), VIEW, BOTH, [Way(0, 1), Way(0, 2)])
    assert "higher, likely between" in clear
    assert unclear == "Stress, then pain two days later: no clear link."
    assert taken == TAKEN


def test_a_link_too_small_to_matter_is_said_so() -> None:
    assert told(noted(0.0, 0, noise=0.4), VIEW, BOTH, [Way(0, 0)])[0] == (
        "Stress and pain on one day: probably no link that matters, under half a point."
    )


def test_too_few_days_are_not_asked() -> None:
    assert told(noted(0.8, 1, days=29), VIEW, BOTH, [Way(0, 1)]) == []


def test_both_ways_round_are_asked_of_one_pair() -> None:
    forth, back = found_in(noted(0.8, 1), Way(0, 1), Way(1, 1))
    assert forth.low > 0
    assert back.low < 0 < back.high
