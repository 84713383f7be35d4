"""What was never answered can be deleted, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Moment, Reading, TriggerAnswer
from fibrojournal.journal.edits import SetOwnMeasure, SetOwnTrigger, SetSetting, SetTrigger
from fibrojournal.journal.own_removal import is_answered, removed
from fibrojournal.journal.questions import own_measure, own_trigger

DAY = date(2026, 3, 4)
THEN = Stamp(datetime(2026, 3, 4, 19, tzinfo=UTC), "Europe/Berlin", 60)
YES, NO = TriggerAnswer(ticked=True, entered=THEN), TriggerAnswer(ticked=False, entered=THEN)


@pytest.mark.parametrize(
    ("day", "answered"),
    [
        (Day(DAY), False),
        (Day(DAY, readings={"own:ice": Reading(0, THEN)}), True),
        (Day(DAY, moments=(Moment("one", DAY, "own:ice", 4, THEN),)), True),
        (Day(DAY, triggers={"own:ice": YES}), True),
        (Day(DAY, triggers={"own:ice": NO}), False),
        (Day(DAY, readings={"own:cold": Reading(3, THEN)}), False),
    ],
)
def test_a_trigger_that_was_only_offered_was_not_answered(day: Day, *, answered: bool) -> None:
    assert is_answered(day, "own:ice") is answered


def test_a_question_goes_with_every_choice_about_it() -> None:
    assert removed(own_measure("own:ice", "Ice"), []) == [
        SetOwnMeasure("own:ice", None),
        SetSetting("question.own:ice.place", None),
        SetSetting("question.own:ice.words", None),
        SetSetting("question.own:ice.kept", None),
    ]


def test_a_trigger_goes_from_the_days_that_offered_it() -> None:
    days = [Day(DAY, triggers={"own:rain": NO, "travel": YES}), Day(date(2026, 3, 5))]
    assert removed(own_trigger("own:rain", "Rain"), days)[:2] == [
        SetTrigger(DAY, "own:rain", None),
        SetOwnTrigger("own:rain", None),
    ]
