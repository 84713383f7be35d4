"""The list of Settings: its order is the form's, and what moves a question in it."""

from __future__ import annotations

import pytest

from fibrojournal.journal import common as beside_days
from fibrojournal.journal.arranging import (
    Listed,
    NotArranged,
    listed,
    move,
    move_trigger,
    stand,
)
from fibrojournal.journal.chosen import set_place
from fibrojournal.journal.common import Common
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.measures import MEASURE_BY_ID, MEASURES, NEVER_ON_THE_FORM, Place
from fibrojournal.journal.questions import Questions, own_measure
from fibrojournal.journal.triggers import TRIGGERS

COLD_HANDS = own_measure("own:cold_hands", "Cold hands")
FIVE = ["pain", "sleep_quality", "stress", "fatigue", "fog"]


def after(*edits: SetSetting | None) -> Questions:
    common = Common(own_measures={COLD_HANDS.id: COLD_HANDS})
    for edit in edits:
        assert edit is not None
        common = beside_days.applied(common, edit)
    return common.questions


def ids(questions: Questions) -> list[str]:
    return [row.measure.id for row in listed(questions)]


def row(questions: Questions, id: str) -> Listed:
    return next(one for one in listed(questions) if one.measure.id == id)


def test_every_question_that_can_be_asked_is_listed_once_own_ones_before_detail() -> None:
    listing = ids(after())
    assert listing[:5] == FIVE
    assert listing[11] == COLD_HANDS.id
    asked = [one.id for one in MEASURES if one.place not in NEVER_ON_THE_FORM]
    assert sorted(listing) == sorted([*asked, COLD_HANDS.id])


def test_a_question_moves_among_those_of_its_part_alone() -> None:
    questions = after()
    assert [row(questions, id).can_rise for id in ("pain", "stress", "sleep_hours")] == [
        *(False, True, False)
    ]
    assert not row(questions, "fog").can_sink
    assert move(questions, "pain", -1) is None
    assert move(questions, "fog", 1) is None
    assert move(questions, ids(questions)[-1], 1) is None


def test_moving_up_and_down_brings_back_the_order() -> None:
    questions = after(move(after(), "stress", -1))
    assert ids(questions)[:3] == ["pain", "stress", "sleep_quality"]
    assert ids(after(move(questions, "stress", 1))) == ids(after())


def test_a_hidden_question_keeps_its_place_in_the_list() -> None:
    questions = after(stand(after(), "stress", Place.HIDDEN))
    assert ids(questions) == ids(after())
    assert row(questions, "stress").choice is Place.HIDDEN


def test_a_question_of_detail_goes_to_today_and_back_into_its_topic() -> None:
    first = stand(after(), "steps", Place.TODAY)
    questions = after(first)
    assert ids(questions)[5] == "steps"
    back = stand(questions, "steps", Place.MORE)
    assert row(after(first, back), "steps").place is Place.DETAIL
    assert row(after(first, back), "steps").choice is Place.MORE


def test_a_ninth_question_for_today_is_refused_in_a_sentence() -> None:
    questions = after(
        *(set_place(MEASURE_BY_ID[id], Place.TODAY) for id in ("mood", "gut", "activity"))
    )
    with pytest.raises(NotArranged, match="Eight keep Today short"):
        stand(questions, "steps", Place.TODAY)
    assert stand(questions, "mood", Place.TODAY).value == "today", "it stands there already"


def test_the_last_question_stays_on_today() -> None:
    questions = after(*(set_place(MEASURE_BY_ID[id], Place.MORE) for id in FIVE[1:]))
    with pytest.raises(NotArranged, match="One question stays"):
        stand(questions, "pain", Place.HIDDEN)


def test_a_trigger_moves_up_and_down_and_not_beyond_the_ends() -> None:
    first, second = TRIGGERS[0].id, TRIGGERS[1].id
    questions = after(move_trigger(after(), second, -1))
    assert [one.id for one in questions.triggers[:2]] == [second, first]
    assert move_trigger(questions, second, -1) is None
    assert move_trigger(questions, questions.triggers[-1].id, 1) is None
