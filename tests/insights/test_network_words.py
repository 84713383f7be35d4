"""What the network says: arrows, loops, and what went together."""

from __future__ import annotations

from itertools import product

import pytest

from fibrojournal.analysis.loops import Loop, loops
from fibrojournal.analysis.network import Network, Status
from fibrojournal.analysis.screen import Arrow
from fibrojournal.insights.network_words import (
    arrow_words,
    checked_words,
    loop_words,
    status_words,
    tie_words,
)
from fibrojournal.text import follow_customs
from tests.insights.grid import GLUTEN, SLEEP, STRESS, TRAVEL, asked_questions, factors
from tests.insights.test_words import wrong

QUESTIONS = asked_questions()


def arrow(source: str, target: str, lag: int = 1, slope: float = 0.2) -> Arrow:
    low, high = sorted((slope * 0.5, slope * 1.5))
    return Arrow(source, target, lag, slope, low, high, 0.001, 0.02)


def network(*arrows: Arrow, status: Status = Status.SHOWN) -> Network:
    ratings = {one.pair: one.slope for one in arrows}
    return Network(status, None, arrows, loops=loops(ratings), checked=120)


def test_every_arrow_and_tie_is_well_made() -> None:
    said = set()
    triggers = {one.id for one in QUESTIONS.triggers}
    for source, slope in product(factors(), (0.2, -0.004)):
        lag = 0 if source in triggers else 1
        said |= {
            arrow_words(QUESTIONS, arrow(source, target, lag, slope))
            for target in ("pain", SLEEP, "nap_minutes", "steps", "activity")
            if target != source
        }
    said |= {tie_words(QUESTIONS, arrow(STRESS, target, 0)) for target in factors()}
    assert len(said) > 300
    assert wrong(said) == {}


def test_a_rating_is_followed_point_by_point() -> None:
    assert arrow_words(QUESTIONS, arrow(SLEEP, "pain", slope=-0.2)) == (
        "Poor sleep tends to be followed by more pain two days later: 0.20 points for every point"
        " in sleep quality, likely between 0.10 and 0.30."
    )
    assert arrow_words(QUESTIONS, arrow("pain", SLEEP, slope=0.3)).startswith(
        "Pain tends to be followed by good sleep the night after:"
    )


def test_a_trigger_has_one_size_and_goes_with_its_own_day() -> None:
    assert arrow_words(QUESTIONS, arrow(TRAVEL, "pain", slope=1.1)) == (
        "“Travel” tends to be followed by more pain the day after: 1.1 points, likely between 0.6"
        " and 1.7."
    )
    assert arrow_words(QUESTIONS, arrow(GLUTEN, "gut", 0, 1.1)).startswith(
        "“Ate gluten” tends to go with more stomach and bowel trouble the same day:"
    )


def test_minutes_and_degrees_go_by_a_step_that_can_be_felt() -> None:
    assert "for every 30 min in exercise" in arrow_words(
        QUESTIONS, arrow("exercise_minutes", "pain", slope=0.01)
    )
    assert "for every 1.0 °C in body temperature" in arrow_words(
        QUESTIONS, arrow("temperature_c", "pain")
    )
    assert "9.0 min for every point in stress" in arrow_words(
        QUESTIONS, arrow(STRESS, "nap_minutes", slope=9)
    )


def test_degrees_are_those_of_the_person(request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: follow_customs(month_first=False, decimal_point="."))
    follow_customs(month_first=False, decimal_point=".", fahrenheit=True)
    words = arrow_words(QUESTIONS, arrow("temperature_c", "pain"))
    assert "for every 1.8 °F in body temperature" in words


def test_a_loop_names_the_ends_that_follow_each_other() -> None:
    found = network(arrow("pain", SLEEP, slope=-0.2), arrow(SLEEP, "pain", slope=-0.3))
    assert loop_words(QUESTIONS, found.loops[0], found) == (
        "Pain and poor sleep may feed each other. It could also be something else behind both."
    )


def test_a_loop_by_way_of_a_night_names_its_ends_too() -> None:
    to_the_night, night = arrow("pain", SLEEP, slope=-0.2), arrow(SLEEP, "pain", 0, slope=-0.3)
    loop = Loop(("pain", SLEEP), feeds=True, night=night.pair)
    found = Network(Status.SHOWN, None, (to_the_night,), ties=(night,), loops=(loop,))
    assert loop_words(QUESTIONS, loop, found) == (
        "Pain and poor sleep may feed each other. It could also be something else behind both."
    )


def test_early_arrows_are_more_often_chance() -> None:
    early, later = (
        checked_words(Network(status, None, checked=42))
        for status in (Status.NO_LOOPS_YET, Status.SHOWN)
    )
    assert early.startswith("42 questions were checked. This early, of solid arrows about 1 in 4")
    assert later.startswith("42 questions were checked. Of solid arrows about 1 in 10")


def test_a_longer_loop_is_a_round() -> None:
    found = network(
        arrow("fatigue", "mood", slope=-0.2),
        arrow("mood", "pain", slope=-0.2),
        arrow("pain", "fatigue", slope=0.2),
    )
    assert loop_words(QUESTIONS, found.loops[0], found) == (
        "Fatigue, low mood and pain may feed each other in a round."
        " Something else could be behind it too."
    )


def test_a_loop_that_turns_against_itself_holds_in_check() -> None:
    found = network(arrow("pain", "activity", slope=-0.2), arrow("activity", "pain", slope=0.3))
    assert not found.loops[0].feeds
    words = loop_words(QUESTIONS, found.loops[0], found)
    assert words.startswith("More activity and pain may hold each other in check.")


def test_what_went_together_has_no_order() -> None:
    assert tie_words(QUESTIONS, arrow(STRESS, "fatigue", 0)) == (
        "Stress and fatigue went together; which came first is not known."
    )
    assert tie_words(QUESTIONS, arrow(SLEEP, "pain", 0)) == (
        "Sleep quality and pain went together: a night and the day after it."
    )


def test_the_network_says_how_far_it_is() -> None:
    early = Network(Status.TOO_EARLY, 31)
    one_arrow = (arrow(STRESS, "pain"),)
    said = {
        "early": status_words(early),
        "nothing": status_words(network()),
        "no loops yet": status_words(network(*one_arrow, status=Status.NO_LOOPS_YET)),
        "no loops": status_words(network(*one_arrow)),
        "a loop": status_words(Network(Status.SHOWN, None, one_arrow, loops=(Loop((), True),))),
        "checked": checked_words(network()),
    }
    assert wrong(said.values()) == {}
    assert said["early"].startswith("No arrows yet. From day 90 on some may appear; that is in 31")
    assert said["no loops yet"] == "Loops are looked for from day 180 on."
    assert said["a loop"] == "1 loop may be there."
    assert said["checked"].startswith("120 questions were checked. Of solid arrows about 1 in 10")
