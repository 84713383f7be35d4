"""What may still be suspected, and how a suspicion is named."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from fibrojournal.analysis.prepared import Variable
from fibrojournal.insights.suspects import (
    choices,
    is_open,
    is_time_to_ask,
    may_change,
    named_words,
    suspicion_words,
    when_words,
)
from fibrojournal.journal.day import Day, Reading
from fibrojournal.journal.suspicions import Suspicion
from tests.insights.grid import COLD_HANDS, GLUTEN, asked_questions, record_on
from tests.journal.build import EVENING

QUESTIONS = asked_questions()
STRESS = (Variable("stress", np.ones(1)),)


def test_before_any_day_everything_that_is_asked_may_be_named() -> None:
    ids = choices(QUESTIONS, None)
    assert {"sleep_quality", "stress", "travel", COLD_HANDS, GLUTEN} <= set(ids)


def test_pain_itself_is_no_suspect() -> None:
    assert not {"pain", "pain_worst", "pain_areas"} & set(choices(QUESTIONS, None))


@pytest.mark.parametrize(("day", "still"), [(1, True), (29, True), (30, False), (400, False)])
def test_the_first_labels_end_the_naming(day: int, still: bool) -> None:  # noqa: FBT001
    record = record_on(day, STRESS)
    assert is_open(record) is still
    assert may_change(record, "stress") is still
    assert ("stress" in choices(QUESTIONS, record)) is still


def test_what_has_no_days_yet_may_be_named_later_too() -> None:
    record = record_on(400, STRESS)
    assert may_change(record, "travel")
    assert "travel" in choices(QUESTIONS, record)


@pytest.mark.parametrize(
    ("suspicion", "words"),
    [
        (Suspicion("sleep_quality", 0), "Poor sleep, the day after"),
        (Suspicion("stress", 0), "Stress, the same day"),
        (Suspicion("travel", 1), "Travel, the day after"),
    ],
)
def test_a_suspicion_says_when_it_shows(suspicion: Suspicion, words: str) -> None:
    assert suspicion_words(QUESTIONS, suspicion) == words


def test_the_time_stands_alone_in_a_choice() -> None:
    assert when_words(QUESTIONS, "stress", 1) == "The day after"


def test_naming_one_is_a_step_with_a_name() -> None:
    assert named_words(QUESTIONS, Suspicion("sleep_quality", 0)) == "Suspected poor sleep"


TODAY = date(2026, 3, 12)


def days(*pains: tuple[int, float]) -> list[Day]:
    """Return days so long ago, with their pain."""
    return [
        Day(TODAY - timedelta(days=ago), readings={"pain": Reading(pain, EVENING)})
        for ago, pain in pains
    ]


@pytest.mark.parametrize(
    ("those", "is_time"),
    [
        (days((2, 4), (1, 4)), False),
        (days((2, 4), (1, 4), (0, 4)), True),
        (days((28, 4), (9, 4), (8, 4)), True),
        (days((29, 4), (9, 4), (8, 4)), False),
        (days((3, 4), (2, 4), (1, 8)), False),
        (days((3, 4), (2, 8), (1, 4)), True),
        ([], False),
        ([*days((2, 4), (1, 4)), Day(TODAY)], False),
    ],
)
def test_suspicions_are_asked_for_after_some_days_of_the_first_month(
    those: list[Day], *, is_time: bool
) -> None:
    assert is_time_to_ask(those, TODAY) is is_time
