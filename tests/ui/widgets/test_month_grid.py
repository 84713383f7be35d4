from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.heat import heat_ramp
from fibrojournal.tokens import contrast
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_square import DayCell, Noted
from fibrojournal.ui.widgets.month_grid import DAYS, EARLIEST, MonthGrid, months_away
from tests.ui.widgets.conftest import Show

MONDAY = date(2026, 2, 9)
TODAY = date(2026, 3, 12)
MARCH_4 = date(2026, 3, 4)
NOTHING = date(2026, 2, 28)
OTHER = date(2026, 3, 5)


def cells_from(first: date) -> list[DayCell]:
    return [_cell(first + timedelta(days=n)) for n in range(DAYS)]


def _cell(day: date) -> DayCell:
    noted = {NOTHING: Noted.NOTHING, OTHER: Noted.OTHER}.get(day, Noted.VALUE)
    if day > TODAY:
        noted = Noted.FUTURE
    return DayCell(
        day,
        noted,
        f"said of {day}",
        number="8" if noted is Noted.VALUE else "",
        step=8,
        has_event=day == MARCH_4,
        is_today=day == TODAY,
        names_month=day.day == 1,
    )


@pytest.fixture
def grid(theme: Theme, show: Show) -> MonthGrid:
    grid = MonthGrid(theme)
    grid.setAccessibleName("Pain")
    show(grid, size=(768, 470))
    grid.select(MARCH_4)
    grid.show_days(cells_from(MONDAY), "pain", TODAY)
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    return grid


def press(grid: MonthGrid, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> date:
    QTest.keyClick(grid, key, held or Qt.KeyboardModifier.NoModifier)
    return grid.selected_day


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Left, date(2026, 3, 3)),
        (Qt.Key.Key_Right, date(2026, 3, 5)),
        (Qt.Key.Key_Up, date(2026, 2, 25)),
        (Qt.Key.Key_Down, date(2026, 3, 11)),
        (Qt.Key.Key_Home, date(2026, 3, 2)),
        (Qt.Key.Key_End, date(2026, 3, 8)),
        (Qt.Key.Key_PageUp, date(2026, 2, 4)),
    ],
)
def test_keys_move_by_days_weeks_and_months(
    grid: MonthGrid, qtbot: QtBot, key: Qt.Key, expected: date
) -> None:
    with qtbot.waitSignal(grid.day_selected) as told:
        assert press(grid, key) == expected

    assert told.args == [expected]


def test_left_goes_on_from_the_end_of_the_week_before(grid: MonthGrid) -> None:
    press(grid, Qt.Key.Key_Home)

    assert press(grid, Qt.Key.Key_Left) == date(2026, 3, 1)


def test_page_keys_with_shift_move_by_years(grid: MonthGrid) -> None:
    assert press(grid, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier) == date(2025, 3, 4)
    assert press(grid, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier) == MARCH_4


def test_keys_lead_beyond_what_is_shown_even_before_it_is_there(grid: MonthGrid) -> None:
    for _ in range(6):
        press(grid, Qt.Key.Key_Up)

    assert grid.selected_day == date(2026, 1, 21)
    grid.show_days(cells_from(date(2025, 12, 29)), "pain", TODAY)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_no_key_leads_into_the_future(grid: MonthGrid, qtbot: QtBot, key: Qt.Key) -> None:
    grid.select(TODAY)

    with qtbot.assertNotEmitted(grid.day_selected):
        assert press(grid, key) == TODAY


def test_end_stops_at_today(grid: MonthGrid) -> None:
    grid.select(date(2026, 3, 10))

    assert press(grid, Qt.Key.Key_End) == TODAY


def test_no_key_leads_further_back_than_any_journal(grid: MonthGrid) -> None:
    for _ in range(130):
        press(grid, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)

    assert grid.selected_day == EARLIEST


