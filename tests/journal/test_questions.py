from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.chosen import Chosen
from fibrojournal.journal.measures import MEASURES, Direction, Place, Scale
from fibrojournal.journal.questions import (
    Questions,
    is_own_id,
    own_id,
    own_measure,
    own_trigger,
)
from fibrojournal.journal.triggers import TRIGGERS

COLD_HANDS = own_measure("own:cold_hands", "Cold hands")
GARDENING = own_trigger("own:gardening", "Gardening", factor="environment_lifestyle")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Cold hands", "own:cold_hands"),
        ("  Müdigkeit - abends  ", "own:mudigkeit_abends"),
        ("Füße", "own:fusse"),
        ("B12", "own:b12"),
    ],
)
def test_a_name_gives_a_plain_id(name: str, id: str) -> None:
    assert own_id(name) == id


@pytest.mark.parametrize("name", ["頭痛", "Головная боль", "صداع"])
def test_a_name_in_any_script_gives_an_id(name: str) -> None:
    assert is_own_id(own_id(name))


def test_names_that_share_their_plain_letters_get_ids_of_their_own() -> None:
    assert own_id("頭痛 2") != own_id("腰痛 2")


@pytest.mark.parametrize("name", ["", "  ", "!?", "___"])
def test_a_name_without_a_letter_or_digit_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="a letter or a digit"):
        own_id(name)


@given(st.text())
def test_an_id_made_from_a_name_is_always_well_formed(name: str) -> None:
    try:
        id = own_id(name)
    except ValueError:
        assert not any(char.isascii() and char.isalnum() for char in name)
        return
    assert is_own_id(id)


@pytest.mark.parametrize(
    "id", ["cold_hands", "own:", "own:Cold", "own:_cold", "own:cold_", "own:a b", "own:a\n"]
)
def test_other_ids_are_not_ones_own(id: str) -> None:
    assert not is_own_id(id)
    with pytest.raises(ValueError, match="one's own"):
        own_measure(id, "Cold")
    with pytest.raises(ValueError, match="one's own"):
        own_trigger(id, "Cold")


def test_an_own_measure_is_asked_in_the_evening_under_more() -> None:
    measure = own_measure(
        "own:walked",
        "Walked",
        scale=Scale(0, 24, 0.5),
        direction=Direction.HIGH_IS_GOOD,
        factor="environment_lifestyle",
    )
    assert measure.place is Place.MORE
    assert measure.direction is Direction.HIGH_IS_GOOD
    assert measure.factors == ("environment_lifestyle",)
    assert measure.label == "Walked"
    assert COLD_HANDS.factors == ()


def test_the_factor_of_something_of_ones_own_must_exist() -> None:
    with pytest.raises(ValueError, match="no such factor: luck"):
        own_measure("own:luck", "Luck", factor="luck")
    with pytest.raises(ValueError, match="no such factor: luck"):
        own_trigger("own:luck", "Luck", factor="luck")


def test_what_a_person_added_comes_after_the_registries() -> None:
    questions = Questions((COLD_HANDS,), (GARDENING,))
    assert questions.measures == (*MEASURES, COLD_HANDS)
    assert questions.triggers == (*TRIGGERS, GARDENING)


def test_questions_are_found_by_their_id() -> None:
    questions = Questions((COLD_HANDS,), (GARDENING,))
    pain, travel = questions.measure("pain"), questions.trigger("travel")
    assert pain is not None
    assert pain.id == "pain"
    assert travel is not None
    assert travel.id == "travel"
    assert questions.measure("own:cold_hands") is COLD_HANDS
    assert questions.trigger("own:gardening") is GARDENING


def test_an_id_that_nothing_has_is_not_found() -> None:
    assert Questions().measure("own:cold_hands") is None
    assert Questions().trigger("own:gardening") is None


def test_questions_at_a_place_keep_their_order_with_ones_own_last() -> None:
    more = [measure.id for measure in Questions((COLD_HANDS,)).asked_on(Place.MORE)]
    assert more == [
        *("sleep_hours", "energy_morning", "energy_evening", "mood", "gut", "activity"),
        "own:cold_hands",
    ]


def test_every_measure_of_detail_stands_under_one_topic() -> None:
    gathered = [measure.id for topic in Questions().topics() for measure in topic.measures]
    detail = [measure.id for measure in MEASURES if measure.place is Place.DETAIL]
    assert sorted(gathered) == sorted(detail)


def test_topics_stand_in_the_order_of_the_form_and_have_a_name() -> None:
    labels = [topic.label for topic in Questions().topics()]
    assert labels[0] == "The night"
    assert labels[-1] == "From a device"
    assert len(labels) == 10


def test_a_day_has_no_answer_to_what_is_asked_of_moments() -> None:
    questions = Questions()
    assert questions.measure("energy") is not None
    assert questions.day_measure("energy") is None
    assert questions.day_measure("pain") is questions.measure("pain")
    assert questions.day_measure("nothing") is None
    assert "energy" not in {measure.id for measure in questions.day_measures}


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("own:vas", "VAS of my Arms"),
        ("stress", "Trouble with Tom"),
        ("hrv_sdnn", "pulse variability, SDNN"),
        ("phq2", "PHQ-2"),
    ],
)
def test_only_names_of_our_own_begin_small_inside_a_sentence(id: str, label: str) -> None:
    chosen = Chosen(words={"stress": "Trouble with Tom"})
    asked = Questions((own_measure("own:vas", "VAS of my Arms"),), (), chosen)
    measure = asked.measure(id)
    assert measure is not None
    assert measure.inner_label == label


@pytest.mark.parametrize(
    ("id", "label"),
    [("own:tv", "TV at Night"), ("travel", "Trip to Ulm"), ("sat_long", "sat for long")],
)
def test_only_triggers_of_our_own_begin_small_inside_a_sentence(id: str, label: str) -> None:
    chosen = Chosen(trigger_words={"travel": "Trip to Ulm"})
    trigger = Questions((), (own_trigger("own:tv", "TV at Night"),), chosen).trigger(id)
    assert trigger is not None
    assert trigger.inner_label == label
