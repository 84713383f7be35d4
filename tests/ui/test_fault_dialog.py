"""When our own code fails: one calm dialog, places only, from any thread; the work goes on."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fibrojournal import faults
from fibrojournal.ui.fault_dialog import FaultReporter

SECRET = "slept badly, cried at work"


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> Iterator[FaultReporter]:
    faults.keep_log(tmp_path)
    reporter = FaultReporter()
    reporter.install()
    yield reporter
    reporter.remove()
    faults.close_log()


def fail() -> None:
    raise ValueError(SECRET)


def dialogs() -> list[QMessageBox]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def hand_over(error: BaseException) -> None:
    """Do what Python does with an error that nobody caught."""
    sys.excepthook(type(error), error, error.__traceback__)


def test_an_error_shows_once_with_places_and_nothing_private(
    qtbot: QtBot, reporter: FaultReporter, tmp_path: Path
) -> None:
    for _time in range(3):
        try:
            fail()
        except ValueError as error:
            hand_over(error)
    qtbot.waitUntil(lambda: bool(dialogs()))
    QApplication.processEvents()
    (box,) = dialogs()
    shown = " ".join((box.text(), box.informativeText(), box.detailedText()))
    assert "ValueError" in shown
    assert "fail" in box.detailedText()
    assert SECRET not in shown
    log = (tmp_path / "fibrojournal.log").read_text()
    assert log.count("ValueError") == 3
    assert SECRET not in log
    box.done(0)


def test_the_report_can_be_copied(qtbot: QtBot, reporter: FaultReporter) -> None:
    try:
        fail()
    except ValueError as error:
        hand_over(error)
    qtbot.waitUntil(lambda: bool(dialogs()))
    (box,) = dialogs()
    next(b for b in box.buttons() if b.text() == "Copy the report").click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert SECRET not in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_one_key_carries_on(qtbot: QtBot, reporter: FaultReporter, key: Qt.Key) -> None:
    try:
        fail()
    except ValueError as error:
        hand_over(error)
    qtbot.waitUntil(lambda: bool(dialogs()))
    (box,) = dialogs()
    qtbot.waitUntil(box.isVisible)
    QTest.keyClick(box, key)
    assert not box.isVisible()


def test_an_error_in_a_thread_arrives_on_the_windows_own(
    qtbot: QtBot, reporter: FaultReporter
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()))
    dialogs()[0].done(0)


def test_an_error_that_python_cannot_raise_is_told_too(
    qtbot: QtBot, reporter: FaultReporter
) -> None:
    class Stubborn:
        def __del__(self) -> None:
            fail()

    del_me = Stubborn()
    del del_me
    gc.collect()
    qtbot.waitUntil(lambda: bool(dialogs()))
    dialogs()[0].done(0)


def test_stopping_by_the_keyboard_is_no_fault(qtbot: QtBot, reporter: FaultReporter) -> None:
    hand_over(KeyboardInterrupt())
    QApplication.processEvents()
    assert not dialogs()


def test_a_later_error_shows_again(qtbot: QtBot, reporter: FaultReporter) -> None:
    for _time in range(2):
        try:
            fail()
        except ValueError as error:
            hand_over(error)
        qtbot.waitUntil(lambda: bool(dialogs()))
        dialogs()[0].done(0)
        qtbot.waitUntil(lambda: not dialogs())
