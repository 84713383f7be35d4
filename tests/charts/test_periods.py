"""One period beside another: the bars, the words and the table are the same numbers."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.periods import PeriodsView, of_material, options
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
    texts,
)
from tests.charts.diaries import END, answers, diary

LOWER = [*[6.0, 7.0] * 45, *[3.0, 4.0] * 45]


def seen(pain: Answers, *, other: str = "", measure: str = "pain", days: int = 90) -> PeriodsView:
    return of_material(material({measure: pain}), scope(days=days, other=other, measure=measure))


@pytest.mark.parametrize("days", [0, 1, 6, 19])
def test_too_few_days_make_no_estimate(days: int) -> None:
    view = seen(answers(dict.fromkeys(range(days), 5.0)))
    assert view.is_empty
    assert view.sentence == (
        f"21 noted days in each of two periods are needed here; you have 0 and {days}."
    )
    assert_plain(view)


def test_copied_days_count_nowhere() -> None:
    noted = dict.fromkeys(range(180), 5.0)
    assert not seen(answers(noted)).is_empty
    assert seen(answers(noted, copied=range(80))).is_empty


def test_the_sentence_names_both_periods_and_the_difference() -> None:
    view = seen(steps(LOWER))
    assert view.sentence.startswith(
        "Pain, 13 December 2025 to 12 March 2026 against 14 September to 12 December 2025:"
        " 3.0 lower; likely between "
    )
    assert "90 of 90 days noted." in view.detail
    assert "Averages 6.5 and 3.5." in view.description
    assert_plain(view)


def test_bars_are_middle_halves_and_markers_averages() -> None:
    view = seen(steps(LOWER))
    figure, found = drawn(view)
    bars = [patch for patch in figure.axes[0].patches if patch.get_gid() == "middle half"]
    spans = [patch.get_path().get_extents(patch.get_patch_transform()) for patch in bars]
    assert [(span.x0, span.x1) for span in spans] == [(6.0, 7.0), (3.0, 4.0)]
    assert [x for x, _y in points(figure, "mean")] == [6.5, 3.5]
    assert texts(figure, "mean") == ["average 6.5", "average 3.5"]
    difference = view.found.difference
    assert difference is not None
    assert [x for x, _y in points(figure, "likely")] == [difference.low, difference.high]
    assert texts(figure, "difference") == ["difference: 3.0 lower"]
    assert found.marks.left.size == 3


def test_each_mark_is_read_out_as_the_table_lists_it() -> None:
    view = seen(steps(LOWER))
    rows = view.table().rows
    assert rows[0] == ("14 September to 12 December 2025", "6.5", "6 to 7", "90")
    assert rows[2][:2] == ("Difference", "3.0 lower")
    assert view.read_out(0) == (
        "14 September to 12 December 2025: Pain 6.5 on average, half of the days between 6 and 7."
        " 90 of 90 days noted."
    )
    assert view.read_out(2) == view.sentence


@pytest.mark.parametrize(
    ("other", "days", "names"),
    [
        ("before", 40, ("23 December 2025 to 31 January 2026", "1 February to 12 March")),
        ("year", 40, ("1 February to 12 March 2025", "1 February to 12 March")),
        ("month", 90, ("12 January to 10 February", "11 February to 12 March")),
        ("quarter", 30, None),
    ],
)
def test_usual_pairs_of_periods(other: str, days: int, names: tuple[str, str] | None) -> None:
    view = seen(diary(800), other=other, days=days)
    assert view.option == other
    if names:
        assert view.names == names
    assert view.found.a.average.days == view.found.b.average.days


def test_events_divide_the_time_before_them_from_the_time_after() -> None:
    old, new = event(100), event(40, 5, name="the flood")
    made = material({"pain": diary(300, gaps=0)}, events=[old, new, event(1, name="today")])
    offered = {option.id: option.label for option in options(made, scope())}
    assert offered[new.id] == "After and before the flood, 31 January"
    view = of_material(made, scope(other=new.id))
    days = view.found.a.average.days, view.found.b.average.days
    assert days == (59, 40 - 5 - 1)
    assert of_material(made, scope(other=old.id)).found.a.average.days == 182
    assert "Too early" not in of_material(made, scope(other=old.id)).detail


def test_an_event_without_days_after_it_divides_nothing() -> None:
    made = material({"pain": NOTHING}, events=[event(0)])
    assert [option.id for option in options(made, scope())] == [
        "before",
        "year",
        "month",
        "quarter",
    ]


@pytest.mark.parametrize(
    ("measure", "low", "high"), [("pain", 0, 10), ("sleep_hours", 3, 9), ("steps", 0, 9000)]
)
@pytest.mark.parametrize("days", [400, 3650])
def test_it_is_drawn_well_at_every_size(measure: str, low: int, high: int, days: int) -> None:
    view = seen(diary(days, low=low, high=high), measure=measure, days=days // 3)
    assert not view.is_empty
    assert_well_drawn(view)
    assert_plain(view)


def test_a_period_of_one_value_still_has_a_bar() -> None:
    view = seen(steps([5.0] * 180))
    assert ": no difference; these days are too alike to say how sure that is." in view.sentence
    figure, _found = drawn(view)
    assert len(figure.axes[0].patches) == 2


def test_what_is_not_noted_is_a_gap_and_no_zero() -> None:
    view = seen(steps([*np.tile([5.0, np.nan], 45), *np.tile([5.0, 5.0], 45)]))
    assert (view.found.a.average.n, view.found.a.average.mean) == (45, 5.0)


def test_days_to_come_are_not_looked_at() -> None:
    ahead = scope(90, end=END + timedelta(days=20))
    made = material({"pain": diary(300)})
    looked = of_material(made, type(ahead)(ahead.start, ahead.end, END))
    assert looked.found.b.average.days == 70
