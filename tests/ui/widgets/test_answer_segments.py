from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.answer_segments import AnswerSegments


class Heard(list[str | None]):
    """The answers that were given."""


@pytest.fixture
def control(theme: Theme, qtbot: QtBot) -> AnswerSegments:
    control = AnswerSegments(theme, "Tea, noon", (("taken", "Taken"), ("skipped", "Skipped")))
    qtbot.addWidget(control)
    control.show()
    return control


@pytest.fixture
def heard(control: AnswerSegments) -> Heard:
    heard = Heard()
    control.answered.connect(heard.append)
    return heard


def test_nothing_is_chosen_at_first_and_readers_hear_so(control: AnswerSegments) -> None:
    assert control.answer is None
    taken, skipped = control.options
    assert not any(option.isChecked() for option in (taken, skipped))
    assert taken.accessibleName() == "Tea, noon: Taken"
    assert taken.accessibleDescription() == "not noted"


def test_space_and_arrows_choose(control: AnswerSegments, heard: Heard) -> None:
    control.options[0].setFocus()
    QTest.keyClick(control.options[0], Qt.Key.Key_Space)
    QTest.keyClick(control.options[0], Qt.Key.Key_Right)
    assert heard == ["taken", "skipped"]
    assert control.options[1].accessibleDescription() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_answer_back(control: AnswerSegments, heard: Heard, key: Qt.Key) -> None:
    control.show_answer("skipped")
    QTest.keyClick(control.options[1], key)
    QTest.keyClick(control.options[1], key)
    assert heard == [None]
    assert control.answer is None
    assert not any(option.isChecked() for option in control.options)


def test_choosing_the_same_again_takes_it_back(control: AnswerSegments, heard: Heard) -> None:
    for _turn in range(2):
        QTest.mouseClick(control.options[0], Qt.MouseButton.LeftButton)
    assert heard == ["taken", None]


def test_what_is_shown_is_told_to_nobody(control: AnswerSegments, heard: Heard) -> None:
    control.show_answer("taken")
    control.show_answer(None)
    assert heard == []


def test_other_keys_go_on_to_the_window(control: AnswerSegments, heard: Heard) -> None:
    QTest.keyClick(control.options[0], Qt.Key.Key_Q)
    assert heard == []


def test_held_still_it_says_why(control: AnswerSegments, heard: Heard) -> None:
    control.hold_still("It is only looked at.")
    control.show_answer(None)
    QTest.mouseClick(control.options[0], Qt.MouseButton.LeftButton)
    assert heard == []
    assert control.options[0].accessibleDescription() == "not noted. It is only looked at."