def test_left_is_later_where_one_reads_from_right_to_left(grid: MonthGrid) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert press(grid, Qt.Key.Key_Left) == date(2026, 3, 5)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_open_the_day(grid: MonthGrid, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(grid.day_opened) as told:
        press(grid, key)

    assert told.args == [MARCH_4]


@pytest.mark.parametrize("key", [Qt.Key.Key_8, Qt.Key.Key_S, Qt.Key.Key_Delete])
def test_typing_moves_nowhere(grid: MonthGrid, key: Qt.Key) -> None:
    assert press(grid, key) == MARCH_4


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_keys_of_the_window_are_left_to_it(grid: MonthGrid, held: Qt.KeyboardModifier) -> None:
    assert press(grid, Qt.Key.Key_Left, held) == MARCH_4


def test_keys_do_nothing_before_there_are_days(theme: Theme, show: Show, qtbot: QtBot) -> None:
    grid = MonthGrid(theme)
    show(grid)

    with qtbot.assertNotEmitted(grid.day_opened), qtbot.assertNotEmitted(grid.day_selected):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            press(grid, key)


def test_a_click_selects_and_a_double_click_opens(grid: MonthGrid, qtbot: QtBot) -> None:
    place = grid.place_of(date(2026, 2, 10)).center() - grid.viewport().pos()

    with qtbot.waitSignal(grid.day_selected) as told:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [date(2026, 2, 10)]

    with qtbot.waitSignal(grid.day_opened) as opened:
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [date(2026, 2, 10)]


def test_a_day_that_has_not_come_takes_no_click(grid: MonthGrid, qtbot: QtBot) -> None:
    place = grid.place_of(date(2026, 3, 13)).center() - grid.viewport().pos()

    with qtbot.assertNotEmitted(grid.day_selected), qtbot.assertNotEmitted(grid.day_opened):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert grid.selected_day == MARCH_4


def test_a_day_that_is_not_shown_has_no_place(grid: MonthGrid) -> None:
    assert grid.place_of(date(2020, 1, 1)).isEmpty()
    assert grid.cell(date(2020, 1, 1)) is None


def test_readers_hear_a_table_of_days(grid: MonthGrid) -> None:
    table = QAccessible.queryAccessibleInterface(grid)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Pain"
    parts = [table.child(at) for at in range(table.childCount())]
    cells = [part for part in parts if part.role() == QAccessible.Role.Cell]
    assert len(cells) == DAYS

    noted, future = cells[3 * 7 + 2], cells[-1]
    assert noted.text(QAccessible.Text.Name) == "said of 2026-03-04"
    assert noted.text(QAccessible.Text.Description) == ""
    assert noted.state().selectable
    assert noted.state().selected
    assert not future.state().selectable
    assert future.text(QAccessible.Text.Description) == "This day has not come yet"


def test_weekdays_are_named_in_full_for_readers(grid: MonthGrid) -> None:
    names = [
        grid.model().headerData(column, Qt.Orientation.Horizontal, role)
        for column in (0, 6)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]

    assert names == ["Mon", "Monday", "Sun", "Sunday"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_square_is_easy_to_hit(grid: MonthGrid, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    grid.resize(grid.minimumSizeHint().width(), grid.height())
    QTest.qWait(1)
    least = min(
        min(place.width(), place.height())
        for place in (grid.place_of(cell.day) for cell in cells_from(MONDAY))
    )

    assert least >= 44
    assert grid.verticalScrollBar().maximum() == grid.horizontalScrollBar().maximum() == 0


def colors_at(grid: MonthGrid, *points: QPoint) -> list[QColor]:
    picture = grid.grab().toImage()
    ratio = picture.devicePixelRatio()
    return [picture.pixelColor(point * ratio) for point in points]


def test_a_square_has_the_colour_of_its_value(grid: MonthGrid, theme: Theme) -> None:
    spots = [grid.place_of(day).center() for day in (date(2026, 2, 10), NOTHING, TODAY)]
    grid.show_days(cells_from(MONDAY), "sleep_quality", TODAY)
    value, nothing, _today = colors_at(grid, *spots)

    assert value.name().upper() == heat_ramp(theme.tokens, "sleep_quality")[8]
    assert nothing == grid.window().grab().toImage().pixelColor(2, 2)


def test_the_ring_is_drawn_while_keys_go_to_the_day(grid: MonthGrid, theme: Theme) -> None:
    place = grid.place_of(MARCH_4)
    edge = [QPoint(place.center().x(), place.top() + depth) for depth in (0, 1)]
    focused = colors_at(grid, *edge)
    grid.clearFocus()
    rested = colors_at(grid, *edge)

    for with_ring, without in zip(focused, rested, strict=True):
        assert with_ring == theme.qcolor("focus")
        assert contrast(with_ring.name(), without.name()) >= 3


def test_the_selected_day_is_marked_without_the_focus(grid: MonthGrid) -> None:
    grid.clearFocus()
    spot = grid.place_of(MARCH_4)
    selected = grid.grab(spot).toImage()
    grid.select(date(2026, 3, 3))

    assert grid.grab(spot).toImage() != selected


def drawn(theme: Theme, show: Show, cell: DayCell) -> object:
    grid = MonthGrid(theme)
    show(grid, size=(768, 470))
    cells = [cell if one.day == cell.day else one for one in cells_from(MONDAY)]
    grid.select(MONDAY)
    grid.show_days(cells, "pain", TODAY)
    return grid.grab(grid.place_of(cell.day)).toImage()


def test_an_event_a_dot_and_the_bar_of_today_are_drawn(theme: Theme, show: Show) -> None:
    day = date(2026, 2, 20)
    plain = DayCell(day, Noted.VALUE, number="5", step=5)
    looks = [
        plain,
        DayCell(day, Noted.VALUE, number="5", step=5, has_event=True),
        DayCell(day, Noted.VALUE, number="5", step=5, is_today=True),
        DayCell(day, Noted.VALUE, number="5", step=5, names_month=True),
        DayCell(day, Noted.OTHER),
        DayCell(day, Noted.NOTHING),
        DayCell(day, Noted.FUTURE),
    ]
    pictures = [drawn(theme, show, cell) for cell in looks]

    for at, picture in enumerate(pictures):
        assert picture not in pictures[:at]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_flag_stands_clear_of_a_long_date(
    theme: Theme, show: Show, direction: Qt.LayoutDirection
) -> None:
    theme.set_scale(2.0)
    grid = MonthGrid(theme)
    grid.setLayoutDirection(direction)
    show(grid, size=(420, 900))
    day = date(2026, 2, 20)
    pictures = []
    for has_event in (False, True):
        marked = DayCell(
            day, Noted.VALUE, number="5", step=5, has_event=has_event, names_month=True
        )
        cells = [marked if one.day == day else one for one in cells_from(MONDAY)]
        grid.show_days(cells, "pain", TODAY)
        picture = grid.grab(grid.place_of(day))
        pictures.append(picture.copy(0, 0, picture.width(), picture.height() // 3).toImage())

    assert pictures[0] == pictures[1], "the flag lies over the date"


def test_squares_follow_the_theme(grid: MonthGrid, theme: Theme) -> None:
    spot = grid.place_of(date(2026, 2, 10)).center()
    theme.set_choice("dark")

    assert colors_at(grid, spot)[0].name().upper() == theme.tokens.ramp[8]


def test_six_weeks_are_wanted_neither_more_nor_less(grid: MonthGrid) -> None:
    with pytest.raises(ValueError, match="42 days"):
        grid.show_days(cells_from(MONDAY)[:-7], "pain", TODAY)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_away_is_the_same_day_or_the_last(day: date, months: int, expected: date) -> None:
    assert months_away(day, months) == expected
