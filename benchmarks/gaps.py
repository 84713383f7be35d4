"""How long a window cannot answer: the gaps between the ticks of a 5 ms timer."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer

TICK_MS = 5


class Gaps:
    """Ticks on the window's thread from now on, and tells the gaps of a span afterwards."""

    def __init__(self) -> None:
        self._ticks: list[int] = []
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(lambda: self._ticks.append(time.monotonic_ns()))
        self._timer.start()

    def longest_ms(self, start_ns: int, end_ns: int) -> float:
        """Return the longest gap that touches a span."""
        return self._sorted(start_ns, end_ns)[-1]

    def usual_ms(self, start_ns: int, end_ns: int) -> float:
        """Return the gap that 95 % of the gaps touching a span do not exceed."""
        gaps = self._sorted(start_ns, end_ns)
        return gaps[int(len(gaps) * 0.95)]

    def _sorted(self, start_ns: int, end_ns: int) -> list[float]:
        touching = [
            (later - earlier) / 1e6
            for earlier, later in pairwise(self._ticks)
            if later > start_ns and earlier < end_ns
        ]
        return sorted(touching)


def report(**figures: float) -> None:
    """Tell the benchmark that started this program what was found."""
    for name, value in figures.items():
        sys.stderr.write(f"figure {name} {value}\n")
    sys.stderr.write(f"trace reported {time.monotonic_ns()}\n")
    sys.stderr.flush()
