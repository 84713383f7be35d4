from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from fibrojournal.analysis import composite
from fibrojournal.analysis.answers import Answer
from fibrojournal.analysis.families import Family, Label
from fibrojournal.analysis.pages import Page, Relation, answers, page
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.questions import Suspect, questions
from fibrojournal.analysis.triggers import already_worse_before
from tests.analysis.simulated import alike_days
from tests.calibration.person import FIRST, NULL, TRIGGERS, World, diaries

GAP = math.nan


def person(days: int, effect: float = 0.6, seed: int = 1) -> list[Variable]:
    """Somebody whose pain goes with the night before, and with nothing else."""
    rng = np.random.default_rng(seed)
    sleep = alike_days(rng, days, 0.3, missing=0.0)
    pain = np.clip(np.round(5 - effect * (sleep - 5) + rng.normal(0, 1.2, days)), 0, 10)
    travel = (rng.random(days) < 0.2).astype(np.float64)
    noted = rng.random(days) > 0.1
    return [
        Variable("pain", np.where(noted, pain, GAP)),
        Variable("sleep_quality", np.where(noted, sleep, GAP), bad=-1, waking=True),
        Variable("gut", np.where(noted, alike_days(rng, days, 0.5), GAP)),
        Variable("travel", np.where(noted, travel, GAP), is_trigger=True),
    ]


def of(found: Page, factor: str, lag: int = 0) -> Relation:
    return next(
        one
        for one in found.relations
        if (one.answer.question.factor, one.answer.question.lag) == (factor, lag)
    )


def single(variables: Sequence[Variable], factor: str, lag: int = 0) -> Answer:
    return of(page(FIRST, variables, "pain"), factor, lag).answer


def test_the_night_before_is_found_in_plain_units() -> None:
    found = page(FIRST, person(200), "pain")
    sleep = of(found, "sleep_quality")
    assert sleep.label is Label.CLEAR
    assert found.milestone == 180
    assert found.checked == 6
    answer = sleep.answer
    assert answer.limits is not None
    assert answer.estimate is not None
    assert answer.estimate.slope == pytest.approx(-0.6, abs=0.15)
    assert answer.estimate.effect == pytest.approx(answer.estimate.slope * answer.estimate.contrast)
    assert answer.estimate.low < answer.estimate.effect < answer.estimate.high < 0
    assert sleep.label_q is not None
    assert sleep.label_q <= 0.0125


def test_what_is_found_has_the_wider_interval_of_what_was_picked_out() -> None:
    found = page(FIRST, person(200), "pain")
    sleep, gut = (of(found, factor).answer.estimate for factor in ("sleep_quality", "gut"))
    assert sleep is not None
    assert gut is not None
    assert sleep.error <= 0.05 == gut.error


def test_labels_stand_still_between_milestones_and_numbers_do_not() -> None:
    longer = person(260)
    shorter = [replace(one, values=one.values[:200]) for one in longer]
    one, two = (of(page(FIRST, days, "pain"), "sleep_quality") for days in (shorter, longer))
    assert (one.label, one.label_q) == (two.label, two.label_q)
    assert one.answer.n < two.answer.n


def test_the_day_on_the_whole_is_made_of_the_days_up_to_each_look() -> None:
    people = next(iter(diaries(World(), 1, 265, 4)))
    then = [replace(one, values=one.values[:180]) for one in people]
    for one in people:
        if one.id == "fog":
            one.values[180:] *= 3
    now, before = (page(FIRST, days, composite.ID).relations for days in (people, then))
    assert [(one.label_q, one.previous) for one in now] == [
        (one.label_q, one.previous) for one in before
    ]
    assert {one.answer.question.factor for one in now}.isdisjoint(composite.PARTS)


def test_before_a_day_on_the_whole_could_be_told_its_labels_wait() -> None:
    (people,) = diaries(World(), 1, 100, 4)
    for one in people:
        if one.id in {"fog", "mood", "gut"}:
            one.values[:90] = GAP
    found = page(FIRST, people, composite.ID)
    assert found.milestone == 90
    assert {one.label for one in found.relations} == {Label.NOT_ENOUGH_DAYS}


def test_the_label_of_the_milestone_before_is_kept_beside() -> None:
    assert of(page(FIRST, person(100), "pain"), "sleep_quality").previous is not None
    assert of(page(FIRST, person(40), "pain"), "sleep_quality").previous is None


