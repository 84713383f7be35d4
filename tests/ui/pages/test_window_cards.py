"""Settings of the window itself: the reading sidebar, the keyboard, and what it is made of."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication

from fibrojournal import __version__, settings
from fibrojournal.app import Program
from fibrojournal.ui.keyboard_list import KeyboardList
from fibrojournal.ui.licences import TEXTS, Licences
from fibrojournal.ui.page import Page
from fibrojournal.ui.pages.settings.about_card import AboutCard
from fibrojournal.ui.pages.settings.card import SettingsCard
from fibrojournal.ui.pages.settings.keyboard_card import KeyboardCard
from fibrojournal.ui.pages.settings.sidebar_card import SidebarCard
from fibrojournal.ui.sidebar_place import SidebarPlace
from fibrojournal.ui.widgets.labels import Label
from tests.ui.conftest import Person, shown_page, today_page

AnyCard = TypeVar("AnyCard", bound=SettingsCard)


def card_of(program: Program, kind: type[AnyCard]) -> AnyCard:
    program.window.show_page("settings")
    card = program.window.findChild(kind)
    assert isinstance(card, kind)
    return card


def sidebar(program: Program) -> SidebarPlace:
    side = program.window.findChild(SidebarPlace)
    assert isinstance(side, SidebarPlace)
    return side


def press(card: SettingsCard, label: str) -> None:
    next(one for one in card.findChildren(QAbstractButton) if one.text() == label).click()


def answers(program: Program) -> dict[str, float | None]:
    rows = today_page(program)._ratings.rows
    return {id: row.control.answer for id, row in rows.items()}


# Reading sidebar


def test_the_sidebar_is_opened_and_closed_from_settings(person: Person) -> None:
    program = person.start()
    card = card_of(program, SidebarCard)
    card._beside.click()
    program.window.show_page("today")
    assert not sidebar(program).isVisible()
    assert not settings.load().sidebar_open
    card_of(program, SidebarCard)._beside.click()
    program.window.show_page("today")
    assert sidebar(program).isVisible()


def test_the_quiet_themes_have_a_choice_of_their_own(person: Person) -> None:
    program = person.start()
    card_of(program, SidebarCard)._quiet.click()
    program.window.show_page("today")
    person.press("F9 Control+Shift+D")
    assert sidebar(program).isVisible()


def test_another_width_holds_at_once(person: Person) -> None:
    program = person.start()
    card = card_of(program, SidebarCard)
    assert card._width.choice == "312"
    press(card, "Widest")
    program.window.show_page("today")
    assert sidebar(program).width() == 480
    assert settings.load().sidebar_width == 480


def test_a_width_changes_while_the_sidebar_stands_there(person: Person) -> None:
    program = person.start()
    program.window._choices.change(sidebar_width=400)
    assert sidebar(program).width() == 400


# Keyboard


def test_keys_of_one_letter_rest_and_work_again(person: Person) -> None:
    program = person.start()
    card = card_of(program, KeyboardCard)
    assert card._letters.isChecked()
    card._letters.click()
    program.window.show_page("today")
    person.press("M")
    assert not today_page(program)._more.is_open
    card_of(program, KeyboardCard)._letters.click()
    program.window.show_page("today")
    person.press("M")
    assert today_page(program)._more.is_open


def test_a_number_leads_to_the_next_question_only_where_that_is_wanted(person: Person) -> None:
    program = person.start()
    person.press("6 3")
    assert answers(program)["pain"] == 3
    card_of(program, KeyboardCard)._after.click()
    program.window.show_page("today")
    today_page(program)._ratings.rows["pain"].control.setFocus()
    person.press("6 3 5")
    given = answers(program)
    assert (given["pain"], given["sleep_quality"], given["stress"]) == (6, 3, 5)


def test_after_a_one_it_waits_so_that_ten_can_be_typed(person: Person) -> None:
    program = person.start(next_after_number=True)
    person.press("1 0 4 1 Tab 2")
    given = list(answers(program).values())
    assert given[:4] == [10, 4, 1, 2]


def test_after_the_last_question_the_focus_stays(person: Person) -> None:
    program = person.start(next_after_number=True)
    last = today_page(program)._ratings.rows["fog"].control
    last.setFocus()
    person.press("5 6")
    assert last.answer == 6


def test_the_list_of_keys_opens(person: Person) -> None:
    program = person.start()
    press(card_of(program, KeyboardCard), "List of all keys")
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, KeyboardList)
    panel.close()


# About


def test_it_says_what_the_program_is_and_is_not(person: Person) -> None:
    card = card_of(person.start(), AboutCard)
    said = " ".join(label.text() for label in card.findChildren(Label))
    assert f"fibrojournal {__version__}" in said
    assert "does not diagnose or replace a doctor" in said


def test_the_licences_of_the_program_and_of_what_comes_with_it_can_be_read(
    person: Person,
) -> None:
    program = person.start()
    press(card_of(program, AboutCard), "Read the licences")
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, Licences)
    licences = ("GNU GENERAL PUBLIC LICENSE", "SIL OPEN FONT LICENSE", "ISC License")
    for name, _path in TEXTS:
        next(one for one in panel.findChildren(QAbstractButton) if one.text() == name).click()
        text = panel.text.toPlainText()
        assert "Copyright" in text, name
        assert any(licence in text for licence in licences), name
    panel.close()


def test_a_fact_with_something_to_read_brings_it_into_the_sidebar(person: Person) -> None:
    program = person.start()
    page = shown_page(program, "profile", Page)
    wanted: list[str] = []
    page.subject_changed.connect(lambda subject, _why: wanted.append(subject))
    person.press("Tab Tab Tab")
    assert wanted == ["hpa_axis", "environment_lifestyle"]
