"""Quiet view: dim colours, and fewer things in the window."""

from __future__ import annotations

from typing import TypeVar

import pytest

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.tokens import THEMES
from fibrojournal.ui.page import Page
from fibrojournal.ui.sidebar_place import SidebarPlace
from fibrojournal.ui.undo_toast import UndoToast
from fibrojournal.ui.widgets.nav import NavItem
from tests.ui.conftest import Person

AnyPart = TypeVar("AnyPart", SidebarPlace, UndoToast)


def entry(program: Program, name: str) -> NavItem:
    return next(one for one in program.window.findChildren(NavItem) if one.text() == name)


def part(program: Program, kind: type[AnyPart]) -> AnyPart:
    found = program.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def test_its_key_leads_there_and_back(person: Person) -> None:
    program = person.start(theme="dark")
    person.press("Control+Shift+D")
    assert program.theme.name == "quiet"
    assert settings.load().theme == "quiet"
    person.press("Control+Shift+D")
    assert program.theme.name == "dark"


def test_its_entry_in_the_navigation_is_lit_while_it_holds(person: Person) -> None:
    program = person.start(theme="light")
    quiet = entry(program, "Quiet view")
    assert not quiet.isChecked()
    quiet.click()
    assert program.theme.name == "quiet"
    assert quiet.isChecked()
    assert entry(program, "Today").isChecked()
    quiet.click()
    assert program.theme.name == "light"
    assert not quiet.isChecked()


def test_the_sidebar_is_closed_at_first_and_comes_back(person: Person) -> None:
    program = person.start(theme="light")
    side = part(program, SidebarPlace)
    assert side.isVisible()
    person.press("Control+Shift+D")
    assert not side.isVisible()
    person.press("F9")
    assert side.isVisible()
    person.press("Control+Shift+D")
    assert side.isVisible()
    person.press("F9 Control+Shift+D")
    assert side.isVisible(), "as it was left in Quiet"


def test_the_focus_goes_back_to_the_page_with_a_sidebar_that_closes(person: Person) -> None:
    program = person.start(theme="light")
    person.press("F6")
    assert part(program, SidebarPlace).isAncestorOf(person.focused())
    person.press("Control+Shift+D")
    page = program.window.findChild(Page)
    assert page is not None
    assert page.isAncestorOf(person.focused())


@pytest.mark.parametrize("theme", THEMES)
def test_a_quiet_window_says_what_was_done_below_the_page_and_not_over_it(
    person: Person, theme: str
) -> None:
    program = person.start(theme=theme)
    page = program.window.findChild(Page)
    assert page is not None
    before = page.height()
    person.press("7 Control+Z")
    toast = part(program, UndoToast)
    person.qtbot.waitUntil(lambda: page.height() < before or not program.theme.is_quiet)
    end = page.mapTo(program.window, page.rect().bottomLeft()).y()
    assert (end < toast.geometry().top()) == program.theme.is_quiet
    toast.leave()
    person.qtbot.waitUntil(lambda: page.height() == before)


def test_a_line_that_is_read_becomes_a_toast_where_the_theme_changes(person: Person) -> None:
    program = person.start(theme="quiet")
    person.press("7 Control+Z")
    toast = part(program, UndoToast)
    assert toast.width() > program.window.width() // 2
    person.press("Control+Shift+D")
    assert toast.width() < program.window.width() // 2