def test_before_the_first_milestone_there_is_no_label() -> None:
    found = page(FIRST, person(29), "pain")
    assert found.milestone is None
    assert {one.label for one in found.relations} == {Label.NOT_ENOUGH_DAYS}


def test_a_label_does_not_outlive_its_number() -> None:
    diary = person(1305)
    for one in diary:
        one.values[230:] = GAP
    on_milestone = [replace(one, values=one.values[:1265]) for one in diary]
    assert of(page(FIRST, on_milestone, "pain"), "sleep_quality").label is Label.CLEAR
    found = of(page(FIRST, diary, "pain"), "sleep_quality")
    assert found.answer.estimate is None
    assert (found.label, found.label_q) == (Label.NOT_ENOUGH_DAYS, None)
    assert found.previous is Label.CLEAR


def test_a_short_diary_says_how_many_days_are_wanting() -> None:
    answer = single(person(20), "sleep_quality")
    assert answer.estimate is None
    assert (answer.q, answer.label) == (None, Label.NOT_ENOUGH_DAYS)
    assert answer.days_needed is not None
    assert 8 <= answer.days_needed <= 40


def test_a_trigger_of_four_days_is_not_asked_and_one_of_five_is() -> None:
    for ticks, asked in ((4, False), (5, True)):
        days = person(120)
        values = np.zeros(120)
        values[10 : 10 + 20 * ticks : 20] = 1
        pain = replace(days[0], values=np.nan_to_num(days[0].values, nan=5.0))
        travel = replace(days[3], values=values)
        answer = single([pain, *days[1:3], travel], "travel")
        assert (answer.n_high, answer.estimate is not None) == (ticks, asked)
        assert (answer.limits, answer.days_needed is not None) == (None, True)


def test_a_trigger_that_is_always_ticked_or_never_is_not_asked() -> None:
    for value in (0.0, 1.0):
        days = person(120)
        always = replace(days[3], values=np.full(120, value))
        assert single([*days[:3], always], "travel").estimate is None


def test_a_rating_that_hardly_changes_is_not_asked_and_says_when_it_could() -> None:
    days = person(120)
    flat = replace(days[2], values=np.where(np.arange(120) % 40 == 0, 4.0, 5.0))
    answer = single([*days[:2], flat], "gut")
    assert (answer.estimate, answer.limits, answer.n_low) == (None, None, 0)
    assert answer.days_needed is not None


def test_what_was_never_noted_is_not_asked() -> None:
    days = person(120)
    answer = single([*days[:2], replace(days[2], values=np.full(120, GAP))], "gut")
    assert (answer.n, answer.estimate) == (0, None)
    assert answer.days_needed is not None
    assert 30 <= answer.days_needed <= 40  # noted every day from now on


def test_an_outcome_that_never_changes_is_not_asked_about() -> None:
    diary = [
        replace(one, values=np.full(200, 2.3)) if one.id == "pain" else one for one in person(200)
    ]
    found = page(FIRST, diary, "pain")
    assert found.checked == 0
    assert {one.label for one in found.relations} == {Label.NOT_ENOUGH_DAYS}


def test_a_copy_of_another_measure_under_the_same_days_is_not_told_apart() -> None:
    days = person(120)
    same = replace(days[0], id="own:copy")
    yesterday = replace(same, id="own:later", values=np.append(GAP, days[0].values[:-1]))
    answer = single([days[0], days[1], yesterday], "own:later")
    assert answer.estimate is None or math.isfinite(answer.estimate.se)


def test_a_narrow_interval_around_nothing_is_negligible() -> None:
    rng = np.random.default_rng(2)
    days = 900
    pain = np.clip(np.round(5 + rng.normal(0, 1, days)), 0, 10)
    gut = np.round(rng.uniform(0, 10, days))
    found = page(FIRST, [Variable("pain", pain), Variable("gut", gut)], "pain")
    assert of(found, "gut").label is Label.NEGLIGIBLE
    assert of(found, "gut").answer.days_needed == 0


def test_no_clear_link_says_what_could_be_told_and_when_one_point_could() -> None:
    answer = single(person(60), "gut", 1)
    assert answer.label is Label.NONE
    assert answer.estimate is not None
    assert answer.estimate.detectable > 1
    assert answer.days_needed is not None
    assert answer.days_needed > 0


