"""What the page of experiments says, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from fibrojournal.analysis.experiment import read_out
from fibrojournal.analysis.families import Label
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Event
from fibrojournal.journal.experiments import DESIGN_BY_ID, DESIGNS, Experiment
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.questions import Questions
from fibrojournal.ui.pages.experiments import words
from tests.journal.build import EVENING

START = date(2026, 3, 2)
WEEKS = Experiment(
    id="one",
    question="Does a fixed bedtime go with less pain?",
    first="Lights out at 22:30",
    second="Bed whenever it suits",
    outcome="pain",
    lag=1,
    trigger="own:lights_out",
    design=DESIGN_BY_ID["weeks"],
    start=START,
    order=(True, False) * 4,
)
PAIN = MEASURE_BY_ID["pain"]
NEVER = ("missed", "failed", "forgot", "should", "!")


def after(days: int) -> date:
    return START + timedelta(days=days)


def test_an_outcome_is_a_rating_that_the_form_asks_for() -> None:
    ids = [measure.id for measure in words.outcomes(Questions())]
    assert ids[:2] == ["pain", "sleep_quality"]
    assert "mood" in ids
    assert not {"sleep_hours", "activity", "stiffness_minutes", "burning"} & set(ids)


@pytest.mark.parametrize(
    ("question", "first", "second", "lack"),
    [
        (" ", "a", "b", "It begins with a question."),
        ("Why?", "a", "", "It takes two ways, in a few words each."),
        ("Why?", "…", "b", "The first way takes a letter or a digit."),
        ("Why?", "Rest  breaks", "rest breaks", "The two ways read the same."),
        ("Why?", "Half a pill", "None", "Medicines and doses belong to you and your doctor;"),
        ("Why?", "Lyrica at noon", "None", "Medicines and doses belong to you and your doctor;"),
        ("Why?", "Rest breaks", "None", ""),
    ],
)
def test_a_plan_says_what_it_lacks(question: str, first: str, second: str, lack: str) -> None:
    said = words.lack(question, first, second, ("Lyrica",))
    assert said.startswith(lack)
    assert bool(said) is bool(lack)


def test_a_plan_says_from_when_to_when() -> None:
    assert words.span(START, WEEKS.design) == "8 pairs: 2 March to 21 June 2026"


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.id)
def test_what_would_count_is_said_for_every_design(design: object) -> None:
    one = DESIGN_BY_ID[design.id]  # type: ignore[attr-defined]
    said = (*words.what_counts(one, PAIN), words.suits(one), words.power(one))
    assert all(line.endswith(".") and not any(no in line for no in NEVER) for line in said)
    assert any("Under 6 pairs there is no answer." in line for line in said)


def test_days_are_no_averages() -> None:
    assert words.what_counts(DESIGN_BY_ID["days"], PAIN)[0] == "Pain of each day that is noted."
    assert words.what_counts(WEEKS.design, PAIN)[0] == (
        "The average of pain in each period, if it has 3 noted days or more."
    )


@pytest.mark.parametrize(
    ("days", "today", "coming"),
    [
        (-2, "It begins on Monday 2 March.", ""),
        (-1, "It begins on Monday 2 March.", "From tomorrow: Lights out at 22:30"),
        (0, "Today: Lights out at 22:30", ""),
        (6, "Today: Lights out at 22:30", "From tomorrow: Bed whenever it suits"),
        (20, "Today: Bed whenever it suits", "From tomorrow: Lights out at 22:30"),
        (111, "Today: Lights out at 22:30", ""),
    ],
)
def test_no_way_is_told_but_that_of_today_and_tomorrow(days: int, today: str, coming: str) -> None:
    assert words.today_line(WEEKS, after(days)) == today
    assert words.next_line(WEEKS, after(days)) == coming


def test_how_far_it_has_come_is_said() -> None:
    assert words.place_line(WEEKS, after(-5)) == "Until 21 June 2026"
    assert words.place_line(WEEKS, after(15)) == "Pair 2 of 8 · until 21 June 2026"
    assert words.row_line(WEEKS, after(15)) == "2 March 2026 to 21 June 2026 · running"
    early = replace(WEEKS, end=after(9))
    assert words.row_line(early, after(15)) == "2 March 2026 to 11 March 2026 · ended early"


def lines(plan: Experiment, today: date, values: list[float], common: Common | None = None) -> str:
    pairs = [True] * (len(values) // 2)
    read = read_out(np.array(values, dtype=np.float64), pairs, 1)
    return "\n".join(words.plain_words(plan, read, today, common or Common(), (8, 10)))


def test_a_result_says_what_belongs_to_it() -> None:
    said = lines(WEEKS, after(200), [3, 5] * 8)
    assert "“Clear” was fixed before the start" in said
    assert "kept to the way of the day on 8 of 10 days" in said
    assert "Hope can move a rating" in said
    assert "It is not over" not in said
    assert not any(no in said for no in NEVER)


def test_an_early_look_and_an_early_end_are_said() -> None:
    assert lines(WEEKS, after(90), [3, 5] * 6).startswith("It is not over.")
    early = replace(WEEKS, end=after(90))
    said = lines(early, after(100), [3, 5] * 6)
    assert said.startswith("You ended it after 6 of 8 pairs.")


def test_what_is_no_answer_has_no_word_for_how_sure() -> None:
    assert "was fixed before the start" not in lines(WEEKS, after(200), [3, 5] * 3)


def test_what_else_changed_is_named() -> None:
    flu = Event("flu", "infection", "Flu", after(3), None, EVENING)
    said = lines(WEEKS, after(200), [3, 5] * 8, Common(events={"flu": flu}))
    assert "Other things changed in this time too: Flu." in said


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (Label.CLEAR, (3, "clear")),
        (Label.POSSIBLE, (1, "possible")),
        (None, (0, "not clear")),
    ],
)
def test_how_sure_it_is_has_dots_and_a_word(label: Label | None, shown: tuple[int, str]) -> None:
    assert words.certainty(label) == shown
