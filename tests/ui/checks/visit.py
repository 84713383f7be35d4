"""A room of the window, as someone stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

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
        """Everything that shows now, the front itself included, each before what stands in it.

        Most of a window is on pages that are away: what stands in them is not gone through.
        """
        shown: list[QWidget] = []
        waiting: list[QObject] = [self.front]
        while waiting:
            part = waiting.pop()
            if isinstance(part, QWidget) and part.isVisible():
                shown.append(part)
                waiting += part.children()[::-1]
        return shown


def settle(turns: int = 20) -> None:
    """Let layouts, scrolling and drawing come to rest."""
    for _turn in range(turns):
        QTest.qWait(1)
