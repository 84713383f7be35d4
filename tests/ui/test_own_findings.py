"""What a reading says of one's own days: what was found, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from fibrojournal.app import Program
from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.suspicions import Finding, set_dismissed
from fibrojournal.learn.library import topic
from fibrojournal.ui.own_findings import OwnFindings
from fibrojournal.ui.pages.factors.place import FactorPage
from fibrojournal.ui.widgets.certainty import CertaintyDots
from tests.ui.conftest import Person, shown_page

DAYS = 54


@pytest.fixture
def program(person: Person) -> Program:
    create_demo(person.journal, DAYS, end=person.moment.date())
    return person.start()


def findings(program: Program, topic_id: str) -> OwnFindings:
    """Return what stands beside a topic, without the wait for whoever passes by."""
    window = program.window
    insights = window._around.insights
    return OwnFindings(window._theme, insights, topic(topic_id), has_heading=True)


def shown(person: Person, made: OwnFindings) -> None:
    person.qtbot.addWidget(made)
    made.show()


def asked(person: Person, program: Program, made: OwnFindings) -> None:
    """Let it ask once all is computed, so that it has its answer at once."""
    found: list[object] = []
    program.window._around.insights.page(program.window, "pain", found.append)
    person.qtbot.waitUntil(lambda: bool(found))
    made._ask()


def put_aside(person: Person, program: Program) -> None:
    edit = set_dismissed(Finding("pain", "sleep_quality", 0), on=True)
    with person.qtbot.waitSignal(program.window._around.insights.changed):
        program.diary.edit([edit], "Put aside")


def words(made: OwnFindings) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()]


def test_a_finding_stands_with_its_dots_and_its_sentence(person: Person, program: Program) -> None:
    made = findings(program, "sleep")
    shown(person, made)
    person.qtbot.waitUntil(lambda: not made.is_empty)
    heading, lead, label, sentence = words(made)
    assert heading == "In your journal"
    assert lead == "Poor sleep tends to be followed by more pain the day after."
    assert label == "likely"
    assert sentence.startswith("The day after nights you rated ")
    assert made.findChild(CertaintyDots) is not None


def test_the_place_of_a_factor_begins_with_the_surest(person: Person, program: Program) -> None:
    made = shown_page(program, "factor:sleep", FactorPage).found
    person.qtbot.waitUntil(lambda: bool(words(made)))
    assert words(made)[0].startswith("Poor sleep tends to be followed by more pain")
    assert len(made.findChildren(CertaintyDots)) == 1
    made.set_outcome("energy_evening")  # has no page
    person.qtbot.waitUntil(lambda: not made._rest.isActive())
    assert made.is_empty
    made.set_outcome("pain")
    person.qtbot.waitUntil(lambda: not made.is_empty)


def test_where_nothing_was_found_nothing_is_said(person: Person, program: Program) -> None:
    made = findings(program, "gut_brain")
    shown(person, made)
    asked(person, program, made)
    assert made.is_empty
    assert words(made) == []


def test_what_was_put_aside_stays_there(person: Person, program: Program) -> None:
    put_aside(person, program)
    made = findings(program, "sleep")
    shown(person, made)
    asked(person, program, made)
    assert made.is_empty


def test_a_change_has_it_said_anew(person: Person, program: Program) -> None:
    made = findings(program, "sleep")
    shown(person, made)
    person.qtbot.waitUntil(lambda: not made.is_empty)
    put_aside(person, program)
    person.qtbot.waitUntil(lambda: made.is_empty)


def test_out_of_sight_nothing_is_asked(person: Person, program: Program) -> None:
    made = findings(program, "sleep")
    made._rest.setInterval(60_000)
    shown(person, made)
    assert made._rest.isActive()
    made.hide()
    assert not made._rest.isActive()


def test_an_empty_journal_has_nothing_to_say(person: Person) -> None:
    program = person.start()
    made = findings(program, "sleep")
    shown(person, made)
    asked(person, program, made)
    assert made.is_empty
