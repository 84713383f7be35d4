from __future__ import annotations

from datetime import timedelta

import pytest

from fibrojournal.journal.day import Event
from tests.charts.diaries import END, answers, event
from tests.charts.made_up import drawn, lines, view_of

STEADY = {"pain": answers(dict.fromkeys(range(90), 4.0))}
WORRY = event("worry", END - timedelta(days=40), END - timedelta(days=30), "hard_time")
FALL = event("a fall", END - timedelta(days=20), kind="injury")
TRIP = event("trip", END - timedelta(days=10), END, "travel")


def test_hard_times_alone_stand_over_the_days() -> None:
    view = view_of("hard_times", STEADY, events=[WORRY, TRIP], span=90)
    assert view.sentence == "These days hold 1 hard time, injury or operation."
    assert view.detail.startswith("Pain averaged 4.0 in the last 30 days")
    assert view.detail.endswith("Other things change at such times too.")
    assert "worry" in view.description
    assert "trip" not in view.description
    figure, _marks = drawn(view)
    assert len(lines(figure, "event")) == len(lines(figure, "event span")) == 1


def test_several_are_counted_and_marked_in_the_table() -> None:
    view = view_of("hard_times", STEADY, events=[WORRY, FALL], span=90)
    assert view.sentence == "These days hold 2 hard times, injuries or operations."
    assert [row[-1] for row in view.table().rows].count("worry") == 11
    assert view.opens_days


@pytest.mark.parametrize("events", [[], [TRIP]])
def test_without_any_there_is_a_sentence(events: list[Event]) -> None:
    view = view_of("hard_times", STEADY, events=events, span=90)
    assert view.is_empty
    assert view.sentence == (
        "Hard times, injuries and operations that you note as events appear here."
    )


def test_hard_times_before_the_view_are_not_counted() -> None:
    assert view_of("hard_times", STEADY, events=[WORRY], span=20).is_empty


def test_without_days_there_is_nothing_to_draw() -> None:
    assert view_of("hard_times", {}, events=[WORRY], span=90).is_empty
