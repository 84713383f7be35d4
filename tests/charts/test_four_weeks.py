from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.four_weeks import BLOCKS, FourWeeksView
from fibrojournal.charts.style import Look
from fibrojournal.tokens import THEMES, tokens
from tests.charts.diaries import END, answers, diary
from tests.charts.made_up import (
    SIZES,
    assert_texts_stand_apart_and_inside,
    drawn,
    heights,
    lines,
    view_of,
)


def steps(*levels: float, gap: int | None = None) -> Mapping[str, Answers]:
    """Note activity and pain each day, in levels of four weeks, the last one up to the end."""
    days = range(len(levels) * 28)
    at = {ago: len(levels) - 1 - ago // 28 for ago in days}
    pain = {ago: levels[at[ago]] for ago in days if at[ago] != gap}
    return {
        "pain": answers(pain),
        "activity": answers({ago: (5.0 - value) / 5 for ago, value in pain.items()}),
    }


def four_weeks(noted: Mapping[str, Answers], **more: str) -> FourWeeksView:
    view = view_of("four_weeks", noted, **more)  # type: ignore[arg-type]
    assert isinstance(view, FourWeeksView)
    return view


def test_months_are_told_by_the_way_they_went() -> None:
    view = four_weeks(steps(3, 4, 5, 6, 5, 4))
    assert view.title == "Activity and pain by four weeks"
    assert view.sentence == (
        "From four weeks to the next, activity and pain went the same way in 0 of 5 steps,"
        " opposite ways in 5."
    )
    assert "months follow months" in view.detail
    assert view.sentence in view.description


@pytest.mark.parametrize(("blocks", "days"), [(0, 0), (0, 1), (0, 6), (0, 13), (1, 14), (5, 153)])
def test_too_few_weeks_are_a_sentence(blocks: int, days: int) -> None:
    noted = {
        id: answers(dict.fromkeys(range(days), value))
        for id, value in (("pain", 4.0), ("activity", 0.0))
    }
    view = four_weeks(noted)
    assert view.is_empty
    assert view.sentence == (
        f"6 spans of four weeks, each with 14 days of both, are needed here; you have {blocks}."
    )
    assert view.table().rows == ()


def test_copied_days_count_nowhere() -> None:
    noted = {
        id: Answers(one.days, one.values, one.hollow | True, one.copied | True)
        for id, one in steps(3, 4, 5, 6, 5, 4).items()
    }
    assert four_weeks(noted).sentence.endswith("you have 0.")


def test_four_weeks_without_notes_are_a_gap() -> None:
    view = four_weeks(steps(3, 4, 5, 6, 5, 4, 3, gap=3))
    figure, marks = drawn(view)
    means = [heights(*lines(figure, "mean", panel)) for panel in (0, 1)]
    np.testing.assert_allclose(means[1], [3, 4, 5, np.nan, 5, 4, 3])
    np.testing.assert_allclose(means[0], [0.4, 0.2, 0, np.nan, 0, 0.2, 0.4], atol=1e-9)
    assert "in 0 of 4 steps" in view.sentence
    assert view.read_out(3).endswith("Activity: nothing noted. Pain: nothing noted.")
    assert marks.marks.left.size == 7


def test_what_is_listed_and_read_out_is_what_is_drawn() -> None:
    view = four_weeks(steps(3, 4, 5, 6, 5, 4))
    table = view.table()
    assert table.headers == ("Four weeks", "Activity", "Pain")
    assert [row[2] for row in table.rows] == ["3.0", "4.0", "5.0", "6.0", "5.0", "4.0"]
    assert table.rows[-1][0] == "13 February to 12 March 2026"
    assert view.read_out(5) == (
        "13 February to 12 March 2026. Activity 0.2 on average. Pain 4.0 on average."
    )
    assert view.end == END
    assert view.starts[-1] == END - timedelta(days=27)


def test_each_four_weeks_are_a_bar_as_long_as_they_are() -> None:
    figure, _marks = drawn(four_weeks(steps(3, 4, 5, 6, 5, 4)))
    (spans,) = lines(figure, "span", 1)
    x = np.asarray(spans.get_xdata(), float).reshape(-1, 3)
    assert (x[:, 1] - x[:, 0] == 27).all()


def test_it_looks_back_three_years_whatever_is_in_view() -> None:
    long = {"pain": diary(3650, gaps=0), "activity": diary(3650, seed=2, low=-2, high=2, gaps=0)}
    assert len(four_weeks(long).starts) == BLOCKS


def test_another_outcome_may_be_chosen() -> None:
    noted = {**steps(3, 4, 5, 6, 5, 4), "fatigue": steps(3, 4, 5, 6, 5, 4)["pain"]}
    assert four_weeks(noted, measure="fatigue").title == "Activity and fatigue by four weeks"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "scale"), SIZES)
def test_no_text_stands_on_another(theme: str, width: float, scale: float) -> None:
    figure, _marks = drawn(four_weeks(steps(3, 4, 5, 6, 5, 4, 3, 4, 5)), width, scale, theme)
    assert_texts_stand_apart_and_inside(figure)
    assert bool(lines(figure, "grid")) == (theme in {"light", "dark"})


def test_a_picture_too_small_for_a_moment_is_drawn_all_the_same() -> None:
    figure = Figure((20 / 72, 20 / 72), dpi=72)
    view = four_weeks(steps(3, 4, 5, 6, 5, 4))
    assert view.draw(figure, Look(tokens("light"))).marks.left.size == 6
