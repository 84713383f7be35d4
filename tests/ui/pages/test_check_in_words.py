"""A check-in in words: what it adds up to, and what a research rule says, never a diagnosis."""

from __future__ import annotations

from datetime import date

from fibrojournal.journal.scoring import CheckIn, SymptomAnswers
from fibrojournal.ui.pages.check_in.words import (
    answers,
    blanks_words,
    half_year_words,
    parts_words,
    rule_words,
    title_words,
    week_words,
)

MARCH = date(2026, 3, 12)
SPREAD = frozenset(
    {
        *("shoulder_left", "shoulder_right", "hip_left", "hip_right"),
        *("neck", "lower_back", "chest"),
    }
)
SYMPTOMS = SymptomAnswers(2, 3, 2, 1, 0, 0)
WHOLE = CheckIn(SPREAD, SYMPTOMS, lasting=True)


def test_the_week_and_the_half_year_are_named() -> None:
    assert week_words(MARCH) == "6 to 12 March"
    assert week_words(date(2026, 3, 3)) == "25 February to 3 March"
    assert half_year_words(MARCH) == "since 11 September"


def test_the_sum_stands_beside_those_before() -> None:
    assert title_words(WHOLE, []) == "15 of 31."
    assert title_words(WHOLE, [14.0, 17.0]) == "15 of 31. The 2 before lay between 14 and 17."
    assert parts_words(WHOLE, MARCH) == "6 to 12 March. 7 painful areas and a severity of 8."


def test_a_blank_answer_leaves_no_sum_and_no_rule() -> None:
    partial = CheckIn(SPREAD, SymptomAnswers(2, 3), lasting=True)
    assert title_words(partial, [14.0]) == "No sum this time."
    assert parts_words(partial, MARCH) == "6 to 12 March. 4 answers still blank, fine to leave."
    assert rule_words(partial) == ""
    assert rule_words(CheckIn(SPREAD, SYMPTOMS)) == ""


def test_answers_that_match_the_rule_are_no_diagnosis() -> None:
    assert rule_words(WHOLE) == (
        "These answers match a research rule: 7 painful areas in 5 of 5 parts of the body,"
        " severity 8, for 3 months or more."
        " It is a research rule, not a diagnosis. Only a doctor can make one."
    )


def test_answers_that_do_not_match_say_so_as_plainly() -> None:
    words = rule_words(CheckIn(frozenset({"neck"}), SYMPTOMS, lasting=False))
    assert words.startswith("These answers do not match a research rule: 1 painful area in 1 of 5")
    assert "for less than 3 months" in words
    assert words.endswith("Only a doctor can make one.")


def test_a_blank_about_the_months_is_not_told_as_an_answer() -> None:
    words = rule_words(CheckIn(frozenset({"neck"}), SYMPTOMS))
    assert words.startswith("These answers do not match a research rule")
    assert "month" not in words


def test_every_answer_is_listed_in_words() -> None:
    told = dict(answers(CheckIn(symptoms=SymptomAnswers(2, None, 0, 1, 0, None))))
    assert told == {
        "Tiredness": "2, moderate",
        "Waking unrefreshed": "blank",
        "Thinking and memory": "0, none",
        "Headaches": "yes, 1",
        "Pain or cramps low in the belly": "no",
        "Low mood that lasted": "blank",
    }


def test_blanks_are_counted_without_blame() -> None:
    assert blanks_words(WHOLE) == "Saved."
    assert blanks_words(CheckIn(SPREAD, SYMPTOMS)) == "1 answer still blank, fine to leave."
