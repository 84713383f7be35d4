"""Medicines over pain: bars, words and table are the courses as they were noted."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from fibrojournal.charts.axis import day_number
from fibrojournal.charts.medicine_bars import MOST_BARS, MedicinesView, of_material
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from tests.charts.charted import (
    NOTHING,
    STAMP,
    assert_plain,
    assert_well_drawn,
    drawn,
    material,
    medicine,
    points,
    scope,
    texts,
)
from tests.charts.diaries import END, answers, diary

CHANGE = END - timedelta(days=29)
CALMOL = medicine("Calmol", (ALWAYS, 20.0), (CHANGE, 30.0))
REST = Medicine("Restol", "Restol", STAMP, (Course(ALWAYS, Plan(), STAMP),))


def seen(*medicines: Medicine, pain: object = None, days: int = 90) -> MedicinesView:
    recorded = diary(120) if pain is None else pain
    made = material({"pain": recorded}, medicines=medicines)  # type: ignore[dict-item]
    return of_material(made, scope(days))


def spans(figure: Figure) -> list[tuple[float, float]]:
    bars = [patch for axes in figure.axes for patch in axes.patches if patch.get_gid() == "dose"]
    found = [bar.get_path().get_extents(bar.get_patch_transform()) for bar in bars]
    return [(span.x0 - day_number(END), span.x1 - day_number(END)) for span in found]


def test_without_a_medicine_it_says_what_could_stand_there() -> None:
    view = seen()
    assert view.is_empty
    assert_plain(view)


def test_a_medicine_that_was_stopped_before_is_not_in_view() -> None:
    assert seen(medicine("Calmol", (ALWAYS, 20.0), (END - timedelta(days=200), None))).is_empty
    assert seen(medicine("Calmol", (END + timedelta(days=9), 20.0))).is_empty


def test_each_dose_is_a_bar_over_its_days() -> None:
    figure, found = drawn(seen(CALMOL))
    assert spans(figure) == [(-89.5, -29.5), (-29.5, 0.5)]
    assert texts(figure, "dose") == ["20 mg", "30 mg"]
    assert texts(figure, "medicine") == ["Calmol"]
    assert found.marks.left.size == 90


def test_a_stop_leaves_a_gap_and_a_repeated_plan_none() -> None:
    stopped = medicine(
        "Calmol",
        (ALWAYS, 20.0),
        (END - timedelta(days=60), None),
        (END - timedelta(days=40), 20.0),
        (END - timedelta(days=20), 20.0),
    )
    figure, _found = drawn(seen(stopped))
    assert spans(figure) == [(-89.5, -60.5), (-40.5, 0.5)]


def test_the_sentence_counts_medicines_and_names_the_change() -> None:
    view = seen(CALMOL, REST)
    assert view.sentence == (
        "2 medicines in these days. One change: Calmol changed to 30 mg, 11 February."
    )
    assert "not proof of cause" in view.detail
    assert "Calmol: 20 mg, 30 mg; Restol: as needed." in view.description
    assert seen(REST).sentence == "1 medicine in these days. Nothing about them changed."
    twice = medicine("Calmol", (CHANGE, 20.0), (END, 30.0))
    assert seen(twice).sentence.endswith("2 changes, the last: Calmol changed to 30 mg, 12 March.")
    assert_plain(view)


def test_a_day_is_read_out_and_listed_with_its_doses() -> None:
    view = seen(CALMOL, REST)
    assert view.read_out(89).endswith("Calmol 30 mg; Restol as needed.")
    assert view.read_out(0).endswith("Calmol 20 mg; Restol as needed.")
    assert view.table().rows[-1][-1] == "Calmol 30 mg; Restol as needed"
    assert view.table().headers[-1] == "Medicines"
    assert view.day_at(89) == END
    late = seen(medicine("Calmol", (CHANGE, 20.0)))
    assert "mg" not in late.read_out(0)
    assert late.table().rows[0][-1] == ""


def test_of_many_medicines_the_latest_changed_are_drawn_and_all_are_listed() -> None:
    many = [medicine(f"M{at}", (END - timedelta(days=at + 5), 5.0)) for at in range(9)]
    view = seen(*many)
    figure, _found = drawn(view)
    assert texts(figure, "medicine") == [f"M{at}" for at in range(MOST_BARS)]
    assert "3 more stand in the table." in view.detail
    assert "M8 5 mg" in view.table().rows[-1][-1]
    assert_well_drawn(view)


def test_a_very_long_name_is_cut_in_the_picture_alone() -> None:
    view = seen(medicine("A preparation " * 20, (ALWAYS, 5.0)))
    assert_well_drawn(view)
    figure, _found = drawn(view, width=330)
    assert texts(figure, "medicine")[0].endswith("…")
    assert "A preparation " * 20 in view.read_out(0)


@pytest.mark.parametrize(
    "pain",
    [NOTHING, answers({0: 5.0}), answers(dict.fromkeys(range(6), 4.0)), diary(400), diary(3650)],
    ids=["none", "one day", "six days", "a year", "ten years"],
)
def test_the_dots_are_the_days_of_pain(pain: object) -> None:
    view = seen(CALMOL, REST, pain=pain, days=365)
    figure, _found = drawn(view)
    noted = np.isfinite(view.over.panels[0].values).sum()
    assert len(points(figure, "day")) + len(points(figure, "hollow day")) == noted
    assert_plain(view)


def test_it_is_drawn_well_at_every_size() -> None:
    view = seen(
        CALMOL, REST, medicine("Vitamin", (ALWAYS, None), (END - timedelta(days=3), 1000.0))
    )
    for _again in range(2):  # the same figure is drawn on again and again
        assert_well_drawn(view)


def test_a_medicine_of_unknown_dose_is_a_bar_without_words() -> None:
    plan = Plan(slots=(Slot("morning"),))
    plain = Medicine("Calmol", "Calmol", STAMP, (Course(ALWAYS, plan, STAMP),))
    view = seen(plain)
    assert "Calmol: taken." in view.description
    figure, _found = drawn(view)
    assert texts(figure, "dose") == []
    assert view.read_out(0).endswith("Calmol.")
