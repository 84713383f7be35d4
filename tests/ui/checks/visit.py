"""A room of the window, as someone stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fibrojournal.app import Program
from fibrojournal.ui.widgets.focus import all_below
from tests.ui.conftest import Person

SIDEBAR_REST_MS = 450

Way = Callable[[Person, Program], QWidget]
"""How someone comes into a room; the answer is the window or panel that is in front then."""


@dataclass(frozen=True)
class Visit:
    """Someone in a room: who, in which program, and the window or panel in front."""

    person: Person
    program: Program
    room: str
    front: QWidget

    @property
    def widgets(self) -> list[QWidget]:
        """Everything that shows now, the front itself included."""
        return [widget for widget in (self.front, *all_below(self.front)) if widget.isVisible()]


def settle(turns: int = 20) -> None:
    """Let layouts, scrolling and drawing come to rest."""
    for _turn in range(turns):
        QTest.qWait(1)
