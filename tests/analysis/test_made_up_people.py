"""The people that the calibration makes up are as it says they are."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from fibrojournal.analysis.pages import page
from fibrojournal.analysis.prepared import prepare
from fibrojournal.analysis.prior import prior_of
from fibrojournal.analysis.questions import questions
from tests.calibration.person import FIRST, ITEMS, World, people
from tests.calibration.said import FOUND, naive, ours, page_of
from tests.calibration.stranger import Truth, strangers
from tests.calibration.truth import Diary, Edge
from tests.calibration.ways import ERRORS, Way

BAD = dict(ITEMS)


def asked_of(diary: Diary) -> set[tuple[str, int]]:
    return {(one.factor, one.lag) for one in questions(diary.variables, "pain")}


@pytest.mark.parametrize("missing", [0.15, 0.3])
def test_the_days_that_are_said_to_be_missing_are(missing: float) -> None:
    lost = [
        np.isnan(diary.variables[-1].values).mean()
        for diary in people(World(missing=missing))(60, 120)
    ]
    assert np.mean(lost) == pytest.approx(missing, abs=0.005)


def test_bad_days_are_missing_more_often() -> None:
    for worse, low, high in ((0.0, -0.15, 0.15), (1.5, 0.3, 3.0)):
        world = World(worse=worse, missing=0.3)
        none = list(people(replace(world, missing=0.0, worse=0.0))(60, 120))
        kept = list(people(world)(60, 120))
        rise = [
            np.nanmean(whole.variables[3].values) - np.nanmean(noted.variables[3].values)
            for whole, noted in zip(none, kept, strict=True)
        ]
        assert low < np.mean(rise) < high


@pytest.mark.parametrize("truth", [Truth.GOOD, Truth.FLAT, Truth.WRONG])
def test_four_things_of_a_stranger_lead_to_pain_and_all_can_be_asked(truth: Truth) -> None:
    for diary in strangers(truth)(10, 60):
        edges = [edge for edge in diary.edges if edge.target == "pain"]
        assert len({edge.source for edge in edges}) == 4
        assert {edge.size_name for edge in edges} == {"small", "medium", "large"}
        assert {(edge.source, edge.lag) for edge in edges} <= asked_of(diary)


def test_what_is_against_the_prior_is_what_it_thought_unlikely_the_other_way() -> None:
    for diary in strangers(Truth.WRONG)(10, 60):
        for edge in (one for one in diary.edges if one.target == "pain"):
            prior = prior_of(edge.source, "pain", BAD.get(edge.source, 1))
            assert prior.weight(edge.lag) <= 1
            assert prior.expected * edge.size <= 0


def test_something_of_every_stranger_is_joined_to_pain_by_nothing() -> None:
    for diary in strangers(Truth.FLAT)(10, 60):
        asked = questions(diary.variables, "pain")
        joined = [diary.are_joined(one) for one in asked]
        assert any(joined)
        assert not all(joined)


def test_what_leads_to_what_is_followed_through_others_and_not_backwards() -> None:
    diary = Diary((), (Edge("a", "b", 0, 0.2), Edge("b", "c", 1, -0.2), Edge("d", "c", 0, 0.2)))
    assert diary.leads_to("a", "c")
    assert not diary.leads_to("c", "a")
    assert not diary.leads_to("a", "d")


def test_a_plain_correlation_is_asked_what_the_product_asks() -> None:
    diary = next(people(World())(1, 120))
    assert [one.question for one in naive(diary)] == [one.question for one in ours(diary)]


def test_on_a_milestone_the_label_shown_is_what_is_counted() -> None:
    diary = next(people(World())(1, 180))
    shown = page(FIRST, diary.variables, "pain").relations
    assert [one.label for one in shown] == [one.label for one in page_of(diary)]
    assert any(one.label in FOUND for one in shown)


def test_the_usual_way_beside_others_that_were_tried_is_what_a_page_does() -> None:
    diary = next(people(World())(1, 90))
    ready = prepare(FIRST, diary.variables)
    for one in page_of(diary):
        fit = Way().fit(diary, ready, one.question)
        assert (fit is None) == (one.estimate is None)
        if fit and one.estimate:
            factor, outcome = (ready.index(id) for id in (one.question.factor, "pain"))
            points = ready.scale[outcome] / ready.scale[factor]
            se = sqrt(next(iter(ERRORS.values()))(fit))
            assert (fit.slope * points, se * points, fit.df) == pytest.approx(
                (one.estimate.slope, one.estimate.se, one.estimate.df)
            )
