from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fibrojournal.analysis.families import (
    Family,
    Label,
    error_of_found,
    label_of,
    mean_one,
    signed_p,
    weighted_bh,
)
from fibrojournal.analysis.milestones import last_milestones, next_milestone
from fibrojournal.analysis.student import two_sided

CHANCES = st.lists(st.floats(1e-6, 1), min_size=1, max_size=30)


@settings(max_examples=40)
@given(CHANCES)
def test_with_equal_weights_it_is_the_procedure_of_benjamini_and_hochberg(p: list[float]) -> None:
    from statsmodels.stats.multitest import multipletests

    expected = multipletests(p, method="fdr_bh")[1]
    np.testing.assert_allclose(weighted_bh(p, np.ones(len(p))), expected, atol=1e-12)


@given(CHANCES)
def test_the_order_of_questions_does_not_matter(p: list[float]) -> None:
    order = np.random.default_rng(len(p)).permutation(len(p))
    weights = mean_one([1 + at % 4 for at in range(len(p))])
    q = weighted_bh(p, weights)
    np.testing.assert_allclose(weighted_bh([p[at] for at in order], weights[order]), q[order])


def test_a_heavier_question_is_found_sooner() -> None:
    even = weighted_bh([0.02, 0.5, 0.5, 0.5], mean_one([1, 1, 1, 1]))
    heavy = weighted_bh([0.02, 0.5, 0.5, 0.5], mean_one([8, 1, 1, 1]))
    assert heavy[0] < even[0]


def test_a_family_without_questions_finds_nothing() -> None:
    assert weighted_bh([], mean_one([])).size == 0


@given(st.lists(st.floats(0.5, 8), min_size=1, max_size=40))
def test_weights_are_one_on_average(raw: list[float]) -> None:
    assert mean_one(raw).mean() == pytest.approx(1)


@given(st.floats(-6, 6), st.floats(5, 500))
def test_without_expectation_the_error_is_split_evenly(t: float, df: float) -> None:
    assert signed_p(t, df, 0) == pytest.approx(two_sided(df, t), abs=1e-12)


@given(st.floats(-6, 6), st.floats(5, 500))
def test_expecting_the_other_direction_turns_the_answer_round(t: float, df: float) -> None:
    assert signed_p(t, df, 1) == pytest.approx(signed_p(-t, df, -1))


def test_the_expected_direction_is_found_sooner_and_the_other_never_excluded() -> None:
    assert signed_p(2.0, 60, 1) < signed_p(2.0, 60, 0) < signed_p(2.0, 60, -1)
    assert signed_p(-5.0, 60, 1) < 0.001


def test_chance_alone_gives_small_p_values_as_often_as_they_say() -> None:
    t = np.random.default_rng(1).standard_t(40, size=4000)
    p = np.array([signed_p(float(one), 40.0, 1) for one in t])
    assert np.mean(p <= 0.05) == pytest.approx(0.05, abs=0.01)
    assert np.mean(p <= 0.3) == pytest.approx(0.3, abs=0.03)


@pytest.mark.parametrize(
    ("q", "before", "same"),
    [
        (0.00625, Label.CLEAR, Label.CLEAR),
        (0.0125, Label.CLEAR, Label.LIKELY),
        (0.05, Label.LIKELY, Label.POSSIBLE),
        (0.1, Label.POSSIBLE, Label.NONE),
        (0.11, Label.NONE, Label.NONE),
    ],
)
def test_labels_go_by_the_level_of_the_family(q: float, before: Label, same: Label) -> None:
    assert tuple(label_of(q, 0.001, one) for one in (Family.BEFORE, Family.SAME)) == (before, same)


@pytest.mark.parametrize(
    ("p", "label"),
    [(0.05, Label.CLEAR), (0.06, Label.POSSIBLE), (0.2, Label.POSSIBLE), (0.3, Label.NONE)],
)
def test_what_by_itself_looks_like_chance_is_no_sure_link(p: float, label: Label) -> None:
    assert label_of(0.001, p, Family.BEFORE) is label


def test_the_interval_of_a_finding_is_wider_the_fewer_were_found() -> None:
    few = error_of_found(Family.BEFORE, 1.0, found=1, asked=40)
    many = error_of_found(Family.BEFORE, 1.0, found=20, asked=40)
    assert few == pytest.approx(0.0025)
    assert few < many == 0.05


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        (29, ()),
        (30, (30,)),
        (100, (90, 60)),
        (365, (365, 270)),
        (544, (365, 270)),
        (545, (545, 365)),
        (3650, (3605, 3425)),
    ],
)
def test_labels_change_on_milestones_alone(day: int, reached: tuple[int, ...]) -> None:
    assert last_milestones(day) == reached


@pytest.mark.parametrize(
    ("day", "coming"), [(1, 30), (30, 45), (364, 365), (365, 545), (544, 545), (545, 725)]
)
def test_the_next_milestone_is_after_today(day: int, coming: int) -> None:
    assert next_milestone(day) == coming


def test_all_milestones_of_a_year_can_be_asked_for() -> None:
    assert last_milestones(365, 99) == (365, 270, 180, 135, 90, 60, 45, 30)
