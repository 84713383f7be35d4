"""Rows of effects: what a reader hears, what keys do, and how rows stand at a width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.certainty import CertaintyDots
from fibrojournal.ui.widgets.effect_axis import (
    AxisStrip,
    Interval,
    Span,
    columns_of,
    reach_of,
)
from fibrojournal.ui.widgets.effect_list import EffectList, EffectRow

HEADING = EffectRow("What came before")
SLEEP = EffectRow(
    "Poor sleep",
    "moon",
    "sleep",
    "sleep_quality",
    under="52 nights",
    headline="1.6 points higher the day after",
    label="clear",
    dots=3,
    interval=Interval(1.6, 0.9, 2.2),
    is_found=True,
    spoken="Poor sleep. clear. 1.6 points higher",
)
UNCLEAR = EffectRow(
    "Travel", "tags", label="under 2 points", interval=Interval(0.1, -9.0, 8.0), spoken="Travel"
)
FEW = EffectRow("Unwell", "shield", "immune", headline="2 of 5 days", pips=(2, 5), spoken="Unwell")
ROWS = (HEADING, SLEEP, UNCLEAR, FEW)


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> EffectList:
    made = EffectList(theme, "What goes with it")
    qtbot.addWidget(made)
    made.resize(672, 400)
    made.show_rows(ROWS, 3, 1)
    made.show()
    return made


def press(rows: EffectList, key: Qt.Key) -> None:
    QTest.keyClick(rows, key)


def test_a_row_is_heard_whole_and_a_heading_by_its_words(rows: EffectList) -> None:
    heard = [rows.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.count())]
    assert heard == ["What came before", SLEEP.spoken, "Travel", "Unwell"]


def test_keys_pass_over_headings(rows: EffectList) -> None:
    chosen = QSignalSpy(rows.chosen)
    press(rows, Qt.Key.Key_Down)
    assert rows.currentRow() == 2
    assert chosen.at(0) == [2]
    press(rows, Qt.Key.Key_Home)
    assert rows.currentRow() == 1


def test_enter_opens_and_letters_stay_shortcuts(rows: EffectList) -> None:
    opened = QSignalSpy(rows.opened)
    press(rows, Qt.Key.Key_T)
    assert rows.currentRow() == 1
    press(rows, Qt.Key.Key_Return)
    assert opened.at(0) == [1]


def test_showing_rows_tells_nobody(rows: EffectList) -> None:
    chosen = QSignalSpy(rows.chosen)
    rows.show_rows(ROWS[1:], 2, 0)
    assert chosen.count() == 0
    assert rows.currentRow() == 0


def test_the_list_is_as_high_as_its_rows(rows: EffectList) -> None:
    heights = [rows.visualItemRect(rows.item(at)).height() for at in range(rows.count())]
    assert rows.height() == sum(heights)
    assert min(heights[1:]) >= 44


def test_where_there_is_little_room_the_picture_stands_below_the_words(
    theme: Theme, rows: EffectList
) -> None:
    wide = rows.height()
    rows.resize(400, 400)
    assert rows.height() > wide
    assert not columns_of(theme, 400).is_wide
    assert columns_of(theme, 672).is_wide


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_what_is_out_of_date_is_grey(
    theme: Theme, rows: EffectList, direction: Qt.LayoutDirection
) -> None:
    rows.setLayoutDirection(direction)
    color = theme.measure_qcolor("sleep_quality").rgb()

    def has_color() -> bool:
        picture = rows.grab().toImage()
        return any(
            picture.pixelColor(x, y).rgb() == color
            for x in range(0, picture.width(), 2)
            for y in range(40, 100)
        )

    assert has_color()
    rows.set_stale(stale=True)
    assert not has_color()


def test_the_scale_holds_small_effects_and_few_wild_ones() -> None:
    assert reach_of([]) == 2
    assert reach_of([Interval(0.2, -0.1, 0.5)]) == 2
    assert reach_of([Interval(1.0, -0.5, 2.5)]) == 3
    assert reach_of([Interval(1.0, -9.0, 2.5)]) == 4
    assert reach_of([Interval(-4.1, -9.0, 2.5)]) == 5


def test_what_lies_beyond_the_scale_stands_at_its_edge() -> None:
    span = Span(100, 300, 2)
    assert span.x(0) == 200
    assert span.x(1) == 250
    assert span.x(-9) == 100


def test_the_axis_takes_one_line(qtbot: QtBot, theme: Theme) -> None:
    strip = AxisStrip(theme)
    qtbot.addWidget(strip)
    strip.show_heads("less pain", "more pain")
    strip.show_reach(3)
    strip.resize(672, strip.sizeHint().height())
    assert not strip.grab().toImage().isNull()
    assert strip.sizeHint().height() < 44


def test_dots_are_heard_as_their_word(qtbot: QtBot, theme: Theme) -> None:
    dots = CertaintyDots(theme)
    qtbot.addWidget(dots)
    dots.show_label(2, "likely")
    assert dots.text() == "likely"
    wide = dots.sizeHint().width()
    dots.show_label(0, "no clear link")
    assert dots.sizeHint().width() > wide
