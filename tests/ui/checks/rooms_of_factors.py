"""What goes with what: with results, with too few days, and with one that was put aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.insights.record import Record, read
from fibrojournal.insights.results import page_of
from fibrojournal.ui.pages.factors.findings import Findings
from fibrojournal.ui.pages.factors.marks import marks_of
from fibrojournal.ui.pages.factors.page import FactorsPage
from fibrojournal.ui.pages.factors.result_rows import Seen
from tests.ui.checks.visit import Way
from tests.ui.conftest import Person, shown_page

FEW_DAYS = 12


def findings(person: Person, program: Program) -> Findings:
    """Go to the results and wait until those of pain and the pictures of the first are there."""
    shown = shown_page(program, "factors:pain", FactorsPage).findings
    insights = shown._insights  # at rest, so that nothing is shown anew meanwhile
    person.qtbot.waitUntil(lambda: not (insights._rest.isActive() or shown._wait.isActive()))
    person.qtbot.waitUntil(lambda: shown.pictures.answers.view is not None)
    return shown


def _found(person: Person, program: Program) -> QWidget:
    """All rows, and how the first number was made."""
    shown = findings(person, program)
    shown.results.more.click()
    shown.made.set_open(is_open=True)
    return program.window


def _fold(program: Program) -> None:
    shown = _shown(program)
    shown.results.more.click()
    shown.made.set_open(is_open=False)


def _aside(person: Person, program: Program) -> QWidget:
    """As a table, with one result put aside that is shown again."""
    shown = findings(person, program)
    shown.detail.aside.click()
    person.qtbot.waitUntil(shown.results.aside.isVisible)
    shown.results.aside.click()
    shown.toggle_table()
    return program.window


def _take_up(program: Program) -> None:
    shown = _shown(program)
    shown.toggle_table()
    shown.results.aside.click()
    program.diary.undo()


def _too_few(person: Person, program: Program) -> QWidget:
    """The journal as it was after its first days; pain is the only page that asks of suspects."""
    shown = findings(person, program)
    got: list[object] = []
    program.diary.fetch(shown, lambda store: store.noted_span(), got.append)
    person.qtbot.waitUntil(lambda: bool(got))
    span = got[0]
    assert isinstance(span, tuple)
    early = partial(read, as_of=span[0] + timedelta(days=FEW_DAYS - 1))
    program.diary.fetch(shown, early, got.append)
    person.qtbot.waitUntil(lambda: len(got) > 1)
    record = got[1]
    assert isinstance(record, Record)
    page = page_of(record, "pain")
    assert page is not None
    shown.take("pain", Seen(record, page, marks_of(record.questions, record.ids)))
    return program.window


def _ask_again(program: Program) -> None:
    _shown(program)._outdated()


def _all_ten(person: Person, program: Program) -> QWidget:
    page = shown_page(program, "factors:all", FactorsPage)
    person.qtbot.waitUntil(lambda: bool(page.doors.lists[0].rows[0].beside))
    return program.window


def _shown(program: Program) -> Findings:
    page = program.window._pages["factors"]
    assert isinstance(page, FactorsPage)
    return page.findings


ROOMS: dict[str, Way] = {
    "factors": _found,
    "factors as a table, one put aside": _aside,
    "factors, too few days": _too_few,
    "factors, all ten": _all_ten,
}
LEAVING: dict[str, Callable[[Program], None]] = {
    "factors": _fold,
    "factors as a table, one put aside": _take_up,
    "factors, too few days": _ask_again,
}
