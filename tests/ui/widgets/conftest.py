"""Showing a control so that it can take the focus, and reading what assistive tools read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show controls one below the other in an active window."""
    kept: list[QWidget] = []

    def show_all(*widgets: QWidget, size: tuple[int, int] = (760, 400)) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(28, 28, 28, 28)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(*size)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show_all
    for window in kept:
        window.close()
