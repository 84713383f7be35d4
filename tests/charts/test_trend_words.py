from __future__ import annotations

import math
import re
from datetime import date

import pytest

from fibrojournal.analysis.summary import Average
from fibrojournal.charts import trend_words as words
from fibrojournal.journal.measures import MEASURE_BY_ID, Measure
from tests.charts.diaries import END, event, flare

PAIN, SLEEP, STEPS = (MEASURE_BY_ID[id] for id in ("pain", "sleep_quality", "steps"))
MANY = words.Noted(ever=400, shown=85, span=90, hollow_share=0.0)
NOTHING = Average(None, 0, 30)


def fair(mean: float) -> Average:
    return Average(mean, 25, 30)


def finding(
    last: Average,
    before: Average,
    *,
    measure: Measure = PAIN,
    noted: words.Noted = MANY,
    end: str = "",
    alone: bool = True,
) -> str:
    return words.finding(measure, noted, last, before, end=end, alone=alone)


def details(
    last: Average,
    before: Average,
    *,
    measure: Measure = PAIN,
    noted: words.Noted = MANY,
    alone: bool = True,
) -> list[str]:
    return words.details(measure, noted, last, before, alone=alone)


def test_two_months_are_compared_in_numbers() -> None:
    assert finding(fair(4.56), fair(5.44)) == (
        "Pain averaged 4.6 in the last 30 days and 5.4 in the 30 before."
    )


def test_two_months_that_are_alike_are_said_to_be() -> None:
    alike = fair(4.56), fair(4.64)
    assert finding(*alike) == "Pain averaged 4.6 in the last 30 days, as in the 30 before."
    assert finding(*alike, end="11 March") == (
        "Pain averaged 4.6 in the 30 days to 11 March, as in the 30 before."
    )


def test_a_name_that_makes_no_sentence_has_words_that_do() -> None:
    evening = MEASURE_BY_ID["energy_evening"]
    assert evening.short_label == "Energy, evening"
    assert finding(fair(5), fair(6), measure=evening).startswith("Energy in the evening averaged")
    assert evening.inner_label == "energy in the evening"


def test_a_view_of_the_past_names_its_end() -> None:
    assert finding(fair(4.5), fair(5.5), end="11 March") == (
        "Pain averaged 4.5 in the 30 days to 11 March and 5.5 in the 30 before."
    )
    assert finding(fair(4.5), NOTHING, end="11 March") == (
        "Pain averaged 4.5 in the 30 days to 11 March."
    )


def test_nothing_is_compared_with_too_few_days() -> None:
    few = Average(5.4, 6, 30)
    assert finding(fair(4.6), few) == "Pain averaged 4.6 in the last 30 days."
    assert finding(few, fair(4.6)) == "Pain: not enough days in these 30 for a fair average."
    assert finding(NOTHING, fair(4.6)) == "Pain: not enough days in these 30 for a fair average."
    assert details(fair(4.6), few) == ["85 of 90 days noted."]
    assert details(NOTHING, fair(4.6)) == ["85 of 90 days noted."]


@pytest.mark.parametrize(
    ("ever", "alone", "sentence"),
    [
        (0, True, "Your days will appear here. 7 days draw a first line."),
        (0, False, "Pain: your days will appear here."),
        (3, True, "7 days draw a first line; you have 3."),
        (6, False, "Pain: 7 days draw a first line; you have 6."),
    ],
)
def test_the_first_days_are_counted(ever: int, alone: bool, sentence: str) -> None:  # noqa: FBT001
    noted = words.Noted(ever=ever, shown=ever, span=30, hollow_share=0.0)
    assert finding(fair(5), NOTHING, noted=noted, alone=alone) == sentence


def test_without_any_day_there_is_nothing_to_add() -> None:
    noted = words.Noted(ever=0, shown=0, span=0, hollow_share=0.0)
    assert details(NOTHING, NOTHING, noted=noted) == []


def test_an_empty_period_says_so() -> None:
    noted = words.Noted(ever=400, shown=0, span=30, hollow_share=0.0)
    assert finding(NOTHING, NOTHING, noted=noted) == "Pain: nothing noted in this period."


@pytest.mark.parametrize(
    ("last", "before", "sentence"),
    [
        (5.0, 5.0, "No difference."),
        (5.04, 4.96, "No difference."),  # both print as 5.0
        (4.6, 5.5, "Lower, but less than a point is often ordinary ups and downs."),
        (5.5, 4.6, "Higher, but less than a point is often ordinary ups and downs."),
        (4.0, 5.0, "A little lower."),
        (4.54, 5.46, "A little lower."),  # 4.5 and 5.5 as printed, a point apart
        (7.0, 5.0, "A little higher."),
        (7.1, 5.0, "Clearly higher."),
        (2.0, 5.0, "Clearly lower."),
    ],
)
def test_size_words_agree_with_the_printed_numbers(
    last: float, before: float, sentence: str
) -> None:
    assert details(fair(last), fair(before)) == [sentence, "85 of 90 days noted."]


