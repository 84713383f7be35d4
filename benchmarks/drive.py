"""The product itself, driven from inside: `python -m benchmarks.drive SCENARIO JOURNAL`.

It starts as it always does; a scenario waits for its marks, acts as a person would, and reports.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.busy import Typing, analyse_for_ever, ratings_of
from benchmarks.floor_commit import raw_commit
from benchmarks.gaps import Gaps, report
from fibrojournal import app, trace
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.widgets.rating import RatingScale
from fibrojournal.ui.widgets.segments import Segment

FIRST, DRAWN = "chart trend", "redraw trend"


class Marks(QObject):
    """The program's marks as they come, told on the window's thread."""

    came = Signal(str)
    saved = Signal(object)
    """The moment of the mark of the same name, in nanoseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[str, int] = {}
        self._write = trace.mark
        trace.mark = self._mark
        self._waiting: list[tuple[str, Callable[[], None]]] = []
        self.came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def when(self, name: str, act: Callable[[], None]) -> None:
        """Act once, when a mark comes next."""
        self._waiting.append((name, act))

    def _mark(self, name: str) -> None:
        self.at[name] = time.monotonic_ns()
        self._write(name)
        self.came.emit(name)

    def _tell(self, name: str) -> None:
        if name == "saved":
            self.saved.emit(self.at[name])
        due = [act for wanted, act in self._waiting if wanted == name]
        self._waiting = [one for one in self._waiting if one[0] != name]
        for act in due:
            act()


def gaps(marks: Marks) -> None:
    """Report how long loading took behind the window, and the window's gaps meanwhile."""
    ticks = Gaps()

    def tell() -> None:
        start, end = marks.at["first_paint"], marks.at["background_ready"]
        report(
            loading=(end - start) / 1e6,
            longest_gap=ticks.longest_ms(start, end + 200_000_000),
            usual_gap=ticks.usual_ms(start, end + 200_000_000),
        )

    marks.when("background_ready", lambda: QTimer.singleShot(300, tell))


def answers(marks: Marks) -> None:
    """Type answers on Today; report the time to `saved`, beside a raw commit on the same disk."""
    commit = raw_commit(Path(sys.argv[2]).with_name("raw.db"))
    saved_ms: list[float] = []
    held_ms: list[float] = []
    raw_ms: list[float] = []

    def type_next() -> None:
        turn = len(saved_ms)
        if turn == int(sys.argv[3]):
            report(
                saved=median(saved_ms), slowest=max(saved_ms), held=max(held_ms), raw=median(raw_ms)
            )
            return
        began = time.perf_counter_ns()
        commit(turn)
        raw_ms.append((time.perf_counter_ns() - began) / 1e6)
        ratings = _window().findChildren(RatingScale)[:5]
        marks.when("saved", settle)
        pressed.append(time.monotonic_ns())
        QTest.keyClick(ratings[turn % 5], Qt.Key(Qt.Key.Key_2 + turn // 5 % 8))
        held_ms.append((time.monotonic_ns() - pressed[-1]) / 1e6)

    def settle() -> None:
        saved_ms.append((marks.at["saved"] - pressed[-1]) / 1e6)
        QTimer.singleShot(60, type_next)

    pressed: list[int] = []
    marks.when("background_ready", lambda: QTimer.singleShot(1000, type_next))


def busy(marks: Marks) -> None:
    """Type answers while an analysis runs; report when each was seen and when it was saved."""

    def begin() -> None:
        window = _window()
        typing = Typing(ratings_of(window), int(sys.argv[3]), window)
        marks.saved.connect(typing.saved)
        analyse_for_ever(Path(sys.argv[2]))
        QTimer.singleShot(1000, typing.press)

    marks.when("background_ready", lambda: QTimer.singleShot(1000, begin))


def charts(marks: Marks) -> None:
    """Open Trends and report how long its first chart took; then every range, and Calendar."""
    began: list[int] = []

    def open_trends() -> None:
        marks.when(FIRST, opened)
        began.append(time.monotonic_ns())
        _window().show_page("trends")

    def opened() -> None:
        segments = _window().findChildren(Segment)
        show_ranges([one for one in segments if not one.isChecked()])
        report(opened=(marks.at[FIRST] - began[0]) / 1e6)

    def show_ranges(left: list[Segment]) -> None:
        if left:
            marks.when(DRAWN, lambda: show_ranges(left[1:]))
            left[0].click()
            return
        _window().show_page("calendar")
        QTimer.singleShot(1500, lambda: trace.mark("charts_shown"))

    marks.when("background_ready", lambda: QTimer.singleShot(500, open_trends))


def _window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


SCENARIOS = {"gaps": gaps, "answers": answers, "busy": busy, "charts": charts}


def main() -> None:
    scenario, journal = SCENARIOS[sys.argv[1]], Path(sys.argv[2])
    application = app.make_application()
    marks = Marks()
    scenario(marks)
    code = app.run_window(journal)
    del application
    raise SystemExit(code)


if __name__ == "__main__":
    main()
