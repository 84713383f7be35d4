from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.rows import RatingRow
from fibrojournal.ui.widgets.scroll import ScrollPage

Show = Callable[..., QWidget]


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> ScrollPage:
    """Twelve ratings on a page where four have room."""
    area, sheet = ScrollPage(theme), QWidget()
    column = QVBoxLayout(sheet)
    area.rows = [RatingRow(theme, MEASURE_BY_ID["pain"]) for _ in range(12)]  # type: ignore[attr-defined]
    for row in area.rows:  # type: ignore[attr-defined]
        column.addWidget(row)
    area.show_page(sheet)
    area.resize(740, 320)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


def rows(page: ScrollPage) -> list[RatingRow]:
    return page.rows  # type: ignore[attr-defined,no-any-return]


def test_it_takes_no_focus(page: ScrollPage) -> None:
    assert page.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert page.viewport().focusPolicy() == Qt.FocusPolicy.NoFocus


def test_the_focused_control_comes_into_sight(page: ScrollPage) -> None:
    rows(page)[9].control.setFocus(Qt.FocusReason.OtherFocusReason)
    place = rows(page)[9].control.mapTo(page.viewport(), QPoint(0, 0))
    assert 0 <= place.y() <= page.viewport().height() - 44


def test_the_page_stays_under_a_pressed_button(page: ScrollPage) -> None:
    control = rows(page)[4].control
    edge = page.viewport().height() - control.mapTo(page.viewport(), QPoint(0, 0)).y() - 4
    page.verticalScrollBar().setValue(max(0, 30 - edge))
    before = page.verticalScrollBar().value()
    QTest.mousePress(control, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert control.hasFocus()
    assert page.verticalScrollBar().value() == before
    QTest.mouseRelease(control, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert control.answer == 0


def test_a_control_taller_than_the_page_does_not_jump(theme: Theme, qtbot: QtBot) -> None:
    area, sheet = ScrollPage(theme), QWidget()
    column = QVBoxLayout(sheet)
    first, text = TextButton(theme, "first"), QPlainTextEdit("word " * 3000)
    text.setFixedHeight(2000)
    column.addWidget(first)
    column.addWidget(text)
    area.show_page(sheet)
    area.resize(400, 300)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    first.setFocus()
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    assert area.verticalScrollBar().value() == 0


def test_page_keys_reach_it_from_a_rating(page: ScrollPage) -> None:
    rows(page)[0].control.setFocus()
    QTest.keyClick(rows(page)[0].control, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


def test_there_is_no_horizontal_bar_and_the_gutter_is_always_there(page: ScrollPage) -> None:
    assert not page.horizontalScrollBar().isVisible()
    assert page.viewport().width() == page.width() - ScrollPage.GUTTER
    page.resize(740, 2000)
    assert page.verticalScrollBar().maximum() == 0
    assert page.viewport().width() == page.width() - ScrollPage.GUTTER


def test_the_page_is_as_high_as_it_needs_at_its_width(page: ScrollPage) -> None:
    page.resize(900, 300)
    QTest.qWait(10)
    last = rows(page)[-1]
    sheet = page.widget()
    assert sheet is not None
    end = last.mapTo(sheet, QPoint(0, last.height())).y()
    assert 0 < sheet.height() - end < 20


def test_the_handle_can_be_dragged_and_the_rest_goes_a_page(page: ScrollPage) -> None:
    bar = page.verticalScrollBar()
    left, x = Qt.MouseButton.LeftButton, bar.width() // 2
    QTest.mouseClick(bar, left, pos=QPoint(x, bar.height() - 3))
    assert bar.value() == min(bar.pageStep(), bar.maximum())
    QTest.mouseClick(bar, left, pos=QPoint(x, 1))
    assert bar.value() == 0
    QTest.mousePress(bar, left, pos=QPoint(x, 10))
    QTest.mouseMove(bar, pos=QPoint(x, bar.height() + 50))
    assert bar.value() == bar.maximum()
    QTest.mouseRelease(bar, left, pos=QPoint(x, bar.height()))
    QTest.mouseMove(bar, pos=QPoint(x, 0))
    assert bar.value() == bar.maximum()


def test_the_handle_is_at_least_44_px_long(page: ScrollPage) -> None:
    page.resize(740, 80)
    assert page.verticalScrollBar()._handle().height() == 44  # type: ignore[attr-defined]


def test_the_handle_is_drawn_only_where_there_is_something_to_scroll(
    theme: Theme, page: ScrollPage
) -> None:
    bar = page.verticalScrollBar()
    assert bar.grab().toImage().pixelColor(7, 20) == theme.qcolor("border_strong")
    page.resize(740, 2000)
    QTest.qWait(10)
    assert bar.grab().toImage().pixelColor(7, 20) != theme.qcolor("border_strong")


def test_a_page_whose_height_does_not_follow_its_width_keeps_its_own(
    theme: Theme, show: Show
) -> None:
    area, sheet = ScrollPage(theme), QWidget()
    sheet.setMinimumHeight(900)
    area.show_page(sheet)
    show(area)
    assert sheet.height() == 900


def test_it_follows_the_focus_only_while_it_is_shown(theme: Theme, show: Show) -> None:
    area, other = ScrollPage(theme), TextButton(theme, "other")
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    buttons = [TextButton(theme, f"{number}") for number in range(30)]
    for button in buttons:
        column.addWidget(button)
    area.show_page(sheet)
    show(other, area)
    other.setFocus()
    area.hide()
    buttons[20].setFocus(Qt.FocusReason.OtherFocusReason)
    assert area.verticalScrollBar().value() == 0
    other.setFocus()
    area.show()
    buttons[25].setFocus(Qt.FocusReason.OtherFocusReason)
    assert area.verticalScrollBar().value() > 0
