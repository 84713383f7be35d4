"""What refers to itself is freed on the window's thread, whichever thread makes new things."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from fibrojournal.ui import garbage
from tests.ui.conftest import Person


class Ring:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.itself = self


def leave_a_ring() -> list[threading.Thread]:
    """Make a ring that nobody holds; return where it will have been freed."""
    threads: list[threading.Thread] = []
    weakref.finalize(Ring(), lambda: threads.append(threading.current_thread()))
    return threads


def make_many_things() -> None:
    kept = [[n] for n in range(50 * gc.get_threshold()[0])]
    del kept


def test_another_thread_frees_nothing(person: Person) -> None:
    program = person.start(ready=False)
    freed_on = leave_a_ring()
    program.loading.run(program.window, make_many_things, lambda _: None).result()
    program.journal.run(program.window, make_many_things, lambda _: None).result()
    assert freed_on == []


def test_the_window_frees_it_soon(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "LOOK_MS", 10)
    program = person.start()
    freed_on = leave_a_ring()
    program.loading.run(program.window, make_many_things, lambda _: None).result()
    assert freed_on == []
    kept = [[n] for n in range(2 * gc.get_threshold()[0])]
    person.qtbot.waitUntil(lambda: bool(freed_on))
    assert freed_on == [threading.main_thread()]
    del kept


def test_nothing_is_looked_for_where_little_was_made() -> None:
    gc.collect()
    before = gc.get_stats()
    garbage.collect_due()
    assert gc.get_stats() == before


def test_what_is_left_of_a_window_is_not_kept_by_the_next(person: Person) -> None:
    person.start()
    freed_on = leave_a_ring()
    person.leave(person.open[0])
    person.start()
    gc.collect()
    assert freed_on == [threading.main_thread()]


def test_nothing_of_a_window_stays_behind_it(person: Person) -> None:
    person.start()
    person.leave(person.open[0])  # what is loaded once stays
    program = person.start()
    program.window.show_page("trends")
    parts = [weakref.ref(one) for one in (program.window, program.diary, program.theme)]
    person.leave(program)
    del program
    gc.collect()
    assert [part() for part in parts] == [None, None, None]
