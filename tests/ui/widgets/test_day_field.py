"""A field for a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_field import DayField
from tests.ui.wheel import wheel_over
from tests.ui.widgets.conftest import Show

DAY, LAST = date(2026, 3, 12), date(2026, 12, 31)


def test_a_part_of_the_date_is_marked_only_while_one_types_there(theme: Theme, show: Show) -> None:
    before, field, after = QPushButton("before"), DayField(theme, "Day"), QPushButton("after")
    show(before, field, after)
    before.setFocus()
    field.show_day(DAY, LAST)
    assert not field.lineEdit().hasSelectedText()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert field.lineEdit().hasSelectedText()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert not field.lineEdit().hasSelectedText()


def test_the_wheel_changes_no_date_and_takes_no_focus(theme: Theme, show: Show) -> None:
    before, field = QPushButton("before"), DayField(theme, "Day")
    show(before, field)
    before.setFocus()
    field.show_day(DAY, LAST)
    turn = wheel_over(field, QPoint(5, 5), -1)
    QApplication.sendEvent(field, turn)
    assert not turn.isAccepted()
    assert field.day == DAY
    assert before.hasFocus()
