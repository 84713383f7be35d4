"""Plans of experiments: what is drawn, which way a day has, and what is left of nonsense."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from fibrojournal.journal.chosen import set_trigger_shown
from fibrojournal.journal.common import Common, applied, inverse
from fibrojournal.journal.day import Day, TriggerAnswer
from fibrojournal.journal.edits import SetOwnTrigger, SetSetting, SetTrigger
from fibrojournal.journal.edits import applied as of_a_day
from fibrojournal.journal.experiments import (
    DESIGN_BY_ID,
    DESIGNS,
    Experiment,
    State,
    Way,
    drawn,
    ended,
    experiments,
    planned,
    removed,
    running,
    trigger_id,
)
from tests.journal.build import EVENING

MONDAY = date(2026, 3, 16)
WEEKS = Experiment(
    id="one",
    question="Does a fixed bedtime go with less pain?",
    first="Lights out at 22:30",
    second="Bed whenever it suits",
    outcome="pain",
    lag=1,
    trigger="own:lights_out_at_22_30",
    design=DESIGN_BY_ID["weeks"],
    start=MONDAY,
    order=(True, False, True, True, False, False, True, False),
)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def kept(*plans: Experiment) -> Common:
    common = Common()
    for plan in plans:
        for edit in planned(plan, common.questions):
            common = applied(common, edit)
    return common


def test_every_pair_holds_both_ways_as_the_coin_fell() -> None:
    ways = [period.way for period in WEEKS.periods()]
    assert len(ways) == 16
    for pair, first in enumerate(WEEKS.order):
        expected = [Way.FIRST, Way.SECOND] if first else [Way.SECOND, Way.FIRST]
        assert ways[2 * pair : 2 * pair + 2] == expected


def test_periods_follow_one_another_without_a_gap() -> None:
    periods = WEEKS.periods()
    assert periods[0].start == MONDAY
    assert periods[-1].last == WEEKS.planned_last == date(2026, 7, 5)
    for before, period in pairwise(periods):
        assert period.start == before.last + timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "way"), [(0, Way.FIRST), (6, Way.FIRST), (7, Way.SECOND), (14, Way.SECOND)]
)
def test_a_day_has_the_way_of_its_period(days: int, way: Way) -> None:
    period = WEEKS.period_on(after(days))
    assert period is not None
    assert period.way is way


@pytest.mark.parametrize("days", [-1, 112])
def test_a_day_outside_has_no_way(days: int) -> None:
    assert WEEKS.period_on(after(days)) is None


def test_days_after_an_early_end_have_no_way() -> None:
    early = replace(WEEKS, end=after(20))
    assert early.period_on(after(20)) is not None
    assert early.period_on(after(21)) is None


def test_a_way_has_the_words_of_the_person() -> None:
    assert WEEKS.words(Way.FIRST) == "Lights out at 22:30"
    assert WEEKS.words(Way.SECOND) == "Bed whenever it suits"


@pytest.mark.parametrize(
    ("days", "state"),
    [(-1, State.PLANNED), (0, State.RUNNING), (111, State.RUNNING), (112, State.OVER)],
)
def test_an_experiment_has_come_so_far(days: int, state: State) -> None:
    assert WEEKS.state(after(days)) is state


def test_one_that_was_ended_early_says_so() -> None:
    early = replace(WEEKS, end=after(50))
    assert early.state(after(50)) is State.RUNNING
    assert early.state(after(51)) is State.ENDED_EARLY


def test_an_end_after_the_planned_one_ends_nothing_early() -> None:
    late = replace(WEEKS, end=after(400))
    assert late.last == WEEKS.planned_last
    assert late.state(after(401)) is State.OVER


def test_where_the_day_after_decides_that_day_is_waited_for() -> None:
    assert not WEEKS.is_told_after(after(112))
    assert WEEKS.is_told_after(after(113))
    assert replace(WEEKS, lag=0).is_told_after(after(112))


def test_a_coin_falls_for_each_pair_and_on_both_sides() -> None:
    for design in DESIGNS:
        assert len(drawn(design)) == design.pairs
    coins = [coin for _ in range(20) for coin in drawn(DESIGN_BY_ID["days"])]
    assert 180 < sum(coins) < 380  # 560 coins: ten standard deviations


def test_a_sealed_plan_is_read_as_it_was_written() -> None:
    assert experiments(kept(WEEKS).settings) == (WEEKS,)


def test_the_latest_stands_first() -> None:
    later = replace(WEEKS, id="two", start=after(200), first="Lights out at 22:15")
    assert experiments(kept(WEEKS, later).settings) == (later, WEEKS)


def test_ending_is_undone_by_its_inverse_and_leaves_the_plan() -> None:
    common = kept(WEEKS)
    edit = ended(WEEKS, after(30))
    after_it = applied(common, edit)
    assert experiments(after_it.settings) == (replace(WEEKS, end=after(30)),)
    assert applied(after_it, inverse(edit, common)) == common


def left(common: Common, *days: Day) -> tuple[Common, list[Day]]:
    """Take WEEKS away from a journal."""
    changed = {day.date: day for day in days}
    for edit in removed(WEEKS, experiments(common.settings), common.questions, days):
        if isinstance(edit, SetTrigger):
            changed[edit.day] = of_a_day(changed[edit.day], edit)
        else:
            assert isinstance(edit, SetSetting | SetOwnTrigger)
            common = applied(common, edit)
    return common, list(changed.values())


def noted(days: int, *, ticked: bool) -> Day:
    day = Day(after(days))
    return of_a_day(day, SetTrigger(day.date, WEEKS.trigger, TriggerAnswer(ticked, EVENING)))


def test_what_is_removed_is_gone_with_its_end_and_with_its_chip() -> None:
    common, days = left(applied(kept(WEEKS), ended(WEEKS, after(30))))
    assert common == Common()
    assert days == []


def test_what_was_noted_for_it_alone_goes_with_it() -> None:
    common, days = left(kept(WEEKS), noted(0, ticked=True), noted(8, ticked=False))
    assert common == Common()
    assert not any(day.triggers for day in days)


@pytest.mark.parametrize("others", [True, False])
def test_a_chip_that_a_day_outside_merely_offered_is_its_alone(*, others: bool) -> None:
    common, days = left(kept(WEEKS), noted(-3, ticked=others))
    assert (common.questions.trigger(WEEKS.trigger) is not None) is others
    assert all(bool(day.triggers) is others for day in days)


def test_a_chip_that_the_form_offers_or_another_one_has_stays() -> None:
    day = noted(0, ticked=True)
    shown = applied(kept(WEEKS), set_trigger_shown(WEEKS.trigger, is_shown=True))
    shared = kept(WEEKS, replace(WEEKS, id="two", start=after(200)))
    for common in (shown, shared):
        after_it, days = left(common, day)
        assert after_it.questions.trigger(WEEKS.trigger) is not None
        assert days == [day]
        assert "experiment.one" not in after_it.settings


def test_one_whose_chip_is_gone_already_can_be_removed() -> None:
    common = applied(kept(WEEKS), SetOwnTrigger(WEEKS.trigger, None))
    assert "experiment.one" not in left(common)[0].settings


def test_what_was_really_done_has_a_chip_that_the_form_does_not_offer() -> None:
    questions = kept(WEEKS).questions
    chip = questions.trigger(WEEKS.trigger)
    assert chip is not None
    assert chip.label == "Lights out at 22:30"
    assert chip not in questions.shown_triggers


def test_a_chip_that_is_there_already_is_left_as_it_is() -> None:
    again = replace(WEEKS, id="two")
    edits = planned(again, kept(WEEKS).questions)
    assert [type(edit) for edit in edits] == [SetSetting]
    assert not any(isinstance(edit, SetOwnTrigger) for edit in edits)


def test_a_chip_is_named_by_the_first_way() -> None:
    assert trigger_id("  Lights out\nat 22:30 ") == "own:lights_out_at_22_30"
    with pytest.raises(ValueError, match="letter"):
        trigger_id("…")


@pytest.mark.parametrize(
    "plan",
    [
        "",
        "7",
        "{}",
        '{"question": "x"}',
        kept(WEEKS).settings["experiment.one"].replace("weeks", "years"),
        kept(WEEKS).settings["experiment.one"].replace("10110010", "1"),
        kept(WEEKS).settings["experiment.one"].replace("Bed whenever it suits", " "),
        kept(WEEKS).settings["experiment.one"].replace('"lag": 1', '"lag": 9'),
    ],
)
def test_a_plan_that_makes_no_sense_is_passed_over(plan: str) -> None:
    assert experiments({"experiment.one": plan}) == ()


def test_an_end_without_a_plan_is_passed_over() -> None:
    assert experiments({"experiment.one.end": "2026-05-01", "day.starts": "5"}) == ()


def test_the_running_one_comes_before_the_one_to_come() -> None:
    later = replace(WEEKS, id="two", start=after(200))
    both = experiments(kept(WEEKS, later).settings)
    assert running(both, after(3)) == WEEKS
    assert running(both, after(150)) == later
    assert running(both, after(900)) is None
