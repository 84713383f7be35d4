"""Joining two own measures or triggers: nothing that was noted is lost, and undo brings it back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Moment, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    DayEdit,
    Edit,
    SetOwnMeasure,
    SetOwnTrigger,
    SetSetting,
    applied,
)
from fibrojournal.journal.joining import (
    can_join,
    holds,
    holds_two,
    join_measures,
    join_triggers,
)
from fibrojournal.journal.measures import Direction, Scale
from fibrojournal.journal.questions import own_measure, own_trigger

ICE, COLD = own_measure("own:ice", "Ice"), own_measure("own:cold", "Cold")
RAIN, STORM = own_trigger("own:rain", "Rain"), own_trigger("own:storm", "Storm")
DAY = date(2026, 3, 4)
THEN = Stamp(datetime(2026, 3, 4, 19, tzinfo=UTC), "Europe/Berlin", 60)


def after(day: Day, edits: list[Edit]) -> Day:
    for edit in edits:
        if isinstance(edit, DayEdit):
            day = applied(day, edit)
    return day


def rated(**values: float) -> Day:
    return Day(
        DAY, {f"own:{id}": Reading(value, THEN, Origin.IMPORTED) for id, value in values.items()}
    )


def answered(**answers: TriggerAnswer) -> Day:
    return Day(DAY, triggers={f"own:{id}": answer for id, answer in answers.items()})


def yes(strength: int | None = None) -> TriggerAnswer:
    return TriggerAnswer(ticked=True, entered=THEN, strength=strength)


NO = TriggerAnswer(ticked=False, entered=THEN)


def test_an_answer_becomes_the_others_with_its_stamp_and_origin() -> None:
    day = rated(ice=4)
    joined = after(day, join_measures(ICE, COLD, [day], gone_wins=False))
    assert joined.readings == {"own:cold": day.readings["own:ice"]}


@pytest.mark.parametrize(("gone_wins", "stays"), [(True, 4), (False, 7)])
def test_where_a_day_holds_both_the_chosen_one_stays(
    gone_wins: bool,  # noqa: FBT001
    stays: float,
) -> None:
    day = rated(ice=4, cold=7)
    assert holds_two(day, ICE.id, COLD.id)
    joined = after(day, join_measures(ICE, COLD, [day], gone_wins=gone_wins))
    assert {id: reading.value for id, reading in joined.readings.items()} == {"own:cold": stays}


def test_two_equal_answers_are_no_matter_of_choice() -> None:
    assert not holds_two(rated(ice=4, cold=4), ICE.id, COLD.id)
    assert not holds_two(rated(ice=4), ICE.id, COLD.id)


def test_moments_go_along() -> None:
    moment = Moment("m", DAY, ICE.id, 3, THEN)
    day = Day(DAY, moments=(moment, Moment("n", DAY, "pain", 5, THEN)))
    assert holds(day, ICE.id)
    joined = after(day, join_measures(ICE, COLD, [day], gone_wins=False))
    assert [one.measure for one in joined.moments] == ["own:cold", "pain"]


def test_the_one_that_goes_is_forgotten_with_its_choices() -> None:
    edits = join_measures(ICE, COLD, [], gone_wins=False)
    assert SetOwnMeasure(ICE.id, None) in edits
    assert SetSetting("question.own:ice.place", None) in edits
    of_triggers = join_triggers(RAIN, STORM, [], gone_wins=False)
    assert SetOwnTrigger(RAIN.id, None) in of_triggers
    assert SetSetting("trigger.own:rain.words", None) in of_triggers


@pytest.mark.parametrize(
    ("rain", "storm", "gone_wins", "joined"),
    [
        (yes(), None, False, yes()),
        (NO, None, False, NO),
        (yes(), NO, False, yes()),
        (NO, yes(2), True, yes(2)),
        (NO, NO, True, NO),
        (yes(1), yes(3), True, yes(1)),
        (yes(1), yes(3), False, yes(3)),
    ],
)
def test_a_yes_to_either_trigger_is_a_yes_to_the_one_that_stays(
    rain: TriggerAnswer,
    storm: TriggerAnswer | None,
    gone_wins: bool,  # noqa: FBT001
    joined: TriggerAnswer,
) -> None:
    day = answered(rain=rain, **({"storm": storm} if storm else {}))
    edits = join_triggers(RAIN, STORM, [day, Day(DAY)], gone_wins=gone_wins)
    assert after(day, edits).triggers == {"own:storm": joined}


def test_only_two_different_strengths_are_a_matter_of_choice() -> None:
    assert holds_two(answered(rain=yes(1), storm=yes(3)), RAIN.id, STORM.id)
    assert not holds_two(answered(rain=yes(1), storm=NO), RAIN.id, STORM.id)
    assert not holds_two(answered(rain=yes(1)), RAIN.id, STORM.id)


def test_only_measures_that_mean_the_same_by_a_number_can_be_joined() -> None:
    assert can_join(ICE, COLD)
    assert not can_join(ICE, ICE)
    assert not can_join(ICE, own_measure("own:x", "X", scale=Scale(0, 3)))
    assert not can_join(ICE, own_measure("own:x", "X", direction=Direction.HIGH_IS_BAD))


def test_a_day_without_them_holds_neither() -> None:
    assert not holds(rated(cold=3), ICE.id)
    assert holds(answered(rain=NO), RAIN.id)
