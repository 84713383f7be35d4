"""The two small boxes that say what is in the way: large enough, named, and left by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fibrojournal.ui.fault_dialog import FaultReporter
from fibrojournal.ui.refusal import show_refusal
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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_refusal_says_why_and_goes_with_esc(theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    seen: list[tuple[str, int, int]] = []

    def look() -> None:
        box = box_in_front()
        (button,) = box.buttons()
        seen.append((box.informativeText(), button.height(), button.width()))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    show_refusal("Your journal is open in another window.")
    ((sentence, height, width),) = seen
    assert sentence == "Your journal is open in another window."
    assert min(height, width) >= TARGET


def test_a_fault_offers_its_report_and_to_carry_on(
    theme: Theme, reporter: FaultReporter, qtbot: QtBot
) -> None:
    reporter._show("journal_file.py, line 1, in save")
    box = box_in_front()

    assert min(button.height() for button in box.buttons()) >= TARGET
    assert "What you noted is kept" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: reporter._box is None)
