from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.stepper import Stepper
from tests.ui.wheel import wheel_over

Show = Callable[..., QWidget]
Text = QAccessible.Text


class Asked:
    """A stepper in an active window, with what it said."""

    def __init__(self, stepper: Stepper) -> None:
        self.stepper = stepper
        self.said: list[float | None] = []
        stepper.answered.connect(self.said.append)
        stepper.setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.stepper, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.stepper, text)

    def click(self, place: QPoint) -> None:
        QTest.mouseClick(self.stepper, Qt.MouseButton.LeftButton, pos=place)

    @property
    def minus(self) -> QPoint:
        return QPoint(22, 23)

    @property
    def plus(self) -> QPoint:
        return QPoint(self.stepper.width() - 22, 23)


@pytest.fixture
def ask(theme: Theme, show: Show) -> Callable[..., Asked]:
    def ask_one(measure: str = "sleep_hours", start: float | None = None) -> Asked:
        stepper = Stepper(theme, MEASURE_BY_ID[measure], start=start)
        show(stepper, QPushButton("next"))
        return Asked(stepper)

    return ask_one


@pytest.fixture
def hours(ask: Callable[..., Asked]) -> Asked:
    return ask()


def test_it_starts_unanswered(hours: Asked) -> None:
    assert hours.stepper.answer is None
    assert hours.stepper.text() == "–"
    assert hours.said == []


def test_a_typed_number_is_the_answer(hours: Asked) -> None:
    hours.type("6.5")
    assert hours.said[-1] == 6.5
    hours.press(Qt.Key.Key_Tab)
    assert hours.stepper.text() == "6.5 h"


def test_a_comma_is_as_good_as_a_point(hours: Asked) -> None:
    hours.type("6,5")
    hours.press(Qt.Key.Key_Tab)
    assert hours.stepper.answer == 6.5
    assert hours.stepper.text() == "6.5 h"


def test_typing_replaces_what_was_there(hours: Asked) -> None:
    hours.stepper.show_value(8.0)
    hours.stepper.selectAll()
    hours.type("6")
    assert hours.said == [6]


@pytest.mark.parametrize("text", ["-1", "x", "h"])
def test_what_is_no_number_on_the_scale_does_not_enter(hours: Asked, text: str) -> None:
    hours.stepper.show_value(7.0)
    hours.stepper.selectAll()
    hours.type(text)
    assert all(answer is None or 0 <= answer <= 24 for answer in hours.said)
    assert "-" not in hours.stepper.text()


def test_a_number_beyond_the_scale_stops_short(hours: Asked) -> None:
    hours.type("99")
    hours.press(Qt.Key.Key_Tab)
    assert hours.stepper.answer == 9


