"""What suits something that was noted, and the kind word where nothing does."""

from __future__ import annotations

import pytest

from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.suited import _SUITED, suited, thing_for
from fibrojournal.journal.triggers import TRIGGER_BY_ID
from fibrojournal.journal.trying import THINGS


def test_what_a_thing_suits_is_there() -> None:
    known = {*MEASURE_BY_ID, *TRIGGER_BY_ID, *(factor.id for factor in FACTORS)}
    assert {id for ids in _SUITED.values() for id in ids} <= known
    assert set(_SUITED) == {thing.id for thing in THINGS}


@pytest.mark.parametrize(
    ("id", "thing"),
    [
        ("sleep_quality", "bedtime"),
        ("sleep", "bedtime"),
        ("stress", "breathing"),
        ("rest_break", "rest_breaks"),
        ("overdid_it", "small_parts"),
        ("energy_evening", "daylight"),
        ("awakenings", "screens"),
    ],
)
def test_something_that_can_be_tried_is_chosen(id: str, thing: str) -> None:
    found = suited(id, "Sleep")
    assert found.thing is not None
    assert found.thing is thing_for(id)
    assert found.thing.id == thing
    assert found.words == ("Filled in with “Sleep” in mind. Every word of it is yours to change.")


@pytest.mark.parametrize(
    ("id", "name", "said"),
    [
        ("weather_change", "Weather change", "“Weather change” comes by itself"),
        ("fatigue", "Fatigue", "“Fatigue” comes by itself"),
        ("gut_brain", "Gut and brain", "You know best"),
        ("good_company", "Good company", "You know best whether a coin may choose “Good company”"),
        ("own:cold_hands", "Cold hands", "You know best whether a coin may choose “Cold hands”"),
        ("own:gluten", "Gluten", "Eating less, or leaving foods out"),
        ("own:lyrica", "Lyrica", "Medicines and doses belong to you"),
        ("medicine_change", "Medicine change", "Medicines and doses belong to you"),
        ("poor_food", "Ate poorly", "Eating less, or leaving foods out"),
        ("gentle_movement", "Gentle movement", "This page offers nothing that asks more"),
    ],
)
def test_where_nothing_suits_that_is_said_kindly(id: str, name: str, said: str) -> None:
    found = suited(id, name, ["Lyrica"])
    assert found.thing is None
    assert found.words.startswith(said)
    assert not any(word in found.words for word in ("missed", "failed", "forgot", "should", "!"))
