"""A table shows every word whole, at any width, and the page follows its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.text_table import TextTable
from tests.ui.widgets.conftest import Show

HEADINGS = ("Day", "Pain", "7-day average", "Marks")
ROWS = [
    (f"Wednesday {day} September 2026", str(day % 11), "5.5", "flare, day 3; A week by the sea")
    for day in range(1, 31)
]


@pytest.fixture
def table(theme: Theme, show: Show) -> TextTable:
    table = TextTable(theme)
    page = ScrollPage(theme)
    page.show_page(table)
    show(page, size=(760, 400))
    page.setMinimumHeight(300)
    table.show_texts(HEADINGS, ROWS)
    table.setCurrentCell(0, 0)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(1)
    return table


def page_of(table: TextTable) -> ScrollPage:
    page = next(one for one in table.window().findChildren(ScrollPage))
    assert isinstance(page, ScrollPage)
    return page


def longest_word(table: TextTable, column: int) -> int:
    metrics = QFontMetrics(table.font_of(column))
    words = [word for row in ROWS for word in row[column].split()]
    return max(metrics.horizontalAdvance(word) for word in words)


@pytest.mark.parametrize(("width", "scale"), [(760, 1.0), (520, 1.0), (760, 2.0), (620, 1.5)])
def test_no_word_is_wider_than_its_column(
    table: TextTable, theme: Theme, width: int, scale: float
) -> None:
    theme.set_scale(scale)
    table.window().resize(width, 400)
    QTest.qWait(1)

    for column in range(4):
        assert table.columnWidth(column) >= max(longest_word(table, column), 44)
    assert sum(map(table.columnWidth, range(4))) == table.viewport().width()


def test_it_never_scrolls_sideways_by_a_rounded_pixel(table: TextTable) -> None:
    table.show_texts(("", "Then", "Now", ""), [("Days noted", "3 May 2025", "12 May 2026", "same")])
    least = sum(width.least for width in table._widths)
    for room in range(least, least + 120):
        assert sum(table._shared(room)) == room


def test_columns_stay_on_one_line_while_there_is_room(table: TextTable) -> None:
    metrics = QFontMetrics(table.font_of(0))
    assert table.columnWidth(0) > metrics.horizontalAdvance(ROWS[-1][0])
    assert {table.rowHeight(row) for row in range(30)} == {44}


def test_headings_wrap_too(table: TextTable, theme: Theme) -> None:
    before = table.horizontalHeader().height()
    theme.set_scale(2.0)
    QTest.qWait(1)

    assert table.horizontalHeader().height() > 2 * before


def test_the_page_follows_the_keys(table: TextTable) -> None:
    page = page_of(table)
    for _row in range(29):
        QTest.keyClick(table, Qt.Key.Key_Down)

    bar = page.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert page.viewport().rect().contains(table.current_place().translated(0, -bar.value()))


def test_page_keys_go_by_what_is_in_sight(table: TextTable) -> None:
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    first = table.currentRow()
    QTest.keyClick(table, Qt.Key.Key_PageDown)

    assert 2 <= first <= 8
    assert table.currentRow() > first
    for _turn in range(20):
        QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert table.currentRow() == 29
    for _turn in range(20):
        QTest.keyClick(table, Qt.Key.Key_PageUp)
    assert table.currentRow() == 0


def test_without_rows_there_are_only_headings(table: TextTable) -> None:
    table.show_texts(HEADINGS, [])
    QTest.keyClick(table, Qt.Key.Key_PageDown)

    assert table.currentRow() == -1
    assert table.height() == table.horizontalHeader().height()
