"""What is added to a layout with others in it never stands for something else later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from fibrojournal import ui
from fibrojournal.ui.widgets import nested
from fibrojournal.ui.widgets.nested import add_layout


def known_items() -> int:
    return sum(type(one).__name__ == "QWidgetItem" for one in Shiboken.getAllValidWrappers())


def test_no_item_of_an_added_layout_is_known_to_python(qtbot: QtBot) -> None:
    window, before = QWidget(), known_items()
    qtbot.addWidget(window)
    row, inner, column = QHBoxLayout(), QGridLayout(), QVBoxLayout(window)
    row.addWidget(QLabel("Pain"))
    row.addSpacing(8)
    inner.addWidget(QLabel("Sleep"), 0, 0)
    add_layout(row, inner)
    add_layout(column, row, 1)
    assert column.stretch(0) == 1
    assert row.count() == 3
    assert known_items() == before


def test_every_layout_is_added_so() -> None:
    package = Path(ui.__file__).parent
    adding = [path for path in package.rglob("*.py") if ".addLayout(" in path.read_text("utf-8")]
    assert adding == [Path(nested.__file__)]
