"""Before and after an event: the stacks, the words and the table are the same days."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.before_after import BeforeAfterView, of_material, options
from fibrojournal.journal.medicines import ALWAYS
from tests.charts.charted import (
    NOTHING,
    assert_plain,
    assert_well_drawn,
    drawn,
    event,
    material,
    medicine,
    points,
    scope,
    steps,
    texts,
)
from tests.charts.diaries import END, answers, diary

MOVE = event(60)


def seen(pain: Answers, *events: object, other: str = "", measure: str = "pain") -> BeforeAfterView:
    found = [one for one in events if one] or [MOVE]
    made = material({measure: pain}, events=found)  # type: ignore[arg-type]
    return of_material(made, scope(measure=measure, other=other))


def lower_after() -> Answers:
    rng = np.random.default_rng(3)
    return steps([*rng.integers(5, 8, 56), *rng.integers(2, 5, 61)])


def test_without_an_event_it_says_what_could_stand_there() -> None:
    view = of_material(material({"pain": diary(90)}), scope())
    assert view.is_empty
    assert view.option == ""
    assert view.title == "Before and after"
    assert_plain(view)


@pytest.mark.parametrize("days", [0, 1, 6, 19])
def test_too_few_days_make_no_estimate(days: int) -> None:
    view = seen(answers(dict.fromkeys(range(4, 4 + days), 5.0)))
    assert view.is_empty
    assert view.sentence == "21 noted days on each side are needed here: the move, 11 January."
    assert f"0 of 56 days noted before, {days} of 56 after." in view.detail
    assert_plain(view)


def test_copied_days_count_nowhere() -> None:
    noted = dict.fromkeys(range(120), 5.0)
    assert not seen(answers(noted)).is_empty
    assert seen(answers(noted, copied=range(60))).is_empty


def test_the_sentence_says_how_much_and_within_what_limits() -> None:
    view = seen(lower_after())
    assert view.around is not None
    found = view.around.difference
    assert found is not None
    change = round(found.after, 1) - round(found.before, 1)
    assert view.sentence == (
        f"Pain after the move, 11 January: {-change:.1f} lower;"
        f" likely between {-found.low:.1f} lower and {-found.high:.1f} lower."
    )
    assert view.detail.startswith("That is more than the ordinary ups and downs of these days.")
    assert "Other things changed too." in view.detail
    assert_plain(view)


def test_days_alike_on_both_sides_differ_in_nothing_that_matters() -> None:
    view = seen(steps([4.0, 5.0] * 60))
    assert ": no difference; likely between" in view.sentence
    assert "under half a point" in view.detail


def test_a_side_that_is_not_over_is_too_early_to_tell() -> None:
    noted = diary(120, seed=4, gaps=0)
    assert "Too early to tell." in seen(noted, event(30)).detail
    assert "of 30 after" in seen(noted, event(30)).detail
    over = seen(noted, event(60))
    assert "No clear difference. With these days, one under" in over.detail


def test_every_counted_day_is_a_dot_of_its_side() -> None:
    view = seen(lower_after())
    assert view.around is not None
    figure, found = drawn(view)
    sides = (view.around.before, view.around.after)
    for name, side in zip(("before", "after"), sides, strict=True):
        columns = np.round([x for x, _y in points(figure, name)])
        np.testing.assert_array_equal(np.sort(columns), np.sort(side.noted))
    means = [x for x, _y in points(figure, "mean")]
    assert means == [float(side.noted.mean()) for side in sides]
    assert texts(figure, "mean") == [f"average {mean:.1f}" for mean in means]
    assert found.marks.left.size == 11


def test_a_column_is_read_out_as_the_table_lists_it() -> None:
    view = seen(lower_after())
    rows = view.table().rows
    assert rows[3][0] == "3, mild"
    assert view.read_out(3) == (
        f"Pain 3, mild: {rows[3][1]} of 56 days before, {rows[3][2]} of 56 after."
    )
    assert rows[-1] == ("Noted days", "56", "56")
    assert sum(int(row[1]) for row in rows[:-2]) == 56


def test_many_equal_days_find_room_side_by_side() -> None:
    view = seen(steps([5.0] * 57 + [4.0] * 60))
    assert_well_drawn(view)
    figure, _found = drawn(view, width=330)
    heights = [y for _x, y in points(figure, "before")]
    assert max(heights) - min(heights) < 76


@pytest.mark.parametrize(
    ("measure", "low", "high", "first"),
    [
        ("sleep_hours", 4, 10, "0 h to 1 h"),
        ("steps", 0, 9000, "0 to 400"),
        ("pain", 0, 10, "0, none"),
    ],
)
def test_values_of_any_scale_fall_into_columns(
    measure: str, low: int, high: int, first: str
) -> None:
    view = seen(diary(120, low=low, high=high), measure=measure)
    assert view.table().rows[0][0] == first
    assert view.columns.count <= 21
    assert_well_drawn(view)
    assert_plain(view)


def test_around_a_treatment_days_are_left_out() -> None:
    change = medicine("Calmol", (ALWAYS, 20.0), (END - timedelta(days=63), 30.0))
    rising = steps([*[4.0, 5.0] * 30, *[8.0] * 14, *[4.0, 5.0] * 32])
    made = material({"pain": rising}, medicines=[change])
    view = of_material(made, scope())
    assert view.title == "Before and after: Calmol changed to 30 mg, 8 January"
    assert "The 14 days before and the first 7 after are left out." in view.detail
    assert "symptoms often ease after a bad spell anyway" in view.detail
    assert view.around is not None
    assert view.around.before.end == END - timedelta(days=63 + 15)
    assert view.around.after.start == END - timedelta(days=56)
    assert max(view.around.before.noted) < 8


def test_the_event_that_was_chosen_is_shown_else_the_newest_with_days_enough() -> None:
    old, middle, new = event(400), event(60), event(3, name="the flood")
    made = material({"pain": diary(500)}, events=[old, middle, new])
    offered = options(made, scope())
    assert [option.id for option in offered] == [new.id, middle.id, old.id]
    assert offered[0].label == "the flood, 9 March"
    assert offered[-1].label.endswith("2025")
    assert of_material(made, scope()).option == middle.id
    assert of_material(made, scope(other=old.id)).option == old.id
    assert of_material(made, scope(other="gone")).option == middle.id
    few = material({"pain": answers({0: 3.0})}, events=[old, new])
    assert of_material(few, scope()).option == new.id


def test_what_is_planned_is_not_offered() -> None:
    ahead = event(-5)
    assert options(material({"pain": diary(90)}, events=[ahead]), scope()) == ()


def test_a_bad_spell_of_a_measure_without_a_good_end_is_none() -> None:
    change = event(63, kind="treatment_started", name="walks")
    rising = steps([*[4000.0] * 60, *[9000.0] * 14, *[4000.0] * 64])
    view = of_material(
        material({"steps": rising}, events=[change]), replace(scope(measure="steps"))
    )
    assert "bad spell" not in view.detail


def test_ten_years_are_drawn_in_no_time() -> None:
    events = [event(ago) for ago in range(10, 3650, 10)]
    made = material({"pain": diary(3650)}, events=events)
    began = time.process_time()
    view = of_material(made, scope())
    assert time.process_time() - began < 0.5
    assert_well_drawn(view)


def test_nothing_noted_at_all_is_no_chart() -> None:
    assert seen(NOTHING).is_empty
