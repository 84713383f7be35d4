"""How is it now? Two questions about a moment, and the moments of the day on Today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from fibrojournal.app import Program
from fibrojournal.journal.day import Day
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.now_panel import NowPanel
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.widgets.buttons import LinkButton
from tests.ui.conftest import Person, today_page


def ask(person: Person, program: Program) -> NowPanel:
    program.window.activateWindow()
    person.qtbot.waitUntil(program.window.isActiveWindow)
    person.press("Control+Shift+N")
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NowPanel))
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, NowPanel)
    panel.activateWindow()
    person.qtbot.waitUntil(panel.isActiveWindow)
    return panel


def stored(person: Person, program: Program) -> Day:
    person.saved(program)
    with JournalFile.open(person.journal) as journal:
        return journal.day(today_page(program).today)


def noted(person: Person, program: Program) -> dict[str, float]:
    return {moment.measure: moment.value for moment in stored(person, program).moments}


def buttons(program: Program) -> list[LinkButton]:
    made = today_page(program)._moments.findChildren(LinkButton)
    return [button for button in made if not button.isHidden()]


def shown(program: Program) -> list[str]:
    return [button.text() for button in buttons(program)]


@pytest.fixture
def program(person: Person) -> Program:
    return person.start()


def test_two_digits_note_pain_and_energy_of_now(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Tab 3 Escape")
    day = stored(person, program)
    assert {one.measure: one.value for one in day.moments} == {"pain": 6, "energy": 3}
    assert {one.entered.local.hour for one in day.moments} == {20}
    assert not day.readings
    assert not day.triggers


def test_the_menu_of_the_day_asks_too(person: Person, program: Program) -> None:
    menu = today_page(program).findChild(DayMenu)
    assert isinstance(menu, DayMenu)
    menu.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.actions()[0].trigger()
    popup.close()
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NowPanel))


def test_an_answer_that_is_changed_stays_one_moment(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 7")
    assert noted(person, program) == {"pain": 7}


def test_an_answer_that_is_cleared_is_gone(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Delete")
    assert noted(person, program) == {}


def test_closing_by_the_button_keeps_what_was_noted(person: Person, program: Program) -> None:
    panel = ask(person, program)
    person.press("6")
    panel.accept()
    assert noted(person, program) == {"pain": 6}


def test_a_day_holds_several_moments(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Tab 3 Escape")
    person.moment += timedelta(hours=1)
    ask(person, program)
    person.press("4 Escape")
    assert len(stored(person, program).moments) == 3
    assert shown(program) == ["20:00, pain 6, energy 3", "21:00, pain 4"]


def test_it_is_about_today_whatever_day_is_open(person: Person, program: Program) -> None:
    page = today_page(program)
    page.show_day(page.today - timedelta(days=3))
    person.qtbot.waitUntil(lambda: page.day < page.today)
    ask(person, program)
    person.press("6 Escape")
    assert noted(person, program) == {"pain": 6}
    assert shown(program) == []


def test_undo_takes_the_last_answer_back(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Tab 3 Escape")
    program.window._toast.undo()
    assert noted(person, program) == {"pain": 6}
    assert program.window._toast.text == "Taken back: Energy at 20:00 on Thursday 12 March"


def test_a_moment_is_taken_away_on_today_and_comes_back(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Tab 3 Escape")
    (button,) = buttons(program)
    assert button.accessibleName() == "20:00, pain 6, energy 3: take it away"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert noted(person, program) == {}
    assert not today_page(program)._moments.isVisible()
    assert program.window._toast.text == "Taken away: 20:00, pain 6, energy 3"
    program.window._toast.button.click()
    assert noted(person, program) == {"pain": 6, "energy": 3}


def test_moments_cannot_be_taken_away_where_one_only_looks(
    person: Person, program: Program
) -> None:
    ask(person, program)
    person.press("6 Escape")
    person.saved(program)
    person.leave(program)
    again = person.start(why_read_only="Only to look at.")
    (button,) = buttons(again)
    assert not button.isEnabled()
    today_page(again)._whole.take_away(today_page(again)._day.moments)
    assert shown(again) == ["20:00, pain 6"]


def test_tab_comes_to_moments_between_the_tiles_and_more(person: Person, program: Program) -> None:
    ask(person, program)
    person.press("6 Escape")
    page = today_page(program)
    program.window.activateWindow()
    person.qtbot.waitUntil(program.window.isActiveWindow)
    page._tiles.note.setFocus()
    person.press("Tab")
    (button,) = buttons(program)
    assert person.focused() is button
    person.press("Tab")
    assert person.focused() is page._more.row
