"""Around a treatment: two sides, what is left out between them, and a sentence that stays calm."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.treatment import TreatmentView, of_material, options
from tests.charts.charted import (
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

START = END - timedelta(days=70)


def seen(pain: Answers) -> TreatmentView:
    return of_material(
        material({"pain": pain}, medicines=[medicine("Calmol", (START, 30.0))]), scope()
    )


def test_without_a_treatment_it_says_what_could_stand_there() -> None:
    view = of_material(material({"pain": diary(200)}, events=[event(60)]), scope())
    assert view.is_empty
    assert view.option == ""
    assert view.title == "Around a treatment"
    assert_plain(view)


@pytest.mark.parametrize("days", [0, 1, 6, 19])
def test_too_few_days_make_no_estimate(days: int) -> None:
    view = seen(answers(dict.fromkeys(range(8, 8 + days), 5.0)))
    assert view.is_empty
    needed = "21 noted days on each side are needed here"
    assert view.sentence == f"{needed}: Calmol started, 30 mg, 1 January."
    assert f"{days} of 56 after." in view.detail
    assert_plain(view)


def test_copied_days_count_nowhere() -> None:
    noted = dict.fromkeys(range(150), 5.0)
    assert not seen(answers(noted)).is_empty
    assert seen(answers(noted, copied=range(70))).is_empty


def test_the_sides_are_eight_weeks_with_three_weeks_between() -> None:
    view = seen(diary(200, gaps=0))
    assert view.around is not None
    figure, found = drawn(view)
    sides = (view.around.before, view.around.after)
    assert found.marks.left.size == 56 + 14 + 7 + 56
    assert len(points(figure, "day")) == sum(side.noted.size for side in sides)
    assert view.day_at(0) == START - timedelta(days=70)
    assert [row[2] for row in view.table().rows].count("left out") == 21
    assert view.day_at(56 + 14) == START
    assert texts(figure, "left out") == ["left out"]


def test_each_average_is_a_line_over_its_side_and_is_said() -> None:
    view = seen(diary(200))
    assert view.around is not None
    figure, _found = drawn(view)
    means = [float(side.noted.mean()) for side in (view.around.before, view.around.after)]
    assert {y for _x, y in points(figure, "mean before")} == {means[0]}
    assert {y for _x, y in points(figure, "mean after")} == {means[1]}
    assert texts(figure, "mean") == [
        f"before: average {means[0]:.1f}",
        f"after: average {means[1]:.1f}",
    ]
    assert f"Averages {means[0]:.1f} and {means[1]:.1f}." in view.description


def test_a_day_is_read_out_with_its_side_as_the_table_lists_it() -> None:
    view = seen(steps([*np.tile([4.0, 5.0], 60), np.nan, *np.tile([4.0, 5.0], 40)]))
    table = view.table()
    assert table.days[0] == view.day_at(0)
    assert view.read_out(0).endswith(". Before.")
    assert view.read_out(60).endswith(". Left out.")
    assert view.read_out(132).endswith(". After.")
    gap = next(at for at, row in enumerate(table.rows) if not row[1])
    assert "Pain: nothing noted." in view.read_out(gap)
    assert view.opens_days


def test_a_bad_spell_before_the_start_is_said() -> None:
    calm = seen(steps([4.0, 5.0] * 100))
    assert "bad spell" not in calm.detail
    bad = seen(steps([*[4.0, 5.0] * 50, *[8.0] * 14, *[4.0, 5.0] * 36]))
    assert "symptoms often ease after a bad spell anyway" in bad.detail
    assert_plain(bad)


def test_it_offers_treatments_alone() -> None:
    made = material(
        {"pain": diary(500)},
        events=[event(30), event(200, kind="treatment_stopped", name="walks")],
        medicines=[medicine("Calmol", (START, 30.0))],
    )
    offered = options(made, scope())
    assert [option.label for option in offered] == [
        "Calmol started, 30 mg, 1 January",
        "walks, 24 August 2025",
    ]
    assert of_material(made, scope(other=offered[1].id)).option == offered[1].id


@pytest.mark.parametrize("days", [75, 200, 3650])
def test_it_is_drawn_well_at_every_size(days: int) -> None:
    view = seen(diary(days, gaps=0.0))
    if days > 75:
        assert_well_drawn(view)
    assert_plain(view)
