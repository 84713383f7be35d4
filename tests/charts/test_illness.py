"""Days of illness: pain and fatigue around their first day, with no word about an immune system."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.illness import IllnessView, of_material, when
from fibrojournal.journal.day import Event
from tests.charts.charted import (
    NOTHING,
    assert_plain,
    assert_well_drawn,
    drawn,
    event,
    material,
    points,
    scope,
    steps,
)
from tests.charts.diaries import answers, diary

AGO = (30, 60, 90, 120, 150, 180, 210, 240)


def ill(*ago: int) -> Answers:
    return answers({day: float(day in ago) for day in range(400)})


def bumps(ago: Iterable[int], size: float = 3.0) -> Answers:
    values = np.tile([4.0, 5.0], 200)
    for day in ago:
        values[399 - day : 399 - day + 2] += size
    return steps(list(values))


def seen(
    pain: Answers, fatigue: Answers, unwell: Answers = NOTHING, events: Iterable[Event] = ()
) -> IllnessView:
    made = material(
        {"pain": pain, "fatigue": fatigue}, triggers={"unwell": unwell}, events=list(events)
    )
    return of_material(made, scope(30))


@pytest.mark.parametrize("times", [0, 1, 4])
def test_too_few_times_of_illness_make_no_picture(times: int) -> None:
    view = seen(bumps(AGO), bumps(AGO), ill(*AGO[:times]))
    assert view.is_empty
    assert view.sentence == f"5 times of illness are needed here; you have {times}."
    assert "not the immune system" in view.detail
    assert_plain(view)


@pytest.mark.parametrize(
    "pain", [NOTHING, answers({0: 5.0}), answers(dict.fromkeys(range(6), 5.0))]
)
def test_too_few_noted_days_make_no_picture(pain: Answers) -> None:
    view = seen(pain, NOTHING, ill(*AGO))
    assert view.is_empty
    assert view.sentence == "Too few days around illness are noted to draw this."
    assert_plain(view)


def test_the_sentence_is_the_first_day_against_the_usual() -> None:
    view = seen(bumps(AGO), bumps(AGO, 1.0), ill(*AGO))
    assert not view.is_empty
    pain, fatigue = (found for _measure, found in view.found)
    on_day = [found.offsets[3].mean for found in (pain, fatigue)]
    assert all(change is not None and change > 0.5 for change in on_day)
    assert view.sentence == (
        f"On the first day of illness, against your usual: pain {on_day[0]:.1f} higher,"
        f" fatigue {on_day[1]:.1f} higher."
    )
    assert view.detail.startswith("8 times. A week later: pain ")
    assert_plain(view)


def test_infections_among_the_events_count_by_their_first_day() -> None:
    infections = [event(ago, 4, kind="infection") for ago in AGO[:5]]
    view = seen(bumps(AGO), bumps(AGO), ill(AGO[0], AGO[0] - 1), [*infections, event(3)])
    assert view.found[0][1].events == 5
    assert "5 times. That is early" in view.detail


def test_an_infection_long_before_is_not_looked_at() -> None:
    assert seen(bumps(AGO), NOTHING, events=[event(3000, 5, kind="infection")]).is_empty


def test_every_mean_is_a_marker_and_a_row() -> None:
    view = seen(bumps(AGO), bumps(AGO, 1.0), ill(*AGO))
    figure, found = drawn(view)
    means = [one.mean for _measure, aligned in view.found for one in aligned.offsets]
    np.testing.assert_allclose([y for _x, y in points(figure, "middle")], np.array(means, float))
    assert found.marks.left.size == len(view.table().rows) == 22
    assert view.table().rows[6][:2] == ("The first day of illness", "Pain")
    assert view.read_out(6).startswith("The first day of illness: pain ")
    assert view.read_out(6).endswith("8 days.")


def test_lines_that_cross_differ_by_dashes_too() -> None:
    figure, _found = drawn(seen(diary(300), diary(300, seed=2), ill(*AGO)))
    (axes,) = figure.axes
    joined = [line for line in axes.lines if line.get_gid() == "middle line"]
    assert [line.is_dashed() for line in joined] == [False, True]


def test_copied_days_count_nowhere() -> None:
    noted = dict.fromkeys(range(400), 5.0)
    assert seen(answers(noted, copied=range(400)), NOTHING, ill(*AGO)).is_empty


@pytest.mark.parametrize("days", [400, 3650])
def test_it_is_drawn_well_at_every_size(days: int) -> None:
    assert_well_drawn(seen(diary(days), diary(days, seed=2), ill(*AGO)))


def test_days_are_named_by_how_far_they_lie() -> None:
    assert [when(offset) for offset in (-1, 2)] == ["1 day before", "2 days after"]
