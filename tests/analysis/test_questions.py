from __future__ import annotations

import numpy as np
import pytest

from fibrojournal.analysis.families import Family
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.prior import NO_PRIOR, PAIN, is_same_thing, prior_of
from fibrojournal.analysis.questions import Question, Suspect, questions
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.triggers import TRIGGER_BY_ID

DAYS = np.arange(5.0)
VARIABLES = (
    Variable("pain", DAYS),
    Variable("sleep_quality", DAYS, bad=-1, waking=True),
    Variable("energy_morning", DAYS, bad=-1, waking=True),
    Variable("mood", DAYS, bad=-1),
    Variable("overdid_it", DAYS, is_trigger=True),
    Variable("pain_worst", DAYS),
)


def asked(outcome: str, *suspects: Suspect) -> dict[tuple[str, int], Question]:
    return {(one.factor, one.lag): one for one in questions(VARIABLES, outcome, suspects)}


def test_each_factor_is_asked_on_the_day_and_the_day_after() -> None:
    assert list(asked("pain")) == [
        (factor, lag)
        for factor in ("sleep_quality", "energy_morning", "mood", "overdid_it")
        for lag in (0, 1)
    ]


def test_what_came_first_is_one_family_and_what_went_together_another() -> None:
    same = {key for key, one in asked("pain").items() if one.family is Family.SAME}
    assert same == {("energy_morning", 0), ("mood", 0)}


def test_a_morning_is_not_asked_about_the_evening_that_followed() -> None:
    assert list(asked("sleep_quality")) == [
        ("pain", 1),
        ("energy_morning", 0),
        ("energy_morning", 1),
        ("mood", 1),
        ("overdid_it", 1),
        ("pain_worst", 1),
    ]
    assert asked("energy_morning")["sleep_quality", 0].family is Family.SAME


def test_triggers_and_same_day_symptoms_keep_their_own_past() -> None:
    own_past = {key for key, one in asked("pain").items() if not one.severity}
    assert own_past == {
        ("overdid_it", 0),
        ("overdid_it", 1),
        ("energy_morning", 0),
        ("mood", 0),
    }


def test_a_suspect_is_looked_at_eight_times_as_hard() -> None:
    plain = asked("pain")
    named = asked("pain", Suspect("overdid_it", 1), Suspect("energy_morning", 0))
    assert named["overdid_it", 1].weight == 8 * plain["overdid_it", 1].weight == 32
    assert named["energy_morning", 0].weight == 8
    assert named["overdid_it", 1].suspect
    assert named["overdid_it", 0] == plain["overdid_it", 0]


def test_other_pages_expect_nothing() -> None:
    assert {(one.weight, one.expected) for one in asked("mood").values()} == {(1, 0)}
    assert prior_of("stress", "fog") is NO_PRIOR


def test_the_table_names_what_can_be_noted_and_says_why() -> None:
    assert all(id in MEASURE_BY_ID or id in TRIGGER_BY_ID for id in PAIN)
    assert all(prior.reason for prior in PAIN.values())


@pytest.mark.parametrize(
    ("factor", "bad", "expected"), [("own:cats", 1, 1), ("own:walks", -1, -1), ("dizziness", 1, 1)]
)
def test_what_is_in_no_table_goes_by_its_own_direction(
    factor: str, bad: int, expected: int
) -> None:
    prior = prior_of(factor, "pain", bad)
    assert prior.expected == expected
    assert prior.weight(0) == prior.weight(1) == (1 if factor.startswith("own:") else 0.5)


def test_a_scale_that_asks_the_same_thing_is_no_factor() -> None:
    assert is_same_thing("pain_worst", "pain_areas")
    assert is_same_thing("own:x", "own:x")
    assert not is_same_thing("pain", "stress")
