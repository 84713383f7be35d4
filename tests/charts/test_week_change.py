"""The last week beside one of four weeks before: the numbers, and when there is nothing to say."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.trend_view import trend_view
from fibrojournal.charts.week_change import APART, week_change
from fibrojournal.journal.measures import MEASURE_BY_ID
from tests.journal.build import DAY

PAIN, FOG = MEASURE_BY_ID["pain"], MEASURE_BY_ID["fog"]


def weeks(now: list[float], before: list[float], *, copied: bool = False) -> Answers:
    """The days up to `DAY`, and those up to four weeks before, with an outlier between them."""
    last = day_number(DAY)
    days = [last - APART - back for back in range(len(before))][::-1]
    days += [last - 14]
    days += [last - back for back in range(len(now))][::-1]
    values = np.array([*before, 10.0, *now])
    marks = np.full(values.size, copied)
    return Answers(np.array(days), values, marks, marks)


def test_the_two_weeks_stand_side_by_side_with_the_caution() -> None:
    words = week_change(PAIN, weeks([4.0] * 7, [6.0, 6.5, 6.5, 7.0]), DAY)
    assert words.startswith("7-day averages: 4.0 in the last week, 6.5 four weeks before.")
    assert "about 2 points or 30 percent" in words
    assert words.endswith("a yardstick, not a rule.")


@pytest.mark.parametrize(
    "answers",
    [
        weeks([4.0] * 3, [6.0] * 7),
        weeks([4.0] * 7, [6.0] * 3),
        weeks([4.0] * 7, [6.0] * 7, copied=True),
    ],
    ids=["a short week", "a short week before", "copies"],
)
def test_a_week_of_fewer_than_four_days_says_nothing(answers: Answers) -> None:
    assert week_change(PAIN, answers, DAY) == ""


def test_what_is_not_rated_as_pain_is_has_no_such_yardstick() -> None:
    assert week_change(FOG, weeks([4.0] * 7, [6.0] * 7), DAY) == ""


def test_a_trend_of_pain_alone_carries_it() -> None:
    answers = weeks([4.0] * 7, [6.0] * 7)
    start = DAY - timedelta(days=89)
    alone = trend_view([(PAIN, answers)], start, DAY, today=DAY)
    assert alone.weeks
    assert not trend_view([(PAIN, answers), (FOG, answers)], start, DAY, today=DAY).weeks
