from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.analysis.flares import Flare, flare_days

QUIET = [3.0, 4.0, 3.0, 4.0, 3.0, 3.0, 4.0] * 4  # median 3, spread at its least: 5 or more starts


def found(values: list[float], days: list[int] | None = None) -> list[tuple[int, int | None]]:
    days = list(range(len(values))) if days is None else days
    flares = flare_days(np.array(days, dtype=np.int64), np.array(values, dtype=np.float64))
    return [(flare.start, flare.end) for flare in flares]


def slowly(days: list[int], values: list[float]) -> list[Flare]:
    """The rule as it reads, day by day, with nothing remembered between days."""
    flares: list[Flare] = []
    inside: set[int] = set()

    def together(at: int) -> bool:
        return at + 1 < len(days) and days[at + 1] - days[at] - 1 <= 7

    at = 0
    while at < len(days):
        before = [
            values[i] for i in range(at) if days[at] - 28 <= days[i] < days[at] and i not in inside
        ]
        start = False
        base = rise = 0.0
        if len(before) >= 14 and together(at):
            base = float(np.median(before))
            mad = float(np.median([abs(v - base) for v in before]))
            rise = max(2.0, 1.5 * max(0.7, 1.4826 * mad))
            start = min(values[at], values[at + 1]) >= base + rise - 1e-9
        if not start:
            at += 1
            continue
        end = at + 1
        while together(end):
            both_low = [v < base + rise / 2 - 1e-9 for v in values[end + 1 : end + 3]]
            if both_low == [True, True] and together(end + 1):
                break
            end += 1
        inside |= set(range(at, end + 1))
        still_open = end == len(days) - 1
        flares.append(Flare(days[at], None if still_open else days[end], days[end]))
        at = end + 1
    return flares


def test_two_days_in_a_row_start_a_flare_and_two_low_days_end_it() -> None:
    assert found([*QUIET, 6, 6, 7, 3, 6, 3, 3, 4]) == [(28, 32)]


def test_one_high_day_is_no_flare() -> None:
    assert found([*QUIET, 9, 3, 9, 3, 4]) == []


def test_the_rise_is_two_points_at_least() -> None:
    assert found([*QUIET, 4.9, 4.9, 3, 3]) == []
    assert found([*QUIET, 5.0, 5.0, 3, 3]) == [(28, 29)]


def test_a_restless_diary_needs_a_higher_rise() -> None:
    restless = [1.0, 5.0, 3.0, 1.0, 5.0] * 6  # median 3, spread 1.4826 * 2: the rise is 4.45
    assert found([*restless, 7.4, 7.4, 3, 3]) == []
    assert found([*restless, 7.5, 7.5, 3, 3]) == [(30, 31)]


def test_low_means_below_half_the_rise() -> None:
    assert found([*QUIET, 6, 6, 4, 4, 3.9, 3.9]) == [(28, 31)]


def test_a_flare_may_still_be_open() -> None:
    flares = flare_days(np.arange(31), np.array([*QUIET, 6.0, 6.0, 3.0]))
    assert flares == (Flare(28, None, 30),)
    assert flares[0].days == 3


def test_thirteen_records_before_are_too_few() -> None:
    assert found([*QUIET[:13], 8, 8, 3, 3]) == []
    assert found([*QUIET[:14], 8, 8, 3, 3]) == [(14, 15)]


def test_only_the_last_four_weeks_count() -> None:
    long_ago = [3.0] * 40
    lately = [6.0] * 28  # first a flare above the old level, closed by a gap; then the new usual
    days = [*range(40), *range(60, 88), 88, 89]
    assert found([*long_ago, *lately, 8, 8], days) == [(88, None)]


def test_the_days_of_a_flare_do_not_raise_the_usual_level() -> None:
    first = [8.0] * 10
    quiet_between = [3.0, 3.0, 4.0, 3.0]
    assert found([*QUIET, *first, *quiet_between, 5, 5, 3, 3]) == [(28, 37), (42, 43)]


def test_an_unnoted_day_does_not_break_a_row() -> None:
    days = [*range(28), 28, 30, 31, 35, 36]
    assert found([*QUIET, 6, 6, 6, 3, 3], days) == [(28, 31)]


def test_a_gap_of_more_than_a_week_breaks_a_row() -> None:
    assert found([*QUIET, 6, 6, 3, 3], [*range(28), 28, 36, 37, 38]) == [(28, 36)]
    assert found([*QUIET, 6, 6, 3, 3], [*range(28), 28, 37, 38, 39]) == []


def test_nobody_knows_how_a_flare_went_on_in_a_long_gap() -> None:
    days = [*range(28), 28, 29, 60, 61]
    assert found([*QUIET, 6, 6, 6, 6], days) == [(28, 29)]


def test_tenths_meet_the_limit_exactly() -> None:
    assert found([3.3] * 28 + [5.3, 5.3, 3.3, 3.3]) == [(28, 29)]


@pytest.mark.parametrize("length", [0, 1, 3, 14])
def test_a_short_diary_has_no_flares(length: int) -> None:
    assert found([5.0] * length) == []


@st.composite
def diaries(draw: st.DrawFn) -> tuple[list[int], list[float]]:
    steps = draw(st.lists(st.sampled_from([1, 1, 1, 1, 1, 2, 3, 8, 9, 30]), max_size=120))
    levels = st.sampled_from([2.0, 3.0, 3.0, 3.0, 4.0, 4.0, 5.0, 6.0, 8.0, 8.0, 3.3, 5.3])
    values = draw(st.lists(levels, min_size=len(steps), max_size=len(steps)))
    return np.cumsum(steps).tolist() if steps else [], values


@given(diaries())
def test_the_fast_search_is_the_rule(diary: tuple[list[int], list[float]]) -> None:
    days, values = diary
    assert list(flare_days(np.array(days, dtype=np.int64), np.array(values))) == slowly(*diary)


@pytest.mark.parametrize("seed", range(4))
def test_the_fast_search_is_the_rule_on_years_of_days(seed: int) -> None:
    random = np.random.default_rng(seed)
    level = np.zeros(1500)
    for at in range(1, level.size):
        level[at] = 0.8 * level[at - 1] + random.normal(0, 1.0)
    values = np.clip(np.round(4 + level), 0, 10)
    days = np.flatnonzero(random.random(level.size) < 0.85)
    flares = flare_days(days, values[days])
    assert len(flares) >= 4
    assert list(flares) == slowly(days.tolist(), values[days].tolist())


def test_a_hundred_years_take_no_time() -> None:
    random = np.random.default_rng(5)
    values = np.clip(np.round(random.normal(5, 2, 36_500)), 0, 10)
    started = time.process_time()
    flare_days(np.arange(36_500), values)
    assert time.process_time() - started < 2
