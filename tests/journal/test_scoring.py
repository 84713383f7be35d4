"""Scores against the published rules; see the sources in the module."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.areas import AREA_BY_ID, AREAS, Region
from fibrojournal.journal.scoring import (
    SCREEN_POSITIVE,
    CheckIn,
    Distress,
    OverallChange,
    SymptomAnswers,
    distress,
    matches_2010,
    matches_2016,
    painful_regions,
    total,
    two_item_score,
)

ALL_AREAS = frozenset(AREA_BY_ID)
STARRED = frozenset({"jaw_left", "jaw_right", "chest", "abdomen"})
FOUR_REGIONS = frozenset({"shoulder_left", "shoulder_right", "hip_left", "hip_right"})


def symptoms(sss: int) -> SymptomAnswers:
    """Spread a sum over the six answers."""
    parts = []
    for highest in (3, 3, 3, 1, 1, 1):
        parts.append(min(sss, highest))
        sss -= parts[-1]
    return SymptomAnswers(*parts)


def check_in(
    areas: frozenset[str],
    sss: int,
    *,
    lasting: bool | None = True,
    explained: bool | None = False,
) -> CheckIn:
    return CheckIn(areas, symptoms(sss), lasting, explained)


class Vector(NamedTuple):
    areas: frozenset[str]
    sss: int
    wpi: int
    regions: int
    by_2010: bool
    by_2016: bool
    psd: int
    category: Distress


SEVEN_AREAS = FOUR_REGIONS | {"upper_arm_left", "upper_arm_right", "upper_leg_left"}
TWO_REGIONS = STARRED | {"neck", "shoulder_left", "upper_arm_left"}
VECTORS = {
    "seven areas": Vector(SEVEN_AREAS, 5, 7, 4, True, True, 12, Distress.SEVERE),
    "three areas do in 2010 alone": Vector(
        frozenset({"shoulder_left", "hip_left", "neck"}), 9, 3, 3, True, False, 12, Distress.SEVERE
    ),
    "four areas": Vector(FOUR_REGIONS, 9, 4, 4, True, True, 13, Distress.SEVERE),
    "severe, yet neither rule": Vector(
        FOUR_REGIONS | {"neck", "upper_back"}, 8, 6, 5, False, False, 14, Distress.SEVERE
    ),
    "seven areas, two regions": Vector(TWO_REGIONS, 8, 7, 2, True, False, 15, Distress.SEVERE),
    "everything": Vector(ALL_AREAS, 12, 19, 5, True, True, 31, Distress.VERY_SEVERE),
    "symptoms too light": Vector(SEVEN_AREAS, 4, 7, 4, False, False, 11, Distress.MODERATE),
}


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS.keys())
def test_published_rules(vector: Vector) -> None:
    answers = check_in(vector.areas, vector.sss)
    assert answers.wpi == vector.wpi
    assert answers.sss == vector.sss
    assert len(painful_regions(vector.areas)) == vector.regions
    assert answers.generalized_pain is (vector.regions >= 4)
    assert matches_2010(answers) is vector.by_2010
    assert matches_2016(answers) is vector.by_2016
    assert answers.psd == vector.psd
    assert distress(vector.psd) is vector.category


def test_the_axial_and_left_upper_regions_are_the_ones_that_hurt() -> None:
    assert painful_regions(TWO_REGIONS) == {Region.LEFT_UPPER, Region.AXIAL}


area_sets = st.frozensets(st.sampled_from(sorted(ALL_AREAS)))
symptom_answers = st.builds(SymptomAnswers, *[st.integers(0, 3)] * 3, *[st.integers(0, 1)] * 3)
check_ins = st.builds(CheckIn, area_sets, symptom_answers, st.booleans(), st.booleans())


@given(check_ins)
def test_psd_is_wpi_and_sss(answers: CheckIn) -> None:
    assert answers.wpi is not None
    assert answers.sss is not None
    assert 0 <= answers.wpi <= 19
    assert 0 <= answers.sss <= 12
    assert answers.psd == answers.wpi + answers.sss


@given(area_sets)
def test_regions_come_from_the_areas_that_hurt(areas: frozenset[str]) -> None:
    expected = {area.region for area in AREAS if area.id in areas and area.id not in STARRED}
    assert painful_regions(areas) == expected


@given(area_sets, st.sampled_from(sorted(STARRED)))
def test_starred_areas_never_add_a_region(areas: frozenset[str], starred: str) -> None:
    assert painful_regions(areas | {starred}) == painful_regions(areas)


@given(check_ins)
def test_no_rule_can_be_met_below_twelve(answers: CheckIn) -> None:
    if matches_2010(answers) or matches_2016(answers):
        assert answers.psd is not None
        assert answers.psd >= 12


@given(check_ins)
def test_one_more_blank_answer_leaves_no_sum(answers: CheckIn) -> None:
    blank = SymptomAnswers(None, *(answers.symptoms.unrefreshed, answers.symptoms.thinking))
    partly = CheckIn(answers.areas, blank, answers.lasting, answers.explained)
    assert partly.wpi == answers.wpi
    assert partly.sss is None
    assert partly.psd is None
    assert matches_2010(partly) is None
    assert matches_2016(partly) is None


def test_areas_that_were_not_asked_are_not_none_that_hurt() -> None:
    nobody_asked, nothing_hurts = CheckIn(None, symptoms(3)), CheckIn(frozenset(), symptoms(3))
    assert nobody_asked.wpi is None
    assert nobody_asked.psd is None
    assert nobody_asked.generalized_pain is None
    assert matches_2010(nobody_asked) is None
    assert matches_2016(nobody_asked) is None
    assert nothing_hurts.wpi == 0
    assert nothing_hurts.psd == 3
    assert nothing_hurts.generalized_pain is False


def test_both_rules_ask_for_three_months() -> None:
    recent = check_in(ALL_AREAS, 12, lasting=False)
    assert matches_2010(recent) is False
    assert matches_2016(recent) is False


def test_another_disorder_rules_out_2010_but_not_2016() -> None:
    explained = check_in(ALL_AREAS, 12, explained=True)
    assert matches_2010(explained) is False
    assert matches_2016(explained) is True


def test_a_blank_condition_leaves_a_rule_open_only_where_it_could_decide() -> None:
    assert matches_2010(check_in(ALL_AREAS, 12, explained=None)) is None
    assert matches_2016(check_in(ALL_AREAS, 12, lasting=None)) is None
    assert matches_2010(check_in(ALL_AREAS, 4, explained=None)) is False
    assert matches_2016(check_in(ALL_AREAS, 4, lasting=None)) is False


@pytest.mark.parametrize(
    ("lowest", "highest", "category", "label"),
    [
        (0, 3, Distress.NONE, "none"),
        (4, 7, Distress.MILD, "mild"),
        (8, 11, Distress.MODERATE, "moderate"),
        (12, 19, Distress.SEVERE, "severe"),
        (20, 31, Distress.VERY_SEVERE, "very severe"),
    ],
)
def test_the_categories_of_distress(
    lowest: int, highest: int, category: Distress, label: str
) -> None:
    assert {distress(psd) for psd in range(lowest, highest + 1)} == {category}
    assert category.label == label


@pytest.mark.parametrize("psd", [-1, 32])
def test_a_distress_score_off_its_scale_is_refused(psd: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 31"):
        distress(psd)


@pytest.mark.parametrize("answer", range(4))
def test_a_two_item_score_adds_two_answers(answer: int) -> None:
    assert two_item_score(answer, 3) == answer + 3


def test_a_two_item_score_is_never_made_from_one_answer() -> None:
    assert two_item_score(3, None) is None
    assert two_item_score(None, 3) is None
    assert two_item_score(None, None) is None


def test_two_item_scores_screen_from_three() -> None:
    assert SCREEN_POSITIVE == 3


@pytest.mark.parametrize("answers", [(4, 0), (-1, 0), (0, 4)])
def test_an_answer_off_its_scale_is_refused(answers: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="between 0 and 3"):
        two_item_score(*answers)


@pytest.mark.parametrize("answers", [(4,), (0, -1), (0, 0, 0, 2)])
def test_a_symptom_answer_off_its_scale_is_refused(answers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="an answer lies between 0 and"):
        SymptomAnswers(*answers)


def test_an_area_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such body area: elbow"):
        CheckIn(frozenset({"neck", "elbow"}))


def test_a_sum_of_nothing_is_zero_and_of_a_blank_is_none() -> None:
    assert total(()) == 0
    assert total((2, None)) is None


def test_overall_change_runs_from_better_to_worse() -> None:
    assert [change.value for change in OverallChange] == [1, 2, 3, 4, 5, 6, 7]
    assert OverallChange(1).label == "very much better"
    assert OverallChange(4).label == "no change"
    assert OverallChange(7).label == "very much worse"
    assert len({change.label for change in OverallChange}) == 7
