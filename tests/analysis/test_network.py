from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from fibrojournal.analysis.network import Network, Status, network
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.screen import Arrow, judged, screen, ties, together
from tests.analysis.simulated import alike_days
from tests.calibration.person import NULL, diaries

FIRST = 20_000
Days = NDArray[np.float64]


def circle(days: int, seed: int = 1) -> list[Variable]:
    """Pain and sleep that follow each other, mood that follows pain, and a trigger of pain."""
    rng = np.random.default_rng(seed)
    sleep, pain, mood = (np.zeros(days) for _ in range(3))
    travel = (rng.random(days) < 0.2).astype(np.float64)
    for t in range(1, days):
        sleep[t] = 0.3 * sleep[t - 1] - 0.45 * pain[t - 1] + rng.normal()
        pain[t] = 0.3 * pain[t - 1] - 0.45 * sleep[t - 1] + 1.5 * travel[t] + rng.normal()
        mood[t] = 0.3 * mood[t - 1] - 0.5 * pain[t - 1] + rng.normal()
    return [
        Variable("pain", 5 + pain),
        Variable("sleep_quality", 5 + sleep, bad=-1, waking=True),
        Variable("mood", 5 + mood, bad=-1),
        Variable("gut", alike_days(rng, days, 0.4, missing=0.0)),
        Variable("travel", travel, is_trigger=True),
    ]


def unrelated(days: int, ratings: int) -> list[Variable]:
    rng = np.random.default_rng(3)
    return [Variable(f"own:{at}", alike_days(rng, days, 0.4)) for at in range(ratings)]


def drawn(found: Network) -> set[tuple[str, str, int]]:
    return {(arrow.source, arrow.target, arrow.lag) for arrow in found.solid}


def test_arrows_and_the_loop_are_found() -> None:
    found = network(FIRST, circle(400))
    assert found.status is Status.SHOWN
    assert drawn(found) >= {
        ("pain", "sleep_quality", 1),
        ("sleep_quality", "pain", 1),
        ("pain", "mood", 1),
        ("travel", "pain", 0),
    }
    assert [loop.nodes for loop in found.loops] == [("pain", "sleep_quality")]
    assert found.loops[0].feeds
    assert found.days_needed is None


def night_and_day(days: int, seed: int = 2) -> list[Variable]:
    """A poor night that makes its own day worse, and a bad day that makes its night poorer."""
    rng = np.random.default_rng(seed)
    sleep, pain = np.zeros(days), np.zeros(days)
    for t in range(1, days):
        sleep[t] = -0.5 * pain[t - 1] + rng.normal()
        pain[t] = 0.2 * pain[t - 1] - 0.6 * sleep[t] + rng.normal()
    return [
        Variable("pain", 5 + pain),
        Variable("sleep_quality", 5 + sleep, bad=-1, waking=True),
        Variable("gut", alike_days(rng, days, 0.4, missing=0.0)),
    ]


def test_a_loop_may_go_by_way_of_a_night_and_its_own_day() -> None:
    found = network(FIRST, night_and_day(300))
    assert ("sleep_quality", "pain", 0) not in drawn(found)
    (loop,) = found.loops
    assert loop.nodes == ("pain", "sleep_quality")
    assert loop.feeds
    assert loop.night == ("sleep_quality", "pain")


def test_no_other_pair_of_one_day_closes_a_loop() -> None:
    as_if_of_the_evening = [
        Variable("own:rest", one.values, one.bad) if one.waking else one
        for one in night_and_day(300)
    ]
    found = network(FIRST, as_if_of_the_evening)
    assert {tie.pair for tie in found.ties} & {("own:rest", "pain"), ("pain", "own:rest")}
    assert not [loop for loop in found.loops if loop.night]


def test_arrows_carry_slopes_in_points_with_intervals() -> None:
    found = {arrow.pair: arrow for arrow in network(FIRST, circle(400)).solid}
    travel = found["travel", "pain"]
    assert travel.low < 1.5 < travel.high
    assert travel.slope == pytest.approx((travel.low + travel.high) / 2)
    assert travel.q <= 0.1


@pytest.mark.parametrize(
    ("days", "status", "needed"),
    [
        (20, Status.TOO_EARLY, 70),
        (89, Status.TOO_EARLY, 1),
        (90, Status.NO_LOOPS_YET, None),
        (179, Status.NO_LOOPS_YET, None),
        (180, Status.SHOWN, None),
    ],
)
def test_arrows_wait_for_day_ninety_and_loops_for_day_180(
    days: int, status: Status, needed: int | None
) -> None:
    found = network(FIRST, circle(days))
    assert (found.status, found.days_needed) == (status, needed)
    assert status is Status.SHOWN or not found.loops


def test_a_network_stands_still_between_milestones() -> None:
    longer = circle(260)
    shorter = [Variable(v.id, v.values[:200], v.bad, v.is_trigger, v.waking) for v in longer]
    assert network(FIRST, longer) == network(FIRST, shorter)


def test_more_than_twelve_ratings_leave_the_least_noted_out() -> None:
    ratings = unrelated(120, 14)
    ratings[4].values[20:] = np.nan
    ratings[7].values[10:] = np.nan
    found = network(FIRST, ratings)
    assert found.checked == 12 * 11


def test_what_is_noted_after_the_milestone_leaves_no_rating_out() -> None:
    ratings = unrelated(130, 13)
    ratings[4].values[20:90] = np.nan
    ratings[7].values[50:] = np.nan
    assert network(FIRST, ratings).checked == 12 * 11


