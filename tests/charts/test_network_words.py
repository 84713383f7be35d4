"""A network in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fibrojournal.charts import network_words as words
from fibrojournal.insights.links import Link
from fibrojournal.journal.measures import Direction
from fibrojournal.journal.questions import Questions, own_measure
from tests.charts.charted import UNSAID
from tests.charts.networks import (
    CROWDED,
    LOOPED,
    RATINGS,
    link,
    links,
    loop,
    looped_by_night,
    part,
    too_early,
)

ASKED = Questions()


def said(one: Link) -> str:
    return words.sentence_of(ASKED, one)


@pytest.mark.parametrize(
    ("source", "target", "lag", "expected"),
    [
        ("travel", "pain", 0, "the same day"),
        ("travel", "pain", 1, "the day after"),
        ("pain", "sleep_hours", 1, "the night after"),
        ("pain", "energy_morning", 1, "the morning after"),
        ("sleep_quality", "pain", 1, "two days later"),
    ],
)
def test_days_are_counted_from_the_night(source: str, target: str, lag: int, expected: str) -> None:
    assert words.when(ASKED, link(source, target, lag=lag)) == expected


def test_an_arrow_tells_how_much_when_and_how_sure() -> None:
    assert said(link("stress", "pain", 0.8)) == (
        "Stress tends to be followed by more pain the day after: 0.8 higher,"
        " likely between 0.4 and 1.2. A solid arrow, from 200 days."
    )


def test_of_what_is_good_the_low_end_is_spoken_of() -> None:
    found = link("sleep_quality", "pain", -1.3)
    assert words.source_text(ASKED, found) == "Poor sleep"
    assert words.how_much(ASKED, found) == "1.3 higher"
    assert words.on_arrow(ASKED, found) == "+1.3"
    assert said(found).startswith("Poor sleep tends to be followed by more pain two days later")


def test_a_chip_goes_with_its_own_day() -> None:
    found = link("travel", "stiffness_minutes", -12, lag=0)
    assert words.source_text(ASKED, found) == "Travel"
    assert said(found).startswith(
        "“Travel” tends to go with less morning stiffness the same day: 12 min lower"
    )
    assert words.on_arrow(ASKED, found) == "−12 min"
    assert words.on_arrow(ASKED, replace(found, effect=0.01)) == "0 min"


def test_an_interval_that_holds_nothing_is_signed() -> None:
    found = replace(link("stress", "pain", 0.8), low=-0.04, high=1.6)
    assert words.likely_between(ASKED, found) == "0.0 and +1.6"
    assert words.likely_between(ASKED, replace(found, low=-0.2)) == "−0.2 and +1.6"


def test_a_possible_arrow_is_called_so() -> None:
    found = link("stress", "pain", is_solid=False)
    assert words.how_sure(found) == "possible"
    assert said(found).endswith("A dotted arrow, so possible at most, from 200 days.")


def test_several_are_listed_each_once() -> None:
    own = own_measure("own:hands", "Cold Hands", direction=Direction.HIGH_IS_BAD)
    asked = Questions((own,))
    assert words.names_of(asked, [own]) == "Cold Hands"
    assert words.names_of(asked, [part("pain"), part("fog"), own, part("fog")]) == (
        "pain, fog and Cold Hands"
    )


def test_a_loop_is_told_step_by_step() -> None:
    assert words.loop_names(LOOPED) == ("Loop 1",)
    assert words.loop_steps(ASKED, LOOPED.rounds[0], LOOPED.links) == (
        "Pain, then sleep quality 0.6 lower the night after; poor sleep, then pain 1.3 higher"
        " two days later. Once round, a rise may come back as a rise."
    )


def test_a_night_and_its_day_are_a_step_without_an_arrow() -> None:
    found = looped_by_night()
    assert words.loop_steps(ASKED, found.rounds[0], found.links) == (
        "Pain, then sleep quality 0.6 lower the night after. Sleep quality and pain went together:"
        " a night and the day after it. If some days are simply worse all round, that looks the"
        " same, so this step has no arrow. Once round, a rise may come back as a rise."
    )


def test_a_loop_that_damps_says_so() -> None:
    damping = links(
        (link("pain", "activity", -0.5), link("activity", "pain", 0.6)),
        rounds=[loop("activity", "pain", feeds=False)],
    )
    assert words.finding(damping) == damping.rounds[0].words
    assert "come back as a fall" in words.loop_steps(ASKED, damping.rounds[0], damping.links)


def test_a_loop_that_feeds_is_named_first() -> None:
    both = (loop("activity", "pain", feeds=False), loop("fog", "mood"))
    assert words.finding(links(rounds=both)) == both[1].words


def test_nothing_found_is_said_first_class() -> None:
    nothing = links(milestone=90)
    assert words.finding(nothing) == "No arrow so far."
    assert words.detail(nothing) == (
        "132 questions were checked, up to day 90 of your journal. That is common in the first"
        " months, and says nothing against your notes. Not seen yet is not absent. Loops are"
        " looked for from day 180 on."
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
    assert "solid arrows about 1 in 4" in words.detail(links(arrow, milestone=135))
    assert "solid arrows about 1 in 10" in words.detail(links(arrow, milestone=180))


def test_before_day_ninety_the_days_still_needed_are_counted() -> None:
    assert words.finding(too_early(60)) == (
        "The general picture. Yours appears after about 90 days."
    )
    assert words.detail(too_early(1)).endswith(": 1 more day.")
    assert words.detail(too_early(60)).endswith(": 60 more days.")


def test_all_words_are_plain() -> None:
    texts = [said(one) for one in CROWDED.links]
    texts += [said(link(one, "pain", -2)) for one in RATINGS[1:]]
    texts += [words.detail(LOOPED), words.finding(LOOPED)]
    for text in texts:
        assert text.endswith(".")
        assert "  " not in text
        assert "-" not in text
        assert "cause" not in text
        assert not any(word in text.lower() for word in UNSAID)