def test_beside_another_measure_every_sentence_names_its_own() -> None:
    noted = words.Noted(ever=400, shown=40, span=90, hollow_share=0.3)
    pain = details(fair(4.5), fair(5.0), noted=noted, alone=False)
    sleep = details(fair(4.5), fair(5.0), noted=noted, alone=False, measure=SLEEP)
    assert all(sentence.startswith("Pain: ") for sentence in pain)
    assert all(sentence.startswith("Sleep: ") for sentence in sleep)
    assert (len(pain), len(sleep)) == (3, 3)


def test_only_pain_has_words_for_a_size_and_good_scales_say_which_end() -> None:
    assert details(fair(3.0), fair(6.0), measure=SLEEP) == [
        "Higher is better.",
        "85 of 90 days noted.",
    ]
    assert details(fair(3000), fair(6000), measure=STEPS) == ["85 of 90 days noted."]


@pytest.mark.parametrize(("share", "told"), [(0.25, False), (0.26, True)])
def test_over_a_quarter_of_hollow_days_are_told(share: float, told: bool) -> None:  # noqa: FBT001
    noted = words.Noted(ever=400, shown=85, span=90, hollow_share=share)
    sentence = "Over a quarter of these days were filled in later or copied."
    assert (sentence in details(fair(4), fair(4), noted=noted)) is told


def test_averages_carry_their_unit_and_no_false_decimals() -> None:
    assert words.mean_text(PAIN, 4.0) == "4.0"
    assert words.mean_text(STEPS, 5234.4) == "5234"
    assert words.mean_text(MEASURE_BY_ID["sleep_hours"], 6.54) == "6.5 h"


def test_flares_are_labelled_with_their_days_and_whose_they_are() -> None:
    assert words.flare_text(flare(9, 3), of_pain=False) == "flare, 7 days"
    assert words.flare_text(flare(9, 3), of_pain=True) == "pain flare, 7 days"
    assert words.flare_text(flare(2, 0, is_open=True), of_pain=False) == "flare, 3 days so far"
    assert words.flare_text(flare(2, 0, is_open=True), of_pain=True) == "pain flare, 3 days so far"
    assert words.flares_count(23, of_pain=False) == "shaded: 23 flares"
    assert words.flares_count(1, of_pain=True) == "shaded: 1 pain flare"


def test_a_few_flares_and_events_are_read_out_and_many_are_counted() -> None:
    one = flare(9, 3)
    assert words.flares_read_out([], of_pain=False, years=False) == []
    alone = words.flares_read_out([one], of_pain=False, years=False)
    assert alone == ["flare, 7 days, from 3 March."]
    many = words.flares_read_out([one] * 6, of_pain=True, years=False)
    assert many == ["shaded: 6 pain flares."]
    visit = event("visit", END)
    assert words.events_read_out([visit], years=True) == ["Event: visit, 12 March 2026."]
    assert words.events_read_out([visit] * 6, years=False) == ["6 events."]


def test_an_event_without_a_name_has_that_of_its_kind() -> None:
    assert words.event_label(event("  ", END, kind="infection"), years=False) == (
        "Infection, 12 Mar"
    )


def test_a_long_name_is_cut_and_a_line_break_is_a_space() -> None:
    label = words.event_label(event("one\ntwo " + "x" * 50, END), years=False)
    assert label.startswith("one two xxx")
    assert label.endswith("…, 12 Mar")
    assert len(label) < 40


def test_a_day_of_another_year_says_so() -> None:
    assert words.event_label(event("visit", END), years=True) == "visit, 12 Mar 2026"
    assert words.date_text(END, years=False) == "12 March"


def test_answers_not_given_on_the_day_are_marked() -> None:
    assert words.hollow_mark(PAIN, copied=True, alone=True) == "copied"
    assert words.hollow_mark(PAIN, copied=False, alone=True) == "filled in later"
    assert words.hollow_mark(SLEEP, copied=True, alone=False) == "Sleep copied"
    assert words.hollow_mark(SLEEP, copied=False, alone=False) == "Sleep filled in later"


def test_a_day_is_read_out_with_words_for_its_numbers() -> None:
    assert words.read_out(PAIN, 6, 5.14) == ["Pain 6, strong.", "7-day average 5.1."]
    assert words.read_out(PAIN, math.nan, math.nan) == ["Pain: nothing noted."]


def test_a_span_names_its_years_where_they_differ() -> None:
    assert words.span_text(date(2026, 2, 11), END) == "11 February to 12 March 2026."
    assert words.span_text(date(2025, 12, 13), END) == "13 December 2025 to 12 March 2026."


def test_no_sentence_scolds_or_claims_a_cause() -> None:
    with open(words.__file__, encoding="utf-8") as source:  # noqa: PTH123
        strings = re.findall(r'"([^"\n]*)"', source.read())
    text = " ".join(strings).lower()
    for word in ("missed", "failed", "forgot", "streak", "you should", "!", "cause"):
        assert word not in text
