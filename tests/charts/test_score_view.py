"""The scores of check-ins in words and as a table, with the same numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.score_view import (
    SCORES,
    Score,
    before_words,
    of_material,
    options,
    score_view,
)
from fibrojournal.journal.scoring import distress
from tests.charts.charted import (
    NOTHING,
    assert_plain,
    assert_well_drawn,
    drawn,
    material,
    scope,
    texts,
)
from tests.charts.charted import points as drawn_points
from tests.charts.diaries import answers

PSD = SCORES[0]
JANUARY, FEBRUARY, MARCH = (date(2026, month, 9) for month in (1, 2, 3))


def test_a_first_point_waits_for_a_second_one() -> None:
    view = score_view(PSD, ((MARCH, 12.0),))
    assert view.sentence == (
        "Check-ins, areas plus severity: 12 on Monday 9 March. A second one makes a line."
    )
    assert view.detail == "0 to 31."


def test_several_points_have_a_span_and_a_caution() -> None:
    view = score_view(PSD, ((JANUARY, 21.0), (FEBRUARY, 19.0), (MARCH, 20.0)))
    assert view.sentence == "Check-ins, areas plus severity: 3 times, between 19 and 21."
    assert view.detail.startswith("0 to 31. A difference between two points says little")
    assert score_view(PSD, view.points[1:2] * 2).sentence.endswith("2 times, 19 each time.")


def test_the_table_is_the_points_in_words() -> None:
    table = score_view(SCORES[-1], ((FEBRUARY, 4.0), (MARCH, 3.0))).table()
    assert table.headers == ("Day", "Overall change")
    assert table.rows == (("9 Feb 2026", "4, no change"), ("9 Mar 2026", "3, a little better"))
    assert table.days == (FEBRUARY, MARCH)


def test_a_sum_is_read_out_with_its_band() -> None:
    view = score_view(PSD, ((FEBRUARY, 4.0), (MARCH, 20.0)))
    assert view.read_out(1) == (
        "Monday 9 March 2026: Check-ins, areas plus severity 20, very severe."
    )
    assert view.day_at(0) == FEBRUARY
    assert view.opens_days


def test_the_drawn_dots_are_the_points() -> None:
    points = ((JANUARY, 21.0), (FEBRUARY, 19.0), (MARCH, 20.0))
    figure, found = drawn(score_view(PSD, points))
    assert drawn_points(figure, "score") == [(day_number(day), value) for day, value in points]
    assert drawn_points(figure, "newest") == [(day_number(MARCH), 20.0)]
    assert texts(figure, "number") == ["20", "19", "21"]
    assert found.marks.left.size == 3


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.id)
@pytest.mark.parametrize("count", [1, 2, 13, 130])
def test_every_score_is_drawn_well(score: Score, count: int) -> None:
    days = [MARCH - timedelta(days=28 * at) for at in range(count)]
    values = [float(score.low + at % (score.high - score.low + 1)) for at in range(count)]
    view = score_view(score, tuple(zip(reversed(days), values, strict=True)))
    assert_well_drawn(view)
    assert_plain(view)


def test_the_score_that_was_chosen_is_shown_else_the_first_with_points() -> None:
    made = material({score.id: NOTHING for score in SCORES} | {"gad2": gad2(), "phq2": gad2()})
    assert [option.id for option in options(made, scope())] == ["phq2", "gad2"]
    assert of_material(made, scope()).option == "phq2"
    assert of_material(made, scope(other="gad2")).option == "gad2"
    assert of_material(made, scope(other="psd")).option == "phq2"
    nothing = of_material(material({score.id: NOTHING for score in SCORES}), scope())
    assert nothing.is_empty
    assert_plain(nothing)


def gad2() -> Answers:
    return answers({3: 2.0, 40: 4.0})


def test_the_words_at_the_right_stand_in_the_bands_of_the_rule() -> None:
    for height, word in PSD.words:
        assert distress(int(height)).label == word
    assert PSD.ticks == (0, 4, 8, 12, 20, 31)


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.id)
def test_an_axis_is_the_whole_scale(score: object) -> None:
    found = next(one for one in SCORES if one is score)
    assert (found.low, found.high) == (found.measure.scale.low, found.measure.scale.high)
    assert (found.ticks[0], found.ticks[-1]) == (found.low, found.high)


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        ([], ""),
        ([20.0], "The one before was 20."),
        ([20.0, 20.0], "The 2 before were 20 each."),
        ([19.0, 22.0, 20.0], "The 3 before lay between 19 and 22."),
    ],
)
def test_the_sums_before(earlier: list[float], words: str) -> None:
    assert before_words(earlier) == words
