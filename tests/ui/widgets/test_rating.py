from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleValueInterface, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets import rating
from fibrojournal.ui.widgets.rating import RatingScale
from tests.ui.wheel import wheel_over

Show = Callable[..., QWidget]
Text = QAccessible.Text


class Asked:
    """A scale in an active window, with what it said."""

    def __init__(self, scale: RatingScale) -> None:
        self.scale = scale
        self.said: list[float | None] = []
        scale.answered.connect(self.said.append)
        scale.setFocus()

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.scale, key)
            else:
                QTest.keyClick(self.scale, key)

    def spot(self, value: int) -> QPoint:
        return self.scale.cell_place(value).center().toPoint()

    def click(self, value: int) -> None:
        QTest.mouseClick(self.scale, Qt.MouseButton.LeftButton, pos=self.spot(value))

    @property
    def tool(self) -> QAccessibleValueInterface:
        return QAccessible.queryAccessibleInterface(self.scale).valueInterface()

    @property
    def description(self) -> str:
        return QAccessible.queryAccessibleInterface(self.scale).text(Text.Description)


@pytest.fixture
def ask(theme: Theme, show: Show) -> Callable[[str], Asked]:
    def ask_one(measure_id: str) -> Asked:
        scale = RatingScale(theme, MEASURE_BY_ID[measure_id])
        show(scale)
        return Asked(scale)

    return ask_one


@pytest.fixture
def pain(ask: Callable[[str], Asked]) -> Asked:
    return ask("pain")


@pytest.fixture
def activity(ask: Callable[[str], Asked]) -> Asked:
    return ask("activity")


def test_a6_a_digit_sets_the_rating(pain: Asked) -> None:
    pain.press(*"234567890")
    assert pain.said == [2, 3, 4, 5, 6, 7, 8, 9, 0]
    assert pain.scale.answer == 0


def test_a6_one_then_zero_gives_ten_however_long_the_pause(pain: Asked) -> None:
    pain.press("1")
    QTest.qWait(300)
    pain.scale.show_value(1.0)  # the journal tells that it is saved
    pain.press("0")
    assert pain.said == [1, 10]


def test_zero_after_ten_is_zero(pain: Asked) -> None:
    pain.press("1", "0", "0")
    assert pain.said == [1, 10, 0]


def test_a6_one_then_zero_gives_zero_after_the_focus_was_away(theme: Theme, show: Show) -> None:
    scales = [RatingScale(theme, MEASURE_BY_ID[id]) for id in ("pain", "stress")]
    show(*scales)
    first, second = (Asked(scale) for scale in scales)

    first.scale.setFocus()
    first.press("1", Qt.Key.Key_Tab)
    assert second.scale.hasFocus()
    second.press("0", Qt.Key.Key_Backtab)
    first.press("0")

    assert first.said == [1, 0]
    assert second.said == [0]


@pytest.mark.parametrize("between", [Qt.Key.Key_Left, Qt.Key.Key_Up])
def test_another_key_between_one_and_zero_parts_them(pain: Asked, between: Qt.Key) -> None:
    pain.press("1", between, "0")
    assert pain.scale.answer == 0


def test_one_then_zero_are_two_answers_after_an_undo(pain: Asked) -> None:
    pain.press("1")
    pain.scale.show_value(None)
    pain.press("0")
    assert pain.scale.answer == 0


def test_a_key_that_sets_the_same_value_is_an_answer_too(pain: Asked) -> None:
    pain.scale.show_value(6.0)
    pain.press("6")
    assert pain.said == [6]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right])
@pytest.mark.parametrize("measure", ["pain", "activity"])
def test_an_arrow_from_not_answered_gives_zero(
    ask: Callable[[str], Asked], measure: str, key: Qt.Key
) -> None:
    asked = ask(measure)
    asked.press(key)
    assert asked.said == [0]


def test_an_arrow_from_not_answered_gives_the_low_end_of_a_scale_without_zero(
    ask: Callable[[str], Asked],
) -> None:
    stool = ask("stool_form")
    stool.press(Qt.Key.Key_Right)
    assert stool.said == [1]


def test_arrows_step_and_stop_at_the_ends(pain: Asked) -> None:
    pain.scale.show_value(9.0)
    pain.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert pain.said == [10, 9]


def test_arrows_follow_the_direction_of_reading(pain: Asked) -> None:
    pain.scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pain.scale.show_value(4.0)
    pain.press(Qt.Key.Key_Left)
    pain.click(0)

    assert pain.said == [5, 0]
    assert pain.scale.cell_place(0).left() > pain.scale.cell_place(10).left()


def test_home_and_end_go_to_the_ends(pain: Asked, activity: Asked) -> None:
    pain.press(Qt.Key.Key_End, Qt.Key.Key_Home)
    activity.press(Qt.Key.Key_End, Qt.Key.Key_Home)

    assert pain.said == [10, 0]
    assert activity.said == [2, -2]


