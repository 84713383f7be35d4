"""Energy on waking beside that of the evening, and how much the difference varies."""

from __future__ import annotations

import re
from math import isfinite

import pytest

from fibrojournal.charts import energy_gap, gap_varies
from fibrojournal.charts.energy_gap import EnergyGap, difference_text
from fibrojournal.charts.gap_varies import GapVaries
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

WAKING = [2.0, 3.0, 5.0, 4.0] * 5
EVENING = [4.0, 4.0, 5.0, 3.0] * 5


def side_by_side(
    waking: list[float], evening: list[float], copied: tuple[int, ...] = ()
) -> EnergyGap:
    noted = {"energy_morning": steps(waking, copied), "energy_evening": steps(evening)}
    return energy_gap.of_material(material(noted), scope())


def stacks(waking: list[float], evening: list[float]) -> GapVaries:
    noted = {"energy_morning": steps(waking), "energy_evening": steps(evening)}
    return gap_varies.of_material(material(noted), scope())


@pytest.mark.parametrize("days", [0, 1, 6, 13])
def test_under_fourteen_days_both_are_a_sentence(days: int) -> None:
    for view in (
        side_by_side(WAKING[:days], EVENING[:days]),
        stacks(WAKING[:days], EVENING[:days]),
    ):
        assert view.is_empty
        assert view.sentence == f"14 days with both are needed here; you have {days}."
        assert view.detail == ""
        assert_plain(view)
    assert stacks(WAKING[:days], EVENING[:days]).table().rows == ()


def test_averages_are_said_drawn_and_named() -> None:
    view = side_by_side(WAKING, EVENING)
    assert view.sentence == "Evenings held 0.5 points more energy than mornings."
    assert view.detail == (
        "Waking 3.5, evening 4.0. Both noted on 20 of 90 days."
        " A description of your days; it does not measure a hormone."
    )
    figure, marks = drawn(view)
    assert sorted(y for _x, y in points(figure, "waking")) == sorted(WAKING)
    assert sorted(y for _x, y in points(figure, "evening")) == sorted(EVENING)
    assert texts(figure, "name") == ["waking 3.5", "evening 4.0"]
    assert marks.marks.left.size == len(view.table().rows) == 20
    assert view.table().rows[0][1:] == ("2", "4", "+2")
    assert view.table().days[0] == view.day_at(0)
    assert view.read_out(0).endswith("Waking 2, low, evening 4, in between.")


def test_mornings_with_more_and_equal_ones_are_said_so() -> None:
    assert side_by_side(EVENING, WAKING).sentence == (
        "Mornings held 0.5 points more energy than evenings."
    )
    assert side_by_side(WAKING, WAKING).sentence == (
        "Mornings and evenings held the same energy on average."
    )


def test_the_difference_that_is_said_is_that_of_the_averages_that_are_said() -> None:
    waking = [*[4.0] * 15, *[3.0] * 5]  # 3.75, printed 3.8
    evening = [*[4.0] * 11, *[3.0] * 9]  # 3.55, printed 3.5 or 3.6
    view = side_by_side(waking, evening)
    first, second = (float(part) for part in re.findall(r"\d\.\d(?=[,.])", view.detail)[:2])
    assert view.sentence == (
        f"Mornings held {first - second:.1f} points more energy than evenings."
    )


def test_copied_answers_are_left_out() -> None:
    assert side_by_side(WAKING, EVENING, copied=tuple(range(10))).is_empty


def test_each_stack_holds_its_days() -> None:
    view = stacks(WAKING, EVENING)
    assert view.differences.tolist() == [-1, 0, 1, 2]
    assert view.counts.tolist() == [5, 5, 5, 5]
    assert view.detail == (
        "Evening energy was lower on 5 days, equal on 5, higher on 10."
        " It does not measure a hormone."
    )
    figure, marks = drawn(view)
    assert len(points(figure, "dot")) == 20
    assert texts(figure, "count") == ["5", "5", "5", "5"]
    assert texts(figure, "difference") == ["−1", "0", "+1", "+2"]
    assert texts(figure, "end") == ["evening lower", "evening higher"]
    assert marks.marks.left.size == len(view.table().rows) == 4
    assert view.read_out(0) == "1 point lower than on waking. 5 days."
    assert view.read_out(1) == "the same as on waking. 5 days."
    assert view.read_out(3) == "2 points higher than on waking. 5 days."


def test_a_dot_that_is_left_over_stands_below_the_number_of_its_stack() -> None:
    figure, _marks = drawn(stacks(WAKING, EVENING))  # of five dots each
    days = [round(day, 6) for day, _height in points(figure, "dot")]
    assert [days.count(difference) for difference in (-1, 0, 1, 2)] == [1, 1, 1, 1]


def test_where_half_of_the_days_are_alike_one_difference_is_named() -> None:
    assert stacks([3.0] * 20, [4.0] * 20).sentence == (
        "On half of these days or more the difference was +1."
    )
    assert stacks(WAKING, EVENING).sentence.startswith(
        "On half of these days the difference lay between "
    )


def test_high_stacks_have_dots_of_several_days() -> None:
    noted = {"energy_morning": diary(3650), "energy_evening": diary(3650, seed=2)}
    view = gap_varies.of_material(material(noted), scope(3650))
    assert view.days_a_dot > 1
    assert f"Each dot is up to {view.days_a_dot} days." in view.detail
    figure, _marks = drawn(view)
    assert len(points(figure, "dot")) == sum(
        -(-count // view.days_a_dot) for count in view.counts.tolist()
    )


def test_over_a_year_lines_of_averages_stand_for_the_marks_of_days() -> None:
    noted = {"energy_morning": diary(365), "energy_evening": diary(365, seed=2)}
    view = energy_gap.of_material(material(noted), scope(365))
    figure, marks = drawn(view)
    assert marks.marks.left.size == view.days.size  # each day can still be pointed at
    assert not points(figure, "waking")
    line = points(figure, "evening average")
    day, mean = next(point for point in line if isfinite(point[1]))
    week = abs(view.days - day) <= 3
    assert mean == pytest.approx(view.second[week].mean())
    assert "The lines are 7-day averages" in view.detail


@pytest.mark.parametrize("days", [60, 3650])
def test_words_stand_apart_and_inside_over_months_and_years(days: int) -> None:
    noted = {"energy_morning": diary(days), "energy_evening": diary(days, seed=2)}
    for view in (
        energy_gap.of_material(material(noted), scope(days)),
        gap_varies.of_material(material(noted), scope(days)),
    ):
        assert not view.is_empty
        assert_well_drawn(view)
        assert_plain(view)


def test_differences_over_the_whole_scale_have_room_in_a_narrow_column() -> None:
    view = stacks([0.0, 10.0] * 10, [10.0, 0.0] * 10)
    assert view.differences.size == 21
    figure, _marks = drawn(view, width=250, scale=2.0)
    assert "0" in texts(figure, "difference")
    assert texts(figure, "count") == []
    assert_well_drawn(view)


def test_differences_carry_their_sign() -> None:
    assert [difference_text(points) for points in (2.0, -1.5, 0.0)] == ["+2", "−1.5", "0"]
