"""Freeing what refers to itself on the window's thread, and on no other.

Python looks for such garbage on whichever thread happens to make something at that moment. A
widget that is freed on a thread that is not its own takes the program down sooner or later: with
a collection every 10 ms on a second thread, tests of one page ended in a segmentation fault
within seconds (PySide 6.11, Python 3.11). So Python's own looking is put off for as long as there
is a window, and a timer of the window does it instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 2_000


class Garbage(QObject):
    """Looks for garbage now and then, once it has begun."""

    _is_frozen = False
    """Whether what was loaded is left alone: once in a process, however many windows it has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Leave alone what was loaded, since it stays: looking through it takes too long."""
        if not Garbage._is_frozen:  # else what is left of a former window would stay as well
            gc.freeze()
            Garbage._is_frozen = True
        self._timer.start()


def collect_due() -> None:
    """Free as much as Python would by now: what is young often, what is old seldom."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
