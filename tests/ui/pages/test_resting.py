"""The offer to let questions rest: in Settings, one by one, and taken back like anything else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.measures import Place
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.settings.page import SettingsPage
from fibrojournal.ui.pages.settings.questions_card import QuestionsCard
from fibrojournal.ui.pages.settings.resting_part import RestingPart
from tests.insights.test_resting import noise
from tests.ui.conftest import Person, shown_page

DAYS = 100


@pytest.fixture
def program(person: Person) -> Program:
    """A window over a journal of which stress has nothing to do with pain."""
    answers = {"pain": noise(DAYS, 1), "stress": noise(DAYS, 2)}
    first, stamp = person.moment.date() - timedelta(days=DAYS - 1), stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        journal.save(
            [
                SetReading(first + timedelta(days=day), id, Reading(float(values[day]), stamp))
                for id, values in answers.items()
                for day in range(DAYS)
            ]
        )
    return person.start()


def offer(person: Person, program: Program) -> RestingPart:
    """Look at Settings, and wait for the offer."""
    page = shown_page(program, "settings", SettingsPage)
    card = page.findChild(QuestionsCard)
    assert isinstance(card, QuestionsCard)
    person.qtbot.waitUntil(lambda: bool(card.resting.buttons))
    return card.resting


def press(part: RestingPart, name: str) -> None:
    found = part.findChildren(QAbstractButton)
    next(one for one in found if one.accessibleName() == name).click()


def place_of_stress(program: Program) -> Place:
    stress = program.diary.questions.measure("stress")
    assert stress is not None
    return program.diary.questions.chosen.place_of(stress)


def test_a_question_is_offered_with_how_often_it_is_noted(person: Person, program: Program) -> None:
    part = offer(person, program)
    words = [label.text() for label in part.findChildren(QLabel)]
    assert "Stress" in words
    assert "noted on 90 of the last 90 days" in words
    assert any("nothing is lost" in text for text in words)


def test_a_question_rests_and_comes_back_by_undo(person: Person, program: Program) -> None:
    part = offer(person, program)
    press(part, "Let “Stress” rest")
    assert part.buttons == []
    assert place_of_stress(program) is Place.HIDDEN
    program.diary.undo()
    assert place_of_stress(program) is Place.TODAY
    person.qtbot.waitUntil(lambda: bool(part.buttons))


def test_what_is_kept_is_offered_no_more(person: Person, program: Program) -> None:
    part = offer(person, program)
    press(part, "Keep asking “Stress”")
    assert program.diary.questions.chosen.kept == {"stress"}
    assert part.buttons == []
    with person.qtbot.waitSignal(program.window._around.insights.changed):
        pass
    found: list[object] = []
    program.window._around.insights.record(program.window, found.append)
    person.qtbot.waitUntil(lambda: bool(found))
    assert part.buttons == []


def test_the_focus_stays_near_where_it_was(person: Person, program: Program) -> None:
    part = offer(person, program)
    part.buttons[0].setFocus()
    person.press("Space")
    assert part.buttons == []
    assert person.focused() is not None
