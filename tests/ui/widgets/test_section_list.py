"""A list of sections with headings among them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.section_list import SectionList

ROWS = [("Ten factors", ""), ("Sleep", "moon"), ("The rest", ""), ("Network", "network")]


def shown_list(qtbot: QtBot, theme: Theme) -> SectionList:
    rows = SectionList(theme, "All", ROWS, factors={1: "sleep"})
    qtbot.addWidget(rows)
    rows.resize(rows.sizeHint())
    rows.show()
    return rows


def test_keys_pass_over_a_heading(qtbot: QtBot, theme: Theme) -> None:
    rows = shown_list(qtbot, theme)
    assert rows.currentRow() == 1
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentRow() == 3
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert rows.currentRow() == 1


def test_a_click_on_a_heading_chooses_nothing(qtbot: QtBot, theme: Theme) -> None:
    rows = shown_list(qtbot, theme)
    chosen: list[int] = []
    rows.chosen.connect(chosen.append)
    for row in (2, 3):
        place = rows.visualItemRect(rows.item(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(chosen) == {3}


def test_headings_do_not_count(qtbot: QtBot, theme: Theme) -> None:
    rows = shown_list(qtbot, theme)
    spoken = [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 3)]
    assert spoken == [None, "Sleep, 1 of 2", "Network, 2 of 2"]
