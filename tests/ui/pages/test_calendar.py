from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fibrojournal.journal.edits import SetReading
from fibrojournal.ui.pages.calendar.page import CalendarPage
from fibrojournal.ui.pages.calendar.parts import DayChooser
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, TextButton
from fibrojournal.ui.widgets.day_square import DayCell, Noted
from fibrojournal.ui.widgets.day_table import DayTable
from fibrojournal.ui.widgets.focus import all_below
from fibrojournal.ui.widgets.month_grid import MonthGrid
from fibrojournal.ui.widgets.scroll import ScrollPage
from fibrojournal.ui.widgets.segments import Segment
from fibrojournal.ui.widgets.week_strip import WeekStrip
from tests.ui.pages.calendar_journal import (
    EVENING,
    TODAY,
    Calendars,
    calm_weeks,
    copied,
    happened,
    noted,
    ticked,
    written,
)

MARCH_4 = date(2026, 3, 4)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def calendars(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Calendars]:
    opened = Calendars(theme, tmp_path, qtbot)
    yield opened
    opened.close()


def march() -> list:  # type: ignore[type-arg]
    """Make a journal with a flare from 1 to 4 March, after quiet weeks."""
    edits = calm_weeks(date(2026, 2, 28))
    for day in range(1, 4):
        edits += noted(date(2026, 3, day), pain=8)
    return [
        *edits,
        *noted(MARCH_4, pain=8, sleep_quality=4, stress=5, fatigue=7),
        *ticked(MARCH_4, "overdid_it", "weather_change"),
        *happened(MARCH_4, "Flu"),
        *noted(date(2026, 3, 5), pain=3),
        *noted(date(2026, 3, 7), pain=3),
        *written(date(2026, 3, 6), "Only a note, on what was a long day"),
        *noted(TODAY, pain=5, fog=10),
    ]


def part(page: QWidget, kind: type[W], name: str = "") -> W:
    """Find a visible part of the page by its kind, and its words or name."""
    found = [
        one
        for one in page.findChildren(kind)
        if one.isVisibleTo(page) and name in ("", _words(one), one.accessibleName())
    ]
    assert len(found) == 1, f"{len(found)} parts of kind {kind.__name__} named {name!r}"
    return found[0]


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def said(page: QWidget) -> list[str]:
    """List every text that the page shows."""
    labels = page.findChildren(QLabel)
    return [one.text() for one in labels if one.text() and one.isVisibleTo(page)]


def grid(page: CalendarPage) -> MonthGrid:
    return part(page, MonthGrid)


def cell(page: CalendarPage, day: date) -> DayCell:
    found = grid(page).cell(day)
    assert found is not None, f"{day} is not shown"
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# What stands in the squares


def test_today_is_in_the_fifth_week_and_the_line_says_which_weeks(calendars: Calendars) -> None:
    page = calendars.open(march())

    assert "9 February to 22 March. Gaps are fine, they are simply left out." in said(page)
    assert cell(page, TODAY).spoken == "Thursday 12 March, today, pain 5"
    assert cell(page, MARCH_4).spoken == "Wednesday 4 March, pain 8, flare day 4, event"


def test_weeks_begin_as_the_locale_has_them(calendars: Calendars) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        page = calendars.open(march())
        model = grid(page).model()

        assert model.headerData(0, Qt.Orientation.Horizontal) == "Sun"
        assert cell(page, date(2026, 2, 8)).day == date(2026, 2, 8)
    finally:
        QLocale.setDefault(before)


def test_copied_answers_are_shown_but_start_no_flare(calendars: Calendars) -> None:
    edits = calm_weeks(date(2026, 2, 28))
    for day in (1, 2, 3):
        edits += copied(date(2026, 3, day), pain=9)
    page = calendars.open(edits)

    assert cell(page, date(2026, 3, 2)).spoken == "Monday 2 March, pain 9"


