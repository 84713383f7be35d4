"""A question with a few cells: answered by keys or clicks, left blank, and named for readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.journal.check_in_measures import CHECK_IN_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.short_scale import ShortScale, first_blank


@pytest.fixture
def tired(theme: Theme, qtbot: QtBot) -> ShortScale:
    scale = ShortScale(theme, CHECK_IN_BY_ID["sss_fatigue"])
    qtbot.addWidget(scale)
    scale.show()
    qtbot.waitExposed(scale)
    scale.stop.setFocus()
    return scale


@pytest.fixture
def headaches(theme: Theme, qtbot: QtBot) -> ShortScale:
    item = CHECK_IN_BY_ID["sss_headache"]
    scale = ShortScale(theme, item, numbers=False, keys="yn", order=(1, 0))
    qtbot.addWidget(scale)
    return scale


def given(scale: ShortScale) -> list[int | None]:
    answers: list[int | None] = []
    scale.answered.connect(answers.append)
    return answers


def test_a_digit_answers(tired: ShortScale) -> None:
    answers = given(tired)
    QTest.keyClicks(tired.stop, "2")
    assert (answers, tired.answer) == ([2], 2)
    assert tired.stop.id == "2"


def test_a_digit_off_the_scale_is_nothing(tired: ShortScale) -> None:
    answers = given(tired)
    QTest.keyClicks(tired.stop, "4")
    assert answers == []


def test_arrows_answer_with_the_next_cell(tired: ShortScale) -> None:
    answers = given(tired)
    QTest.keyClicks(tired.stop, "1")
    QTest.keyClick(tired.stop, Qt.Key.Key_Right)
    assert answers == [1, 2]


def test_delete_leaves_it_blank_again(tired: ShortScale) -> None:
    tired.show_answer(3)
    answers = given(tired)
    QTest.keyClick(tired.stop, Qt.Key.Key_Delete)
    QTest.keyClick(tired.stop, Qt.Key.Key_Backspace)
    assert (answers, tired.answer) == ([None], None)


def test_a_second_click_keeps_the_answer(tired: ShortScale) -> None:
    cell = tired.options[1]
    for _click in range(2):
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert tired.answer == 1


def test_keys_with_control_are_the_windows(tired: ShortScale) -> None:
    answers = given(tired)
    QTest.keyClick(tired.stop, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert answers == []


def test_y_and_n_answer_yes_and_no(headaches: ShortScale) -> None:
    answers = given(headaches)
    QTest.keyClicks(headaches.stop, "n")
    QTest.keyClicks(headaches.stop, "y")
    assert answers == [0, 1]


def test_readers_hear_question_and_answer(tired: ShortScale, headaches: ShortScale) -> None:
    assert tired.options[2].accessibleName() == "Tiredness: 2, moderate"
    assert headaches.options[0].accessibleName() == "Headaches: yes"
    assert headaches.accessibleName() == "Headaches"


def test_the_first_blank_one_comes_first(tired: ShortScale, headaches: ShortScale) -> None:
    assert first_blank([tired, headaches]) is tired
    tired.show_answer(0)
    assert first_blank([tired, headaches]) is headaches
    headaches.show_answer(0)
    assert first_blank([tired, headaches]) is tired


def test_one_that_is_held_still_takes_nothing(tired: ShortScale) -> None:
    tired.hold_still("Another window writes.")
    assert not tired.options[0].isEnabled()
    assert tired.options[0].accessibleDescription() == "Another window writes."
