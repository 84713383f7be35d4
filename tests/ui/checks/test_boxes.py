"""The small box that says what went wrong: large enough, named, and left by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fibrojournal.ui.fault_dialog import FaultReporter
from fibrojournal.ui.theme import Theme

TARGET = 44


def box_in_front() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


@pytest.fixture
def reporter() -> Iterator[FaultReporter]:
    reporter = FaultReporter()
    yield reporter
    if reporter._box is not None:
        reporter._box.close()


def test_a_fault_offers_its_report_and_to_carry_on(
    theme: Theme, reporter: FaultReporter, qtbot: QtBot
) -> None:
    reporter._show("journal_file.py, line 1, in save")
    box = box_in_front()

    assert min(button.height() for button in box.buttons()) >= TARGET
    assert "What you noted is kept" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: reporter._box is None)
