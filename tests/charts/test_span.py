"""Spans of days: moved, narrowed and widened, and never out of what there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.charts.span import SHORTEST, STEPS, Span

TODAY = date(2026, 3, 12)
WHOLE = Span(TODAY - timedelta(days=3649), TODAY)


def back(days: int, until: int = 0) -> Span:
    """The days from so many days ago on."""
    return Span(TODAY - timedelta(days=days - 1 + until), TODAY - timedelta(days=until))


@pytest.mark.parametrize(("days", "closer"), [(3650, 1095), (365, 90), (90, 30), (31, 30)])
def test_closer_goes_to_the_next_usual_length_up_to_today(days: int, closer: int) -> None:
    assert back(days).closer(WHOLE) == back(closer)


@pytest.mark.parametrize(("days", "further"), [(14, 30), (45, 90), (365, 1095), (1095, 3650)])
def test_further_goes_to_the_next_usual_length_and_at_last_to_all(days: int, further: int) -> None:
    assert back(days).further(WHOLE) == back(further)


def test_nothing_is_closer_than_two_weeks_nor_further_than_all() -> None:
    assert back(SHORTEST).closer(WHOLE) == back(SHORTEST)
    assert WHOLE.further(WHOLE) == WHOLE


def test_a_young_journal_is_shown_whole_instead_of_a_longer_span() -> None:
    whole = back(40)
    assert back(30).further(whole) == whole


def test_a_range_that_is_longer_than_the_journal_is_no_reason_to_go_further() -> None:
    whole = back(40)
    assert back(90).further(whole) == back(90)
    assert back(90).scaled(1.25, whole) == back(90)
    assert back(90).closer(whole) == back(30)


def test_a_turn_of_the_wheel_scales_and_always_shows_another_day() -> None:
    assert back(100).scaled(1.25, WHOLE) == back(125)
    assert back(100).scaled(0.8, WHOLE) == back(80)
    assert back(14).scaled(1.01, WHOLE) == back(15)


def test_the_day_that_is_meant_keeps_its_place() -> None:
    around = TODAY - timedelta(days=80)
    shown = back(101)
    closer = shown.of_length(51, WHOLE, around)
    assert (around - shown.start).days / 100 == (around - closer.start).days / 50


def test_without_a_day_the_middle_stays_where_the_end_is_not_today() -> None:
    shown = Span(date(2025, 1, 1), date(2025, 4, 11))
    closer = shown.of_length(51, WHOLE)
    assert closer.start - shown.start == shown.end - closer.end


def test_it_moves_no_further_than_the_first_and_the_last_day() -> None:
    assert back(30).moved(5, WHOLE) == back(30)
    assert back(30).moved(-7, WHOLE) == back(30, until=7)
    assert back(30).moved(-9999, WHOLE).end == WHOLE.start


@given(
    length=st.integers(1, 3650),
    until=st.integers(0, 3000),
    wanted=st.integers(0, 5000),
    around=st.integers(0, 3649),
)
def test_every_span_stays_within_what_there_is(
    length: int, until: int, wanted: int, around: int
) -> None:
    shown = back(length, until)
    day = TODAY - timedelta(days=around)
    other = shown.of_length(wanted, WHOLE, day if shown.holds(day) else None)
    assert WHOLE.start <= other.start <= other.end <= WHOLE.end
    assert other.days == min(max(wanted, SHORTEST), WHOLE.days)
    assert other.closer(WHOLE).days in (*STEPS, other.days)
