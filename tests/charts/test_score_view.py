"""The scores of check-ins in words and as a table, with the same numbers."""

from __future__ import annotations

from datetime import date

import pytest

from fibrojournal.charts.score_view import SCORES, ScoreView, before_words
from fibrojournal.journal.scoring import distress

PSD = SCORES[0]
JANUARY, FEBRUARY, MARCH = (date(2026, month, 9) for month in (1, 2, 3))


def test_a_first_point_waits_for_a_second_one() -> None:
    view = ScoreView(PSD, ((MARCH, 12.0),))
    assert view.sentence == (
        "Check-ins, areas plus severity: 12 on Monday 9 March. A second one makes a line."
    )
    assert view.detail == "0 to 31."


def test_several_points_have_a_span_and_a_caution() -> None:
    view = ScoreView(PSD, ((JANUARY, 21.0), (FEBRUARY, 19.0), (MARCH, 20.0)))
    assert view.sentence == "Check-ins, areas plus severity: 3 times, between 19 and 21."
    assert view.detail.startswith("0 to 31. A difference between two points says little")
    assert ScoreView(PSD, view.points[1:2] * 2).sentence.endswith("2 times, 19 each time.")


def test_the_table_is_the_points_newest_first_in_words() -> None:
    change = SCORES[-1]
    view = ScoreView(change, ((FEBRUARY, 4.0), (MARCH, 3.0)))
    assert view.headers == ("Day", "Overall change")
    assert view.rows == (
        ("Monday 9 March 2026", "3, a little better"),
        ("Monday 9 February 2026", "4, no change"),
    )


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
