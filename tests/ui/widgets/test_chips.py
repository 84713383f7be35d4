from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fibrojournal.journal.triggers import TRIGGERS
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chips import AddChip, ChipGroup

Show = Callable[..., QWidget]
NINE = [(trigger.id, trigger.label) for trigger in TRIGGERS[:9]]


@pytest.fixture
def group(theme: Theme, show: Show) -> ChipGroup:
    group = ChipGroup(theme, "What was in your day?", "Add your own")
    before, after = QPushButton("before"), QPushButton("after")
    show(before, group, after, size=(728, 300))
    group.set_choices(NINE, "trigger")
    before.setFocus()
    return group


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def name() -> str:
    widget = focused()
    return getattr(widget, "id", "") or widget.property("text")


def test_the_group_is_one_tab_stop_where_it_stands(group: ChipGroup) -> None:
    press(Qt.Key.Key_Tab)
    assert name() == "overdid_it"
    press(Qt.Key.Key_Tab)
    assert name() == "after"
    press(Qt.Key.Key_Backtab)
    assert name() == "overdid_it"
    press(Qt.Key.Key_Backtab)
    assert name() == "before"


def test_it_stays_where_it_stands_when_its_chips_change(group: ChipGroup) -> None:
    group.set_choices([(t.id, t.label) for t in TRIGGERS], "trigger")
    press(Qt.Key.Key_Tab)
    assert name() == "overdid_it"
    press(Qt.Key.Key_Tab)
    assert name() == "after"


def test_tab_comes_back_to_the_chip_that_was_left(group: ChipGroup) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
    assert name() == "stressful_event"


def test_arrows_home_and_end_move_without_setting(group: ChipGroup) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Left)
    assert name() == "overdid_it"
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert name() == "weather_change"
    press(Qt.Key.Key_End)
    assert isinstance(focused(), AddChip)
    press(Qt.Key.Key_Right)
    assert isinstance(focused(), AddChip)
    press(Qt.Key.Key_Home)
    assert name() == "overdid_it"
    assert not any(chip.isChecked() for chip in group.chips)


def test_up_and_down_go_to_the_nearest_chip_of_the_next_line(group: ChipGroup) -> None:
    press(Qt.Key.Key_Tab, Qt.Key.Key_Up)
    assert name() == "overdid_it"
    press(Qt.Key.Key_Down)
    below = focused()
    assert below.y() > group.chips[0].y()
    assert below.x() == group.chips[0].x()
    press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert name() == "overdid_it"


def test_arrows_follow_the_direction_of_reading(group: ChipGroup) -> None:
    group.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.qWait(10)
    assert group.chips[0].x() > group.chips[1].x()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Left)
    assert name() == "stressful_event"


def test_keys_with_ctrl_or_alt_are_left_to_the_window(group: ChipGroup) -> None:
    press(Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert name() == "overdid_it"


def test_space_and_a_click_set_and_tell(group: ChipGroup) -> None:
    said: list[tuple[str, bool]] = []
    group.ticked.connect(lambda id, checked: said.append((id, checked)))
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Space)
    edge = QPoint(4, group.chips[1].height() // 2)
    QTest.mouseClick(group.chips[1], Qt.MouseButton.LeftButton, pos=edge)
    assert said == [("overdid_it", True), ("overdid_it", False), ("stressful_event", True)]


def test_showing_ticks_tells_no_one(group: ChipGroup) -> None:
    said: list[object] = []
    group.ticked.connect(lambda *what: said.append(what))
    group.show_ticked({"travel": None})
    assert [chip.id for chip in group.chips if chip.isChecked()] == ["travel"]
    group.show_ticked({})
    assert not any(chip.isChecked() for chip in group.chips)
    assert said == []


def test_the_last_pill_asks_for_one_of_ones_own(group: ChipGroup) -> None:
    asked: list[bool] = []
    group.add_requested.connect(lambda: asked.append(True))
    press(Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_Space)
    assert asked == [True]


def test_the_rest_is_offered_before_it_and_no_longer_without_a_label(group: ChipGroup) -> None:
    asked: list[bool] = []
    group.rest_requested.connect(lambda: asked.append(True))
    group.offer_rest("Show 6 more")
    press(Qt.Key.Key_Tab, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert name() == "Show 6 more"
    press(Qt.Key.Key_Space)
    assert asked == [True]
    group.offer_rest("")
    group.chips[0].setFocus()
    press(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert name() == "good_company"


def test_a_hidden_chip_takes_no_room(group: ChipGroup) -> None:
    first, second = group.chips[:2]
    first.hide()
    QTest.qWait(10)
    assert second.pos() == QPoint(0, 0)


def test_no_chip_moves_when_another_is_set(group: ChipGroup) -> None:
    before = [chip.geometry() for chip in group.chips]
    group.show_ticked({id: None for id, _ in NINE})
    QTest.qWait(10)
    assert [chip.geometry() for chip in group.chips] == before


@pytest.mark.parametrize("width", [300, 500, 900])
def test_chips_fill_lines_without_touching_and_as_high_as_told(
    theme: Theme, show: Show, width: int
) -> None:
    group = ChipGroup(theme, "What was in your day?", "Add your own")
    group.set_choices(NINE, "trigger")
    show(group, size=(width, 900))
    places = [chip.geometry() for chip in group.chips]
    for index, place in enumerate(places):
        assert group.rect().contains(place)
        assert not any(place.intersects(other) for other in places[index + 1 :])
    assert group.heightForWidth(group.width()) == group.height()


def test_nine_chips_stand_in_two_lines_on_today(group: ChipGroup) -> None:
    assert group.width() == 672
    assert len({chip.y() for chip in group.chips}) == 2
