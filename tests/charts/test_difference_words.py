"""Differences in words: no surer than the numbers, on any scale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from fibrojournal.analysis.difference import Difference, difference
from fibrojournal.charts import difference_words as differ
from fibrojournal.charts.after_active import after_active_view
from fibrojournal.charts.around import around
from fibrojournal.charts.axis import day_number
from fibrojournal.journal.measures import MEASURE_BY_ID, Direction, Scale
from fibrojournal.journal.questions import own_measure
from tests.charts.charted import event, steps
from tests.charts.diaries import END, answers

PAIN = MEASURE_BY_ID["pain"]
YES_OR_NO = own_measure("own:ice", "Ice", scale=Scale(0, 1))
LONG = own_measure("own:vas", "VAS", scale=Scale(0, 100), direction=Direction.HIGH_IS_BAD)


def found(low: float, high: float) -> Difference:
    """Find a difference with these ends."""
    days = np.tile(np.array([0.0, 1.0, 2.0]), 20)
    made = difference(days, days)
    assert made is not None
    middle = (low + high) / 2
    return replace(made, change=middle, low=low, high=high)


def test_half_a_point_matters_on_a_short_scale() -> None:
    small = found(-0.3, 0.4)
    assert differ.how_sure(PAIN, small, is_over=True).startswith("Probably no difference")
    assert differ.how_sure(YES_OR_NO, small, is_over=True).startswith("No clear difference")


def test_a_span_that_begins_at_a_printed_nothing_is_not_called_clear() -> None:
    barely = found(0.04, 1.5)
    assert differ.likely_text(PAIN, barely) == "likely between no difference and 1.5 higher"
    assert differ.how_sure(PAIN, barely, is_over=True).startswith("No clear difference")
    assert differ.is_clear(PAIN, found(0.1, 1.5))


def test_days_that_never_differ_have_no_likely_span() -> None:
    alike = found(0.0, 0.0)
    assert differ.likely_text(PAIN, alike) == ("these days are too alike to say how sure that is")
    assert differ.how_sure(PAIN, alike, is_over=True) == "A likely span needs days that differ."
    assert differ.likely_text(LONG, found(-0.2, 0.3)) == "likely no difference"


@pytest.mark.parametrize(("more", "is_bad"), [(5, False), (15, True)])
def test_a_bad_spell_is_a_point_in_ten_on_any_scale(more: int, *, is_bad: bool) -> None:
    values = [50.0 + at % 2 + more * (56 <= at < 70) for at in range(130)]
    move = event(59)
    assert around(LONG, steps(values), move, END).after_bad_spell is is_bad


@pytest.mark.parametrize(
    ("more", "said"), [(2.0, "was much as in"), (20.0, "points above the three days before.")]
)
def test_much_as_before_is_so_on_any_scale(more: float, said: str) -> None:
    days = range(120)
    vas = answers({ago: 40.0 + more * (ago % 12 in {2, 3, 4}) for ago in days})
    active = answers({ago: float(ago % 12 == 5) for ago in days})
    span = (day_number(END) - 119, day_number(END))
    assert said in after_active_view(LONG, vas, active, answers({}), span).sentence
