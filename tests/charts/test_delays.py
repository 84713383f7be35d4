"""How long it takes to show: differences at several delays, each with how sure it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import delays, nights
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.lag_view import Effect, LagView, signed
from fibrojournal.charts.material import Material
from tests.charts.charted import (
    NOTHING,
    assert_plain,
    assert_well_drawn,
    drawn,
    material,
    points,
    scope,
    texts,
)
from tests.charts.diaries import END, diary

DAYS = 240


def noted(series: dict[str, Answers], days: int = DAYS) -> Material:
    """Make what was read, with the span that was noted."""
    whole = {id: series.get(id, NOTHING) for id in delays.NEEDS.measures} | series
    span = (END - timedelta(days=days - 1), END)
    return replace(material(whole), noted=span)


def moved(cause: Answers, by: float, lag: int, *, seed: int = 7) -> Answers:
    """Make answers that go up with others a lag before, among ups and downs of their own."""
    random = np.random.default_rng(seed)
    days = np.arange(DAYS) + day_number(END) - DAYS + 1
    values = np.full(DAYS, 5.0) + random.normal(0, 1, DAYS)
    at = cause.days - days[0] + lag
    inside = at < DAYS
    values[at[inside]] += by * (cause.values[inside] - 5.0)
    nothing = np.zeros(DAYS, dtype=np.bool_)
    return Answers(days, np.clip(values, 0, 10), nothing, nothing)


SLEEP = diary(DAYS, gaps=0.0, seed=3)
STRESS = diary(DAYS, gaps=0.0, seed=4)


def after_a_night(by: float = -0.8) -> LagView:
    series = {"sleep_quality": SLEEP, "pain": moved(SLEEP, by, 0)}
    return delays.after_a_night(noted(series), scope(DAYS))


@pytest.mark.parametrize("days", [0, 1, 6, 19])
def test_few_days_have_no_number_of_points(days: int) -> None:
    series = {"sleep_quality": diary(days), "pain": diary(days, seed=2)} if days else {}
    view = delays.after_a_night(noted(series, max(days, 1)), scope(DAYS))
    assert view.is_empty
    assert view.sentence.startswith("Not enough days yet to say something fair")
    assert "point" not in view.sentence
    assert view.table().rows == ()
    assert_plain(view)


def test_a_journal_without_a_day_says_so() -> None:
    empty = replace(noted({}), noted=None)
    assert delays.after_a_night(empty, scope()).is_empty


def test_days_after_those_that_are_looked_at_count_not() -> None:
    series = {"sleep_quality": SLEEP, "pain": moved(SLEEP, -0.8, 0)}
    early = scope(30, end=END - timedelta(days=2 * DAYS))
    assert delays.after_a_night(noted(series), early).is_empty


def test_what_a_poor_night_goes_with_is_said_drawn_and_listed_alike() -> None:
    view = after_a_night()
    first = view.effects[0]
    assert first.is_clear
    assert first.points > 0
    assert view.sentence.startswith(
        f"After a poor night, pain stood {signed(first.points)[1:]} higher the next day,"
        " likely between "
    )
    figure, marks = drawn(view)
    assert [y for _x, y in points(figure, "effect")] == [one.points for one in view.effects]
    assert marks.marks.left.size == len(view.table().rows) == 4
    assert view.table().rows[0][1] == signed(first.points)
    assert view.read_out(0).startswith(f"The next day: {signed(first.points)} points")
    assert texts(figure, "delay") == ["next day", "2 days", "3 days", "4 days"]


def test_a_good_night_may_go_with_more_pain_too() -> None:
    view = after_a_night(0.8)
    assert view.effects[0].points < 0
    assert " lower the next day" in view.sentence


def test_where_nothing_is_clear_it_says_what_could_have_been_told() -> None:
    series = {"sleep_quality": SLEEP, "pain": moved(SLEEP, 0.0, 0)}
    view = delays.after_a_night(noted(series), scope(DAYS))
    assert not view.effects[0].is_clear
    assert view.sentence.startswith(
        "No clear difference the next day so far; with these days, one under"
    )
    assert_plain(view)


def test_sleep_beside_itself_gives_way_to_pain() -> None:
    series = {"sleep_quality": SLEEP, "pain": moved(SLEEP, -0.8, 0)}
    view = delays.after_a_night(noted(series), scope(DAYS, measure="sleep_quality"))
    assert view.outcome == "pain"


@pytest.mark.parametrize("measure", ["sleep_hours", "awakenings", "energy_morning"])
def test_what_is_asked_on_waking_is_not_said_to_follow_that_night(measure: str) -> None:
    chosen = scope(DAYS, measure=measure)
    made = noted({"sleep_quality": SLEEP, "pain": moved(SLEEP, -0.8, 0), measure: SLEEP})
    assert delays.after_a_night(made, chosen).outcome == "pain"
    assert nights.day_after(made, chosen).outcome.id == "pain"


def test_a_stressful_day_is_held_against_the_evening_after() -> None:
    series = {"stress": STRESS, "energy_evening": moved(STRESS, -0.9, 1)}
    view = delays.after_stress(noted(series), scope(DAYS))
    assert view.sentence.startswith("After a stressful day, evening energy stood ")
    assert " lower on the day after, likely between " in view.sentence
    assert view.effects[1].high < 0


def test_marks_of_unclear_delays_differ_in_shape_not_in_colour_alone() -> None:
    view = after_a_night()
    figure, _marks = drawn(view)
    markers = [
        line.get_marker()
        for axes in figure.axes
        for line in axes.lines
        if line.get_gid() == "effect"
    ]
    assert markers == ["o" if one.is_clear else "s" for one in view.effects]


def test_words_stand_apart_and_inside() -> None:
    view = after_a_night()
    assert_well_drawn(view)
    assert_plain(view)


def test_delays_without_room_for_words_are_numbered() -> None:
    figure, _marks = drawn(after_a_night(), width=250, scale=2.0)
    assert texts(figure, "delay") == ["0", "1", "2", "3"]


@pytest.mark.parametrize(("points_", "written"), [(1.34, "+1.3"), (-0.4, "−0.4"), (0.01, "0.0")])
def test_points_carry_their_sign(points_: float, written: str) -> None:
    assert signed(points_) == written


@pytest.mark.parametrize(
    ("low", "high", "is_clear"),
    [(0.06, 1.0, True), (0.04, 1.0, False), (-1.0, -0.04, False), (-1.0, -0.06, True)],
)
def test_a_difference_is_clear_only_where_the_printed_interval_leaves_out_zero(
    low: float, high: float, *, is_clear: bool
) -> None:
    assert Effect((low + high) / 2, low, high, 200, 0.8).is_clear is is_clear
