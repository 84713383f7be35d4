"""A network in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fibrojournal.charts import network_words as words
from fibrojournal.journal.measures import MEASURE_BY_ID, Direction
from fibrojournal.journal.questions import own_measure, own_trigger
from tests.charts.charted import UNSAID
from tests.charts.networks import CROWDED, LOOPED, RATINGS, link, links, loop, part, tie, too_early


@pytest.mark.parametrize(
    ("source", "target", "lag", "expected"),
    [
        ("travel", "pain", 0, "the same day"),
        ("travel", "pain", 1, "the day after"),
        ("travel", "sleep_quality", 1, "the night after"),
        ("stress", "pain", 1, "the day after"),
        ("pain", "sleep_hours", 1, "the night after"),
        ("pain", "energy_morning", 1, "the next morning"),
        ("energy_morning", "pain", 1, "the day after"),
        ("sleep_quality", "pain", 1, "2 days after the night"),
        ("sleep_quality", "sleep_hours", 1, "the next night"),
    ],
)
def test_days_are_counted_from_the_night(source: str, target: str, lag: int, expected: str) -> None:
    assert words.when(link(source, target, lag=lag)) == expected


def test_an_arrow_tells_how_much_when_and_how_sure() -> None:
    assert words.sentence_of(link("stress", "pain", 0.8)) == (
        "With stress high rather than low, pain stood 0.8 higher the day after,"
        " likely between 0.4 and 1.2. A solid arrow, from 200 days."
    )


def test_of_what_is_good_the_low_end_is_spoken_of() -> None:
    found = link("sleep_quality", "pain", -1.3)
    assert words.source_text(found) == "Sleep, low"
    assert words.how_much(found) == "1.3 higher"
    assert words.on_arrow(found) == "+1.3"
    assert words.sentence_of(found).startswith("With sleep low rather than high, pain stood 1.3")


def test_a_chip_is_named_as_it_is_written() -> None:
    found = link("travel", "stiffness_minutes", -12, lag=0)
    assert words.source_text(found) == "Travel"
    assert words.sentence_of(found).startswith("With “Travel”, morning stiffness stood 12 min low")
    assert words.on_arrow(found) == "−12 min"


def test_an_interval_that_holds_nothing_is_signed() -> None:
    found = replace(link("stress", "pain", 0.8), low=-0.04, high=1.6)
    assert words.likely_between(found) == "0.0 and +1.6"
    assert words.likely_between(replace(found, low=-0.2)) == "−0.2 and +1.6"


def test_a_possible_arrow_is_called_so() -> None:
    found = link("stress", "pain", is_solid=False)
    assert words.how_sure(found) == "possible"
    assert words.sentence_of(found).endswith("A dotted arrow, from 200 days: possible, no more.")


def test_names_of_ones_own_stay_as_they_were_written() -> None:
    own = own_measure("own:hands", "Cold Hands", direction=Direction.HIGH_IS_BAD)
    assert words.inside(own) == "“Cold Hands”"
    assert words.inside(own_trigger("own:tea", "Tea")) == "“Tea”"
    assert words.inside(MEASURE_BY_ID["energy_morning"]) == "waking energy"
    assert words.listed([own]) == "“Cold Hands”"
    assert words.listed([part("pain"), part("fog"), own, part("fog")]) == (
        "pain, fog and “Cold Hands”"
    )


def test_a_loop_always_comes_with_what_else_it_may_be() -> None:
    text = words.loop_text(LOOPED.rounds[0], LOOPED.links)
    assert words.loop_title(LOOPED.rounds[0]) == "Pain and sleep may feed each other."
    assert text == (
        "Pain high rather than low, then sleep 0.6 lower the night after; sleep low rather than"
        " high, then pain 1.3 higher 2 days after the night. More of it then comes back as more."
        " It could also be something else behind both."
    )


def test_a_loop_that_damps_says_so() -> None:
    damping = links(
        (link("pain", "activity", -0.5), link("activity", "pain", 0.6)),
        rounds=[loop("activity", "pain", feeds=False)],
    )
    assert words.finding(damping) == "Activity and pain may damp each other."
    assert "comes back as less" in words.loop_text(damping.rounds[0], damping.links)
    assert words.loop_names(damping) == ("Loop 1 damps",)


def test_a_longer_loop_is_a_round() -> None:
    assert words.loop_title(loop("fog", "pain", "stress")) == (
        "Fog, pain and stress may feed each other, in a round."
    )
    assert words.loop_title(loop("fog", "pain", "stress", feeds=False)) == (
        "Fog, pain and stress may damp each other, in a round."
    )


def test_a_loop_that_feeds_is_named_first() -> None:
    both = (loop("activity", "pain", feeds=False), loop("fog", "mood"))
    assert words.finding(links(rounds=both)) == "Fog and mood may feed each other."


def test_nothing_found_is_said_first_class() -> None:
    nothing = links(milestone=90)
    assert words.finding(nothing) == "No arrow so far."
    assert words.detail(nothing) == (
        "132 questions were checked, up to day 90 of your journal. That is what most journals show"
        " in the first months. Not seen yet is not absent."
        " Loops are looked for from day 180 of a journal."
    )


def test_only_dotted_arrows_are_no_finding() -> None:
    one = link("stress", "pain", is_solid=False)
    two = link("pain", "fog", is_solid=False)
    assert words.finding(links([one])) == "No sure arrow so far, and 1 that is possible."
    assert words.finding(links([one, two])) == "No sure arrow so far, and 2 that are possible."


def test_arrows_are_counted_and_the_largest_is_named() -> None:
    one, two = link("stress", "pain"), link("pain", "fog")
    assert words.finding(links([one])) == "One arrow so far: from stress to pain."
    assert words.finding(links([one, two])) == (
        "2 arrows so far; the largest leads from stress to pain."
    )


def test_early_arrows_are_more_often_chance() -> None:
    arrow = [link("stress", "pain")]
    assert "4 in 10" in words.detail(links(arrow, milestone=135))
    assert "1 in 10 solid" in words.detail(links(arrow, milestone=180))
    assert "something else behind both" in words.detail(LOOPED)


def test_before_day_ninety_the_days_still_needed_are_counted() -> None:
    assert words.finding(too_early(60)) == (
        "The general picture. Yours appears after about 90 days."
    )
    assert words.detail(too_early(1)).endswith(": 1 more day.")
    assert words.detail(too_early(60)).endswith(": 60 more days.")


def test_ties_have_no_order() -> None:
    assert words.tie_text(tie("pain", "fatigue")) == (
        "Pain and fatigue went together, order unknown: high on the same days."
    )
    assert words.tie_text(tie("sleep_quality", "pain", is_alike=False)) == (
        "Sleep and pain went together, order unknown: one high where the other was low."
    )


def test_all_words_are_plain() -> None:
    said = [words.sentence_of(one) for one in CROWDED.links]
    said += [words.tie_text(one) for one in CROWDED.ties]
    said += [words.sentence_of(link(one, "pain", -2)) for one in RATINGS[1:]]
    said += [words.detail(LOOPED), words.finding(LOOPED), words.chance(LOOPED)]
    for text in said:
        assert text.endswith(".")
        assert "  " not in text
        assert "-" not in text
        assert "cause" not in text
        assert not any(word in text.lower() for word in UNSAID)
