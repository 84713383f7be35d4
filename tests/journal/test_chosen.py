"""Choices of questions: where they stand, in which order and words, and what is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal import common as beside_days
from fibrojournal.journal.chosen import (
    LONGEST_WORDS,
    MOST_ON_TODAY,
    Chosen,
    forgotten,
    set_day_starts,
    set_kept,
    set_order,
    set_place,
    set_strength_asked,
    set_trigger_order,
    set_trigger_shown,
    set_trigger_words,
    set_words,
)
from fibrojournal.journal.common import Common
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.measures import MEASURE_BY_ID, MEASURES, Measure, Place
from fibrojournal.journal.questions import Questions, own_measure, own_trigger
from fibrojournal.journal.triggers import TRIGGERS, Trigger

COLD_HANDS = own_measure("own:cold_hands", "Cold hands")
GARDENING = own_trigger("own:gardening", "Gardening")
FIVE = ["pain", "sleep_quality", "stress", "fatigue", "fog"]


def after(*edits: SetSetting) -> Questions:
    """Return the questions of a journal in which these choices were made."""
    common = Common(
        own_measures={COLD_HANDS.id: COLD_HANDS}, own_triggers={GARDENING.id: GARDENING}
    )
    for edit in edits:
        common = beside_days.applied(common, edit)
    return common.questions


def ids(questions: Questions, place: Place) -> list[str]:
    return [measure.id for measure in questions.asked_on(place)]


def test_without_a_choice_all_stands_where_the_registry_says() -> None:
    questions = after()
    assert ids(questions, Place.TODAY) == FIVE
    assert ids(questions, Place.MORE)[-1] == COLD_HANDS.id
    assert ids(questions, Place.HIDDEN) == []


def test_a_question_moves_to_where_it_was_chosen_to_stand() -> None:
    questions = after(
        set_place(MEASURE_BY_ID["mood"], Place.TODAY), set_place(MEASURE_BY_ID["fog"], Place.HIDDEN)
    )
    assert ids(questions, Place.TODAY) == [*FIVE[:-1], "mood"]
    assert ids(questions, Place.HIDDEN) == ["fog"]
    assert "mood" not in ids(questions, Place.MORE)


def test_a_choice_of_the_usual_place_leaves_no_trace() -> None:
    assert set_place(MEASURE_BY_ID["mood"], Place.MORE).value is None


def test_a_question_of_detail_can_stand_among_the_further_ones() -> None:
    questions = after(set_place(MEASURE_BY_ID["steps"], Place.MORE))
    assert "steps" in ids(questions, Place.MORE)
    movement = next(topic for topic in questions.topics() if topic.name == "Movement")
    assert "steps" not in [measure.id for measure in movement.measures]


def test_a_topic_whose_questions_are_all_hidden_is_gone() -> None:
    questions = after(set_place(MEASURE_BY_ID["burning"], Place.HIDDEN))
    assert "Burning" not in [topic.name for topic in questions.topics()]


def test_a_question_without_a_topic_cannot_be_lost_in_detail() -> None:
    questions = after(SetSetting("question.own:cold_hands.place", "detail"))
    assert COLD_HANDS.id in ids(questions, Place.MORE)


def test_what_is_counted_is_never_asked() -> None:
    for id in ("pain_areas", "too_ill", "energy"):
        questions = after(SetSetting(f"question.{id}.place", "today"))
        assert id not in ids(questions, Place.TODAY)


def test_a_ninth_question_on_today_stands_under_more() -> None:
    further = ["sleep_hours", "energy_morning", "energy_evening", "mood"]
    questions = after(*(set_place(MEASURE_BY_ID[id], Place.TODAY) for id in further))
    assert len(ids(questions, Place.TODAY)) == MOST_ON_TODAY
    assert "mood" in ids(questions, Place.MORE)


def test_today_is_never_without_a_question() -> None:
    questions = after(*(set_place(MEASURE_BY_ID[id], Place.HIDDEN) for id in FIVE))
    assert ids(questions, Place.TODAY) == ["pain"]
    assert ids(questions, Place.HIDDEN) == FIVE[1:]


def test_questions_stand_in_the_chosen_order_and_new_ones_last() -> None:
    questions = after(set_order(["fog", "pain", COLD_HANDS.id]))
    assert ids(questions, Place.TODAY) == ["fog", "pain", "sleep_quality", "stress", "fatigue"]
    assert ids(questions, Place.MORE)[0] == COLD_HANDS.id


def test_a_question_is_asked_in_the_persons_own_words_everywhere() -> None:
    questions = after(set_words(MEASURE_BY_ID["fog"], "  Head   in clouds "))
    fog = questions.measure("fog")
    assert fog is not None
    assert (fog.label, fog.short_label) == ("Head in clouds", "Head in clouds")
    assert fog in questions.asked_on(Place.TODAY)


def test_words_that_are_too_long_are_cut_and_none_give_the_name_back() -> None:
    assert set_words(COLD_HANDS, "x" * 99).value == "x" * LONGEST_WORDS
    assert set_words(COLD_HANDS, "  ").value is None
    assert Chosen.of({"question.fog.words": "  "}).words == {}


def test_a_hidden_trigger_is_known_and_not_offered() -> None:
    questions = after(set_trigger_shown("travel", is_shown=False))
    assert "travel" not in [one.id for one in questions.shown_triggers]
    assert questions.trigger("travel") is not None
    assert set_trigger_shown("travel", is_shown=True).value is None


def test_triggers_have_own_words_and_an_own_order() -> None:
    questions = after(
        set_trigger_words("travel", "On the road"), set_trigger_order([GARDENING.id, "travel"])
    )
    assert [one.label for one in questions.triggers[:2]] == ["Gardening", "On the road"]
    assert len(questions.triggers) == len(TRIGGERS) + 1
    assert set_trigger_order([]).value is None


def test_strength_is_asked_only_where_it_was_chosen() -> None:
    assert not after().chosen.asks_strength
    assert after(set_strength_asked(is_asked=True)).chosen.asks_strength
    assert set_strength_asked(is_asked=False).value is None


def test_what_was_chosen_about_a_thing_that_goes_is_forgotten() -> None:
    made = [
        set_place(COLD_HANDS, Place.TODAY),
        set_words(COLD_HANDS, "Ice"),
        set_kept(COLD_HANDS),
    ]
    assert [edit.key for edit in made] == [e.key for e in forgotten(Measure, COLD_HANDS.id)]
    keys = {e.key for e in forgotten(Trigger, GARDENING.id)}
    assert set_trigger_shown(GARDENING.id, is_shown=False).key in keys


@pytest.mark.parametrize("place", ["derived", "", "attic", "TODAY"])
def test_a_place_that_makes_no_sense_is_passed_over(place: str) -> None:
    assert ids(after(SetSetting("question.fog.place", place)), Place.TODAY) == FIVE


@given(
    st.dictionaries(
        st.one_of(
            st.sampled_from(
                [
                    *("questions.order", "triggers.order", "triggers.strength", "question.place"),
                    *(f"question.{id}.place" for id in FIVE),
                    "question..words",
                    "trigger.travel.place",
                ]
            ),
            st.text(max_size=20),
        ),
        st.one_of(st.sampled_from([place.value for place in Place]), st.text(max_size=60)),
    )
)
def test_broken_settings_lose_no_question(settings: dict[str, str]) -> None:
    questions = Questions((COLD_HANDS,), (GARDENING,), Chosen.of(settings))
    asked = [measure.id for measure, _place in questions.placed()]
    assert sorted(asked) == sorted([*(measure.id for measure in MEASURES), COLD_HANDS.id])
    assert 1 <= len(questions.asked_on(Place.TODAY)) <= MOST_ON_TODAY
    assert len(questions.triggers) == len(TRIGGERS) + 1


@pytest.mark.parametrize(
    ("told", "hour"), [("0", 0), ("6", 6), ("12", 12), ("13", 4), ("-1", 4), ("soon", 4), ("", 4)]
)
def test_a_day_begins_when_it_was_chosen_to_if_that_makes_sense(told: str, hour: int) -> None:
    assert Chosen.of({"day.starts": told}).day_starts == hour


def test_the_usual_beginning_of_a_day_is_no_choice() -> None:
    assert set_day_starts(6) == SetSetting("day.starts", "6")
    assert set_day_starts(4) == SetSetting("day.starts", None)
