"""The worker threads: order, answers on the UI thread, and errors that are never lost."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fibrojournal.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    worker = Background("test")
    yield worker
    worker.close(finish=False)


def test_work_runs_elsewhere_and_its_answer_comes_home(
    qtbot: QtBot, background: Background
) -> None:
    threads: list[str] = []
    answers: list[tuple[str, str]] = []
    owner = QObject()

    def work() -> str:
        threads.append(threading.current_thread().name)
        return "done"

    background.run(owner, work, lambda a: answers.append((a, threading.current_thread().name)))
    qtbot.waitUntil(lambda: bool(answers))
    assert threads[0].startswith("test")
    assert answers == [("done", threading.main_thread().name)]


def test_pieces_of_work_run_in_order(qtbot: QtBot, background: Background) -> None:
    done: list[int] = []
    owner = QObject()
    for number in range(20):
        background.run(owner, lambda n=number: n, done.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_an_error_reaches_whoever_asked(qtbot: QtBot, background: Background) -> None:
    errors: list[BaseException] = []
    owner = QObject()

    def work() -> None:
        raise OSError("disk")

    background.run(owner, work, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)


def test_an_error_is_not_lost_when_the_page_is_gone(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    owner = QObject()
    started = threading.Event()

    def work() -> None:
        started.wait(5)
        raise OSError("disk")

    background.run(owner, work, lambda _: None, lambda _: None)
    delete(owner)
    started.set()
    qtbot.waitUntil(lambda: bool(reported))


def test_an_answer_for_a_page_that_is_gone_is_left_out(
    qtbot: QtBot, background: Background
) -> None:
    answers: list[bool] = []
    last: list[int] = []
    owner, other = QObject(), QObject()
    hold = threading.Event()
    background.run(owner, lambda: hold.wait(5), answers.append)
    background.run(other, lambda: 2, last.append)
    delete(owner)
    hold.set()
    qtbot.waitUntil(lambda: bool(last))
    assert answers == []


def test_closing_finishes_what_waits(qtbot: QtBot) -> None:
    worker = Background("last")
    owner = QObject()
    done: list[int] = []
    for number in range(5):
        worker.run(owner, lambda n=number: n, done.append)  # type: ignore[misc]
    worker.close(finish=True)
    assert done == [0, 1, 2, 3, 4]


def test_closing_without_finishing_drops_what_waits(qtbot: QtBot) -> None:
    worker = Background("drop")
    owner = QObject()
    hold = threading.Event()
    done: list[str] = []

    def long() -> str:
        hold.wait(5)
        return "running"

    worker.run(owner, long, done.append)
    worker.run(owner, lambda: "waiting", done.append)
    threading.Timer(0.05, hold.set).start()
    worker.close(finish=False)
    assert done == ["running"]


def test_an_answer_never_comes_before_run_returns(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even of work that is done before anyone waits for it."""
    submit = ThreadPoolExecutor.submit

    def at_once(pool: ThreadPoolExecutor, work: Callable[[], object]) -> Future[object]:
        future = submit(pool, work)
        wait([future])
        return future

    monkeypatch.setattr(ThreadPoolExecutor, "submit", at_once)
    came: list[str] = []
    background.run(background, str, lambda _: came.append("answer"))
    came.append("returned")
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == ["returned", "answer"]