def test_zero_is_the_usual_activity_and_digits_off_the_scale_do_nothing(activity: Asked) -> None:
    activity.press("0", "7")
    assert activity.said == [0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_and_backspace_clear(pain: Asked, key: Qt.Key) -> None:
    pain.scale.show_value(6.0)
    pain.press(key, key)

    assert pain.said == [None]
    assert pain.scale.answer is None
    assert pain.description == "not answered"


def test_up_and_down_leave_the_row_and_answer_nothing(pain: Asked) -> None:
    left: list[int] = []
    pain.scale.left_row.connect(left.append)
    pain.press(Qt.Key.Key_Up, Qt.Key.Key_Down)

    assert left == [-1, 1]
    assert pain.said == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_of_the_page_pass(pain: Asked, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    pain.scale.show_value(5.0)
    QTest.keyClick(pain.scale, key, modifier)
    assert pain.said == []


@pytest.mark.parametrize("value", [0, 6, 10])
def test_a_click_on_a_cell_answers(pain: Asked, value: int) -> None:
    pain.click(value)
    assert pain.said == [value]


def test_a_click_between_two_cells_answers_one_of_them(pain: Asked) -> None:
    gap = QPoint(int(pain.scale.cell_place(3).right()) + 1, 5)
    QTest.mouseClick(pain.scale, Qt.MouseButton.LeftButton, pos=gap)
    assert pain.said in ([3], [4])


def test_a_drag_answers_nothing(pain: Asked) -> None:
    QTest.mousePress(pain.scale, Qt.MouseButton.LeftButton, pos=pain.spot(2))
    QTest.mouseMove(pain.scale, pos=pain.spot(7))
    QTest.mouseRelease(pain.scale, Qt.MouseButton.LeftButton, pos=pain.spot(7))
    QTest.mousePress(pain.scale, Qt.MouseButton.LeftButton, pos=pain.spot(2))
    QTest.mouseRelease(pain.scale, Qt.MouseButton.LeftButton, pos=QPoint(20, 500))
    QTest.mouseClick(pain.scale, Qt.MouseButton.RightButton, pos=pain.spot(2))

    assert pain.said == []


def test_the_cell_under_the_pointer_is_marked(pain: Asked) -> None:
    plain = pain.scale.grab().toImage()
    place = QPointF(pain.spot(7))
    QApplication.sendEvent(pain.scale, QEnterEvent(place, place, place))
    assert pain.scale.grab().toImage() != plain
    QApplication.sendEvent(pain.scale, QEvent(QEvent.Type.Leave))
    assert pain.scale.grab().toImage() == plain


def test_the_wheel_writes_nothing_and_is_left_to_the_page(pain: Asked) -> None:
    wheel = wheel_over(pain.scale, pain.spot(5), 1)
    QApplication.sendEvent(pain.scale, wheel)

    assert pain.said == []
    assert not wheel.isAccepted()


def test_showing_a_value_tells_no_one(pain: Asked) -> None:
    pain.scale.show_value(6.0)
    pain.scale.show_value(None)
    assert pain.said == []


def test_assistive_tools_can_set_zero(pain: Asked) -> None:
    pain.tool.setCurrentValue(0)
    assert pain.said == [0]


def test_assistive_tools_cannot_clear(pain: Asked) -> None:
    pain.scale.show_value(4.0)
    pain.tool.setCurrentValue(-1)

    assert pain.said == []
    assert pain.scale.value() == 4


def test_the_description_follows_the_answer(pain: Asked, activity: Asked) -> None:
    assert pain.description == "not answered"
    pain.press("6")
    assert pain.description == "6, strong"
    activity.scale.show_value(-1.0)
    assert activity.description == "minus 1, a bit less"


def test_tools_hear_of_a_change_within_a_cell_too(
    pain: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []
    monkeypatch.setattr(rating, "announce_value", lambda _scale, value: told.append(value))
    pain.scale.show_value(3.3)
    pain.scale.show_value(3.0)
    pain.scale.show_value(3.0)
    assert told == [3]


def test_a_value_between_steps_shows_in_the_nearest_cell_and_stays_as_it_is(pain: Asked) -> None:
    pain.scale.show_value(3.3)

    assert pain.scale.value() == 3
    assert pain.scale.answer == 3.3
    assert pain.description == "3.3, mild"
    pain.scale.show_value(3.0)  # the same cell, another answer
    assert pain.description == "3, mild"
    assert pain.said == []


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Left, 3), (Qt.Key.Key_Right, 4)])
def test_arrows_from_between_steps_go_to_the_next_step(
    pain: Asked, key: Qt.Key, value: int
) -> None:
    pain.scale.show_value(3.3)
    pain.press(key)
    assert pain.said == [value]


@pytest.mark.parametrize("measure", ["pain", "activity", "stool_form"])
def test_it_is_a_slider_with_a_name(ask: Callable[[str], Asked], measure: str) -> None:
    interface = QAccessible.queryAccessibleInterface(ask(measure).scale)

    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(Text.Name).startswith(MEASURE_BY_ID[measure].label)


@pytest.mark.parametrize("measure", ["pain", "activity", "stool_form"])
def test_a1_every_cell_is_at_least_44_px_each_way(theme: Theme, measure: str) -> None:
    asked = RatingScale(theme, MEASURE_BY_ID[measure])
    for scale in (0.9, 1.0, 2.0):
        theme.set_scale(scale)
        asked.resize(asked.minimumSizeHint())
        for value in range(int(asked.measure.scale.low), int(asked.measure.scale.high) + 1):
            assert asked.cell_place(value).width() >= 44
            assert asked.cell_place(value).height() >= 44


def test_an_answer_from_elsewhere_is_hollow_and_says_so(ask: Callable[[str], Asked]) -> None:
    asked = ask("pain")
    corner = asked.spot(6) - QPoint(12, 12)
    asked.scale.show_value(6)
    solid = asked.scale.grab().toImage().pixelColor(corner)
    asked.scale.show_value(6, "from yesterday")
    assert asked.scale.grab().toImage().pixelColor(corner) != solid
    assert asked.description == "6, strong, from yesterday"


def test_giving_the_same_answer_makes_it_one_of_the_day(ask: Callable[[str], Asked]) -> None:
    asked = ask("pain")
    asked.scale.show_value(6, "from yesterday")
    asked.press("6")
    assert asked.said == [6]
    assert asked.scale.source == ""
    assert asked.description == "6, strong"
