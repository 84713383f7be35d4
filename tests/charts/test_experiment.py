"""The pairs of an experiment as a picture: words, table and marks hold the same numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fibrojournal.charts.experiment import ExperimentView, of_material
from fibrojournal.charts.experiment_chance import ChanceView
from fibrojournal.charts.experiment_chance import of_material as chance_of_material
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.saving import picture_bytes
from fibrojournal.journal.common import Common, applied
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.experiments import DESIGN_BY_ID, Experiment, ended
from fibrojournal.tokens import tokens
from tests.charts.charted import UNSAID, drawn
from tests.charts.diaries import END, answers
from tests.journal.test_experiments import kept

START = date(2026, 1, 5)
DAYS = Experiment(
    id="one",
    question="Do rest breaks go with less pain?",
    first="Two rest breaks",
    second="Rest as it comes",
    outcome="pain",
    lag=0,
    trigger="own:two_rest_breaks",
    design=DESIGN_BY_ID["days"],
    start=START,
    order=(True, False) * 14,
)
OVER = DAYS.planned_last + timedelta(days=1)


def view_of(
    pain: dict[date, float], *, today: date = OVER, plan: Experiment = DAYS
) -> ExperimentView:
    return of_material(*given(pain, today, plan))


def chance_of(pain: dict[date, float], plan: Experiment = DAYS) -> ChanceView:
    return chance_of_material(*given(pain, OVER, plan))


def given(pain: dict[date, float], today: date, plan: Experiment) -> tuple[Material, Scope]:
    common = kept(plan)
    if plan.end is not None:
        common = applied(common, ended(plan, plan.end))
    noted = answers({(END - day).days: value for day, value in pain.items()})
    material = Material({"pain": noted}, {}, (), common, common.questions, None)
    return material, Scope(plan.start, plan.last, today, "pain", plan.id)


def rated(
    *, lower: float, days: int = 56, plan: Experiment = DAYS, lag: int = 0
) -> dict[date, float]:
    """Rate 5 on days of the second way, less on those of the first; every seventh pair alike."""
    found = {}
    for at in range(days):
        day = START + timedelta(days=at)
        period = plan.period_on(day)
        assert period is not None
        is_lower = period.way.value == "first" and period.pair % 7
        found[day + timedelta(days=lag)] = 5 - lower * bool(is_lower)
    return found


def test_a_finding_counts_its_pairs_and_says_how_sure_it_is() -> None:
    view = view_of(rated(lower=2))
    assert view.sentence == "In 24 of 28 pairs, pain was lower with “Two rest breaks”."
    assert view.detail == "On average −1.7 points, likely between −2.0 and −1.5."
    assert view.description == f"{view.sentence} {view.detail}"


def test_a_higher_outcome_is_called_higher() -> None:
    assert "pain was higher with" in view_of(rated(lower=-2)).sentence


def test_no_difference_is_a_result() -> None:
    view = view_of(rated(lower=0))
    assert view.sentence == "No clear difference in pain between the two ways."
    assert "could not be told from chance" in view.detail


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "Too early for an answer: 1 pair counts so far, and it takes 6."),
        (8, "Too early for an answer: 4 pairs count so far, and it takes 6."),
    ],
)
def test_few_pairs_wait_for_more(days: int, words: str) -> None:
    view = view_of(rated(lower=2, days=days), today=START + timedelta(days=days))
    assert (view.sentence, view.detail) == (words, "")
    assert not view.is_empty


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (1, "No answer: 1 pair counts, and it takes 6."),
        (4, "No answer: 4 pairs count, and it takes 6."),
    ],
)
def test_an_early_end_with_few_pairs_gives_no_answer(pairs: int, words: str) -> None:
    plan = replace(DAYS, end=START + timedelta(days=2 * pairs - 1))
    assert view_of(rated(lower=2, days=2 * pairs), plan=plan).sentence == words


def test_today_counts_once_it_is_over() -> None:
    pain = rated(lower=2, days=12)
    last = START + timedelta(days=11)
    assert len(view_of(pain, today=last).pairs) == 5
    assert len(view_of(pain, today=last + timedelta(days=1)).pairs) == 6


def test_where_the_day_after_tells_the_days_after_are_read() -> None:
    plan = replace(DAYS, lag=1)
    pain = rated(lower=2, plan=plan, lag=1)
    assert view_of(pain, plan=plan, today=OVER + timedelta(days=1)).sentence.startswith("In 24")


def test_a_pair_that_lacks_a_day_is_left_out_in_the_open() -> None:
    pain = rated(lower=2)
    del pain[START]
    view = view_of(pain)
    assert view.table().rows[0] == ("Pair 1", "left out", "5.0", "left out")
    assert view.read_out(0) == "Pair 1: left out, too few days noted."
    assert view.read_out(1) == "Pair 2. First way 3.0, second way 5.0."
    assert view.table().rows[1] == ("Pair 2", "3.0", "5.0", "−2.0")
    assert view.table().headers == ("Pair", "Two rest breaks", "Rest as it comes", "Difference")


def test_before_a_pair_has_run_nothing_is_drawn() -> None:
    view = view_of({}, today=START)
    assert view.is_empty
    assert view.height(690, 1.0) == 0
    assert view.sentence.startswith("Too early for an answer: 0 pairs")


def test_an_experiment_that_is_gone_says_so() -> None:
    common = applied(Common(), SetSetting("experiment.other", "nonsense"))
    material = Material({"pain": answers({})}, {}, (), common, common.questions, None)
    view = of_material(material, Scope(START, OVER, OVER, "pain", "one"))
    assert view.is_empty
    assert view.option == ""
    assert view.sentence == "This experiment is no longer there."
    assert view.table().headers == ("Pair", "First way", "Second way", "Difference")


@pytest.mark.parametrize(("width", "scale"), [(330, 1.0), (690, 1.0), (690, 2.0)])
def test_every_pair_is_a_mark_inside_the_picture(width: float, scale: float) -> None:
    pain = rated(lower=2)
    del pain[START]
    del pain[START + timedelta(days=1)]
    view = view_of(pain, plan=replace(DAYS, first="A rest break " * 6))
    figure, shown = drawn(view, width=width, scale=scale)
    assert len(shown.marks.left) == 28
    assert (shown.marks.bottom >= 0).all()
    top = float(shown.marks.bottom[0]) + shown.marks.height
    assert top < view.height(width, scale)
    texts = [text.get_text() for text in figure.axes[0].texts]
    assert texts.count("left out") == 1
    assert texts.count("−2.0") == 24


def test_every_theme_can_keep_the_picture() -> None:
    view = view_of(rated(lower=2))
    assert view.title
    assert view.option == "one"
    for theme in ("light", "quiet"):
        assert picture_bytes(view, tokens(theme), "png")


def test_it_is_said_without_blame() -> None:
    views = [view_of(rated(lower=lower)) for lower in (2, 0, -2)]
    spoken = " ".join(view.description for view in views)
    assert not [word for word in UNSAID if word in spoken]


EIGHT = replace(DAYS, end=START + timedelta(days=15))
ROUGH = {START + timedelta(days=at): float(at * 7 % 10) for at in range(16)}


def test_few_orders_of_the_coins_are_counted_one_by_one() -> None:
    view = chance_of(rated(lower=2, days=16, plan=EIGHT), EIGHT)
    assert view.sentence.endswith("would come up in 8 of 256 orders of the coins.")
    assert int(view.orders.sum()) == 256
    assert int(view.as_far.sum()) == 8


def test_many_orders_are_told_out_of_a_thousand() -> None:
    assert "in 1 of 1000 orders" in chance_of(rated(lower=2)).sentence


def test_the_orders_lie_evenly_on_both_sides() -> None:
    view = chance_of(ROUGH, EIGHT)
    assert view.orders.tolist() == view.orders[::-1].tolist()
    assert view.as_far.tolist() == view.as_far[::-1].tolist()
    assert view.orders.size <= 41


@pytest.mark.parametrize("width", [330, 690])
def test_every_column_is_a_mark_and_a_row_where_it_holds_an_order(width: float) -> None:
    view = chance_of(ROUGH, EIGHT)
    figure, shown = drawn(view, width=width)
    assert shown.marks.left.size == view.orders.size
    assert "your result" in [text.get_text() for text in figure.axes[0].texts]
    rows = view.table().rows
    assert sum(int(row[1]) for row in rows) == 256
    middle = view.orders.size // 2
    some = view.orders[middle]
    assert view.read_out(middle) == f"0.0 points: {some} of 256 orders of the coins."


def test_without_an_answer_chance_is_not_drawn() -> None:
    view = chance_of({})
    assert view.is_empty
    assert view.title
    assert view.height(690, 1.0) == 0
    assert view.table().rows == ()


def test_wide_differences_have_wide_columns() -> None:
    assert chance_of(rated(lower=5, days=16, plan=EIGHT), EIGHT).width > 0.1
