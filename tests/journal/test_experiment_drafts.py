"""A plan that is begun is kept as it stands, and a blank one is none."""

from __future__ import annotations

from datetime import date

import pytest

from fibrojournal.journal.experiment_drafts import KEY, Draft, begun_with, kept_draft, set_draft
from fibrojournal.journal.experiments import DESIGN_BY_ID, experiments
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.trying import THINGS

HALF = Draft("Does a “warm” drink help?", "", "None", "fog", True, DESIGN_BY_ID["weeks"])


def kept(draft: Draft) -> dict[str, str]:
    value = set_draft(draft).value
    return {} if value is None else {KEY: value}


@pytest.mark.parametrize(
    "draft",
    [
        HALF,
        Draft(first="A warm drink", start=date(2026, 3, 20)),
        *(begun_with(thing) for thing in THINGS),
    ],
)
def test_a_draft_is_read_as_it_was_written(draft: Draft) -> None:
    assert kept_draft(kept(draft)) == draft


def test_a_draft_without_words_is_none() -> None:
    assert Draft(outcome="fog", in_evening=True).is_blank
    assert set_draft(Draft(outcome="fog")).value is None
    assert kept_draft({}) == Draft()


@pytest.mark.parametrize(
    "text", ["", "{", "7", "{}", kept(HALF)[KEY].replace("weeks", "years"), '{"start": "soon"}']
)
def test_a_draft_that_makes_no_sense_is_a_blank_one(text: str) -> None:
    assert kept_draft({KEY: text}) == Draft()


def test_a_draft_is_no_experiment() -> None:
    assert experiments(kept(begun_with(THINGS[0]))) == ()


def test_a_thing_is_known_by_its_words_until_one_is_changed() -> None:
    begun = begun_with(THINGS[2])
    assert begun.thing is THINGS[2]
    assert HALF.thing is None
    assert Draft().thing is None


def test_what_is_done_in_the_evening_or_asked_in_the_morning_shows_a_day_later() -> None:
    pain, sleep = MEASURE_BY_ID["pain"], MEASURE_BY_ID["sleep_quality"]
    assert Draft().lag(pain) == Draft().lag(None) == 0
    assert HALF.lag(pain) == Draft().lag(sleep) == 1
