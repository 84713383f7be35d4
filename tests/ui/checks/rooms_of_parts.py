"""What a day holds beside its answers: body map, medicines, events, check-ins."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.journal.scoring import CheckIn, SymptomAnswers
from fibrojournal.ui.pages.body.page import BodyMapPage
from fibrojournal.ui.pages.check_in.feelings import FeelingsPage
from fibrojournal.ui.pages.check_in.page import CheckInPage
from fibrojournal.ui.pages.events.page import EventPage
from fibrojournal.ui.pages.medication.page import MedicationPage
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page


def body_map(person: Person, program: Program) -> BodyMapPage:
    """Go to the body map of today and wait until it is read."""
    page = shown_page(program, "body_map", BodyMapPage)
    person.qtbot.waitUntil(lambda: page._is_read)
    return page


def _body_map(person: Person, program: Program) -> QWidget:
    """Two marked areas, with how strong they hurt."""
    page = body_map(person, program)
    for area in ("neck", "lower_back"):
        page._tick(area, on=True)
    page._strengths.set_open(is_open=True)
    return program.window


def _body_over_time(person: Person, program: Program) -> QWidget:
    page = body_map(person, program)
    page._segments.segments[-1].click()
    person.qtbot.waitUntil(page._over.isVisible)
    return program.window


def _body_table(person: Person, program: Program) -> QWidget:
    _body_over_time(person, program)
    page = program.window._front
    if not page._over.shows_table:  # type: ignore[attr-defined]
        page.toggle_table()
    return program.window


def medication(person: Person, program: Program) -> MedicationPage:
    """Go to the medicines of today and wait until the day is read."""
    page = shown_page(program, "medication", MedicationPage)
    page._leave_new()
    page._close_medicine()
    page.focus_first()
    return page


def _medication(person: Person, program: Program) -> QWidget:
    """All that is listed, and the cards of one medicine."""
    page = medication(person, program)
    page._lists._earlier.set_open(is_open=True)
    if "long" in program.diary.common.medicines:
        page._open_medicine("long")
        page._course.form.dose.field.setText("forty")
        page._course.form.plan()
    return program.window


def _medicine_added(person: Person, program: Program) -> QWidget:
    """The form of a new one, with a time that is none and a day of its own."""
    page = medication(person, program)
    page._ask_new()
    form = page._adding.form
    for chip in form.when.chips:
        if chip.id in ("morning", "bedtime"):
            chip.click()
    form.times["morning"].field.setText("late")
    form.plan()
    page._adding._add()
    page._adding.since._choice.options[-1].click()
    return program.window


def events(program: Program) -> EventPage:
    """Go to the events."""
    return shown_page(program, "event", EventPage)


def _events(person: Person, program: Program) -> QWidget:
    """A new event that lacks something."""
    events(program)._let_be()
    return program.window


def _event_changed(person: Person, program: Program) -> QWidget:
    """An event of several days with a long name, as it is changed."""
    page = events(program)
    page._list.buttons[0].click()
    page._form._spans.segments[1].click()
    return program.window


def check_in(person: Person, program: Program) -> CheckInPage:
    """Go to the check-in and wait until it is read."""
    page = shown_page(program, "check_in", CheckInPage)
    person.qtbot.waitUntil(lambda: page._day is not None)
    return page


def _check_in_where(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._answer(CheckIn(frozenset({"neck"})))
    page._show_step(0)
    page.focus_first()
    return program.window


def _check_in_how(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._show_step(1)
    page.focus_first()
    return program.window


def _check_in_result(person: Person, program: Program) -> QWidget:
    page = check_in(person, program)
    page._answer(CheckIn(frozenset({"neck"}), SymptomAnswers(2, 3, 2, 1, 0, 1), lasting=True))
    page._show_step(2)
    page.focus_first()
    return program.window


def feelings(person: Person, program: Program) -> FeelingsPage:
    """Go to mood, worry and change and wait until today is read."""
    page = shown_page(program, "feelings", FeelingsPage)
    person.qtbot.waitUntil(lambda: page._day is not None)
    return page


def _feelings(person: Person, program: Program) -> QWidget:
    feelings(person, program)
    return program.window


ROOMS: dict[str, Way] = {
    "body map": _body_map,
    "body map over time": _body_over_time,
    "body map as a table": _body_table,
    "medication": _medication,
    "a medicine, added": _medicine_added,
    "events": _events,
    "an event, changed": _event_changed,
    "check-in, where": _check_in_where,
    "check-in, how": _check_in_how,
    "check-in, the result": _check_in_result,
    "mood, worry and change": _feelings,
}
