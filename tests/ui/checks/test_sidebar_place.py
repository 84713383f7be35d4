"""The sidebar stands beside a wide page and lies over a narrow one; Esc and F9 close it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fibrojournal import settings
from fibrojournal.journal.errors import JournalNotWritable
from tests.ui.checks.visit import settle
from tests.ui.conftest import Person, today_page
from tests.ui.test_slow_journal import Disk

WIDE, NARROW = (1280, 800), (1100, 700)


def test_it_lies_over_a_narrow_page_only_while_it_is_wanted(person: Person) -> None:
    program = person.start(size=NARROW)
    window, side = program.window, program.window._side
    assert not side.isVisible()
    page = window._stack.geometry()

    person.press("F9")
    settle()
    assert side.isVisible()
    assert window._stack.geometry() == page
    assert side.geometry().right() == window._whole.rect().right()
    assert side.height() == window._whole.height()

    person.press("F9")
    assert not side.isVisible()


def test_what_is_wanted_over_a_narrow_page_is_not_remembered(person: Person) -> None:
    program = person.start(size=NARROW)
    person.press("F9 F9")
    assert settings.load(person.home / "settings.toml").sidebar_open

    program.window.resize(*WIDE)
    settle()
    assert program.window._side.isVisible()


def test_closed_beside_the_page_it_stays_closed(person: Person) -> None:
    program = person.start(size=WIDE)
    person.press("F9")
    assert not settings.load(person.home / "settings.toml").sidebar_open

    program.window.resize(*NARROW)
    program.window.resize(*WIDE)
    settle()
    assert not program.window._side.isVisible()


def test_esc_closes_the_toast_then_the_sidebar_and_nothing_else(person: Person) -> None:
    program = person.start(size=NARROW)
    person.press("F9 6 Control+Z")
    window = program.window
    assert window._toast.isVisible()

    person.press("Escape")
    assert not window._toast.isVisible()
    assert window._side.isVisible()
    person.press("Escape")
    assert not window._side.isVisible()
    person.press("Escape")
    assert window.isVisible()


def test_esc_leaves_the_sidebar_beside_the_page(person: Person) -> None:
    program = person.start(size=WIDE)
    person.press("Escape")
    assert program.window._side.isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_closed_from_inside_it_gives_the_focus_to_the_page(
    person: Person, size: tuple[int, int]
) -> None:
    program = person.start(size=size)
    if size == NARROW:
        person.press("F9")
    person.press("Tab Tab")
    left = person.focused()
    person.press("F6")
    assert program.window._side.isAncestorOf(person.focused())

    person.press("F9")
    assert person.focused() is left


def test_the_form_does_not_say_saved_of_what_is_not(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = person.start()
    page = today_page(program)
    person.press("6")
    person.saved(program)
    person.qtbot.waitUntil(page._saved.check.isVisible)
    assert page._saved.hint.text().startswith("Saved.")

    disk = Disk(program)
    disk.unwritable = JournalNotWritable("There is no room left on the disk.")
    person.press("7")
    person.qtbot.waitUntil(lambda: not page._saved.check.isVisible())
    assert page._saved.hint.text() == "Not saved yet, but kept here."

    disk.unwritable = None
    program.diary.save_now()
    person.qtbot.waitUntil(page._saved.check.isVisible)
