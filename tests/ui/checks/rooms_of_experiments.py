"""Experiments: a plan with those before it, one that runs, and one that is read out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.journal.experiments import DESIGN_BY_ID, Experiment, planned
from fibrojournal.ui.pages.experiments.page import ExperimentsPage
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page

TRIED = Experiment(
    id="tried",
    question="Do planned rest breaks in the middle of the day go with less pain for me?",
    first="Two planned rest breaks, one at eleven and one at four o'clock",
    second="Rest as it comes",
    outcome="pain",
    lag=0,
    trigger="own:two_planned_rest_breaks",
    design=DESIGN_BY_ID["days"],
    start=date(2025, 12, 1),
    order=(True, False, True, True) * 7,
    end=date(2026, 1, 10),
)
_WEEKS = DESIGN_BY_ID["weeks"]


def _page(program: Program) -> ExperimentsPage:
    return shown_page(program, "try_out", ExperimentsPage)


def _plan(person: Person, program: Program) -> QWidget:
    _page(program)._form._things.options[2].click()
    return program.window


def _read_out(person: Person, program: Program) -> QWidget:
    page = _page(program)
    page._open(TRIED.id)
    person.qtbot.waitUntil(lambda: bool(page._result.points.texts), timeout=20_000)
    return program.window


def _running(person: Person, program: Program) -> QWidget:
    """On the last day of a week, so that the next way is told."""
    page = _page(program)
    start = page.today - timedelta(days=6)
    coins = (False, True) * 4
    weeks = Experiment(
        "weeks",
        TRIED.question,
        TRIED.first,
        TRIED.second,
        "pain",
        1,
        TRIED.trigger,
        _WEEKS,
        start,
        coins,
    )
    program.diary.edit(planned(weeks, program.diary.questions), "Experiment")
    return program.window


def _today(person: Person, program: Program) -> QWidget:
    _running(person, program)
    program.window.show_page("today")
    return program.window


def _undone(program: Program) -> None:
    program.diary.undo()


def _left(program: Program) -> None:
    page = _page(program)
    page._open("")
    page._form.clear()
    program.window.show_page("today")


ROOMS: dict[str, Way] = {
    "try it out": _plan,
    "try it out, running": _running,
    "try it out, read out": _read_out,
    "today, trying something out": _today,
}
LEAVING: dict[str, Callable[[Program], None]] = {
    "try it out": _left,
    "try it out, running": _undone,
    "try it out, read out": _left,
    "today, trying something out": _undone,
}
"""What brings a room back to what it was."""
