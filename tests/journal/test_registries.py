"""The registries hold exactly the promised ids, and every entry is complete."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from fibrojournal.journal.areas import AREA_BY_ID, AREAS, Area, Region
from fibrojournal.journal.day import EVENT_KINDS
from fibrojournal.journal.factors import FACTOR_IDS, FACTORS
from fibrojournal.journal.measures import (
    MEASURE_BY_ID,
    MEASURES,
    Asked,
    Direction,
    Measure,
    Place,
    Scale,
    range_text,
)
from fibrojournal.journal.triggers import STRENGTHS, TRIGGER_BY_ID, TRIGGERS, Trigger
from fibrojournal.tokens import THEMES, tokens

BAD, GOOD, NEITHER = Direction.HIGH_IS_BAD, Direction.HIGH_IS_GOOD, Direction.NEITHER
EVENING, WAKING, ANY_TIME = Asked.EVENING, Asked.WAKING, Asked.ANY_TIME
TODAY, MORE, DETAIL = Place.TODAY, Place.MORE, Place.DETAIL

# Written out and not derived: these ids stand in people's journals and exports for ever.
# An id, then the ends of its scale, what high means, when and where it is asked, its factors.
PROMISED: dict[str, tuple[float, float, Direction, Asked, Place, set[str]]] = {
    "pain": (0, 10, BAD, EVENING, TODAY, {"central_sensitization"}),
    "sleep_quality": (0, 10, GOOD, WAKING, TODAY, {"sleep", "hpa_axis"}),
    "stress": (
        *(0, 10, BAD, EVENING, TODAY),
        {"stress_trauma", "hpa_axis", "environment_lifestyle"},
    ),
    "fatigue": (0, 10, BAD, EVENING, TODAY, {"sleep", "immune"}),
    "fog": (0, 10, BAD, EVENING, TODAY, {"sleep"}),
    "sleep_hours": (0, 24, NEITHER, WAKING, MORE, {"sleep"}),
    "energy_morning": (0, 10, GOOD, WAKING, MORE, {"hpa_axis"}),
    "energy_evening": (0, 10, GOOD, EVENING, MORE, {"hpa_axis"}),
    "mood": (0, 10, GOOD, EVENING, MORE, {"stress_trauma", "neurotransmitters"}),
    "gut": (0, 10, BAD, EVENING, MORE, {"gut_brain"}),
    "activity": (-2, 2, NEITHER, EVENING, MORE, {"environment_lifestyle"}),
    "sensitivity_light": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "sensitivity_sound": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "sensitivity_touch": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "sensitivity_smell": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "sensitivity_temperature": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "burning": (0, 10, BAD, EVENING, DETAIL, {"small_fiber"}),
    "stiffness_minutes": (0, 600, BAD, WAKING, DETAIL, {"immune", "sleep"}),
    "pain_worst": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "pain_least": (0, 10, BAD, EVENING, DETAIL, {"central_sensitization"}),
    "sleep_latency_minutes": (0, 1440, NEITHER, WAKING, DETAIL, {"sleep"}),
    "awakenings": (0, 100, NEITHER, WAKING, DETAIL, {"sleep"}),
    "nap_minutes": (0, 1440, NEITHER, WAKING, DETAIL, {"sleep"}),
    "bloating": (0, 10, BAD, EVENING, DETAIL, {"gut_brain"}),
    "stool_form": (1, 5, NEITHER, EVENING, DETAIL, {"gut_brain"}),
    "temperature_c": (30, 45, NEITHER, ANY_TIME, DETAIL, {"immune"}),
    "dizziness": (0, 10, BAD, ANY_TIME, DETAIL, {"hpa_axis"}),
    "exercise_minutes": (0, 1440, NEITHER, ANY_TIME, DETAIL, {"environment_lifestyle"}),
    "steps": (0, 200_000, NEITHER, ANY_TIME, DETAIL, {"environment_lifestyle"}),
    "sitting_longest_minutes": (0, 1440, NEITHER, ANY_TIME, DETAIL, {"environment_lifestyle"}),
    "caffeine_late": (0, 100, NEITHER, ANY_TIME, DETAIL, {"environment_lifestyle"}),
    "alcohol_units": (0, 100, NEITHER, ANY_TIME, DETAIL, {"environment_lifestyle"}),
    "resting_heart_rate": (20, 250, NEITHER, ANY_TIME, DETAIL, {"hpa_axis"}),
    "hrv_sdnn": (0, 500, NEITHER, ANY_TIME, DETAIL, {"hpa_axis"}),
    "hrv_rmssd": (0, 500, NEITHER, ANY_TIME, DETAIL, {"hpa_axis"}),
    "sleep_device_score": (0, 100, NEITHER, ANY_TIME, DETAIL, {"sleep"}),
    "pain_areas": (0, 19, BAD, EVENING, Place.DERIVED, {"central_sensitization"}),
    "too_ill": (0, 1, BAD, ANY_TIME, Place.WHOLE_DAY, set()),
    "energy": (0, 10, GOOD, ANY_TIME, Place.MOMENT, {"hpa_axis"}),
}

PROMISED_TRIGGERS = {
    "overdid_it": "environment_lifestyle",
    "sat_long": "environment_lifestyle",
    "travel": "environment_lifestyle",
    "weather_change": "environment_lifestyle",
    "gentle_movement": "environment_lifestyle",
    "rest_break": "environment_lifestyle",
    "stressful_event": "stress_trauma",
    "good_company": "stress_trauma",
    "skipped_meal": "gut_brain",
    "poor_food": "gut_brain",
    "unwell": "immune",
    "period": "hpa_axis",
    "medicine_change": "neurotransmitters",
    "sensory_overload": "central_sensitization",
    "burning_tingling": "small_fiber",
}

PAIRS = ("jaw", "shoulder", "upper_arm", "lower_arm", "hip", "upper_leg", "lower_leg")
PROMISED_AREAS = {f"{pair}_{side}" for pair in PAIRS for side in ("left", "right")} | {
    "neck",
    "chest",
    "abdomen",
    "upper_back",
    "lower_back",
}

PROMISED_FACTORS = (
    "central_sensitization",
    "neurotransmitters",
    "immune",
    "genetics",
    "stress_trauma",
    "gut_brain",
    "sleep",
    "small_fiber",
    "hpa_axis",
    "environment_lifestyle",
    "network",
)

each_measure = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)


def test_the_measures_are_the_promised_ones() -> None:
    held = {
        measure.id: (
            measure.scale.low,
            measure.scale.high,
            measure.direction,
            measure.asked,
            measure.place,
            set(measure.factors),
        )
        for measure in MEASURES
    }
    assert held == PROMISED


def test_no_measure_stands_twice() -> None:
    assert len(MEASURES) == len(MEASURE_BY_ID)


def test_today_asks_five_ratings_in_a_fixed_order() -> None:
    today = [measure.id for measure in MEASURES if measure.place is Place.TODAY]
    assert today == ["pain", "sleep_quality", "stress", "fatigue", "fog"]


def test_the_outcomes_are_the_ones_that_findings_are_about() -> None:
    outcomes = {measure.id for measure in MEASURES if measure.outcome}
    assert outcomes == {
        *("pain", "fatigue", "fog", "sleep_quality", "mood", "gut"),
        "energy_evening",
    }


@each_measure
def test_a_measure_has_a_name_a_question_and_a_step_that_fits(measure: Measure) -> None:
    assert measure.label
    assert measure.short_label
    assert measure.question
    steps = (measure.scale.high - measure.scale.low) / measure.scale.step
    assert steps == pytest.approx(round(steps))


@each_measure
def test_the_factors_of_a_measure_exist(measure: Measure) -> None:
    assert set(measure.factors) <= FACTOR_IDS
    assert measure.factors or measure.place is Place.WHOLE_DAY


@pytest.mark.parametrize(
    "measure", [one for one in MEASURES if one.words], ids=lambda measure: measure.id
)
def test_words_climb_the_whole_scale(measure: Measure) -> None:
    ends = [words.upto for words in measure.words]
    assert all(lower < higher for lower, higher in pairwise(ends))
    assert ends[-1] == measure.scale.high
    steps = int(measure.scale.high - measure.scale.low) + 1
    assert all(measure.word_for(measure.scale.low + step) for step in range(steps))


@each_measure
def test_a_rating_names_both_ends_of_its_scale_and_its_cells(measure: Measure) -> None:
    assert bool(measure.low_end) == measure.scale.is_rating
    assert bool(measure.high_end) == measure.scale.is_rating
    assert bool(measure.words) == measure.scale.is_rating


@each_measure
def test_a_measure_asked_in_detail_belongs_to_a_topic(measure: Measure) -> None:
    assert bool(measure.topic) == (measure.place is Place.DETAIL)


def test_only_one_to_eleven_whole_steps_are_cells() -> None:
    ratings = {measure.id for measure in MEASURES if measure.scale.is_rating}
    assert {"pain", "activity", "stool_form"} <= ratings
    assert not ratings & {"sleep_hours", "pain_areas", "awakenings", "temperature_c", "steps"}


@pytest.mark.parametrize(
    ("low", "high", "step"),
    [(5, 5, 1), (5, 0, 1), (0, float("inf"), 1), (float("nan"), 1, 1), (0, 10, 0), (0, 10, 11)],
)
def test_a_scale_that_makes_no_sense_is_refused(low: float, high: float, step: float) -> None:
    with pytest.raises(ValueError, match="a scale"):
        Scale(low, high, step)


def test_a_scale_holds_its_ends_and_what_lies_between() -> None:
    scale = Scale(-2, 2)
    assert scale.holds(-2)
    assert scale.holds(1.3)
    assert scale.holds(2)
    assert not scale.holds(2.01)
    assert not scale.holds(float("nan"))
    assert not scale.holds(float("inf"))


@pytest.mark.parametrize(
    ("value", "step"), [(3.3, 3), (3.5, 4), (2.5, 3), (0, 0), (9.9, 10), (10, 10)]
)
def test_a_value_between_two_steps_lies_at_the_nearer_one(value: float, step: float) -> None:
    assert Scale(0, 10).nearest_step(value) == step


def test_steps_are_counted_from_the_low_end() -> None:
    assert Scale(-2, 2).nearest_step(-1.6) == -2
    assert Scale(0, 24, 0.5).nearest_step(6.6) == 6.5


def test_an_imported_value_takes_the_word_of_the_cell_that_shows_it() -> None:
    pain = MEASURE_BY_ID["pain"]
    assert pain.spoken(3.3) == "3.3, mild"
    assert pain.spoken(3.5) == "3.5, moderate"


@pytest.mark.parametrize(
    ("measure_id", "value", "spoken"),
    [
        ("pain", 0, "0, none"),
        ("pain", 6, "6, strong"),
        ("pain", 10, "10, worst"),
        ("fatigue", 10, "10, exhausted"),
        ("sleep_quality", 1, "1, very poor"),
        ("sleep_quality", 9, "9, very good"),
        ("activity", -1, "−1, a bit less"),
        ("sleep_hours", 6.5, "6.5 h"),
        ("steps", 4200, "4200"),
    ],
)
def test_a_value_in_words(measure_id: str, value: float, spoken: str) -> None:
    assert MEASURE_BY_ID[measure_id].spoken(value) == spoken


@pytest.mark.parametrize(
    ("measure_id", "text"),
    [
        ("pain", "0 no pain to 10 worst I can imagine"),
        ("activity", "−2 much less to 2 much more"),
        ("sleep_hours", "0 to 24 h"),
        ("steps", "0 to 200000"),
    ],
)
def test_the_ends_of_a_scale_in_words(measure_id: str, text: str) -> None:
    assert range_text(MEASURE_BY_ID[measure_id]) == text


def test_a_short_name_serves_where_there_is_little_room() -> None:
    assert MEASURE_BY_ID["sleep_quality"].short_label == "Sleep"
    assert MEASURE_BY_ID["pain"].short_label == "Pain"


def test_the_triggers_are_the_promised_ones_each_with_its_factor() -> None:
    assert {trigger.id: trigger.factor for trigger in TRIGGERS} == PROMISED_TRIGGERS
    assert len(TRIGGERS) == len(TRIGGER_BY_ID)
    assert set(PROMISED_TRIGGERS.values()) <= FACTOR_IDS


def test_three_triggers_may_protect() -> None:
    protecting = {trigger.id for trigger in TRIGGERS if trigger.protects}
    assert protecting == {"good_company", "gentle_movement", "rest_break"}


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.id)
def test_a_trigger_has_a_name(trigger: Trigger) -> None:
    assert trigger.label


def test_a_trigger_has_three_strengths() -> None:
    assert STRENGTHS == (1, 2, 3)


def test_the_areas_are_the_nineteen_of_the_index() -> None:
    assert {area.id for area in AREAS} == PROMISED_AREAS
    assert len(AREAS) == len(AREA_BY_ID) == 19
    assert all(area.label for area in AREAS)


def test_regions_hold_the_areas_of_the_2016_table() -> None:
    counts = Counter(area.region for area in AREAS)
    assert counts == {
        Region.LEFT_UPPER: 4,
        Region.RIGHT_UPPER: 4,
        Region.LEFT_LOWER: 3,
        Region.RIGHT_LOWER: 3,
        Region.AXIAL: 5,
    }


def test_jaw_chest_and_abdomen_do_not_count_as_generalized() -> None:
    starred = {area.id for area in AREAS if not area.generalized}
    assert starred == {"jaw_left", "jaw_right", "chest", "abdomen"}


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_an_area_lies_on_its_own_side_and_can_be_seen(area: Area) -> None:
    side = area.id.rpartition("_")[2]
    expected = side.upper() if side in {"left", "right"} else "AXIAL"
    assert area.region.name.partition("_")[0] == expected
    assert area.front or area.back


def test_the_factors_are_the_ten_and_the_network() -> None:
    assert tuple(factor.id for factor in FACTORS) == PROMISED_FACTORS
    assert frozenset(PROMISED_FACTORS) == FACTOR_IDS
    assert all(factor.name and factor.icon for factor in FACTORS)


def test_the_kinds_of_events_are_the_promised_ones() -> None:
    assert set(EVENT_KINDS) == {
        *("infection", "injury", "operation", "hard_time", "travel"),
        *("treatment_started", "treatment_changed", "treatment_stopped", "other"),
    }


@pytest.mark.parametrize(
    "id", [*PROMISED, *PROMISED_TRIGGERS, *PROMISED_AREAS, *PROMISED_FACTORS, *EVENT_KINDS]
)
def test_an_id_is_plain_ascii(id: str) -> None:
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", id)


@pytest.mark.parametrize("theme", THEMES)
def test_the_colours_of_a_theme_belong_to_ids_that_exist(theme: str) -> None:
    data = tokens(theme).data["theme"][theme]
    assert set(data["measure"]) <= MEASURE_BY_ID.keys()
    assert set(data["factor"]) == FACTOR_IDS
    assert set(tokens(theme).data["chart"]["marker"]) <= MEASURE_BY_ID.keys()
