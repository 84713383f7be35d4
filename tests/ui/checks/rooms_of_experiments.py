"""Experiments: a plan with those before it, one that runs, and one that is read out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.journal.experiment_drafts import KEY
from fibrojournal.journal.experiments import DESIGN_BY_ID, Experiment, ended, planned
from fibrojournal.ui.pages.experiments.page import ExperimentsPage
from fibrojournal.ui.pages.today.suspects_line import SuspectsLine
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page, today_page

QUESTION = "Do planned rest breaks in the middle of the day go with less pain for me?"
FIRST = "Two planned rest breaks, one at eleven and one at four o'clock"
SECOND = "Rest as it comes"
"""What the person wrote."""
_TRIED = "tried"


def _plan_of(id: str, design: str, start: date) -> Experiment:
    length = DESIGN_BY_ID[design]
    coins = (False, True) * (length.pairs // 2)
    trigger = f"own:{id}"
    return Experiment(id, QUESTION, FIRST, SECOND, "pain", 1, trigger, length, start, coins)


def _try(program: Program, one: Experiment, last: date | None = None) -> None:
    end = [] if last is None else [ended(one, last)]
    program.diary.edit([*planned(one, program.diary.questions), *end], "Experiment")


def _try_and_end(program: Program) -> None:
    start = today_page(program).today - timedelta(days=101)
    _try(program, _plan_of(_TRIED, "days", start), start + timedelta(days=40))


def _page(program: Program) -> ExperimentsPage:
    return shown_page(program, "try_out", ExperimentsPage)


def _plan(person: Person, program: Program) -> QWidget:
    """Begun from a result; below the plan stands what was tried before."""
    _try_and_end(program)
    program.window.show_page("try_out:about:sleep_quality")
    return program.window


def _read_out(person: Person, program: Program) -> QWidget:
    _try_and_end(program)
    page = _page(program)
    page._open(_TRIED)
    person.qtbot.waitUntil(lambda: bool(page._result.points.texts), timeout=20_000)
    return program.window


def _running(person: Person, program: Program) -> QWidget:
    """On the last day of a week, so that the next way is told."""
    _try(program, _plan_of("weeks", "weeks", today_page(program).today - timedelta(days=6)))
    _page(program)
    return program.window


def _today(person: Person, program: Program) -> QWidget:
    _running(person, program)
    program.window.show_page("today")
    return program.window


def _suspects(person: Person, program: Program) -> QWidget:
    """As in a first month."""
    program.window.show_page("today")
    page = today_page(program)
    line = page.findChild(SuspectsLine)
    assert isinstance(line, SuspectsLine)
    line._is_time = True
    line._show()
    return program.window


def _asked(program: Program) -> None:
    line = today_page(program).findChild(SuspectsLine)
    assert isinstance(line, SuspectsLine)
    line._is_time = False
    line._show()


def _undone(program: Program) -> None:
    program.diary.undo()


def _left(program: Program) -> None:
    page = _page(program)
    page._open("")
    page.finish()
    if KEY in program.diary.common.settings:
        _undone(program)
    _undone(program)
    program.window.show_page("today")


ROOMS: dict[str, Way] = {
    "try it out": _plan,
    "try it out, running": _running,
    "try it out, read out": _read_out,
    "today, trying something out": _today,
    "today, suspicions asked for": _suspects,
}
LEAVING: dict[str, Callable[[Program], None]] = {
    "try it out": _left,
    "try it out, running": _undone,
    "try it out, read out": _left,
    "today, trying something out": _undone,
    "today, suspicions asked for": _asked,
}
"""What brings a room back to what it was."""
