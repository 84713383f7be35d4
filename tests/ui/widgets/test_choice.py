from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.choice import Choice
from tests.ui.wheel import wheel_over

Show = Callable[..., QWidget]
COPIES = ["Wednesday 11 March, 21:04", "Tuesday 10 March, 21:30"]


def choice(theme: Theme, show: Show) -> Choice:
    made = Choice(theme, "Backup to look at", "server")
    made.addItems(COPIES)
    show(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def test_arrows_choose_and_the_list_opens_with_rows_for_fingers(theme: Theme, show: Show) -> None:
    copies = choice(theme, show)
    QTest.keyClick(copies, Qt.Key.Key_Down)
    assert copies.currentText() == COPIES[1]
    copies.showPopup()
    view = copies.view()
    assert all(view.sizeHintForRow(row) >= 44 for row in range(2))
    assert not view.grab().isNull()
    copies.hidePopup()


def test_it_is_drawn_in_either_direction_of_reading(theme: Theme, show: Show) -> None:
    copies = choice(theme, show)
    plain = copies.grab().toImage()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert copies.grab().toImage() != plain
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_wheel_chooses_nothing(theme: Theme, show: Show) -> None:
    copies = choice(theme, show)
    turn = wheel_over(copies, QPoint(5, 5), -1)
    QApplication.sendEvent(copies, turn)
    assert not turn.isAccepted()
    assert copies.currentText() == COPIES[0]


def test_it_is_as_high_as_what_is_chosen_and_no_higher(theme: Theme, show: Show) -> None:
    backups = choice(theme, show)
    backups.addItem("A copy with a name of many words " * 8)
    assert backups.sizeHint().height() == 44
    backups.setCurrentIndex(2)
    assert backups.sizeHint().height() > 44
