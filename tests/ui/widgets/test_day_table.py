from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_table import DayRow, DayTable
from tests.ui.widgets.conftest import Show

HEADINGS = ("Day", "Pain", "Also")
LONG = "Overdid it · Weather change · Too much light or noise · Stressful event · Travel"
ROWS = (
    DayRow(date(2026, 3, 12), ("Thursday 12 March", "5", "")),
    DayRow(date(2026, 3, 10), ("Tuesday 10 March", None, LONG)),
    DayRow(date(2026, 3, 4), ("Wednesday 4 March", "8", "Flare, day 4")),
)


@pytest.fixture
def table(theme: Theme, show: Show) -> DayTable:
    table = DayTable(theme)
    table.setAccessibleName("Noted days")
    show(table, size=(500, 400))
    table.show_rows(HEADINGS, ROWS)
    table.select(ROWS[0].day)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    return table


def test_it_holds_the_words_that_it_was_given(table: DayTable) -> None:
    texts = [[table.model().index(row, column).data() for column in range(3)] for row in range(3)]

    assert texts == [
        ["Thursday 12 March", "5", ""],
        ["Tuesday 10 March", "–", LONG],
        ["Wednesday 4 March", "8", "Flare, day 4"],
    ]


def test_readers_hear_what_was_not_answered(table: DayTable) -> None:
    heard = QAccessible.queryAccessibleInterface(table)
    names = {
        heard.child(at).text(QAccessible.Text.Name)
        for at in range(heard.childCount())
        if heard.child(at).role() == QAccessible.Role.Cell
    }

    assert heard.role() == QAccessible.Role.Table
    assert {"not answered", "Flare, day 4", "8"} <= names
    assert "–" not in names


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_high_enough_for_their_words_and_a_finger(
    table: DayTable, theme: Theme, scale: float
) -> None:
    theme.set_scale(scale)
    QTest.qWait(1)
    heights = [table.rowHeight(row) for row in range(3)]

    assert min(heights) >= 44 * scale
    assert heights[1] > heights[0], "a long text needs more lines"
    assert table.height() == table.horizontalHeader().height() + sum(heights)
    assert table.verticalScrollBar().maximum() == table.horizontalScrollBar().maximum() == 0


def test_it_wraps_anew_when_it_gets_narrower(table: DayTable, qtbot: QtBot) -> None:
    before = table.rowHeight(1)
    table.window().resize(380, 400)

    qtbot.waitUntil(lambda: table.rowHeight(1) > before)


def test_moving_tells_the_day(table: DayTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.day_selected) as told:
        QTest.keyClick(table, Qt.Key.Key_Down)

    assert told.args == [date(2026, 3, 10)]
    assert table.selected_day == date(2026, 3, 10)
    assert not table.current_place().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_day(table: DayTable, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(table.day_opened) as told:
        QTest.keyClick(table, key)

    assert told.args == [date(2026, 3, 12)]


def test_a_double_click_opens_the_day(table: DayTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(2, 0)).center()

    with qtbot.waitSignal(table.day_opened) as told:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == [date(2026, 3, 4)]


def test_a_letter_searches_nothing(table: DayTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_W)

    assert table.selected_day == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (date(2026, 3, 10), date(2026, 3, 10)),
        (date(2026, 3, 5), date(2026, 3, 4)),
        (date(2020, 1, 1), date(2026, 3, 4)),
    ],
)
def test_selecting_goes_to_the_nearest_day_without_telling(
    table: DayTable, qtbot: QtBot, wanted: date, found: date
) -> None:
    with qtbot.assertNotEmitted(table.day_selected):
        table.select(wanted)

    assert table.selected_day == found


def test_the_current_day_stays_current_with_other_rows(table: DayTable) -> None:
    table.select(date(2026, 3, 4))
    table.show_rows(HEADINGS[:2], [DayRow(row.day, row.texts[:2]) for row in ROWS[1:]])

    assert table.selected_day == date(2026, 3, 4)
    assert table.columnCount() == 2


def test_without_rows_nothing_can_be_opened(table: DayTable, qtbot: QtBot) -> None:
    table.show_rows(HEADINGS, ())
    table.select(date(2026, 3, 4))

    with qtbot.assertNotEmitted(table.day_opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.selected_day is None


def test_the_ring_shows_where_the_keys_go(table: DayTable, theme: Theme) -> None:
    place = table.current_place()
    spot = place.topLeft()
    spot.setX(place.center().x())
    focused = table.grab().toImage().pixelColor(spot)
    table.clearFocus()

    assert focused == theme.qcolor("focus")
    assert table.grab().toImage().pixelColor(spot) != focused
