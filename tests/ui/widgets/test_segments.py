from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.segments import Segments

Show = Callable[..., QWidget]
RANGES = [("30", "30 days"), ("90", "90 days"), ("365", "1 year"), ("all", "All")]


@pytest.fixture
def ranges(theme: Theme, show: Show) -> Segments:
    ranges = Segments(theme, "Range", RANGES)
    ranges.show_choice("90")
    before = QPushButton("before")
    show(before, ranges, QPushButton("after"))
    before.setFocus()
    return ranges


def press(*keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def test_tab_comes_to_the_chosen_one_and_leaves(ranges: Segments) -> None:
    press(Qt.Key.Key_Tab)
    assert ranges.segments[1].hasFocus()
    press(Qt.Key.Key_Tab)
    assert not any(segment.hasFocus() for segment in ranges.segments)


def test_arrows_home_and_end_choose(ranges: Segments) -> None:
    said: list[str] = []
    ranges.chosen.connect(said.append)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Up)
    press(Qt.Key.Key_Tab, *keys, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert said == ["365", "all", "30", "all", "365"]
    assert ranges.choice == "365"


def test_a_click_chooses(ranges: Segments) -> None:
    said: list[str] = []
    ranges.chosen.connect(said.append)
    QTest.mouseClick(ranges.segments[0], Qt.MouseButton.LeftButton)
    assert said == ["30"]
    assert [segment.isChecked() for segment in ranges.segments] == [True, False, False, False]


def test_showing_a_choice_tells_no_one(ranges: Segments) -> None:
    said: list[str] = []
    ranges.chosen.connect(said.append)
    ranges.show_choice("all")
    assert ranges.choice == "all"
    assert said == []


def test_a_choice_that_is_not_there_is_refused(ranges: Segments) -> None:
    with pytest.raises(KeyError):
        ranges.show_choice("7")


def test_nothing_is_chosen_at_first(theme: Theme) -> None:
    assert Segments(theme, "Range", RANGES).choice == ""
