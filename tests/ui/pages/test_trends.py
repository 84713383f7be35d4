"""Trends as a person uses it: choose, look at a day, page back, read the same as a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from fibrojournal import app
from fibrojournal.charts.trend_view import TrendView
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event, Reading
from fibrojournal.journal.edits import SetEvent, SetMedicine, SetReading
from fibrojournal.journal.medicines import Course, Medicine, Plan
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.ui.pages.trends.page import TrendsPage
from fibrojournal.ui.widgets.days_picture import DaysPicture
from tests.ui.conftest import Person, today_page
from tests.ui.wheel import wheel_over

TODAY = date(2026, 3, 12)


def fill(journal: Path, days: int, *, end: date = TODAY) -> None:
    """Note pain, mood and sleep on the last days, rising and falling by the week."""
    with QuickJournal.create(journal) as quick:
        for back in range(days):
            day = end - timedelta(days=back)
            moment = datetime(day.year, day.month, day.day, 21, tzinfo=ZoneInfo("Europe/Berlin"))
            stamp = stamp_of(moment)
            quick.save(
                [
                    SetReading(day, "pain", Reading(3.0 + back % 4, stamp)),
                    SetReading(day, "mood", Reading(5.0, stamp)),
                    SetReading(day, "sleep_hours", Reading(7.5, stamp)),
                ]
            )


@pytest.fixture
def program(person: Person) -> app.Program:
    fill(person.journal, 100)
    return person.start()


@pytest.fixture
def page(person: Person, program: app.Program) -> TrendsPage:
    return open_trends(person, program)


def open_trends(person: Person, program: app.Program) -> TrendsPage:
    program.window.show_page("trends")
    page = program.window._pages["trends"]
    assert isinstance(page, TrendsPage)
    picture = page._chart.picture
    person.qtbot.waitUntil(
        lambda: picture.pixmap().size() == picture.size() and picture.height() > 200
    )
    return page


def view_of(page: TrendsPage) -> TrendView:
    view = page._chart._view
    assert isinstance(view, TrendView)
    return view


def first_day(page: TrendsPage) -> date:
    return view_of(page).start


def last_day(page: TrendsPage) -> date:
    return view_of(page).end


def test_it_opens_on_ninety_days_of_pain_up_to_today(page: TrendsPage) -> None:
    assert (first_day(page), last_day(page)) == (TODAY - timedelta(days=89), TODAY)
    assert page._sentence.text().startswith("Pain averaged 4.")
    assert "90 of 90 days noted" in page._detail.text()


def test_the_picture_is_a_graphic_that_says_what_it_shows(page: TrendsPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page._chart.picture)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Pain over time"
    assert page._sentence.text() in interface.text(QAccessible.Text.Description)


@pytest.mark.parametrize(("choice", "days"), [("month", 30), ("quarter", 90), ("year", 365)])
def test_a_range_shows_so_many_days(page: TrendsPage, choice: str, days: int) -> None:
    page._spans.segments.chosen.emit(choice)
    assert (last_day(page) - first_day(page)).days + 1 == days


def test_all_begins_with_the_first_noted_day(page: TrendsPage) -> None:
    page._spans.segments.chosen.emit("all")
    assert first_day(page) == TODAY - timedelta(days=99)
    page.step(-1)
    assert last_day(page) == TODAY


def test_alt_left_pages_back_and_alt_right_no_further_than_today(
    person: Person, page: TrendsPage
) -> None:
    person.press("Alt+Left")
    assert last_day(page) == TODAY - timedelta(days=90)
    person.press("Alt+Right Alt+Right")
    assert last_day(page) == TODAY


def test_a_second_measure_stands_below_and_a_third_takes_the_place_of_the_first(
    person: Person, page: TrendsPage
) -> None:
    def shown() -> list[str]:
        return [panel.measure.id for panel in view_of(page).panels]

    page._measures.toggles["fatigue"].click()
    person.qtbot.waitUntil(lambda: shown() == ["pain", "fatigue"])
    page._measures.toggles["stress"].click()
    person.qtbot.waitUntil(lambda: shown() == ["fatigue", "stress"])
    assert not page._measures.toggles["pain"].isChecked()
    page._measures.toggles["fatigue"].click()
    person.qtbot.waitUntil(lambda: shown() == ["stress"])
    page._measures.toggles["stress"].click()
    assert page._measures.toggles["stress"].isChecked(), "one measure is always shown"


def test_others_offers_every_further_measure_and_draws_it(person: Person, page: TrendsPage) -> None:
    page._measures.others.click()
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    names = {action.text(): action for action in menu.actions()}
    assert {"Mood", "Hours slept", "Steps"} <= set(names)
    assert "Pain" not in names
    names["Hours slept"].trigger()
    menu.close()
    person.qtbot.waitUntil(lambda: "Hours slept" in page._chart.picture.accessibleName())
    assert page._measures.toggles["sleep_hours"].isChecked()


def test_arrows_read_out_a_day_and_enter_opens_it(
    person: Person, program: app.Program, page: TrendsPage
) -> None:
    page._chart.picture.setFocus()
    person.press("Left Left")
    words = page._chart._words.text()
    assert words.startswith("Wednesday 11 March")
    assert "pain" in words.lower()
    person.press("Return")
    person.qtbot.waitUntil(lambda: today_page(program).day == TODAY - timedelta(days=1))
    assert program.window._stack.currentWidget() is today_page(program)


def test_home_end_and_the_page_keys_go_further(person: Person, page: TrendsPage) -> None:
    picture = page._chart.picture
    picture.setFocus()
    person.press("Home")
    assert picture.at == 0
    person.press("PageDown")
    assert picture.at == 30
    person.press("End")
    assert picture.at == 89
    person.press("PageUp")
    assert picture.at == 59


def test_the_pointer_reads_out_a_day_and_a_click_opens_it(
    person: Person, program: app.Program, page: TrendsPage
) -> None:
    picture = page._chart.picture
    assert picture.drawn is not None
    day = TODAY - timedelta(days=20)
    spot = QPoint(round(picture.drawn.area(69).left), picture.height() // 2)
    QTest.mouseMove(picture, spot)
    assert picture.at == 69
    assert "20 February" in page._chart._words.text()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=spot)
    person.qtbot.waitUntil(lambda: today_page(program).day == day)


def test_the_table_holds_the_same_days_newest_first(
    person: Person, program: app.Program, page: TrendsPage
) -> None:
    page._chart.picture.setFocus()
    person.press("Control+T")
    table = page._chart.table
    assert table.isVisible()
    assert table.hasFocus()
    assert table.rowCount() == 90
    assert table.accessibleName() == "Pain over time, as a table"
    assert page._measures.table.text() == "Picture"
    person.press("Return")
    person.qtbot.waitUntil(lambda: today_page(program).day == TODAY)


def test_the_table_follows_the_range_and_the_picture_comes_back(
    person: Person, page: TrendsPage
) -> None:
    person.press("Control+T")
    page._spans.segments.chosen.emit("month")
    assert page._chart.table.rowCount() == 30
    person.press("Control+T")
    assert not page._chart.table.isVisible()
    assert page._chart.picture.isVisible()


def test_an_answer_given_meanwhile_is_drawn(person: Person, program: app.Program) -> None:
    page = open_trends(person, program)
    before = page._sentence.text()
    program.window.show_page("today")
    person.qtbot.waitUntil(lambda: program.window._stack.currentWidget() is today_page(program))
    today_page(program)._ratings.rows["pain"].control.setFocus()
    person.press("1 0")
    person.saved(program)
    program.window.show_page("trends")
    person.qtbot.waitUntil(lambda: page._sentence.text() != before)


def test_an_empty_journal_says_when_a_line_begins(person: Person) -> None:
    program = person.start()
    program.window.show_page("trends")
    page = program.window._pages["trends"]
    assert isinstance(page, TrendsPage)
    person.qtbot.waitUntil(lambda: bool(page._sentence.text() or page._detail.text()))
    assert "7 days" in page._sentence.text() + page._detail.text()


def test_a_day_that_was_too_hard_to_note_says_so(person: Person, program: app.Program) -> None:
    person.press("x")
    person.saved(program)
    page = open_trends(person, program)
    view = page._chart._view
    assert view is not None
    assert view.table().rows[-1][-1] == "too ill to log"


def test_what_is_no_answer_of_a_day_is_not_offered(page: TrendsPage) -> None:
    page._measures.offer_others()
    menu = page.findChild(QMenu)
    assert menu is not None
    offered = {action.text() for action in menu.actions()}
    menu.close()
    assert "Painful areas" in offered
    assert not offered & {"Too ill to log", "Energy"}


def test_a_change_of_dose_is_marked_as_an_event_is(person: Person, program: app.Program) -> None:
    stamp = stamp_of(person.moment)
    doses = ((90, Plan(20, "mg")), (30, Plan(30, "mg")))
    courses = tuple(Course(TODAY - timedelta(days), plan, stamp) for days, plan in doses)
    infection = Event("cold", "infection", "A cold", TODAY - timedelta(days=20), None, stamp)
    program.diary.edit(
        [
            SetMedicine("pill", Medicine("pill", "Duloxetine", stamp, courses)),
            SetEvent("cold", infection),
        ],
        "A treatment",
    )
    view = view_of(open_trends(person, program))
    assert [event.label for event in view.events] == ["Duloxetine changed to 30 mg", "A cold"]


# Closer, further, earlier, later


def span_of(page: TrendsPage) -> tuple[int, date]:
    """How many days are in view, and the last of them."""
    return view_of(page).days, last_day(page)


def turn(picture: DaysPicture, spot: QPoint, notches: int, keys: Qt.KeyboardModifier) -> bool:
    """Turn the wheel over a spot; return whether the picture took it."""
    event = wheel_over(picture, spot, notches, keys)
    picture.wheelEvent(event)
    return event.isAccepted()


def test_plus_and_minus_go_through_the_usual_spans(person: Person, page: TrendsPage) -> None:
    page._chart.picture.setFocus()
    person.press("+")
    assert span_of(page) == (30, TODAY)
    assert page._spans.segments.choice == "month"
    person.press("+ +")
    assert span_of(page) == (14, TODAY)
    assert page._spans.segments.choice == ""
    person.press("- - -")
    assert span_of(page) == (100, TODAY)
    assert page._spans.segments.choice == "all"


def test_closer_keeps_the_day_that_is_pointed_at_in_view(person: Person, page: TrendsPage) -> None:
    page._chart.picture.setFocus()
    person.press("Home +")
    assert span_of(page) == (30, first_day(page) + timedelta(days=29))
    assert first_day(page) == TODAY - timedelta(days=89)


def test_shift_with_an_arrow_goes_on_by_half_of_what_is_in_view(
    person: Person, page: TrendsPage
) -> None:
    page._chart.picture.setFocus()
    person.press("Shift+Left")
    assert span_of(page) == (90, TODAY - timedelta(days=45))
    person.press("Shift+Right Shift+Right")
    assert span_of(page) == (90, TODAY)


def test_the_wheel_with_ctrl_looks_closer_around_the_day_under_it(page: TrendsPage) -> None:
    picture = page._chart.picture
    assert picture.drawn is not None
    area = picture.drawn.area(40)
    day = first_day(page) + timedelta(days=40)
    spot = QPoint(round(area.left), 100)
    assert turn(picture, spot, 1, Qt.KeyboardModifier.ControlModifier)
    assert span_of(page)[0] == 72
    assert (day - first_day(page)).days == 32
    assert page._spans.segments.choice == ""


def test_the_wheel_alone_is_left_to_the_page(page: TrendsPage) -> None:
    picture = page._chart.picture
    assert not turn(picture, QPoint(300, 100), 1, Qt.KeyboardModifier.NoModifier)
    assert span_of(page) == (90, TODAY)


def test_dragging_moves_the_picture_and_draws_once_at_rest(
    person: Person, program: app.Program, page: TrendsPage
) -> None:
    picture = page._chart.picture
    cards = page._further.cards.values()
    person.qtbot.waitUntil(lambda: all(card.view is not None for card in cards))
    person.qtbot.waitUntil(lambda: picture.pixmap().size() == picture.size())
    drawn = picture.drawn
    assert drawn is not None
    frame = drawn.drawn.frames[0]
    before = picture.grab().toImage()
    start = QPoint(300, 150)
    ten_days = QPoint(round(10 * frame.box.width / (frame.last - frame.first)), 0)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picture, start + ten_days)
    assert picture.drawn is drawn, "nothing is drawn while it moves"
    moved = picture.grab().toImage()
    assert picture._shift == ten_days.x()
    columns = [at for at in range(150, 350, 7) if (at, 200) != (start.x(), start.y())]
    here = [before.pixel(at, 150) for at in columns]
    there = [moved.pixel(at + ten_days.x(), 150) for at in columns]
    assert there == here
    assert moved != before
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=start + ten_days)
    assert span_of(page) == (90, TODAY - timedelta(days=10))
    assert program.window._front is page, "a drag opens no day"
    person.qtbot.waitUntil(lambda: picture.drawn is not drawn)


def test_buttons_do_the_same_and_rest_where_there_is_nothing_more(page: TrendsPage) -> None:
    buttons = page._spans.buttons
    assert not buttons.later.isEnabled()
    buttons.closer.click()
    assert buttons.words == "11 February to 12 March 2026"
    buttons.earlier.click()
    assert span_of(page) == (30, TODAY - timedelta(days=15))
    buttons.later.click()
    buttons.further.click()
    buttons.further.click()
    assert span_of(page) == (100, TODAY)
    assert buttons.words == "3 December 2025 to 12 March 2026"
    assert not buttons.further.isEnabled()
    assert not buttons.earlier.isEnabled()
