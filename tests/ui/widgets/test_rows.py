from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID, MEASURES, Place
from fibrojournal.journal.questions import own_measure
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.rating import RatingScale
from fibrojournal.ui.widgets.rows import AnswerRow, NumberRow, RatingRow, link_rows

Show = Callable[..., QWidget]

ASKED = [measure.id for measure in MEASURES if measure.place is not Place.DERIVED]
HINT = "half an hour a step; − and + or the arrow keys"


def row_for(theme: Theme, measure_id: str) -> AnswerRow:
    measure = MEASURE_BY_ID[measure_id]
    if measure.scale.is_rating:
        return RatingRow(theme, measure)
    return NumberRow(theme, measure, hint=HINT)


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        ("pain", 6.0, "6 · strong"),
        ("pain", 3.3, "3.3 · mild"),
        ("pain", None, "Not answered"),
        ("activity", -1.0, "−1 · a bit less"),
        ("sleep_hours", 6.5, "6.5 h"),
    ],
)
def test_an_answer_is_a_number_with_its_word(
    theme: Theme, measure: str, value: float | None, words: str
) -> None:
    row = row_for(theme, measure)
    row.show_value(value)
    assert row.answer_text() == words


def test_a_remark_stands_after_an_answer_only(theme: Theme) -> None:
    row = row_for(theme, "sleep_hours")
    row.set_remark("short for you")
    assert row.answer_text() == "Not answered"
    row.show_value(6.5)
    assert row.answer_text() == "6.5 h · short for you"


def test_a_row_hands_its_answers_on(theme: Theme, show: Show) -> None:
    row = row_for(theme, "pain")
    show(row)
    said: list[float | None] = []
    row.answered.connect(said.append)
    row.setFocus()
    QTest.keyClick(row.control, Qt.Key.Key_6)
    row.show_value(2.0)
    assert said == [6]


def test_a_click_on_the_words_focuses_the_scale(theme: Theme, show: Show) -> None:
    other, row = row_for(theme, "pain"), row_for(theme, "stress")
    show(other, row)
    other.control.setFocus()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert row.control.hasFocus()
    assert row.control.answer is None


def test_up_and_down_go_from_row_to_row(theme: Theme, show: Show) -> None:
    rows = [row_for(theme, id) for id in ("pain", "stress", "fog")]
    link_rows(rows)
    show(*rows)
    pain, stress, fog = (row.control for row in rows)
    pain.setFocus()
    QTest.keyClick(pain, Qt.Key.Key_Up)
    assert pain.hasFocus()
    QTest.keyClick(pain, Qt.Key.Key_Down)
    assert stress.hasFocus()
    QTest.keyClick(stress, Qt.Key.Key_Down)
    QTest.keyClick(fog, Qt.Key.Key_Down)
    assert fog.hasFocus()
    QTest.keyClick(fog, Qt.Key.Key_Up)
    assert stress.hasFocus()


def test_the_name_stands_beside_the_scale_and_above_it_where_there_is_no_room(
    theme: Theme, show: Show
) -> None:
    row = row_for(theme, "pain")
    show(row, size=(760, 300))
    assert row.control.x() == 154
    row.window().resize(660, 300)
    QTest.qWaitForWindowExposed(row.window())
    assert row.control.x() == 0
    assert row.control.y() > 0


def test_the_name_stands_above_the_scale_where_text_is_large(theme: Theme, show: Show) -> None:
    row = row_for(theme, "pain")
    show(row, size=(1200, 300))
    theme.set_scale(1.3)
    assert row.control.x() == 0
    assert row.control.y() >= QFontMetrics(theme.font("label")).height()


def test_the_mock_s_sizes_hold(theme: Theme, show: Show) -> None:
    row = row_for(theme, "pain")
    show(row, size=(672 + 56, 300))
    assert (row.control.x(), row.control.y()) == (154, 0)
    assert (row.control.width(), row.control.height()) == (514, 44)
    assert row.height() == 65


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3, 2.0])
def test_a8_no_word_of_any_row_is_cut_off(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    for measure_id in ASKED:
        row = row_for(theme, measure_id)
        scale_of = row.measure.scale
        for value in (None, scale_of.low, scale_of.high):
            row.show_value(value)
            for width in (514, 672, 820):
                check_words(theme, row, width)


def check_words(theme: Theme, row: AnswerRow, width: int) -> None:
    plan = row._plan(width)
    assert plan.control.right() < width
    assert row.heightForWidth(width) == plan.height
    for place in (plan.name, plan.answer, plan.control, *(word.place for word in plan.words)):
        assert place.bottom() < plan.height
        assert 0 <= place.left() <= place.right() < width
    for role, place, text in (
        ("label", plan.name, row.measure.label),
        ("small_medium", plan.answer, row.answer_text()),
    ):
        metrics = QFontMetrics(theme.font(role))
        needed = metrics.boundingRect(place, int(Qt.TextFlag.TextWordWrap), text)
        assert needed.width() <= place.width() + 1
        assert needed.height() <= place.height() + 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a8_the_words_under_a_scale_have_room_and_do_not_touch(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    ratings = [MEASURE_BY_ID[id] for id in ASKED if MEASURE_BY_ID[id].scale.is_rating]
    for measure in ratings:
        row = RatingRow(theme, measure)
        row.show_value(measure.scale.low)
        words = row._plan(720).words
        assert [words[0].text, words[-1].text] == [measure.low_end, measure.high_end]
        inked = []
        for word in words:
            role = "caption_strong" if word.strong else "caption"
            metrics = QFontMetrics(theme.font(role))
            ink = metrics.boundingRect(word.place, word.flags, word.text)
            assert ink.width() <= word.place.width() + 1
            assert ink.height() <= word.place.height() + 1
            inked.append(ink)
        assert not any(one.intersects(other) for one, other in pairwise(inked))


def test_few_cells_have_a_word_each_and_the_chosen_one_is_bold(theme: Theme) -> None:
    row = row_for(theme, "activity")
    row.show_value(-1.0)
    words = row._plan(672).words
    assert [word.text for word in words if word.strong] == ["a bit less"]
    assert len(words) == 5
    centers = [word.place.center().x() - 154 for word in words]
    assert centers == pytest.approx([50, 153, 256, 359, 462], abs=3)


def test_a_row_changes_sides_with_the_direction_of_reading(theme: Theme, show: Show) -> None:
    row = row_for(theme, "pain")
    show(row, size=(728, 300))
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    plan = row._plan(672)
    assert row.control.geometry() == plan.control
    assert plan.control.right() == 672 - 154 - 1
    assert plan.name.left() > plan.control.right()


def test_a_hint_goes_below_the_stepper_where_there_is_no_room_beside_it(theme: Theme) -> None:
    row = row_for(theme, "sleep_hours")
    wide, narrow = row._plan(680), row._plan(360)
    assert wide.words[0].place.left() > wide.control.right()
    assert narrow.words[0].place.top() > narrow.control.bottom()


def test_a_row_without_a_hint_has_no_further_words(theme: Theme) -> None:
    assert NumberRow(theme, MEASURE_BY_ID["steps"])._plan(680).words == ()


def test_a_measure_of_ones_own_has_no_words_at_its_ends(theme: Theme) -> None:
    row = RatingRow(theme, own_measure("own:cold_hands", "Cold hands"))
    assert row._plan(680).words == ()
    assert row.heightForWidth(680) == 44


def test_a_rating_is_a_scale_and_a_number_a_stepper(theme: Theme) -> None:
    for measure_id in ASKED:
        row = row_for(theme, measure_id)
        assert isinstance(row.control, RatingScale) == row.measure.scale.is_rating
