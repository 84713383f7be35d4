from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.pills import Pills

Show = Callable[..., QWidget]
KINDS = [("flu", "Flu"), ("trip", "Trip"), ("else", "Something else")]


@pytest.fixture
def pills(theme: Theme, show: Show) -> Pills:
    pills = Pills(theme, "Kind", KINDS)
    before = QPushButton("before")
    show(before, pills)
    before.setFocus()
    return pills


def test_nothing_is_chosen_until_someone_chooses(pills: Pills) -> None:
    assert pills.choice == ""
    QTest.mouseClick(pills.options[1], Qt.MouseButton.LeftButton)
    assert pills.choice == "trip"


def test_a_choice_can_be_taken_away_and_made_again(pills: Pills) -> None:
    pills.show_choice("else")
    pills.show_none()
    assert pills.choice == ""
    pills.options[0].click()
    pills.options[2].click()
    assert [one.isChecked() for one in pills.options] == [False, False, True]


def test_tab_comes_to_the_first_where_none_is_chosen(pills: Pills) -> None:
    pills.show_choice("else")
    pills.show_none()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert pills.options[0].hasFocus()


def test_a_chosen_pill_keeps_its_neighbours_in_place(pills: Pills) -> None:
    before = [one.geometry() for one in pills.options]
    pills.options[0].click()
    assert [one.geometry() for one in pills.options] == before
