"""A room of the window, as someone stands in it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fibrojournal.app import Program
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
        return [widget for widget in _inside(self.front) if widget.isVisible()]


def _inside(front: QWidget) -> list[QWidget]:
    """Find a window and all that is in it.

    Now and then PySide hands out the wrapper of a widget that is gone for one that lives at its
    address (seen about once in ten full runs, never in a run of one file). Once what is gone was
    collected, the same question is answered rightly; if not, the check fails.
    """
    for _try in range(3):
        found = [front, *front.findChildren(QWidget)]
        if all(map(isValid, found)):
            return found
        gc.collect()
    raise AssertionError(f"in {front} something is said to be gone that is there")


def settle(turns: int = 20) -> None:
    """Let layouts, scrolling and drawing come to rest."""
    for _turn in range(turns):
        QTest.qWait(1)