def test_another_measure_fills_the_squares_anew(calendars: Calendars) -> None:
    page = calendars.open(march())
    click(part(page, Segment, "Sleep"))

    assert cell(page, MARCH_4).spoken == "Wednesday 4 March, sleep 4, flare day 4, event"
    assert cell(page, TODAY).noted is Noted.OTHER
    assert grid(page).accessibleName() == "Sleep last night, 9 February to 22 March"
    assert "from 0 very poor to 10 very good" in grid(page).accessibleDescription()
    assert {"Sleep 0 very poor", "10 very good", "other answers"} <= set(said(page))


def test_the_legend_explains_a_mark_where_it_stands(calendars: Calendars) -> None:
    page = calendars.open(noted(TODAY, pain=5))

    assert {"Pain 0 none", "10 worst", "nothing noted", "event"} <= set(said(page))
    assert "other answers" not in said(page)


# The selected day


def test_the_card_tells_the_selected_day_in_words(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(MARCH_4)
    calendars.settle()

    assert {
        "Wednesday 4 March",
        "Pain 8 · Sleep 4 · Stress 5 · Fatigue 7".replace(" ", "\xa0").replace("\xa0·\xa0", " · "),
        "Overdid it · Weather change · Flare, day 4 · Event: Flu",
    } <= set(said(page))
    assert part(page, PrimaryButton).text() == "Open this day"


def test_a_note_shows_its_first_words_and_readers_hear_it_whole(calendars: Calendars) -> None:
    long = "A very long day. " * 20
    page = calendars.open(written(TODAY, long))
    label = next(one for one in page.findChildren(QLabel) if one.text().startswith("A very long"))

    assert label.text().endswith(" …")
    assert len(label.text()) <= 90
    assert label.accessibleDescription() == long


def test_an_empty_past_day_can_be_noted(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(date(2026, 3, 9))
    calendars.settle()

    assert {"Monday 9 March", "Nothing noted."} <= set(said(page))
    with calendars.qtbot.waitSignal(page.day_wanted) as wanted:
        click(part(page, PrimaryButton, "Note this day"))
    assert wanted.args == [date(2026, 3, 9)]


def test_enter_opens_the_selected_day(calendars: Calendars) -> None:
    page = calendars.open(march())

    with calendars.qtbot.waitSignal(page.day_wanted) as wanted:
        calendars.press(Qt.Key.Key_Return)
    assert wanted.args == [TODAY]


# Going to other weeks


def test_arrows_lead_over_the_edge_into_earlier_weeks(calendars: Calendars) -> None:
    page = calendars.open(march())
    for _ in range(5):
        calendars.press(Qt.Key.Key_Up)

    assert page.selected_day == date(2026, 2, 5)
    assert "26 January to 8 March. Gaps are fine, they are simply left out." in said(page)
    assert "Thursday 5 February" in said(page)
    assert grid(page).hasFocus()


def test_quick_keys_are_not_lost_while_the_journal_answers(calendars: Calendars) -> None:
    page = calendars.open(march())
    for _ in range(24):
        QTest.keyClick(grid(page), Qt.Key.Key_PageUp)
    calendars.settle()

    assert page.selected_day == date(2024, 3, 12)
    assert "Tuesday 12 March 2024" in said(page)
    assert cell(page, date(2024, 3, 12)).spoken == "Tuesday 12 March 2024, nothing noted"


def test_steps_show_earlier_and_later_weeks(calendars: Calendars) -> None:
    page = calendars.open(march())
    forward = part(page, IconButton, "Later weeks")
    assert not forward.isEnabled()
    page.step(1)
    calendars.settle()
    assert page.selected_day == TODAY

    click(part(page, IconButton, "Earlier weeks"))
    calendars.settle()
    assert "26 January to 8 March. Gaps are fine, they are simply left out." in said(page)
    assert page.selected_day == date(2026, 3, 8)

    click(forward)
    calendars.settle()
    assert "9 February to 22 March. Gaps are fine, they are simply left out." in said(page)
    assert page.selected_day == date(2026, 3, 8)


def test_today_leads_back(calendars: Calendars) -> None:
    page = calendars.open(march())
    for _ in range(3):
        page.step(-1)
    calendars.settle()
    click(part(page, TextButton, "Today"))
    calendars.settle()

    assert page.selected_day == TODAY
    assert cell(page, TODAY).is_today


def test_a_day_of_ten_years_ago_can_be_gone_to(calendars: Calendars) -> None:
    page = calendars.open([*march(), *noted(date(2016, 5, 10), pain=6)])
    click(part(page, LinkButton, "Go to a day"))
    chooser = part(page, DayChooser)
    assert chooser.field.day == TODAY
    assert not chooser.later.isEnabled()

    QTest.keyClicks(chooser.field, "10")
    for _ in range(10):
        click(chooser.earlier)
    for _ in range(2):
        chooser.field.setCurrentSection(chooser.field.Section.MonthSection)
        QTest.keyClick(chooser.field, Qt.Key.Key_Up)
    assert "Tuesday 10 May 2016" in said(chooser)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    calendars.settle()

    assert not chooser.isVisible()
    assert cell(page, date(2016, 5, 10)).spoken == "Tuesday 10 May 2016, pain 6"
    assert page.selected_day == date(2016, 5, 10)
    assert page.window().focusWidget() is grid(page)


def test_the_jump_reaches_no_future_and_can_be_left(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(date(2025, 7, 1))
    calendars.settle()
    click(part(page, LinkButton, "Go to a day"))
    chooser = part(page, DayChooser)
    click(chooser.later)
    assert chooser.field.day == TODAY

    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert page.selected_day == date(2025, 7, 1)


def test_a_future_day_gives_way_to_today(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(date(2031, 1, 1))
    calendars.settle()

    assert page.selected_day == TODAY


# The last 17 weeks


def test_the_last_17_weeks_are_a_picture_with_a_sentence(calendars: Calendars) -> None:
    page = calendars.open(march())
    heard = QAccessible.queryAccessibleInterface(part(page, WeekStrip))

    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "The last 17 weeks"
    assert heard.text(QAccessible.Text.Description) == (
        "Pain: 27 of 119 days answered, from 3 to 8."
    )
    click(part(page, Segment, "Stress"))
    assert heard.text(QAccessible.Text.Description) == (
        "Stress: 1 of 119 days answered, from 5 to 5."
    )


# As a table


def rows(table: DayTable) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_same_days_as_a_table(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.toggle_table()
    table = part(page, DayTable)

    assert table.hasFocus()
    assert [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(7)] == [
        "Day",
        "Pain",
        "Sleep",
        "Stress",
        "Fatigue",
        "Fog",
        "Also",
    ]
    circumstances = "Overdid it · Weather change · Flare, day 4 · Event: Flu"
    shown = rows(table)
    assert shown[0] == ["Thursday 12 March", "5", "–", "–", "–", "10", ""]
    assert shown[2] == ["Friday 6 March", "–", "–", "–", "–", "–", ""]
    assert shown[4] == ["Wednesday 4 March", "8", "4", "5", "7", "–", circumstances]
    noted_days = sum(
        cell.noted in {Noted.VALUE, Noted.OTHER}
        for n in range(42)
        if (cell := _hidden_cell(page, date(2026, 2, 9) + timedelta(n)))
    )
    assert len(shown) == noted_days


def _hidden_cell(page: CalendarPage, day: date) -> DayCell | None:
    return page.findChildren(MonthGrid)[0].cell(day)


def test_the_table_moves_and_opens_days_and_leads_back(calendars: Calendars) -> None:
    page = calendars.open(march())
    click(part(page, LinkButton, "Show as table"))
    part(page, DayTable).setFocus()
    for _ in range(2):
        calendars.press(Qt.Key.Key_Down)
    assert page.selected_day == date(2026, 3, 6)
    assert "Friday 6 March" in said(page)

    with calendars.qtbot.waitSignal(page.day_wanted) as wanted:
        calendars.press(Qt.Key.Key_Return)
    assert wanted.args == [date(2026, 3, 6)]

    page.toggle_table()
    assert grid(page).hasFocus()
    assert grid(page).selected_day == date(2026, 3, 6)
    assert part(page, LinkButton, "Show as table").isVisible()


def test_weeks_without_days_say_so_instead_of_an_empty_table(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(date(2020, 5, 5))
    calendars.settle()
    page.toggle_table()

    assert "Nothing noted in these weeks." in said(page)
    assert not page.findChildren(DayTable)[0].isVisibleTo(page)
    assert part(page, LinkButton, "Show as squares").hasFocus()


def test_large_text_puts_the_answers_of_a_row_into_words(
    calendars: Calendars, theme: Theme
) -> None:
    theme.set_scale(2.0)
    page = calendars.open(march(), size=(872, 640))
    page.toggle_table()
    calendars.settle()
    table = part(page, DayTable)

    assert rows(table)[4][0] == "Wed 4 Mar"
    assert rows(table)[4][1].startswith("Pain\xa08 · Sleep\xa04")
    assert rows(table)[4][1].endswith("\nOverdid it · Weather change · Flare, day 4 · Event: Flu")


def test_the_row_that_keys_go_to_stays_in_sight(calendars: Calendars) -> None:
    page = calendars.open(march(), size=(768, 500))
    page.toggle_table()
    for _ in range(15):
        calendars.press(Qt.Key.Key_Down)
    table = part(page, DayTable)
    place = table.current_place().translated(table.mapTo(page, table.rect().topLeft()))

    assert page.rect().contains(place)


def test_the_square_that_keys_go_to_stays_in_sight(calendars: Calendars, theme: Theme) -> None:
    theme.set_scale(2.0)
    page = calendars.open(march(), size=(872, 640))
    assert in_sight(page, page.selected_day)
    for _ in range(4):
        calendars.press(Qt.Key.Key_Up)
        assert in_sight(page, page.selected_day)
    calendars.press(Qt.Key.Key_PageUp)
    assert in_sight(page, page.selected_day)


def test_nothing_moves_under_a_pressed_button(calendars: Calendars, theme: Theme) -> None:
    theme.set_scale(2.0)
    page = calendars.open(march(), size=(872, 640))
    scroll = part(page, ScrollPage).verticalScrollBar()
    scroll.setValue(0)
    row = next(n for n in range(6) if not in_sight(page, date(2026, 2, 9) + timedelta(7 * n)))
    day = date(2026, 2, 9) + timedelta(7 * row)
    target = grid(page).viewport()
    place = grid(page).place_of(day).topLeft() - target.pos() + QPoint(20, 5)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=place)
    calendars.settle()

    assert page.selected_day == day
    assert scroll.value() == 0
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=place)


def in_sight(page: CalendarPage, day: date) -> bool:
    """Tell whether a square is on the screen as a whole."""
    squares = grid(page)
    place = squares.place_of(day)
    return page.rect().contains(place.translated(squares.mapTo(page, squares.rect().topLeft())))


# Few days


def test_without_any_day_two_ways_to_begin_are_offered(calendars: Calendars) -> None:
    page = calendars.open([])

    assert "Your days will appear here. You can start with any day." in said(page)
    assert not [one for one in page.findChildren(MonthGrid) if one.isVisibleTo(page)]
    assert part(page, PrimaryButton, "Note today").hasFocus()
    with calendars.qtbot.waitSignal(page.day_wanted) as wanted:
        calendars.press(Qt.Key.Key_Space)
    assert wanted.args == [TODAY]
    with calendars.qtbot.waitSignal(page.page_wanted) as page_wanted:
        click(part(page, TextButton, "Add past days"))
    assert page_wanted.args == ["past_days"]
    page.toggle_table()
    assert "Your days will appear here. You can start with any day." in said(page)


@pytest.mark.parametrize("days", [1, 6])
def test_few_days_are_shown_without_any_claim(calendars: Calendars, days: int) -> None:
    edits = []
    for back in range(days):
        edits += noted(TODAY - timedelta(days=back), pain=9)
    page = calendars.open(edits)

    assert "Your days will appear here. You can start with any day." not in said(page)
    assert cell(page, TODAY).number == "9"
    assert not any("lare" in words for words in [*said(page), cell(page, TODAY).spoken])


# Changes while the page is there


def test_an_answer_given_elsewhere_shows_when_the_page_comes_back(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.hide()
    edit_pain(calendars, 9)
    calendars.settle()
    assert cell(page, TODAY).number == "5", "a hidden page reads nothing"
    page.show()
    calendars.bring_forward()

    assert cell(page, TODAY).number == "9"


def edit_pain(calendars: Calendars, value: float) -> None:
    """Answer pain of today, as the form does."""
    seen: list[object] = []
    calendars.diary.fetch_day(calendars.page, TODAY, seen.append)
    calendars.wait_for(lambda: bool(seen))
    reading = noted(TODAY, pain=value)[0]
    assert isinstance(reading, SetReading)
    calendars.diary.edit([reading], "Pain")


def test_an_answer_shows_at_once_on_the_page_in_front(calendars: Calendars) -> None:
    page = calendars.open(march())
    edit_pain(calendars, 9)
    calendars.wait_for(lambda: cell(page, TODAY).number == "9")

    calendars.diary.undo()
    calendars.wait_for(lambda: cell(page, TODAY).number == "5")


def test_an_answer_that_waits_for_the_disk_shows_all_the_same(calendars: Calendars) -> None:
    page = calendars.open([])
    full_disk(calendars)
    edit_pain(calendars, 9)
    calendars.wait_for(lambda: "Open this day" in texts(page))

    assert cell(page, TODAY).number == "9"
    assert calendars.diary.has_unsaved
    calendars.diary.give_up()


def full_disk(calendars: Calendars) -> None:
    """Let every write fail, as a journal on a full disk does."""
    answered: list[bool] = []

    def fill(store: object) -> bool:
        from fibrojournal.journal.errors import JournalNotWritable

        def refuse(_edits: object) -> None:
            raise JournalNotWritable("The disk is full.")

        store.save = refuse  # type: ignore[attr-defined]
        return True

    calendars.diary.fetch(calendars.page, fill, answered.append)
    calendars.wait_for(lambda: bool(answered))


def texts(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)]


def test_a_journal_written_by_another_program_is_read_anew(calendars: Calendars) -> None:
    page = calendars.open(march())
    calendars.diary.fetch(page, lambda store: store.save(noted(TODAY, pain=7)), lambda _: None)
    calendars.diary.journal_changed.emit()
    calendars.settle()

    assert cell(page, TODAY).number == "7"


def test_nothing_is_read_again_when_nothing_has_changed(calendars: Calendars) -> None:
    page = calendars.open(march())
    reads: list[object] = []
    fetch = calendars.diary.fetch

    def counted(owner: QWidget, ask: Callable[..., object], done: Callable[..., None]) -> None:
        reads.append(ask)
        fetch(owner, ask, done)

    calendars.diary.fetch = counted  # type: ignore[method-assign, assignment]
    page.shown()
    page.show_today()

    assert not reads


def test_a_new_day_moves_the_weeks_along(calendars: Calendars) -> None:
    page = calendars.open(march())
    calendars.moment = datetime(2026, 3, 16, 9, 0, tzinfo=EVENING.at.tzinfo)
    calendars.bring_forward()

    assert "16 February to 29 March. Gaps are fine, they are simply left out." in said(page)
    assert page.selected_day == date(2026, 3, 16)
    assert cell(page, date(2026, 3, 16)).is_today


def test_a_new_day_leaves_earlier_weeks_in_view(calendars: Calendars) -> None:
    page = calendars.open(march())
    page.show_day(date(2025, 7, 1))
    calendars.settle()
    calendars.moment = datetime(2026, 3, 16, 9, 0, tzinfo=EVENING.at.tzinfo)
    calendars.bring_forward()

    assert page.selected_day == date(2025, 7, 1)
    assert "30 June to 10 August 2025. Gaps are fine, they are simply left out." in said(page)


def test_coming_to_the_front_names_the_subject_for_the_sidebar(calendars: Calendars) -> None:
    page = calendars.open(march(), shown=False)

    with calendars.qtbot.waitSignal(page.subject_changed) as told:
        page.shown()
    assert told.args == ["calendar", "You are looking at a month."]


# For every hand, eye and ear


def test_every_target_is_44_px_at_least(calendars: Calendars) -> None:
    page = calendars.open(march())
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisibleTo(page)]
    assert len(buttons) == 12
    for button in buttons:
        assert min(button.width(), button.height()) >= 44, button.text()
    for n in range(42):
        place = grid(page).place_of(date(2026, 2, 9) + timedelta(days=n))
        assert min(place.width(), place.height()) >= 44


def test_everything_that_takes_the_focus_has_a_name_and_a_role(calendars: Calendars) -> None:
    page = calendars.open(march())
    stops = [
        one
        for one in all_below(page)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(page)
    ]
    assert len(stops) > 6
    for stop in stops:
        heard = QAccessible.queryAccessibleInterface(stop)
        assert heard.text(QAccessible.Text.Name), stop
        assert heard.role() != QAccessible.Role.Client, stop


@pytest.mark.parametrize("as_table", [False, True])
def test_tab_goes_once_round_in_the_order_of_reading(
    calendars: Calendars, *, as_table: bool
) -> None:
    page = calendars.open(march())
    page.step(-1)
    calendars.settle()
    if as_table:
        page.toggle_table()
    front: QWidget = part(page, DayTable) if as_table else grid(page)
    expected = [
        front,
        part(page, PrimaryButton),
        page._card._past,
        part(page, IconButton, "Earlier weeks"),
        part(page, TextButton, "Today"),
        part(page, IconButton, "Later weeks"),
        part(page, IconButton, "Search notes and events"),
        part(page, Segment, "Pain"),
        part(page, LinkButton, "Go to a day"),
        part(page, LinkButton, "Show as squares" if as_table else "Show as table"),
    ]
    front.setFocus()
    visited = [QApplication.focusWidget()]
    for _ in range(len(expected) - 1):
        calendars.press(Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    calendars.press(Qt.Key.Key_Tab)

    assert visited == expected
    assert QApplication.focusWidget() is front


@pytest.mark.parametrize("as_table", [False, True])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (872, 640)), (2.0, (872, 640)), (2.0, (768, 800))]
)
def test_nothing_is_cut_off_and_the_page_scrolls_down_only(
    calendars: Calendars, theme: Theme, scale: float, size: tuple[int, int], *, as_table: bool
) -> None:
    theme.set_scale(scale)
    page = calendars.open(march(), size=size)
    page.show_day(MARCH_4)
    if as_table:
        page.toggle_table()
    calendars.settle()
    scroll = part(page, ScrollPage)

    assert scroll.horizontalScrollBar().maximum() == 0
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.wordWrap() or label.sizeHint().width() <= label.width(), label.text()
            assert label.height() >= needed, label.text()
    inner = scroll.widget()
    assert inner is not None
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page):
            place = button.rect().translated(button.mapTo(inner, button.rect().topLeft()))
            assert inner.rect().contains(place), button.text()
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def test_at_1280_by_800_everything_is_in_sight(calendars: Calendars) -> None:
    page = calendars.open(march(), size=(768, 800))

    assert part(page, ScrollPage).verticalScrollBar().maximum() == 0


def test_a_change_of_theme_and_size_is_followed(calendars: Calendars, theme: Theme) -> None:
    page = calendars.open(march())
    light = page.grab().toImage()
    theme.set_choice("dark")
    dark = page.grab().toImage()
    theme.set_scale(1.5)
    calendars.settle()

    assert light != dark
    assert grid(page).height() > 6 * 60 * 1.4
