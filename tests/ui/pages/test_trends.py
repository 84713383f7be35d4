"""Trends: what is shown follows what is chosen, by mouse and by keys."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.trends import TrendsPage
from fibrojournal.ui.widgets.menu import Menu
from tests.ui.conftest import Person, today_page

TODAY = date(2026, 3, 12)
STAMP = stamp_of(datetime(2026, 3, 12, 20, tzinfo=ZoneInfo("Europe/Berlin")))


@pytest.fixture
def page(person: Person) -> TrendsPage:
    """Trends of 200 days, each with pain, sleep and mood."""
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(TODAY - timedelta(days=back), measure, Reading(float(value), STAMP))
                for back in range(200)
                for measure, value in (("pain", 4), ("sleep_quality", 6), ("mood", 7))
            ]
        )
    program = person.start()
    program.window.show_page("trends")
    page = program.window._front
    assert isinstance(page, TrendsPage)
    person.qtbot.waitUntil(lambda: bool(page._sentence.text()))
    return page


def span(page: TrendsPage) -> tuple[date, date]:
    view = page._chart._view
    assert view is not None
    return view.start, view.end


def shown(page: TrendsPage) -> list[str]:
    view = page._chart._view
    assert view is not None
    return [panel.measure.id for panel in view.panels]


def wait_for(person: Person, page: TrendsPage, measures: list[str]) -> None:
    person.qtbot.waitUntil(lambda: shown(page) == measures)


@pytest.mark.parametrize(("choice", "days"), [("month", 30), ("quarter", 90), ("year", 365)])
def test_a_range_shows_so_many_days_up_to_today(page: TrendsPage, choice: str, days: int) -> None:
    next(one for one in page._ranges.segments if one.id == choice).click()

    assert span(page) == (TODAY - timedelta(days=days - 1), TODAY)


def test_all_begins_with_the_first_noted_day(page: TrendsPage) -> None:
    next(one for one in page._ranges.segments if one.id == "all").click()

    assert span(page) == (TODAY - timedelta(days=199), TODAY)


def test_keys_go_back_and_forward_by_the_range_and_never_past_today(
    page: TrendsPage, person: Person
) -> None:
    person.press("Alt+Left")
    assert span(page)[1] == TODAY - timedelta(days=90)
    assert "to 12 December" in page._sentence.text()
    person.press("Alt+Right Alt+Right")
    assert span(page)[1] == TODAY


def test_two_measures_at_most_and_never_none(page: TrendsPage, person: Person) -> None:
    for measure, expected in (
        ("sleep_quality", ["pain", "sleep_quality"]),
        ("stress", ["sleep_quality", "stress"]),
        ("sleep_quality", ["stress"]),
        ("stress", ["stress"]),
    ):
        page._toggles[measure].click()
        wait_for(person, page, expected)
        assert [id for id, toggle in page._toggles.items() if toggle.isChecked()] == expected


def test_another_measure_comes_from_the_menu_and_takes_its_place_among_the_pills(
    page: TrendsPage, person: Person
) -> None:
    page._others.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    menu.setActiveAction(next(one for one in menu.actions() if one.text() == "Mood"))
    QTest.keyClick(menu, Qt.Key.Key_Return)

    wait_for(person, page, ["pain", "mood"])
    person.open[0].window.activateWindow()  # off the screen, a menu takes that with it
    person.qtbot.waitUntil(person.open[0].window.isActiveWindow)
    assert person.focused() is page._toggles["mood"]
    assert "Mood averaged 7.0" in page._sentence.text()
    person.press("Shift+Backtab")
    assert person.focused() is page._toggles["fog"]
    person.press("Tab Tab")
    assert person.focused() is page._others


def test_what_is_drawn_already_is_not_offered_again(page: TrendsPage) -> None:
    page._others.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    names = {action.text() for action in menu.actions()}
    menu.close()

    assert "Pain" not in names
    assert {"Mood", "Hours slept"} <= names


def test_the_table_says_how_to_come_back(page: TrendsPage, person: Person) -> None:
    person.press("Control+T")
    assert page._table.text() == "Picture"
    assert page._chart.table.isVisible()
    page._table.click()
    assert page._table.text() == "Table"
    assert page._chart.picture.isVisible()


def test_arrows_read_out_a_day_and_enter_opens_it(page: TrendsPage, person: Person) -> None:
    page._chart.picture.setFocus()
    person.press("Left Left")
    assert page._chart._words.text().startswith("Wednesday 11 March. Pain 4, moderate.")
    person.press("Return")
    form = today_page(person.open[0])
    person.qtbot.waitUntil(lambda: form.day == date(2026, 3, 11))


def test_the_pointer_reads_out_the_day_under_it(page: TrendsPage, person: Person) -> None:
    picture = page._chart.picture
    person.qtbot.waitUntil(lambda: picture._drawn is not None)
    assert picture._drawn is not None
    x = round(picture._drawn.x_of(date(2026, 2, 1)))
    QTest.mouseMove(picture, QPoint(x, picture.height() // 2))
    assert page._chart._words.text().startswith("Sunday 1 February.")
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(x, picture.height() // 2))
    form = today_page(person.open[0])
    person.qtbot.waitUntil(lambda: form.day == date(2026, 2, 1))


def test_an_answer_given_on_today_is_there_on_coming_back(page: TrendsPage, person: Person) -> None:
    program = person.open[0]
    program.window.show_page("today")
    today_page(program)._ratings.rows["pain"].control.setFocus()
    person.press("9")
    person.saved(program)
    program.window.show_page("trends")

    def newest() -> float:
        view = page._chart._view
        assert view is not None
        return float(view.panels[0].values[-1])

    person.qtbot.waitUntil(lambda: newest() == 9)
