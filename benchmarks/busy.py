"""A window that is typed in while an analysis runs behind it without a pause."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.gaps import report
from fibrojournal.ui.widgets.rating import RatingScale

PAUSE_MS = 60


class Painted(QObject):
    """Waits for the paint of a control."""

    def __init__(self, control: RatingScale, done: Callable[[], None]) -> None:
        super().__init__(control)
        self._done = done
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Call back once, when the control has been painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


class Typing(QObject):
    """Types so many answers one after the other, and hears when each is seen and saved."""

    def __init__(self, ratings: list[RatingScale], answers: int, parent: QObject) -> None:
        super().__init__(parent)
        self._ratings, self._answers = ratings, answers
        self._pressed = 0
        self.seen_ms: list[float] = []
        self.saved_ms: list[float] = []

    def press(self) -> None:
        """Type the next answer, or say what was measured."""
        turn = len(self.saved_ms)
        if turn == self._answers:
            report(
                seen=float(np.percentile(self.seen_ms, 95)),
                saved=float(np.percentile(self.saved_ms, 95)),
            )
            return
        control = self._ratings[turn % len(self._ratings)]
        Painted(control, self._seen)
        self._pressed = time.monotonic_ns()
        QTest.keyClick(control, Qt.Key(Qt.Key.Key_2 + turn // len(self._ratings) % 8))

    def saved(self, at: int) -> None:
        """Take the moment of the mark `saved`."""
        self.saved_ms.append((at - self._pressed) / 1e6)
        QTimer.singleShot(PAUSE_MS, self.press)

    def _seen(self) -> None:
        self.seen_ms.append((time.monotonic_ns() - self._pressed) / 1e6)


def analyse_for_ever(journal: Path) -> None:
    """Draw ten years and compute a page and the network, again and again, on a thread of its own.

    The whole journal is read once, as in the window, which reads it for insights when no answer has
    come for a moment.
    """
    threading.Thread(target=_analyse, args=(journal,), daemon=True).start()


def _analyse(journal: Path) -> None:
    from benchmarks.drawing import PAIN, TEN_YEARS, view_of
    from benchmarks.naive_chart import HEIGHT, WIDTH
    from fibrojournal.analysis.flares import flare_days
    from fibrojournal.charts.picture import ChartCanvas
    from fibrojournal.insights.record import read
    from fibrojournal.insights.results import network_of, page_of
    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.tokens import tokens

    with JournalFile.open_to_read(journal) as opened:
        record = read(opened)
        assert record, "the journal of a benchmark has days"
        while True:
            series = opened.series([PAIN.id])[PAIN.id]
            flare_days(series.days, series.values)
            picture = view_of(series, TEN_YEARS)
            ChartCanvas().render(picture, (WIDTH, HEIGHT), tokens("light"))
            page_of(record, PAIN.id)
            network_of(record)


def ratings_of(window: QObject) -> list[RatingScale]:
    """Return the five ratings of Today."""
    return window.findChildren(RatingScale)[:5]
