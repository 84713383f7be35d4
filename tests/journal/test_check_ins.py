"""Check-ins: what a day holds of one, what its answers come to, and when one waits."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.check_in_measures import (
    CHECK_IN_BY_ID,
    CHECK_IN_MEASURES,
    FORTNIGHT,
    HOW_OFTEN,
    MOOD,
    WORRY,
)
from fibrojournal.journal.check_ins import (
    blanks,
    check_in_of,
    edits_to,
    feelings_of,
    is_of_check_in,
    unfinished,
    values_of,
    with_scores,
)
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import applied
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.scoring import CheckIn, OverallChange, SymptomAnswers
from tests.journal.build import DAY, EVENING, make_day

SYMPTOMS = SymptomAnswers(2, 3, 2, 1, 0, 0)
WHOLE = CheckIn(frozenset({"neck", "chest"}), SYMPTOMS, lasting=True)

# Written out and not derived: these ids stand in people's journals and exports for ever.
PROMISED = {
    **{f"wpi_{area.id}": (0, 1) for area in AREAS},
    **dict.fromkeys(("sss_fatigue", "sss_unrefreshed", "sss_thinking"), (0, 3)),
    **dict.fromkeys(("sss_headache", "sss_abdomen", "sss_depression"), (0, 1)),
    "lasting_three_months": (0, 1),
    "wpi": (0, 19),
    "sss": (0, 12),
    "psd": (0, 31),
    **dict.fromkeys(("phq2_1", "phq2_2", "gad2_1", "gad2_2"), (0, 3)),
    **dict.fromkeys(("phq2", "gad2"), (0, 6)),
    "overall_change": (1, 7),
}


def noted(check_in: CheckIn, day: Day | None = None) -> Day:
    """Return a day with a check-in written into it."""
    day = day or Day(DAY)
    for edit in edits_to(day, values_of(check_in), EVENING):
        day = applied(day, edit)
    return day


def test_the_measures_of_check_ins_are_the_promised_ones() -> None:
    held = {one.id: (one.scale.low, one.scale.high) for one in CHECK_IN_MEASURES}
    assert held == PROMISED
    assert len(CHECK_IN_MEASURES) == len(CHECK_IN_BY_ID)
    assert not CHECK_IN_BY_ID.keys() & MEASURE_BY_ID.keys()


@pytest.mark.parametrize("measure", CHECK_IN_MEASURES, ids=lambda measure: measure.id)
def test_a_measure_of_a_check_in_is_complete_and_on_no_daily_form(measure: Measure) -> None:
    assert measure.label
    assert measure.question
    assert measure.place is Place.CHECK_IN
    assert set(measure.factors) <= FACTOR_IDS
    assert re.fullmatch(r"[a-z0-9_]+", measure.id)
    assert Questions().measure(measure.id) == measure
    assert measure not in Questions().measures


def test_phq_2_and_gad_2_stand_in_their_own_wording() -> None:
    assert [item.name for item in (*MOOD, *WORRY)] == [
        "Little interest or pleasure in doing things",
        "Feeling down, depressed, or hopeless",
        "Feeling nervous, anxious, or on edge",
        "Not being able to stop or control worrying",
    ]
    assert FORTNIGHT == (
        "Over the last 2 weeks, how often have you been bothered by the following problems?"
    )
    assert HOW_OFTEN[2] == "More than half the days"


def test_overall_change_has_seven_steps_in_words() -> None:
    change = CHECK_IN_BY_ID["overall_change"]
    assert change.word_for(1) == OverallChange.VERY_MUCH_BETTER.label
    assert change.word_for(4) == "no change"
    assert change.word_for(7) == "very much worse"


def test_a_check_in_comes_back_from_its_day() -> None:
    day = noted(WHOLE)
    assert check_in_of(day) == WHOLE
    assert (day.value("wpi"), day.value("sss"), day.value("psd")) == (2, 8, 10)
    assert day.value("wpi_neck") == 1
    assert day.value("wpi_jaw_left") == 0


def test_no_area_at_all_is_an_answer_and_blank_is_none() -> None:
    assert check_in_of(noted(CheckIn(frozenset()))).areas == frozenset()
    assert check_in_of(Day(DAY)) == CheckIn()
    assert noted(CheckIn(lasting=False)).value("lasting_three_months") == 0


def test_one_blank_answer_leaves_no_sum() -> None:
    partial = CheckIn(WHOLE.areas, SymptomAnswers(2, 3, 2, 1, 0), lasting=True)
    assert blanks(partial) == 1
    assert blanks(CheckIn()) == 8
    day = noted(partial, noted(WHOLE))
    assert "psd" not in day.readings
    assert day.value("wpi") == 2


def test_only_what_differs_is_written() -> None:
    day = noted(WHOLE)
    assert edits_to(day, values_of(WHOLE), EVENING) == []
    more = CheckIn(frozenset({"neck"}), SYMPTOMS, lasting=True)
    changed = {edit.measure for edit in edits_to(day, values_of(more), EVENING)}  # type: ignore[union-attr]
    assert changed == {"wpi_chest", "wpi", "psd"}


def test_mood_and_worry_are_summed_apart_and_whole() -> None:
    day = make_day(phq2_1=1, phq2_2=2, gad2_1=3)
    scores = with_scores(feelings_of(day))
    assert scores["phq2"] == 3
    assert scores["gad2"] is None
    assert scores["gad2_2"] is None


def test_an_imported_value_between_two_steps_goes_to_the_nearest() -> None:
    assert check_in_of(make_day(sss_fatigue=2.4)).symptoms.fatigue == 2


def test_a_check_in_waits_for_a_week_to_be_finished() -> None:
    begun = noted(CheckIn(WHOLE.areas))
    older = Day(DAY - timedelta(days=2), begun.readings)
    assert unfinished([older, begun], DAY) == begun
    assert unfinished([begun], DAY + timedelta(days=6)) == begun
    assert unfinished([begun], DAY + timedelta(days=7)) is None
    assert unfinished([noted(WHOLE), make_day(pain=3), make_day(gad2_1=1)], DAY) is None


def test_answers_of_a_check_in_are_told_from_daily_ones() -> None:
    assert is_of_check_in("psd")
    assert not is_of_check_in("pain_areas")
