"""Reading, and where to find support."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from fibrojournal.app import Program
from fibrojournal.learn.support import Support
from fibrojournal.ui.pages.reading.page import ReadingPage
from fibrojournal.ui.pages.support.page import SupportPage
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page

COUNTRY = """\
code = "XX"
name = "{name}"
emergency = "000"
checked = {checked}
seen = ["a made-up page"]

[[lines]]
name = "{name}"
call = "000 111"
text = "000 222"
"""
"""A country of numbers that lead nowhere."""
COUNTRY_NAME = "00"
TYPED = "19"
"""What is looked for in all reading."""


def reading(person: Person, program: Program, topic: str) -> ReadingPage:
    """Go to a reading, and wait for what stands beside it, if anything does."""
    page = shown_page(program, f"reading:{topic}", ReadingPage)
    page._contents.field.clear()
    rail = page._rail
    if rail is not None and rail.own is not None:
        own = rail.own
        person.qtbot.waitUntil(lambda: own.has_chart or own._none.isVisible())
        known: list[object] = []
        program.window._around.insights.page(page, "pain", known.append)
        person.qtbot.waitUntil(lambda: bool(known))
        own._findings._ask()
    return page


def _of_own_days(person: Person, program: Program) -> QWidget:
    """With own days beside it."""
    reading(person, program, "sleep")
    return program.window


def _of_own_days_table(person: Person, program: Program) -> QWidget:
    """With own days as a table."""
    reading(person, program, "gut_brain")
    page = reading(person, program, "sleep")
    page.toggle_table()
    return program.window


def _not_seen(person: Person, program: Program) -> QWidget:
    """What a diary cannot see, with every source."""
    page = reading(person, program, "genetics")
    rail = page._rail
    assert rail is not None
    if rail.sources is not None and rail.sources.all.isVisible():
        rail.sources.all.click()
    return program.window


def _found(person: Person, program: Program) -> QWidget:
    """Some readings that were found."""
    page = reading(person, program, "sleep")
    page._contents.field.setText(TYPED)
    return program.window


def support(person: Person, program: Program) -> SupportPage:
    """Go to the page with a country chosen and a person added."""
    folder = person.home / "countries"
    folder.mkdir(exist_ok=True)
    name, checked = COUNTRY_NAME, date(2026, 3, 1)
    (folder / "XX.toml").write_text(COUNTRY.format(name=name, checked=checked), "utf-8")
    program.window._choices.change(support_country="XX")
    page = shown_page(program, "support", SupportPage)
    page._support = Support(Path(folder))
    page.shown()
    return page


def _support(person: Person, program: Program) -> QWidget:
    support(person, program)._person._leave()
    return program.window


def _support_asking(person: Person, program: Program) -> QWidget:
    """As somebody is being added."""
    support(person, program)._person._ask()
    return program.window


def _large_text(person: Person, program: Program) -> QWidget:
    support(person, program)._show_large()
    panel = QApplication.activeModalWidget()
    assert panel is not None
    return panel


ROOMS: dict[str, Way] = {
    "reading": _of_own_days,
    "reading, own days as a table": _of_own_days_table,
    "reading, not seen": _not_seen,
    "reading, found": _found,
    "get support": _support,
    "get support, adding a person": _support_asking,
    "large text": _large_text,
}