def test_up_and_down_go_half_an_hour(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    hours.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert hours.said == [7, 7.5, 7]


def test_steps_stop_at_the_ends(hours: Asked) -> None:
    hours.stepper.show_value(0.0)
    hours.press(Qt.Key.Key_Down)
    hours.stepper.show_value(24.0)
    hours.press(Qt.Key.Key_Up)
    assert hours.said == []


def test_a_step_from_between_two_goes_to_the_next(hours: Asked) -> None:
    hours.stepper.show_value(6.33)
    assert hours.stepper.text() == "6.33 h"
    hours.press(Qt.Key.Key_Up)
    hours.stepper.show_value(6.33)
    hours.press(Qt.Key.Key_Down)
    assert hours.said == [6.5, 6]


def test_the_first_step_goes_to_the_start(ask: Callable[..., Asked]) -> None:
    plain, usual = ask(), ask(start=7.0)
    plain.press(Qt.Key.Key_Up)
    usual.press(Qt.Key.Key_Down)
    assert plain.said == [0]
    assert usual.said == [7]


def test_delete_clears(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    hours.press(Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert hours.said == [None]
    assert hours.stepper.text() == "–"


def test_emptying_the_field_clears(hours: Asked) -> None:
    hours.stepper.show_value(6.0)
    hours.stepper.selectAll()
    hours.press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    assert hours.said == [None]
    assert hours.stepper.text() == "–"


def test_the_ends_step(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    hours.click(hours.plus)
    hours.click(hours.minus)
    hours.click(hours.minus)
    assert hours.said == [7, 6.5, 6]


def test_a_drag_off_an_end_does_nothing(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(hours.stepper, left, pos=hours.plus)
    QTest.mouseRelease(hours.stepper, left, pos=hours.minus)
    QTest.mouseClick(hours.stepper, Qt.MouseButton.RightButton, pos=hours.plus)
    assert hours.said == []


def test_both_ends_are_44_px(hours: Asked) -> None:
    for sign in (-1, 1):
        place = hours.stepper._end_place(sign)
        assert place.width() >= 44
        assert place.height() >= 44


def test_the_wheel_writes_nothing_and_is_left_to_the_page(hours: Asked) -> None:
    wheel = wheel_over(hours.stepper, QPoint(100, 20), 1)
    QApplication.sendEvent(hours.stepper, wheel)
    assert hours.said == []
    assert not wheel.isAccepted()


def test_showing_a_value_tells_no_one(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    hours.stepper.show_value(None)
    assert hours.said == []


def test_readers_hear_the_unit_in_full(hours: Asked) -> None:
    interface = QAccessible.queryAccessibleInterface(hours.stepper)
    assert interface.role() == QAccessible.Role.SpinBox
    assert interface.text(Text.Name) == "Hours slept"
    assert interface.text(Text.Description) == "not answered"
    assert interface.text(Text.Value) == "not answered"
    hours.stepper.show_value(6.5)
    assert interface.text(Text.Description) == "6.5 hours"
    assert interface.text(Text.Value) == "6.5"


def test_assistive_tools_can_answer(hours: Asked) -> None:
    tool = QAccessible.queryAccessibleInterface(hours.stepper).valueInterface()
    tool.setCurrentValue(7.5)
    assert hours.said == [7.5]


def test_assistive_tools_cannot_clear(hours: Asked) -> None:
    hours.stepper.show_value(6.5)
    tool = QAccessible.queryAccessibleInterface(hours.stepper).valueInterface()
    tool.setCurrentValue(tool.minimumValue())
    assert None not in hours.said
    assert hours.stepper.answer is not None


@pytest.mark.parametrize("measure", ["temperature_c", "steps", "awakenings", "stiffness_minutes"])
def test_every_number_of_the_diary_can_be_typed(ask: Callable[..., Asked], measure: str) -> None:
    asked = ask(measure)
    number = {"temperature_c": "36.8", "steps": "12345"}.get(measure, "7")
    asked.type(number)
    assert asked.said[-1] == float(number)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("measure", ["sleep_hours", "temperature_c", "steps", "hrv_sdnn"])
def test_the_longest_number_fits_between_the_ends(theme: Theme, measure: str, scale: float) -> None:
    theme.set_scale(scale)
    stepper = Stepper(theme, MEASURE_BY_ID[measure])
    stepper.resize(stepper.sizeHint())
    stepper.show_value(stepper.measure.scale.high)
    words = stepper.fontMetrics().horizontalAdvance(stepper.text())
    assert words <= stepper.lineEdit().width()


def test_a_number_from_elsewhere_says_so_until_it_is_changed(hours: Asked) -> None:
    hours.stepper.show_value(7, "from yesterday")
    assert hours.stepper.accessibleDescription() == "7 hours, from yesterday"
    hours.press(Qt.Key.Key_Up)
    assert hours.stepper.source == ""
    assert hours.stepper.accessibleDescription() == "7.5 hours"


def test_no_number_is_marked_while_there_is_none(hours: Asked) -> None:
    hours.press(Qt.Key.Key_Tab)
    hours.stepper.setFocus(Qt.FocusReason.TabFocusReason)
    assert not hours.stepper.lineEdit().hasSelectedText()
    hours.type("7")
    assert hours.stepper.answer == 7
