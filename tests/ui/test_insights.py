"""The window's way to insights: once a state of the journal, and never beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from fibrojournal import app
from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.ui.insights import Insights
from tests.ui.conftest import Person

if TYPE_CHECKING:
    from fibrojournal.analysis.pages import Page
    from fibrojournal.insights.record import Record


@pytest.fixture
def program(person: Person) -> app.Program:
    create_demo(person.journal, 60, end=person.moment.date())
    return person.start()


@pytest.fixture
def insights(program: app.Program) -> Insights:
    return Insights(program.diary, program.loading, program.window)


def change(person: Person, program: app.Program) -> None:
    day = person.moment.date() - timedelta(days=3)
    edit = SetReading(day, "pain", Reading(9.0, stamp_of(person.moment)))
    program.diary.fetch_day(
        program.window, day, lambda _: (program.diary.edit([edit], "Changed"), None)[1]
    )


def test_a_page_is_computed_once_for_one_state(person: Person, insights: Insights) -> None:
    found: list[Page | None] = []
    insights.page(insights, "pain", found.append)
    insights.page(insights, "pain", found.append)
    person.qtbot.waitUntil(lambda: len(found) == 2)
    insights.page(insights, "pain", found.append)  # known: at once
    assert len(found) == 3
    assert found[0] is not None
    assert found[0] is found[1] is found[2]


def test_a_closed_journal_is_asked_in_vain(
    person: Person, program: app.Program, insights: Insights
) -> None:
    found: list[object] = []
    insights.record(insights, found.append)
    person.qtbot.waitUntil(lambda: bool(found))
    person.leave(program)
    insights.page(program.window, "pain", found.append)
    assert len(found) == 1


def test_a_change_has_it_asked_anew(
    person: Person, program: app.Program, insights: Insights
) -> None:
    found: list[Record | None] = []
    insights.record(insights, found.append)
    person.qtbot.waitUntil(lambda: bool(found))
    with person.qtbot.waitSignal(insights.changed):
        change(person, program)
    insights.record(insights, found.append)
    person.qtbot.waitUntil(lambda: len(found) == 2)
    assert found[0] is not found[1]


def test_what_was_asked_of_a_state_that_passed_is_not_answered(
    person: Person, program: app.Program, insights: Insights
) -> None:
    late: list[object] = []
    with person.qtbot.waitSignal(insights.changed):
        change(person, program)
        insights.network(insights, late.append)  # read, or not: the change is saved after it
        program.diary.saved.emit()
    assert late == []


def test_who_is_gone_is_not_answered(person: Person, insights: Insights) -> None:
    gone, late, found = QObject(), list[object](), list[object]()
    insights.page(gone, "fatigue", late.append)
    insights.page(insights, "fatigue", found.append)
    gone.deleteLater()
    person.qtbot.waitUntil(lambda: bool(found))
    assert late == []