def test_what_hardly_ever_differs_has_no_arrow() -> None:
    ratings = unrelated(200, 2)
    odd = np.zeros(200)
    odd[[50, 120, 160]] = 1
    ratings[0].values[[51, 121, 161]] = 15.0
    always = Variable("travel", 1 - odd, is_trigger=True)
    rare = Variable("burning", 8 * odd)
    assert network(FIRST, [*ratings, always, rare]).checked == network(FIRST, ratings).checked + 2


def test_unrelated_things_have_few_arrows() -> None:
    found = network(FIRST, unrelated(400, 8))
    assert len(found.solid) <= 1
    assert not found.loops


def test_dotted_arrows_are_not_drawn_again() -> None:
    found = network(FIRST, circle(100))
    assert not {(one.pair, one.lag) for one in found.dotted} & {
        (one.pair, one.lag) for one in found.solid
    }


def test_the_way_back_of_an_arrow_is_asked_by_itself() -> None:
    far = np.random.default_rng(5)
    days = 250
    pain, stress = np.zeros(days), np.zeros(days)
    for t in range(1, days):
        stress[t] = 0.3 * stress[t - 1] + 0.15 * pain[t - 1] + far.normal()
        pain[t] = 0.3 * pain[t - 1] + 0.6 * stress[t - 1] + far.normal()
    noise = [Variable(f"own:{at}", far.normal(size=days)) for at in range(8)]
    variables = [Variable("pain", pain), Variable("stress", stress), *noise]
    until = [Variable(one.id, one.values[:180]) for one in variables]  # the last milestone
    asked = {one.pair: one for one in screen(prepare(FIRST, until))}
    assert asked["pain", "stress"].q > 0.1  # too weak among all
    assert asked["pain", "stress"].p <= 0.1  # strong enough by itself
    assert ("pain", "stress") in {one.pair for one in network(FIRST, variables).solid}


def test_the_way_back_falls_where_another_source_explains_it() -> None:
    rng = np.random.default_rng(4)
    days = 400
    stress, pain, mood = (np.zeros(days) for _ in range(3))
    for t in range(1, days):
        stress[t] = 0.5 * stress[t - 1] + rng.normal()
        pain[t] = 0.3 * pain[t - 1] + 0.8 * stress[t - 1] + rng.normal()
        mood[t] = -0.7 * stress[t] - 0.5 * pain[t - 1] + rng.normal()
    # Neither good nor bad: only the regression beside the others can tell.
    variables = [
        Variable("pain", pain),
        Variable("mood", mood, bad=0),
        Variable("stress", stress, bad=0),
    ]
    until = [Variable(one.id, one.values[:365], one.bad) for one in variables]
    asked = {one.pair: one for one in screen(prepare(FIRST, until))}
    assert asked["mood", "pain"].p <= 0.05
    pairs = {one.pair for one in network(FIRST, variables).solid}
    assert pairs >= {("pain", "mood"), ("stress", "pain")}
    assert ("mood", "pain") not in pairs


def test_days_that_are_bad_all_round_draw_hardly_an_arrow() -> None:
    everyone = diaries(replace(NULL, shared=0.7), 8, 365, seed=3)
    assert sum(len(network(FIRST, variables).solid) for variables in everyone) <= 2


def test_what_another_source_explains_is_dropped() -> None:
    rng = np.random.default_rng(2)
    stress = rng.normal(5, 2, 300)
    echo = stress + rng.normal(0, 2, 300)
    pain = np.append(5.0, 0.5 * stress[:-1]) + rng.normal(0, 1, 300)
    variables = [Variable("pain", pain), Variable("stress", stress, bad=0), Variable("gut", echo)]
    diary = prepare(FIRST, variables)
    both = [one for one in screen(diary) if one.target == "pain"]
    assert all(one.q <= 0.1 for one in both)
    assert [one.source for one in together(diary, both)] == ["stress"]


def test_a_source_that_another_copies_is_not_counted_twice() -> None:
    rng = np.random.default_rng(2)
    stress = rng.normal(5, 2, 300)
    pain = np.append(5.0, 0.5 * stress[:-1]) + rng.normal(0, 1, 300)
    diary = prepare(
        FIRST,
        [Variable("pain", pain), Variable("stress", stress), Variable("own:copy", stress.copy())],
    )
    both = [Arrow(source, "pain", 1) for source in ("stress", "own:copy")]
    assert len(together(diary, both)) == 1


def test_all_sources_of_a_target_may_fall() -> None:
    diary = prepare(FIRST, unrelated(100, 2))
    assert together(diary, [Arrow("own:0", "own:1", 1)]) == ()
    assert judged([]) == ()


def test_ties_name_each_pair_once_and_nights_before_days() -> None:
    pairs = [tie.pair for tie in ties(prepare(FIRST, circle(100)))]
    assert pairs.count(("sleep_quality", "pain")) == 1
    assert ("pain", "sleep_quality") not in pairs
    assert len(pairs) == 6
    assert len({frozenset(pair) for pair in pairs}) == 6


def test_a_trigger_of_four_days_and_a_rating_of_29_are_not_asked() -> None:
    variables = circle(120)
    variables[4].values[:] = 0
    variables[4].values[[20, 40, 60, 80]] = 1
    variables[3].values[29:] = np.nan
    names = {name for arrow in screen(prepare(FIRST, variables)) for name in arrow.pair}
    assert names == {"pain", "sleep_quality", "mood"}
