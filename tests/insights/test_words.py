"""Every sentence of a result, over a grid of results: its grammar, its manners, its honesty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.grid import Answers
from fibrojournal.analysis.pages import Relation
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.questions import Suspect
from fibrojournal.analysis.thirds import Limits
from fibrojournal.insights.making import how_made
from fibrojournal.insights.names import noun, title
from fibrojournal.insights.page_words import checked, missing_days_words, next_look, summary
from fibrojournal.insights.spoken import spoken
from fibrojournal.insights.words import HELD_FIXED, Told, sentence_of, told
from fibrojournal.journal.chosen import Chosen
from tests.insights.grid import (
    COLD_HANDS,
    GLUTEN,
    SLEEP,
    STRESS,
    TRAVEL,
    answered,
    asked_of,
    asked_questions,
    page_on,
    record_on,
    related,
    results,
    unanswered,
)

NOT_ENOUGH = Label.NOT_ENOUGH_DAYS
BANNED = re.compile(
    r"!|\b(missed|failed|forgot\w*|should|only|caus\w*|because|prov\w+|significan\w+|we)\b", re.I
)
BROKEN = re.compile(r"  | [.,;:)]|[{}]|-|−0\.0\b|\b1 (days|nights|questions|pairs)\b|\.\.|\bNone\b")


def faults(sentence: str, *, is_whole: bool = True) -> list[str]:
    """List what is wrong with a sentence, or with words that stand alone."""
    found = [hit[0] for rule in (BANNED, BROKEN) for hit in rule.finditer(sentence)]
    if sentence != sentence.strip() or not sentence:
        found.append("edges")
    if is_whole and not re.fullmatch(r"[A-Z0-9“].*\.", sentence):
        found.append("no sentence")
    if len(sentence.split()) > 50:
        found.append("long")
    return found


def wrong(sentences: Iterable[str], *, are_whole: bool = True) -> dict[str, list[str]]:
    return {one: found for one in sentences if (found := faults(one, is_whole=are_whole))}


def words_of(relation: Relation, day: int = 200) -> Told:
    return told(record_on(day), page_on(day, relation), relation)


def test_every_sentence_of_every_result_is_well_made() -> None:
    whole, parts = set(), set()
    for record, page, relation in results():
        one = told(record, page, relation)
        whole |= {one.sentence, *one.notes, summary(record, page)}
        some = one.lead, one.numbers, one.chance, one.expectation
        whole |= {words for words in some if words}
        whole |= {checked(record.questions, page), next_look(record)}
        parts |= {one.title, one.days, one.headline, one.label}
    assert len(whole) > 250
    assert wrong(whole) == {}
    assert wrong(parts, are_whole=False) == {}


def test_every_step_of_how_a_number_was_made_is_well_made() -> None:
    steps = {step for one in results() for step in how_made(*one)}
    assert len(steps) > 200
    assert wrong(steps) == {}


def test_the_rules_find_what_is_broken() -> None:
    assert faults("It causes  1 days of pain!") == ["causes", "!", "  ", "1 days", "no sentence"]
    assert faults("") == ["edges", "no sentence"]
    assert faults("Pain was −0.0 points higher.") == ["−0.0"]


def test_a_night_is_spoken_of_in_the_words_of_its_scale() -> None:
    one = words_of(related(answered(asked_of(SLEEP), effect=-1.1, n_low=41, n_high=87)))
    assert one.title == "Poor sleep"
    assert one.days == "41 nights"
    assert one.lead == "Poor sleep tends to be followed by more pain the day after."
    assert one.headline == "1.1 points higher the day after"
    assert one.sentence == (
        "The day after nights you rated 3 or less (41 nights), pain was 1.1 points higher than"
        " after nights with 7 or more (87 nights), likely between 0.6 and 1.6."
    )
    assert (one.effect, one.low, one.high) == pytest.approx((1.1, 0.605, 1.595), abs=0.001)


def test_a_rating_and_a_trigger_are_spoken_of_when_high() -> None:
    stress = words_of(related(answered(asked_of(STRESS, lag=1))))
    assert stress.title == "Stress"
    assert stress.sentence.startswith(
        "The day after days you rated stress 7 or more (41 days), pain was 1.1 points higher than"
        " after days with 3 or less (87 days)"
    )
    travel = words_of(related(answered(asked_of(TRAVEL, lag=1), effect=-0.8)))
    assert travel.headline == "0.8 points lower the day after"
    assert travel.sentence.startswith(
        "The day after days marked “Travel” (41 days), pain was 0.8 points lower than after other"
        " days (87 days)"
    )


def test_of_one_day_nobody_knows_what_came_first() -> None:
    for factor in (STRESS, TRAVEL):
        one = words_of(related(answered(asked_of(factor))))
        assert one.headline == "1.1 points higher the same day"
        assert one.lead.endswith(" tends to go with more pain the same day.")
        assert one.sentence.startswith("On days ")
        assert one.sentence.endswith("The two go together; which came first is not known.")


def test_own_names_stand_as_written() -> None:
    rated = words_of(related(answered(asked_of(COLD_HANDS))))
    assert rated.title == "Cold hands"
    assert "days you rated Cold hands 7 or more" in rated.sentence
    ticked = words_of(related(answered(asked_of(GLUTEN))))
    assert ticked.title == "Ate gluten"
    assert "days marked “Ate gluten” (41 days)" in ticked.sentence


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        ("sleep_hours", "nights of 7 h or less"),
        ("stiffness_minutes", "days with 420 min or more of morning stiffness"),
        ("awakenings", "nights when you woke 70 or more times"),
        ("temperature_c", "days with a body temperature of 40.5 °C or more"),
        ("activity", "days you rated activity 1 (a bit more) or more"),
        ("mood", "days you rated mood 3 or less"),
    ],
)
def test_limits_are_in_the_unit_of_their_measure(factor: str, words: str) -> None:
    assert words in words_of(related(answered(asked_of(factor, lag=1)))).sentence


def test_the_evening_is_followed_by_a_night() -> None:
    one = words_of(related(answered(asked_of("pain", SLEEP, 1), effect=-0.6)))
    assert one.headline == "0.6 points lower the night after"
    assert one.sentence.startswith("The night after days you rated pain 7 or more (41 days),")


def test_a_likely_span_on_both_sides_names_its_directions() -> None:
    one = words_of(related(answered(asked_of(TRAVEL), effect=0.2, se=0.4), Label.NONE))
    assert one.numbers.endswith("likely between 0.6 lower and 1.0 higher.")


def test_no_clear_link_says_what_would_not_have_shown() -> None:
    none = related(answered(asked_of(TRAVEL), se=0.55, days_needed=55), Label.NONE)
    one = words_of(none)
    assert (one.headline, one.label, one.dots) == ("No clear link so far", "no clear link", 0)
    assert one.sentence == (
        "No clear link so far. With your data, differences under 1.6 points would mostly not show;"
        " about 55 more days would show 1 point."
    )
    assert (one.lead, one.chance) == ("", "")
    assert one.expectation == ""


def test_a_link_that_hardly_matters_is_a_result() -> None:
    small = related(answered(asked_of(TRAVEL), effect=0.1, se=0.05), Label.NEGLIGIBLE)
    one = words_of(small)
    assert one.headline == "Probably no link that matters"
    assert one.sentence == "Probably no link that matters: under half a point either way."


def test_newer_days_may_say_otherwise_until_the_next_look() -> None:
    seen = answered(asked_of(TRAVEL))
    none = words_of(related(replace(seen, label=Label.CLEAR), Label.NONE))
    assert none.headline == "No clear link so far"
    assert none.sentence.startswith("No clear link on the last set day. Newer days look as if")
    for label in (Label.NONE, Label.POSSIBLE):
        found = words_of(related(replace(seen, label=label), Label.LIKELY))
        assert found.notes == ("Newer days show it less clearly; the next set day tells.",)
    assert not words_of(related(replace(seen, label=Label.CLEAR), Label.LIKELY)).notes
    assert wrong([none.sentence, *found.notes]) == {}


def test_newer_days_may_leave_open_whether_a_link_matters() -> None:
    wide = words_of(related(answered(asked_of(TRAVEL), effect=0.1), Label.NEGLIGIBLE))
    assert wide.headline == "Probably no link that matters"
    assert wide.sentence == (
        "Probably no link that matters on the last set day; newer days leave that open."
    )


def test_what_is_wanting_is_counted() -> None:
    few = related(unanswered(asked_of(TRAVEL), n=60), Label.NOT_ENOUGH_DAYS)
    one = words_of(few)
    assert one.headline == "Not enough days yet"
    assert one.days == "3 days"
    assert one.sentence == (
        "Not checked yet: 3 days with “Travel” so far, and 5 are needed."
        " At the pace so far, it takes about 9 more days."
    )
    assert (one.effect, one.low, one.high) == (None, None, None)


def test_enough_days_since_the_last_look_wait_for_the_next() -> None:
    one = words_of(related(answered(asked_of(TRAVEL)), Label.NOT_ENOUGH_DAYS))
    assert one.headline == "Not looked at yet"
    assert one.sentence == "There are enough days by now. It is looked at on the next set day."


def test_what_fell_away_is_said() -> None:
    gone = related(answered(asked_of(TRAVEL)), Label.NONE, Label.LIKELY)
    one = words_of(gone)
    assert one.headline == "No longer stands out"
    assert " ".join(one.notes) == (
        "On day 135 the label was: likely. It has fallen away since, as chance findings do,"
        " and now and then real ones."
    )


def test_possible_is_an_early_hint_before_day_90() -> None:
    hint = related(answered(asked_of(SLEEP)), Label.POSSIBLE)
    early, late = words_of(hint, 89), words_of(hint, 90)
    assert (early.label, early.dots) == ("early hint", 1)
    assert early.chance == "Of such early hints, at least 1 in 4 is chance, and perhaps 1 in 2."
    assert (late.label, late.dots) == ("possible", 1)
    assert late.chance == "Of such labels, about 1 in 5 is chance over a year of looking."


def test_early_numbers_come_with_a_caution() -> None:
    found = related(answered(asked_of(SLEEP)))
    assert words_of(found, 60).notes == (
        "Early numbers are often too large, by about half in the first two months.",
    )
    assert words_of(found, 179).notes == ("Early numbers are often too large.",)
    assert words_of(found, 180).notes == ()


def test_a_trigger_that_may_only_seem_to_follow_is_told_apart() -> None:
    one = words_of(related(answered(asked_of(TRAVEL)), already_worse_before=True))
    assert one.notes == ("Pain was worse already the day before, so it may just seem to follow.",)


def test_few_days_of_a_trigger_are_called_early() -> None:
    one = words_of(related(answered(asked_of(TRAVEL), n_high=7)))
    assert one.notes == ("With 7 days of it, this is early: a few more may change the picture.",)
    assert words_of(related(answered(asked_of(TRAVEL), n_high=8))).notes == ()


def test_who_expected_it_is_said() -> None:
    def expected(factor: str, effect: float, *suspects: Suspect) -> str:
        asked = asked_of(factor, suspects=suspects)
        return words_of(related(answered(asked, effect=effect))).expectation

    assert expected(SLEEP, -1.1) == "Studies often find this."
    assert expected(SLEEP, 1.1) == "This is the other way round than expected."
    assert expected("overdid_it", 1.1) == "Many people report this."
    assert expected(TRAVEL, 1.1) == "Nothing in particular was expected of this."
    assert expected(TRAVEL, 1.1, Suspect(TRAVEL, 0)) == "You suspected this."
    assert words_of(related(answered(asked_of(STRESS, "mood")))).expectation == ""


def test_what_is_held_fixed_is_one_sentence() -> None:
    assert wrong([HELD_FIXED]) == {}


def test_the_page_names_what_stands_out() -> None:
    sleep = related(answered(asked_of(SLEEP), effect=-0.8), Label.CLEAR)
    travel = related(answered(asked_of(TRAVEL, lag=1), effect=1.4))
    fatigue = related(answered(asked_of("fatigue"), effect=2.0), Label.CLEAR)
    none = related(answered(asked_of(STRESS)), Label.NONE)

    def said(day: int, *relations: Relation) -> str:
        return summary(record_on(day), page_on(day, *relations))

    assert said(200, none, travel, fatigue, sleep) == "Poor sleep stands out most in your journal."
    assert said(200, none, travel) == "“Travel” stands out in your journal."
    assert said(200, fatigue, none) == "Fatigue and pain go together in your journal."
    assert said(200, none) == "Nothing stands out in your journal so far."
    waiting = related(answered(asked_of(STRESS)), Label.NOT_ENOUGH_DAYS)
    assert said(20, waiting) == "Not enough days yet to say something fair."
    maybe = related(answered(asked_of(SLEEP)), Label.POSSIBLE)
    assert said(200, maybe) == "Poor sleep may stand out in your journal."
    assert said(60, maybe) == "A first hint, no more yet: poor sleep."


def test_bad_days_that_may_be_missing_are_a_caution() -> None:
    week = [3.0, 3.0, 3.0, 7.0, np.nan]
    pain = Variable("pain", np.array(week * 10))
    words = missing_days_words(record_on(50, (pain,)), "pain")
    assert wrong([words]) == {}
    assert words.startswith("Days before a gap were somewhat worse than others")
    even = Variable("pain", np.array([3.0, 4.0, 3.0, 3.0, np.nan] * 10))
    assert missing_days_words(record_on(50, (even,)), "pain") == ""
    assert missing_days_words(record_on(50, (even,)), "mood") == ""


def test_where_answers_are_alike_it_is_not_days_that_are_wanting() -> None:
    two = related(unanswered(asked_of(SLEEP), n=150, n_high=0, days_needed=None), NOT_ENOUGH)
    alike = related(unanswered(asked_of(STRESS), n=150, n_high=0, days_needed=12), NOT_ENOUGH)
    soon = related(replace(unanswered(asked_of("fog"), n=31), limits=Limits(3, 6)), NOT_ENOUGH)
    rare = related(unanswered(asked_of(TRAVEL), n=150), NOT_ENOUGH)
    told_of = [words_of(one) for one in (two, alike, soon, rare)]
    assert [one.headline for one in told_of] == [
        *["Answers too alike so far"] * 2,
        *["Not enough days yet"] * 2,
    ]
    assert told_of[0].sentence == (
        "Not checked: sleep quality has two different answers so far, and it takes three."
    )
    assert told_of[1].sentence.startswith("Not checked yet: stress was too alike on most days")

    def said(*relations: Relation) -> str:
        return summary(record_on(200), page_on(200, *relations))

    assert said(alike, rare) == "Your answers were too alike so far to compare."
    assert said(soon, rare) == "Not enough days yet to say something fair."
    waiting = related(answered(asked_of(SLEEP)), NOT_ENOUGH)
    assert said(alike, waiting) == "Not enough days yet to say something fair."


@pytest.mark.parametrize(("late", "is_noted"), [(0, False), (20, False), (60, True)])
def test_days_noted_late_are_told(late: int, *, is_noted: bool) -> None:
    days = np.arange(record_on(200).first_number, record_on(200).first_number + 150)
    is_late, none = np.arange(150) < late, np.zeros(150, dtype=np.bool_)
    pain = Answers(days, np.ones(150), is_late, none)
    copied = Answers(days, np.ones(150), ~none, ~none)
    record = replace(record_on(200), series={"pain": pain, SLEEP: copied})
    relation = related(answered(asked_of(SLEEP)))
    page = page_on(200, relation)
    steps = how_made(record, page, relation)
    assert any(f"On {late} days one of them was noted late" in one for one in steps) is bool(late)
    notes = told(record, page, relation).notes
    assert ("Many of these days were noted late, when memory has a say." in notes) is is_noted
    assert wrong((*steps, *notes)) == {}


def test_how_a_number_was_made_is_told_step_by_step() -> None:
    asked = asked_of(SLEEP, lag=1, suspects=(Suspect(SLEEP, 1),))
    relation = related(answered(asked, effect=-1.1, se=0.2, error=0.01, n_low=41, n_high=87))
    steps = how_made(record_on(200), page_on(200, relation), relation)
    assert steps[0].startswith("128 of the 200 days looked at have both sleep quality and pain.")
    assert steps[1].endswith("These are about the highest and lowest third of your days.")
    assert steps[3].startswith("The days before are held fixed: pain, and how bad the day before")
    assert "The likely span is wider than usual, as this was picked out of many." in steps[4]
    assert steps[5].endswith("about 2 of 1000 diaries.")
    assert "q is 0.010; clear takes 0.013 or less, likely 0.050, possible 0.100." in steps[6]
    assert steps[7] == "You named it beforehand, so it is looked at eight times as hard."
    assert steps[8].endswith("labels change next on day 270.")


def test_what_cannot_come_of_chance_is_under_one_in_a_thousand() -> None:
    answer = answered(asked_of(TRAVEL), q=0.0001)
    assert answer.estimate is not None
    rare = replace(answer, estimate=replace(answer.estimate, p=0.00001))
    steps = how_made(record_on(200), page_on(200, related(rare)), related(rare))
    assert any("fewer than 1 of 1000 diaries" in step for step in steps)
    assert any("q is under 0.001" in step for step in steps)


def test_what_by_itself_may_be_chance_is_told_why_it_is_no_more_than_possible() -> None:
    answer = answered(asked_of(SLEEP), q=0.01)
    assert answer.estimate is not None
    unsure = replace(answer, estimate=replace(answer.estimate, p=0.12))
    why = "in more than 1 of 20 diaries is possible at most"
    for one, is_told in ((answer, False), (unsure, True), (replace(unsure, q=0.3), False)):
        relation = related(one)
        steps = how_made(record_on(200), page_on(200, relation), relation)
        assert any(why in step for step in steps) is is_told
        assert wrong(steps) == {}


def test_the_first_day_is_one_day() -> None:
    relation = related(unanswered(asked_of(SLEEP), n=0, n_high=0), Label.NOT_ENOUGH_DAYS)
    steps = how_made(record_on(1), page_on(1, relation), relation)
    assert steps[0] == "One day tells nothing yet of sleep quality and pain."


def test_a_trigger_is_held_against_the_days_without_it() -> None:
    relation = related(answered(asked_of(TRAVEL)))
    steps = how_made(record_on(200), page_on(200, relation), relation)
    assert steps[1] == "Days marked “Travel” (41 days) are held against other days (87 days)."
    assert steps[3].endswith("pain, and “Travel” of the day before.")


def test_one_sentence_says_a_relation_by_itself() -> None:
    relation = related(answered(asked_of(STRESS, lag=1)))
    assert sentence_of(asked_questions(), relation) == words_of(relation).sentence


def test_equal_ends_of_a_span_are_said_once() -> None:
    one = words_of(related(answered(asked_of(TRAVEL), se=0.001)))
    assert one.numbers.endswith("likely about 1.1.")
    none = words_of(related(answered(asked_of(TRAVEL), effect=0.01, se=0.01), Label.NEGLIGIBLE))
    assert none.numbers.endswith("likely within 0.1 points of none.")
    assert "pain was under 0.1 points higher" in none.numbers


def test_own_words_for_a_measure_stand_as_written() -> None:
    chosen = Chosen.of({"question.pain.words": "My ache", "question.mood.words": "Spirits"})
    questions = asked_questions()._replace(chosen=chosen)
    relation = related(answered(asked_of("mood", lag=1), effect=-1.1))
    assert title(questions, "mood") == "Low Spirits"
    assert "days you rated Spirits 3 or less" in sentence_of(questions, relation)
    assert "My ache was 1.1 points higher" in sentence_of(questions, relation)


def test_a_name_with_braces_is_a_name_like_any_other() -> None:
    odd = "Ice {cold} {0}"
    chosen = Chosen.of({"question.pain.words": odd, "trigger.travel.words": odd})
    questions = asked_questions()._replace(chosen=chosen)
    record = replace(record_on(200), questions=questions)
    ticked = related(answered(asked_of(TRAVEL, lag=1)))
    rated = related(answered(asked_of("pain", "mood", lag=1)))
    few = related(unanswered(asked_of(TRAVEL)), Label.NOT_ENOUGH_DAYS)
    for relation in (ticked, rated, few):
        page = page_on(200, relation)
        one = told(record, page, relation)
        assert odd in one.title
        assert odd in one.sentence
        assert odd in how_made(record, page, relation)[0]
        assert summary(record, page)
        assert checked(questions, page)


def test_what_is_known_no_more_goes_by_its_id() -> None:
    assert noun(asked_questions(), "own:gone") == "own:gone"
    assert noun(asked_questions(), "too_ill") == "too ill to log"


def test_an_effect_of_high_days_turns_with_what_is_spoken_of() -> None:
    poor = spoken(asked_questions(), answered(asked_of(SLEEP), effect=-1.1))
    stress = spoken(asked_questions(), answered(asked_of(STRESS), effect=1.1))
    assert poor is not None
    assert stress is not None
    assert (poor.turn(-0.4), stress.turn(0.4)) == (0.4, 0.4)
