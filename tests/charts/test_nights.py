"""Nights beside the days after them, and hours beside how rested they left a person."""

from __future__ import annotations

import numpy as np
import pytest

from fibrojournal.charts import nights
from fibrojournal.charts.thirds_view import ThirdsView
from tests.charts.charted import (
    assert_plain,
    assert_well_drawn,
    drawn,
    material,
    points,
    scope,
    steps,
    texts,
)
from tests.charts.diaries import diary

SLEEP = [2.0, 4.0, 8.0] * 20
PAIN = [7.0, 5.0, 3.0] * 20


def view(
    sleep: list[float], outcome: list[float], *, measure: str = "pain", copied: tuple[int, ...] = ()
) -> ThirdsView:
    noted = {"sleep_quality": steps(sleep, copied), measure: steps(outcome)}
    noted.setdefault("pain", steps([]))
    return nights.day_after(material(noted), scope(measure=measure))


@pytest.mark.parametrize("days", [0, 1, 6, 19, 29])
def test_few_nights_are_a_sentence_with_their_number(days: int) -> None:
    found = view(SLEEP[:days], PAIN[:days])
    assert found.is_empty
    assert found.sentence == f"30 nights with both are needed here; you have {days}."
    assert found.detail == ""
    assert_plain(found)


def test_each_third_has_the_average_of_its_own_days() -> None:
    found = view(SLEEP, PAIN)
    assert found.sentence == "After poor nights pain averaged 7.0, after good ones 3.0."
    assert found.detail.startswith("20 poor nights (2 or less), 20 good ones (8 or more).")
    assert "60 of 90 days with both" in found.detail
    figure, _marks = drawn(found)
    assert {y for _x, y in points(figure, "mean")} == {7.0, 5.0, 3.0}
    assert texts(figure, "mean") == ["7.0 after poor nights", "5.0", "3.0 after good nights"]


def test_every_dot_is_a_day_at_its_numbers_and_says_them() -> None:
    found = view(SLEEP, PAIN)
    figure, marks = drawn(found)
    dots = points(figure, "day")
    assert len(dots) == marks.marks.left.size == len(found.table().rows) == 60
    rounded = {(round(x), round(y)) for x, y in dots}
    assert rounded == {(2, 7), (4, 5), (8, 3)}
    assert found.read_out(0).endswith("Sleep 2, poor, pain 7, strong.")
    assert found.table().days == tuple(sorted(found.day_at(at) for at in range(60)))


def test_a_dot_stands_at_the_same_place_each_time() -> None:
    first, second = (points(drawn(view(SLEEP, PAIN))[0], "day") for _again in range(2))
    assert first == second


def test_copied_nights_count_for_nothing() -> None:
    found = view(SLEEP, PAIN, copied=tuple(range(40)))
    assert found.sentence == "30 nights with both are needed here; you have 20."


def test_late_days_are_hollow_and_say_so_in_the_table() -> None:
    noted = {"sleep_quality": diary(200), "pain": diary(200, seed=2)}
    found = nights.day_after(material(noted), scope(200))
    figure, _marks = drawn(found)
    late = points(figure, "late day")
    assert len(late) == int(found.pairs.late.sum()) > 0
    assert sum(row[-1] == "filled in later" for row in found.table().rows) == len(late)


def test_nights_that_are_all_alike_are_not_parted() -> None:
    found = view([5.0] * 60, PAIN)
    assert found.is_empty
    assert found.sentence == "Your nights were too alike to set some beside others."


def test_two_kinds_of_nights_have_nothing_in_between() -> None:
    found = view([1.0, 1.0, 8.0] * 13 + [5.0], [6.0] * 40)
    assert found.pairs.thirds is not None
    assert found.pairs.thirds.middle is None
    assert "in between" not in found.description
    assert_well_drawn(found)


def test_limits_that_meet_are_one_line() -> None:
    found = view([1.0] * 20 + [2.0] + [3.0] * 20, [5.0] * 41)
    figure, _marks = drawn(found)
    assert len({x for x, _y in points(figure, "limit")}) <= 2


@pytest.mark.parametrize("measure", ["sleep_quality", "sleep_hours"])
def test_sleep_beside_itself_gives_way_to_pain(measure: str) -> None:
    noted = {"sleep_quality": steps(SLEEP), "pain": steps(PAIN), "sleep_hours": steps(SLEEP)}
    assert nights.day_after(material(noted), scope(measure=measure)).outcome.id == "pain"


def test_another_outcome_is_named_in_title_sentence_and_table() -> None:
    found = view(SLEEP, PAIN, measure="fatigue")
    assert found.title == "Fatigue on the day after a night"
    assert "fatigue averaged" in found.sentence
    assert found.table().headers[2] == "Fatigue"


def test_hours_have_an_axis_as_long_as_the_nights() -> None:
    hours = [5.5, 7.0, 8.5] * 20
    noted = {"sleep_hours": steps(hours), "sleep_quality": steps(SLEEP)}
    found = nights.rested_and_hours(material(noted), scope())
    assert found.sentence == "How rested you felt averaged 2.0 after short nights, 8.0 after long."
    figure, _marks = drawn(found)
    assert texts(figure, "across") == ["5", "6", "7", "8", "9"]
    assert texts(figure, "end") == ["Hours slept"]
    assert_well_drawn(found)


def test_without_hours_it_says_what_to_note() -> None:
    found = nights.rested_and_hours(
        material({"sleep_hours": steps([]), "sleep_quality": steps(SLEEP)}), scope()
    )
    assert found.sentence == "Note hours slept to see this."
    assert found.is_empty


@pytest.mark.parametrize("days", [90, 3650])
def test_words_stand_apart_and_inside_over_months_and_years(days: int) -> None:
    noted = {"sleep_quality": diary(days), "pain": diary(days, seed=2)}
    found = nights.day_after(material(noted), scope(days))
    assert not found.is_empty
    assert_well_drawn(found)


def test_no_words_blame_or_claim() -> None:
    assert_plain(view(SLEEP, PAIN))


def test_the_bands_do_not_leave_the_scale() -> None:
    found = view([1.0, 5.0, 9.0] * 20, [0.0, 0.0, 10.0] * 20)
    figure, _marks = drawn(found)
    (axes,) = figure.axes
    heights = [
        float(y)
        for band in axes.collections
        for path in band.get_paths()
        for _x, y in np.asarray(path.vertices, float)
    ]
    assert heights
    assert all(0 <= y <= 10 for y in heights)