def test_twenty_equally_likely_values_lie_around_the_effect() -> None:
    estimate = single(person(200), "sleep_quality").estimate
    assert estimate is not None
    values = estimate.quantiles()
    assert len(values) == 20
    assert list(values) == sorted(values)
    assert np.mean(values) == pytest.approx(estimate.effect)
    inside = sum(
        estimate.effect - estimate.detectable < one < estimate.effect + estimate.detectable
        for one in values
    )
    assert inside == 20


def test_only_the_last_three_years_are_looked_at() -> None:
    days = person(1095 + 180)
    for one in days:
        one.values[:180] = np.where(np.isfinite(one.values[:180]), 9.0, GAP)
    answer = single(days, "sleep_quality")
    assert answer.n <= 1095
    assert answer.estimate is not None
    assert answer.estimate.slope < -0.4


def test_the_order_of_variables_changes_no_answer() -> None:
    days = person(150)
    one = page(FIRST, days, "pain")
    two = page(FIRST, [days[0], *days[:0:-1]], "pain")
    for relation in one.relations:
        question = relation.answer.question
        other = of(two, question.factor, question.lag)
        assert other.label is relation.label
        assert other.answer.q == pytest.approx(relation.answer.q)


def test_naming_a_suspect_finds_it_sooner() -> None:
    days = person(60, effect=0.25)
    plain = of(page(FIRST, days, "pain"), "sleep_quality").answer
    named = of(page(FIRST, days, "pain", [Suspect("sleep_quality", 0)]), "sleep_quality").answer
    assert plain.q is not None
    assert named.q is not None
    assert named.q < plain.q
    assert named.estimate is not None
    assert plain.estimate is not None
    assert named.estimate.p == plain.estimate.p


def test_a_trigger_that_follows_bad_days_is_told_so() -> None:
    rng = np.random.default_rng(4)
    pain = alike_days(rng, 400, 0.5, missing=0.0)
    odds = 1 / (1 + np.exp(-1.5 * (pain - 7)))
    ticked = np.append(0.0, (rng.random(399) < odds[:-1]).astype(np.float64))
    own = (rng.random(400) < 0.2).astype(np.float64)
    variables = [
        Variable("pain", pain),
        Variable("rest_break", ticked, is_trigger=True),
        Variable("travel", own, is_trigger=True),
    ]
    found = page(FIRST, variables, "pain")
    assert of(found, "rest_break").already_worse_before
    assert not of(found, "travel").already_worse_before


def test_a_trigger_that_follows_good_days_is_not_told_to_follow_bad_ones() -> None:
    rng = np.random.default_rng(4)
    pain = alike_days(rng, 400, 0.5, missing=0.0)
    ticked = np.append(0.0, (pain[:-1] < 4).astype(np.float64))
    diary = prepare(
        FIRST, [Variable("pain", pain), Variable("gentle_movement", ticked, is_trigger=True)]
    )
    assert not already_worse_before(diary, 1, 0)


@pytest.mark.parametrize("shared", [0.0, 0.4])
def test_unrelated_things_look_related_about_as_often_as_they_say(shared: float) -> None:
    world = replace(NULL, shared=shared)
    small: dict[Family, list[bool]] = {family: [] for family in Family}
    for variables in diaries(world, 40, 90, seed=7):
        diary = prepare(FIRST, variables)
        for one in answers(diary, questions(variables, "pain")):
            joined = shared and one.question.lag == 0 and one.question.factor not in TRIGGERS
            if one.estimate is not None and not joined:
                small[one.question.family].append(one.estimate.p <= 0.05)
    assert 0.015 <= np.mean(small[Family.BEFORE]) <= 0.06
    assert shared or 0.015 <= np.mean(small[Family.SAME]) <= 0.065


def test_true_relations_are_found_and_their_intervals_hold_them_no_worse_than_they_say() -> None:
    found = held = asked = 0
    for variables in diaries(World(), 40, 180, seed=8):
        diary = prepare(FIRST, variables)
        for one in answers(diary, questions(variables, "pain")):
            if (one.question.factor, one.question.lag) != ("overdid_it", 1) or not one.estimate:
                continue
            asked += 1
            found += one.label not in (Label.NONE, Label.NEGLIGIBLE)
            held += one.estimate.low <= 0.9 * 1.85 <= one.estimate.high  # of 1.6 to 2.1 points
    assert found / asked >= 0.55
    assert held / asked >= 0.85
