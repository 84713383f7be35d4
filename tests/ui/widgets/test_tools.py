"""A screen reader toggles by Qt's `toggle`, which says `toggled` alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.area_list import AreaBox
from fibrojournal.ui.widgets.chips import Chip, ChipGroup
from fibrojournal.ui.widgets.measure_toggle import MeasureToggle
from fibrojournal.ui.widgets.nav import NavItem
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.switch import Switch

Show = Callable[..., QWidget]

CONTROLS: dict[str, Callable[[Theme], QAbstractButton]] = {
    "chip": lambda theme: Chip(theme, "rain", "Rain"),
    "measure": lambda theme: MeasureToggle(theme, MEASURE_BY_ID["pain"]),
    "area": lambda theme: AreaBox(theme, "neck", "Neck"),
    "switch": lambda theme: Switch(theme, "Reduce motion"),
    "page": lambda theme: NavItem(theme, "Today", "pencil"),
}


def heard(control: QAbstractButton) -> list[bool]:
    said: list[bool] = []
    control.clicked.connect(lambda on: said.append(bool(on)))
    return said


@pytest.mark.parametrize("name", CONTROLS)
def test_what_a_tool_toggles_is_clicked_once(theme: Theme, show: Show, name: str) -> None:
    control = CONTROLS[name](theme)
    show(control)
    said = heard(control)
    control.toggle()
    assert said == [True]
    control.setChecked(False)
    assert said == [True]
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    assert said == [True, True]


def test_a_chip_that_a_tool_ticks_is_an_answer(theme: Theme, show: Show) -> None:
    group = ChipGroup(theme, "Triggers")
    group.set_choices([("rain", "Rain"), ("noise", "Noise")], "trigger")
    show(group)
    ticked: list[tuple[str, bool]] = []
    group.ticked.connect(lambda id, on: ticked.append((id, on)))
    group.chips[1].toggle()
    group.chips[1].toggle()
    group.show_ticked({"rain": None})
    assert ticked == [("noise", True), ("noise", False)]


def test_of_several_choices_the_one_that_gave_way_says_nothing(theme: Theme, show: Show) -> None:
    ranges = Segments(theme, "Range", [("30", "30 days"), ("90", "90 days")])
    ranges.show_choice("30")
    show(ranges)
    chosen: list[str] = []
    ranges.chosen.connect(chosen.append)
    ranges.segments[1].toggle()
    assert chosen == ["90"]
    ranges.show_choice("30")
    assert chosen == ["90"]
