from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_square import DayCell, Noted
from fibrojournal.ui.widgets.week_strip import WeekStrip
from tests.ui.widgets.conftest import Show

FIRST = date(2025, 12, 29)
"""A Monday."""
WEEKS = 4


@pytest.fixture
def strip(theme: Theme, show: Show) -> WeekStrip:
    strip = WeekStrip(theme)
    strip.setAccessibleName("The last 4 weeks")
    show(strip)
    strip.show_days([value(n, step=9) for n in range(20)], "pain", FIRST, WEEKS)
    return strip


def value(n: int, *, step: int) -> DayCell:
    return DayCell(FIRST + timedelta(days=n), Noted.VALUE, step=step)


def picture(strip: WeekStrip) -> QImage:
    return strip.pixmap().toImage()


def color(strip: WeekStrip, column: int, row: int) -> QColor:
    """Return the colour in the middle of a square."""
    pitch, names = (16, 13), 20
    return picture(strip).pixelColor(
        column * pitch[0] + pitch[0] // 2, names + row * pitch[1] + pitch[1] // 2
    )


def test_a_square_stands_in_the_column_of_its_week(strip: WeekStrip, theme: Theme) -> None:
    strip.show_days([value(8, step=9)], "pain", FIRST, WEEKS)

    assert color(strip, 1, 1).name().upper() == theme.tokens.ramp[9]
    assert color(strip, 1, 0).alpha() == color(strip, 0, 1).alpha() == 0


def test_it_runs_from_right_to_left_where_one_reads_so(strip: WeekStrip, theme: Theme) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.show_days([value(0, step=9)], "pain", FIRST, WEEKS)

    assert color(strip, WEEKS - 1, 0).name().upper() == theme.tokens.ramp[9]
    assert color(strip, 0, 0).alpha() == 0


def test_a_day_without_anything_is_an_outline(strip: WeekStrip) -> None:
    strip.show_days([DayCell(FIRST, Noted.NOTHING)], "pain", FIRST, WEEKS)

    assert color(strip, 0, 0).alpha() == 0
    row = [picture(strip).pixelColor(x, 20).alpha() for x in range(16)]
    assert max(row) > 0


def test_months_are_named_where_they_begin(strip: WeekStrip) -> None:
    def has_name(column: int) -> bool:
        band = picture(strip).copy(column * 16, 0, 16, 18)
        return any(band.pixelColor(x, y).alpha() for x in range(16) for y in range(18))

    assert has_name(0), "1 January is in the first week"
    assert not has_name(2)


def test_a_name_without_room_is_left_out(theme: Theme, show: Show) -> None:
    strip = WeekStrip(theme)
    show(strip)
    cells = [value(3, step=1)]  # 1 January, in the only column
    strip.show_days(cells, "pain", FIRST, 1)

    band = picture(strip).copy(0, 0, 16, 18)
    assert not any(band.pixelColor(x, y).alpha() for x in range(16) for y in range(18))


def test_readers_hear_a_picture_that_keys_pass_by(strip: WeekStrip) -> None:
    heard = QAccessible.queryAccessibleInterface(strip)

    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "The last 4 weeks"
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_follows_theme_and_text_size(strip: WeekStrip, theme: Theme) -> None:
    small = strip.sizeHint()
    theme.set_choice("dark")
    assert color(strip, 0, 0).name().upper() == theme.tokens.ramp[9]

    theme.set_scale(2.0)
    assert strip.sizeHint() == small * 2
    QTest.qWait(1)
    assert strip.width() == small.width() * 2
