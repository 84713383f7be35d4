"""Settings: the list and its cards, and how the window looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.text import place
from fibrojournal.ui.pages.settings.data_card import DataCard
from fibrojournal.ui.pages.settings.look_card import LookCard
from fibrojournal.ui.pages.settings.page import SettingsPage
from tests.ui.checks.visit import settle
from tests.ui.conftest import Person


def kept(person: Person) -> settings.Settings:
    return settings.load(person.home / "settings.toml")


def settings_page(person: Person, program: Program) -> SettingsPage:
    person.press("Control+Comma")
    page = program.window._front
    assert isinstance(page, SettingsPage)
    settle()
    return page


def look(page: SettingsPage) -> LookCard:
    card = page.findChild(LookCard)
    assert isinstance(card, LookCard)
    return card


def test_its_keys_lead_there_and_light_its_entry(person: Person) -> None:
    program = person.start()
    page = settings_page(person, program)
    assert person.focused() is page._list
    assert program.window._navigation._items["settings"].isChecked()


def test_no_sidebar_stands_beside_it_but_f9_brings_it(person: Person) -> None:
    program = person.start()
    assert program.window._side.isVisible()
    settings_page(person, program)
    assert not program.window._side.isVisible()
    person.press("F9")
    assert program.window._side.isVisible()
    person.press("Escape")
    assert not program.window._side.isVisible()
    person.press("Control+1")
    assert program.window._side.isVisible()
    assert kept(person).sidebar_open


def test_a_theme_applies_at_once_and_is_kept(person: Person) -> None:
    program = person.start()
    card = look(settings_page(person, program))
    assert card._swatches.choice == "light"
    person.press("Tab")
    assert person.focused() is card._swatches.options[1]
    person.press("Right")
    assert program.theme.name == "dark"
    assert kept(person).theme == "dark"
    assert person.focused() is card._swatches.options[2]
    person.press("Home")
    assert program.theme.choice == "system"


def test_the_size_of_the_text_applies_at_once_and_is_kept(person: Person) -> None:
    program = person.start()
    card = look(settings_page(person, program))
    segment = next(one for one in card._segments.segments if one.id == "130")
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert program.theme.scale == 1.3
    assert kept(person).text_scale == 1.3
    person.press("Control+0")
    assert card._segments.choice == "100"


def test_motion_is_reduced_at_once_and_kept(person: Person) -> None:
    program = person.start(reduce_motion=False)
    card = look(settings_page(person, program))
    assert program.theme.fade_ms == 120
    card._motion.setFocus()
    person.press("Space")
    assert program.theme.fade_ms == 0
    assert kept(person).reduce_motion
    assert card._motion.accessibleDescription() == "on"


def test_a_choice_made_in_the_menu_shows_in_the_card(person: Person) -> None:
    program = person.start()
    card = look(settings_page(person, program))
    program.window._actions["theme_dark"].trigger()
    assert card._swatches.choice == "dark"


def test_enter_in_the_list_goes_into_the_card(person: Person) -> None:
    program = person.start()
    page = settings_page(person, program)
    person.press("Return")
    assert look(page).isAncestorOf(person.focused())


def test_without_room_for_the_list_the_title_stands_above_the_cards(person: Person) -> None:
    program = person.start(size=(960, 640), text_scale=2.0)
    page = settings_page(person, program)
    assert page._list.isHidden()
    assert look(page).isAncestorOf(person.focused())
    assert page._title.mapTo(page, page._title.rect().topLeft()).y() < 40
    person.press("Control+0")
    settle()
    assert page._list.isVisible()


def test_the_folder_is_named_where_no_file_manager_shows_it(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    program = person.start()
    card = settings_page(person, program).findChild(DataCard)
    assert isinstance(card, DataCard)
    card._show_folder()
    assert program.window._notices.notice.text == f"Your journal lies in {place(person.home)}."


def test_the_list_leads_to_a_card_and_follows_what_is_in_sight(person: Person) -> None:
    program = person.start(size=(1000, 640))
    page = settings_page(person, program)
    assert page._list.isVisible()
    page._area.setFixedHeight(400)
    settle()
    bar = page._area.verticalScrollBar()
    assert bar.maximum() > 0
    person.press("Down Down")
    assert page._list.currentRow() == 2
    assert bar.value() == min(page._cards[2].y() - 16, bar.maximum())
    bar.setValue(0)
    assert page._list.currentRow() == 0
    bar.setValue(bar.maximum())
    assert page._list.currentRow() == len(page._cards) - 1
