"""Averages of groups of days: what is drawn, listed and read out are the same numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.colors import same_color
from matplotlib.figure import Figure

from fibrojournal.charts.groups import Group, GroupsView, Panel, Series, described, empty
from fibrojournal.charts.kinds import Answered
from fibrojournal.charts.style import Look
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import THEMES, tokens
from tests.charts.charted import texts
from tests.charts.made_up import SIZES, assert_texts_stand_apart_and_inside, drawn, heights, lines

PAIN, AREAS = MEASURE_BY_ID["pain"], MEASURE_BY_ID["pain_areas"]
STEPS = ("same day", "day after", "2 days", "3 days")
LONG = ("much less active than usual", "as usual", "more active than usual")


def groups(*means: float, n: int = 40) -> tuple[Group, ...]:
    return tuple(Group(n, mean, mean - 0.4, mean + 0.6) for mean in means)


def view(*panels: Panel) -> GroupsView:
    return described("Pain", panels, "It averaged 5.0.", "Of 40 days.")


ALONE = Panel("Pain by activity", PAIN, LONG, (Series(groups(4.5, 5.0, 5.5)),))
TWO = Panel(
    "Pain after two kinds of days",
    PAIN,
    STEPS,
    (
        Series(groups(5.5, 5.0, 4.8, 4.7), "Stress 6 or more, or a stressful event"),
        Series(groups(4.1, 4.2, 4.4, 4.6), "Stress 3 or less"),
    ),
    is_joined=True,
)
FEW = Panel("Areas", AREAS, ("easy", "hard"), (Series((Group(3), *groups(9.0))),))


def test_each_average_stands_where_it_belongs_over_its_bar() -> None:
    figure, _marks = drawn(view(TWO))
    for at, marks in enumerate(lines(figure, "mean")):
        means = [group.mean for group in TWO.series[at].groups]
        assert heights(marks).tolist() == means
    for at, bars in enumerate(lines(figure, "interval")):
        ends = heights(bars)
        known = [(group.low, group.high) for group in TWO.series[at].groups]
        assert ends[np.isfinite(ends)].reshape(-1, 2).tolist() == [list(pair) for pair in known]


def test_steps_in_time_are_joined_and_other_columns_are_not() -> None:
    joined, _marks = drawn(view(TWO))
    assert [heights(line).tolist() for line in lines(joined, "line") if heights(line).size > 2] == [
        [group.mean for group in series.groups] for series in TWO.series
    ]
    apart, _marks = drawn(view(ALONE))
    assert lines(apart, "line") == []


def test_a_group_of_too_few_days_has_a_count_and_no_average() -> None:
    seen = view(FEW)
    figure, marks = drawn(seen)
    assert heights(*lines(figure, "mean")).tolist() == [9.0]
    assert texts(figure, "count") == ["3 days", "40 days"]
    assert marks.marks.left.size == 1
    assert seen.table().rows == (
        ("Areas", "easy", "", "", "3"),
        ("Areas", "hard", "9.0", "8.6 and 9.6", "40"),
    )
    assert "easy" not in seen.description


def test_what_is_pointed_at_is_read_out() -> None:
    seen = view(TWO, ALONE)
    _figure, marks = drawn(seen)
    assert marks.marks.left.size == len(seen.places) == 11
    assert seen.read_out(1) == (
        "Pain after two kinds of days: same day, Stress 3 or less."
        " 4.1 on average, likely between 3.7 and 4.7. 40 days."
    )
    assert seen.read_out(10).startswith("Pain by activity: more active than usual. 5.5")
    assert not seen.opens_days
    assert seen.day_at(0) is None


def test_the_marks_lie_on_the_averages_in_reading_order() -> None:
    seen = view(TWO)
    figure, drawn_marks = drawn(seen)
    first, second = lines(figure, "mean")
    for at, place in enumerate(seen.places):
        line = (first, second)[place.series]
        x, y = figure.axes[0].transData.transform(line.get_xydata())[place.column]
        box = drawn_marks.marks.at(at)
        assert box.left < x < box.right
        assert box.bottom < y < box.top
    assert all(one < other for one, other in pairwise(drawn_marks.marks.left))


def test_the_description_holds_every_average() -> None:
    assert view(TWO).description == (
        "It averaged 5.0. Of 40 days. Pain after two kinds of days:"
        " Stress 6 or more, or a stressful event: same day 5.5, day after 5.0, 2 days 4.8,"
        " 3 days 4.7; Stress 3 or less: same day 4.1, day after 4.2, 2 days 4.4, 3 days 4.6."
    )


@pytest.mark.parametrize(("width", "scale"), [*SIZES, (250, 1.0), (250, 2.0)])
def test_no_text_stands_on_another_or_leaves_the_picture(width: float, scale: float) -> None:
    figure, _marks = drawn(view(TWO, ALONE, FEW), width, scale)
    assert_texts_stand_apart_and_inside(figure)


def test_labels_of_columns_break_evenly() -> None:
    labels = ("less active than usual", "as usual", "more active than usual")
    figure, _marks = drawn(view(replace(ALONE, columns=labels)), 400)
    assert texts(figure, "column")[:3] == ["less active", "than usual", "as usual"]


def test_panels_stand_side_by_side_where_there_is_room() -> None:
    figure, _marks = drawn(view(TWO, ALONE), 900)
    one, other = (axes.get_position() for axes in figure.axes)
    assert other.x0 > one.x1
    assert (other.y0, other.y1) == pytest.approx((one.y0, one.y1))
    figure, _marks = drawn(view(TWO, ALONE), 330)
    one, other = (axes.get_position() for axes in figure.axes)
    assert other.y1 < one.y0


def test_a_higher_picture_has_higher_plots() -> None:
    seen = view(ALONE)
    wanted, _marks = drawn(seen)
    figure = Figure((690 / 72, (seen.height(690, 1.0) + 100) / 72), dpi=72)
    seen.draw(figure, Look(tokens("light")))
    tall, plain = (one.axes[0].get_window_extent().height for one in (figure, wanted))
    assert tall == pytest.approx(plain + 100, abs=1)


def test_a_picture_too_small_for_a_moment_is_drawn_all_the_same() -> None:
    figure = Figure((20 / 72, 20 / 72), dpi=72)
    assert view(TWO, ALONE).draw(figure, Look(tokens("light"))).marks.left.size == 11


@pytest.mark.parametrize("theme", THEMES)
def test_two_kinds_of_days_differ_in_shape_and_not_in_colour_alone(theme: str) -> None:
    figure, _marks = drawn(view(TWO), theme=theme)
    first, second = lines(figure, "mean")
    assert first.get_marker() != second.get_marker()
    assert same_color(first.get_markerfacecolor(), tokens(theme).measure("pain"))
    assert bool(lines(figure, "grid")) == (theme in {"light", "dark"})


def test_a_narrow_column_gets_the_first_panel_alone() -> None:
    assert view(TWO, ALONE).compact().panels == (TWO,)


def test_nothing_to_draw_is_a_sentence() -> None:
    nothing = empty("Pain", "30 days with both are needed here; you have 3.")
    assert nothing.is_empty
    assert nothing.title == "Pain"
    assert nothing.sentence == nothing.description
    assert nothing.table().rows == ()


def test_an_average_is_likely_wider_where_days_resemble_each_other_and_stays_on_the_scale() -> None:
    random = np.random.default_rng(3)
    shuffled = random.integers(0, 3, 200).astype(float)
    runs = np.sort(shuffled)
    every = np.ones(200, dtype=np.bool_)
    plain, alike = (Answered(PAIN, values).days_after(every) for values in (shuffled, runs))
    assert plain.mean == alike.mean
    assert alike.high - alike.low > 2 * (plain.high - plain.low)
    low = Answered(PAIN, np.array([0.0, 0.0, 0.0, 5.0] * 2 + [0.0] * 4)).days_after(every[:12])
    assert low.low == 0.0


def test_the_days_after_are_counted_by_the_calendar() -> None:
    values = np.full(40, 2.0)
    kind = np.zeros(40, dtype=np.bool_)
    kind[::3] = True
    values[1::3] = 7.0
    values[4] = np.nan
    following = Answered(PAIN, values).days_after(kind, 1)
    assert following.mean == 7.0
    assert following.n == kind[:-1].sum() - 1
    assert Answered(PAIN, values).days_after(kind).mean == 2.0
    assert Answered(PAIN, values).days_after(kind & (np.arange(40) < 20)).n == 7
    assert not Answered(PAIN, values).days_after(kind & (np.arange(40) < 20)).is_shown
