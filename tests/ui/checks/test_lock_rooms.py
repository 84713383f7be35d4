"""What only a locked journal shows fits and can be used by keys as well."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.storage.key import DataKey
from fibrojournal.ui.pages.lock.forms import LockForm
from fibrojournal.ui.unlocking import UnlockPage
from tests.ui.checks.rooms_of_settings import SETTING_UP
from tests.ui.checks.test_fits import Eye, misfits
from tests.ui.checks.test_keys import (
    ROLES_OF_NOTHING,
    go_round,
    name_and_role,
    name_of,
    tab_stops,
    takes_focus,
)
from tests.ui.checks.visit import Visit, settle
from tests.ui.conftest import Person
from tests.ui.locked import lock_up

SIZES = [
    pytest.param((1280, 800), 1.0, id="1280x800"),
    pytest.param((960, 640), 2.0, id="960x640 at 200 percent"),
]
PAGES = ("settings", "lock_passphrase", "lock_off", "lock_code")


@pytest.fixture
def locked(person: Person, some_months: Path) -> Person:
    shutil.copy(some_months, person.journal)
    lock_up(person)
    return person


def rooms(person: Person, program: Program) -> Iterator[Visit]:
    """Go through all that stands before someone with a locked journal; the last one is left."""
    window = program.window
    for page_id in PAGES:
        window.show_page(page_id)
        settle()
        yield Visit(person, program, page_id, window)
    page = window._pages["lock_off"]
    assert isinstance(page, LockForm)
    window.show_page("lock_off")
    page._show_done()
    settle()
    yield Visit(person, program, "lock_off, done", window)
    for unlock, name in ways_in(person, program):
        unlock.focus_first() if name != "renewal" else unlock._new.focus_first()
        settle()
        yield Visit(person, program, name, window)


def ways_in(person: Person, program: Program) -> Iterator[tuple[UnlockPage, str]]:
    """Lock the window, and go through what its page asks."""
    program.window._guard.lock()
    page = program.window.centralWidget()
    assert isinstance(page, UnlockPage)
    page._say_wrong()
    yield page, "passphrase"
    page._do_without()
    yield page, "code"
    page._code_fits(DataKey.new())
    yield page, "renewal"


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_everything_fits(
    locked: Person, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], scale: float
) -> None:
    eye = Eye(monkeypatch)
    program = locked.start(size=size, text_scale=scale)
    faults = [fault for visit in rooms(locked, program) for fault in misfits(visit, eye)]
    assert program.window.size().toTuple() == size
    assert not faults, "\n".join(faults)


def names_of_nothing(visit: Visit) -> Iterator[str]:
    for widget in filter(takes_focus, visit.widgets):
        name, role = name_and_role(widget)
        if not name or role in ROLES_OF_NOTHING:
            yield f"{visit.room}: {name_of(widget)} has no name or role"


def not_reached(visit: Visit) -> Iterator[str]:
    stops: list[QWidget] = go_round(visit.front)
    if len(set(stops)) < len(stops):
        yield f"{visit.room}: Tab does not come back"
    for widget in tab_stops(visit) - set(stops):
        yield f"{visit.room}: not reached: {name_of(widget)}"


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((960, 640), 2.0)])
def test_every_control_has_a_name_and_is_reached_by_tab(
    locked: Person, size: tuple[int, int], scale: float
) -> None:
    program = locked.start(size=size, text_scale=scale)
    faults = []
    for visit in rooms(locked, program):
        faults += [*names_of_nothing(visit), *not_reached(visit)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_steps_that_set_a_lock_up_fit_and_are_reached(
    settled: Person, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], scale: float
) -> None:
    eye = Eye(monkeypatch)
    program = settled.start(size=size, text_scale=scale)
    faults = []
    for room, go in SETTING_UP.items():
        visit = Visit(settled, program, room, go(settled, program))
        settle()
        faults += [*misfits(visit, eye), *names_of_nothing(visit), *not_reached(visit)]
    assert not faults, "\n".join(faults)
