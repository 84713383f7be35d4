"""Today and other days, and what is noted quickly."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from fibrojournal.app import Program
from fibrojournal.ui.now_panel import NowPanel
from fibrojournal.ui.pages.history.page import HistoryPage
from fibrojournal.ui.pages.today.day_menu import DayMenu
from fibrojournal.ui.pages.today.hard_day import HardDayPage
from fibrojournal.ui.pages.today.move_day import MoveDayPage
from fibrojournal.ui.pages.today.past_days import PastDaysPage
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page, today_page

LONG_DAY = date(2025, 9, 24)


def _today(person: Person, program: Program) -> QWidget:
    program.window.show_page("today")
    return program.window


def _another_day(person: Person, program: Program) -> QWidget:
    """A day with a long name, and the way back to today."""
    program.window.open_day(LONG_DAY)
    person.qtbot.waitUntil(lambda: today_page(program).day == LONG_DAY)
    return program.window


def _today_open(person: Person, program: Program) -> QWidget:
    page = today_page(program)
    program.window.show_page("today")
    page._note.set_open(is_open=True)
    page._triggers._ask_name()
    if not page._more.is_open:
        page.open_more()
    assert page._more.topics is not None
    night = page._more.topics.buttons[0]
    if not night.isChecked():
        night.click()
    return program.window


def _hard_day(person: Person, program: Program) -> QWidget:
    """With the offer of the Quiet view, which comes once."""
    page = shown_page(program, "hard_day", HardDayPage)
    page._offer.show()
    return program.window


def _hard_day_done(person: Person, program: Program) -> QWidget:
    _hard_day(person, program)
    program.window._front._finish()  # type: ignore[attr-defined]
    return program.window


def _past_days(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "past_days", PastDaysPage)
    person.qtbot.waitUntil(lambda: bool(page._about.text()), timeout=10_000)
    return program.window


def _now(person: Person, program: Program) -> QWidget:
    program.window._actions["now"].trigger()
    person.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NowPanel))
    panel = QApplication.activeModalWidget()
    assert panel is not None
    return panel


def history(person: Person, program: Program) -> HistoryPage:
    """Go to the past values of today and wait for them."""
    page = shown_page(program, "history", HistoryPage)
    person.qtbot.waitUntil(page._card.isVisible)
    return page


def _history(person: Person, program: Program) -> QWidget:
    history(person, program)
    return program.window


def _move_day(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "move_day", MoveDayPage)
    person.qtbot.waitUntil(lambda: page._goal is not None)
    return program.window


def _day_menu(person: Person, program: Program) -> QWidget:
    program.window.show_page("today")
    today_page(program).findChild(DayMenu).click()  # type: ignore[union-attr]
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, QMenu)
    return panel


ROOMS: dict[str, Way] = {
    "today": _today,
    "today, all open": _today_open,
    "another day": _another_day,
    "hard day": _hard_day,
    "hard day, done": _hard_day_done,
    "past days": _past_days,
    "how is it now": _now,
    "history": _history,
    "move a day": _move_day,
    "the day's menu": _day_menu,
}
