from __future__ import annotations

from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.journal.profile import (
    FACTS,
    LONGEST_TEXT,
    PRIVATE,
    count_answered,
    set_fact,
)

FACT = {fact.id: fact for fact in FACTS}


def test_every_fact_and_each_of_its_answers_has_an_id_of_its_own() -> None:
    assert len(FACT) == len(FACTS)
    for fact in FACTS:
        ids = [answer.id for answer in fact.answers]
        assert len(set(ids)) == len(ids)
        assert PRIVATE not in ids
        assert fact.label
        assert all(answer.label for answer in fact.answers)


def test_every_fact_belongs_to_a_factor_or_to_none() -> None:
    assert {fact.factor for fact in FACTS} <= {None, *FACTOR_IDS}


def test_an_answer_is_kept_as_a_choice_of_the_journal() -> None:
    assert set_fact(FACT["family"], "yes") == SetSetting("profile.family", "yes")
    assert FACT["family"].answer({"profile.family": "yes"}) == "yes"


def test_no_answer_takes_it_away() -> None:
    assert set_fact(FACT["family"], "") == SetSetting("profile.family", None)
    assert FACT["family"].answer({}) == ""


def test_rather_not_to_say_is_an_answer() -> None:
    assert FACT["age"].answer({"profile.age": PRIVATE}) == PRIVATE


def test_an_answer_that_nobody_knows_is_none() -> None:
    assert FACT["age"].answer({"profile.age": "a hundred"}) == ""


def test_ones_own_words_are_kept_as_they_are_up_to_a_length() -> None:
    words = FACT["other"]
    assert set_fact(words, "  Raynaud ").value == "Raynaud"
    assert words.answer({"profile.other": "Raynaud"}) == "Raynaud"
    assert set_fact(words, "x" * 500).value == "x" * LONGEST_TEXT


def test_the_facts_with_an_answer_are_counted() -> None:
    settings = {"profile.age": "40_49", "profile.sex": "nonsense", "profile.other": "Raynaud"}
    assert count_answered(settings) == 2
