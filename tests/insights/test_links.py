"""A network in plain units, from a diary made up of numbers."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from fibrojournal.analysis.network import Status, network
from fibrojournal.analysis.prepared import Variable
from fibrojournal.insights.links import Link, Links, links_of
from fibrojournal.insights.record import Record
from fibrojournal.journal.common import Common

FIRST = date(2024, 1, 1)


def diary(days: int, *, missing: float = 0.0) -> tuple[Variable, ...]:
    """Pain and sleep that follow each other, mood that goes with pain, and a trigger of pain."""
    rng = np.random.default_rng(1)
    sleep, pain = np.zeros(days), np.zeros(days)
    travel = (rng.random(days) < 0.2).astype(np.float64)
    for t in range(1, days):
        sleep[t] = 0.3 * sleep[t - 1] - 0.45 * pain[t - 1] + rng.normal()
        pain[t] = 0.3 * pain[t - 1] - 0.45 * sleep[t - 1] + 1.5 * travel[t] + rng.normal()
    mood = -0.6 * pain + rng.normal(size=days)
    pain[rng.random(days) < missing] = np.nan
    return (
        Variable("travel", travel, is_trigger=True),
        Variable("sleep_quality", 5 + sleep, bad=-1, waking=True),
        Variable("mood", 5 + mood, bad=-1),
        Variable("pain", 5 + pain),
    )


def record_of(variables: tuple[Variable, ...]) -> Record:
    days = variables[0].values.size
    common = Common()
    last = FIRST + timedelta(days=days - 1)
    return Record(common.questions, common, FIRST, last, days, {}, variables, ())


def found_in(variables: tuple[Variable, ...]) -> Links:
    record = record_of(variables)
    return links_of(record, network(record.first_number, record.variables))


@pytest.fixture(scope="module")
def whole() -> Links:
    return found_in(diary(400, missing=0.1))


def one(found: Links, source: str, target: str) -> Link:
    return next(
        link for link in found.links if (link.source.id, link.target.id) == (source, target)
    )


def thirds(values: NDArray[np.float64]) -> float:
    low, high = np.nanquantile(values, (1 / 3, 2 / 3))
    return float(values[values >= high].mean() - values[values <= low].mean())


def test_an_effect_is_the_slope_over_the_outer_thirds(whole: Links) -> None:
    variables = diary(400, missing=0.1)
    arrows = network(record_of(variables).first_number, variables).solid
    slope = next(arrow.slope for arrow in arrows if arrow.pair == ("sleep_quality", "pain"))
    sleep = next(variable.values for variable in variables if variable.id == "sleep_quality")
    link = one(whole, "sleep_quality", "pain")
    assert link.effect == pytest.approx(slope * thirds(sleep[:365]), rel=0.02)
    assert link.low < link.effect < link.high


def test_the_effect_of_a_trigger_is_that_of_having_it(whole: Links) -> None:
    link = one(whole, "travel", "pain")
    assert link.lag == 0
    assert link.low < 1.5 < link.high


def test_days_with_both_are_counted_up_to_the_milestone(whole: Links) -> None:
    pain = diary(400, missing=0.1)[-1].values[:365]
    noted = int(np.isfinite(pain).sum())
    assert whole.milestone == 365
    assert one(whole, "travel", "pain").n == noted
    assert one(whole, "sleep_quality", "pain").n == noted - int(np.isfinite(pain[0]))


def test_solid_arrows_come_first_and_large_ones_before_small(whole: Links) -> None:
    kinds = [link.is_solid for link in whole.links]
    assert kinds == sorted(kinds, reverse=True)
    sizes = [abs(link.effect) for link in whole.links if link.is_solid]
    assert sizes == sorted(sizes, reverse=True)


def test_parts_stand_in_the_order_of_the_questions(whole: Links) -> None:
    assert [part.id for part in whole.parts] == ["pain", "sleep_quality", "mood", "travel"]


def test_ties_and_loops_keep_their_sense(whole: Links) -> None:
    tie = next(tie for tie in whole.ties if {tie.one.id, tie.other.id} == {"mood", "pain"})
    assert not tie.is_alike
    assert tie.n < 365
    loop = next(
        one for one in whole.rounds if [part.id for part in one.parts] == ["pain", "sleep_quality"]
    )
    assert loop.feeds
    assert loop.words == (
        "Pain and poor sleep may feed each other. It could also be something else behind both."
    )


@pytest.mark.parametrize(
    ("days", "status", "milestone", "needed"),
    [
        (1, Status.TOO_EARLY, None, 89),
        (6, Status.TOO_EARLY, None, 84),
        (89, Status.TOO_EARLY, 60, 1),
        (90, Status.NO_LOOPS_YET, 90, None),
        (179, Status.NO_LOOPS_YET, 135, None),
        (180, Status.SHOWN, 180, None),
    ],
)
def test_nothing_is_shown_before_its_day(
    days: int, status: Status, milestone: int | None, needed: int | None
) -> None:
    found = found_in(diary(days))
    assert (found.status, found.milestone, found.days_needed) == (status, milestone, needed)
    assert status is Status.SHOWN or not found.rounds
    assert status is not Status.TOO_EARLY or not (found.links or found.ties or found.parts)


def test_of_ten_years_the_last_three_are_looked_at() -> None:
    found = found_in(diary(3650))
    assert found.milestone == 3605
    assert max(link.n for link in found.links) <= 1095


def test_a_rating_of_two_values_is_held_high_against_low() -> None:
    variables = tuple(
        Variable(one.id, np.where(one.values > 5, 1.0, 0.0)) if one.id == "sleep_quality" else one
        for one in diary(400)
    )
    found = found_in(variables)
    arrows = network(record_of(variables).first_number, variables)
    slope = next(
        arrow.slope
        for arrow in (*arrows.solid, *arrows.dotted)
        if arrow.pair == ("sleep_quality", "pain")
    )
    assert one(found, "sleep_quality", "pain").effect == pytest.approx(slope)
