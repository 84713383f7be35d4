"""Get support: the same for everyone, and nothing about opening it is kept."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from fibrojournal import settings
from fibrojournal.app import Program
from fibrojournal.journal.trusted import Trusted, trusted_of
from fibrojournal.learn.support import BESIDE, EMERGENCY, Support
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.reading.page import ReadingPage
from fibrojournal.ui.pages.support.card_printing import draw_card
from fibrojournal.ui.pages.support.large_text import LargeText
from fibrojournal.ui.pages.support.page import SupportPage
from tests.ui.checks.rooms_of_reading import COUNTRY
from tests.ui.conftest import Person, shown_page

ANA = Trusted("Ana", "000 555")


@pytest.fixture
def program(person: Person) -> Program:
    """A window over an empty journal."""
    return person.start()


@pytest.fixture
def countries(tmp_path: Path) -> Support:
    folder = tmp_path / "countries"
    folder.mkdir()
    land = COUNTRY.format(name="Nowhere", checked=date(2026, 3, 1))
    (folder / "XX.toml").write_text(land, "utf-8")
    return Support(folder)


def support(program: Program, countries: Support | None = None) -> SupportPage:
    page = shown_page(program, "support", SupportPage)
    if countries is not None:
        page._support = countries
        page.shown()
    return page


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def button(page: QWidget, name: str) -> QAbstractButton:
    found = (one for one in page.findChildren(QAbstractButton) if one.isVisible())
    return next(one for one in found if one.text() == name)


def test_without_a_country_only_what_is_right_everywhere_is_said(
    person: Person, program: Program, countries: Support
) -> None:
    page = support(program, countries)
    assert words(page._box)[0] == EMERGENCY
    assert page._country.isVisible()
    assert page._country.hasFocus() is False
    page.focus_first()
    assert page._country.hasFocus()


def test_where_no_country_is_known_none_is_asked_for(program: Program, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    page = support(program, Support(nowhere))
    assert not page._country.isVisible()
    page.focus_first()
    assert page._large.hasFocus()
    assert words(page._box) == [EMERGENCY, "Right in every country."]


def test_a_country_brings_its_numbers_and_is_remembered(
    person: Person, program: Program, countries: Support
) -> None:
    page = support(program, countries)
    page._country.setCurrentIndex(1)
    page._country.activated.emit(1)
    shown = ["000", "In an emergency, at any hour.", "Nowhere", "call 000 111 · text 000 222"]
    assert words(page._box) == shown
    assert page._checked.text() == "The list was checked in March 2026."
    assert settings.load(person.home / "settings.toml").support_country == "XX"


def test_old_numbers_are_not_shown(person: Person, program: Program, countries: Support) -> None:
    page = support(program, countries)
    page._around.choices.change(support_country="XX")
    assert words(page._box)[0] == "000"
    person.moment = person.moment.replace(year=2027, month=4)
    page.shown()
    assert words(page._box)[0] == EMERGENCY


def test_a_new_symptom_leads_to_the_list_of_signs(program: Program) -> None:
    button(support(program), "When to see a doctor").click()
    page = program.window._front
    assert isinstance(page, ReadingPage)
    assert page.topic_id == "doctor"
    assert button(page, "Back to Get support")


def test_a_hard_day_leads_to_fewer_questions_and_to_less_light(program: Program) -> None:
    page = support(program)
    quiet = button(page, "Quiet view")
    quiet.click()
    assert program.theme.is_quiet
    assert not quiet.isVisible()
    button(page, "Hard day").click()
    assert program.window._front_id == "hard_day"


def test_one_person_is_added_changed_and_taken_off(person: Person, program: Program) -> None:
    page = support(program)
    button(page, "Add a person").click()
    person.press("A n a Tab 0 0 0 Enter")
    assert trusted_of(program.diary.common.settings) == Trusted("Ana", "000")
    assert {"Ana", "000"} <= set(words(page))
    change = button(page, "Change")
    assert change.hasFocus()
    change.click()
    page._person._number_field.setText(ANA.number)
    button(page, "Keep").click()
    assert page._person.person == ANA
    button(page, "Take off this page").click()
    assert not page._person.person
    program.diary.undo()
    assert page._person.person == ANA


def test_the_form_is_left_as_it_was(program: Program) -> None:
    page = support(program)
    button(page, "Add a person").click()
    page._person._name_field.setText("Ana")
    button(page, "Leave it").click()
    assert not page._person.person
    assert button(page, "Add a person").hasFocus()


def test_a_journal_that_is_only_looked_at_takes_nobody(person: Person) -> None:
    with JournalFile.create(person.journal):
        pass
    page = support(person.start(why_read_only="It is only looked at."))
    assert not button(page, "Add a person").isEnabled()


def test_opening_it_leaves_no_trace(person: Person, program: Program) -> None:
    before = person.journal.read_bytes()
    support(program)
    assert person.journal.read_bytes() == before
    assert not (person.home / "settings.toml").exists()


def test_all_of_it_is_shown_in_large_text(program: Program, countries: Support) -> None:
    page = support(program, countries)
    page._around.choices.change(support_country="XX")
    button(page, "Show as large text").click()
    panel = QApplication.activeModalWidget()
    assert isinstance(panel, LargeText)
    assert {"000", "call 000 111 · text 000 222", BESIDE[0].text} <= set(words(panel))
    button(panel, "Close").click()


def test_f6_goes_from_the_cards_to_the_person(person: Person, program: Program) -> None:
    page = support(program)
    person.press("F6")
    assert page._beside.isAncestorOf(person.focused())
    person.press("Shift+F6")
    assert page._cards.isAncestorOf(person.focused())


def test_where_there_is_no_printer_it_is_said(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page = support(program)
    told: list[str] = []
    page.told.connect(told.append)
    button(page, "Print a card").click()
    assert told == ["There is no printer here. The numbers can be written down by hand."]


def test_the_card_has_each_pair_below_the_one_before(program: Program) -> None:
    paper = QImage(600, 850, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    draw_card(painter, QRectF(0, 0, 600, 850), [("000", "at any hour"), (ANA.name, ANA.number)])
    painter.end()
    white = paper.pixelColor(599, 849)
    lines = [any(paper.pixelColor(x, y) != white for x in range(600)) for y in range(850)]
    starts = sum(now and not before for before, now in pairwise(lines))
    assert starts >= 4
    assert not any(lines[425:])
