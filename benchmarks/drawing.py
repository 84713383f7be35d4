"""Charts beside matplotlib as it is usually written: the first one, and every one after it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from benchmarks import journals
from benchmarks.figures import BUILD, Measured, Table, Target, interleaved
from benchmarks.naive_chart import HEIGHT, WIDTH, NaiveChart, answers
from fibrojournal.charts.picture import ChartCanvas, Picture, warm_up
from fibrojournal.charts.trend_view import TrendView, trend_view
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.series import Series
from fibrojournal.tokens import tokens

NAIVE = "matplotlib as usually written"
TEN_YEARS = 3650
PAIN = MEASURE_BY_ID["pain"]


def chart(rounds: int) -> Sequence[Table]:
    """Time a first chart with the libraries loaded: the measure read, the chart made and drawn."""
    app = _offscreen()
    with tempfile.TemporaryDirectory(dir=BUILD) as folder, _journal(Path(folder)) as journal:
        warm_up()

        def first() -> None:
            series = journal.series([PAIN.id])[PAIN.id]
            _show(ChartCanvas().render(view_of(series, 90), (WIDTH, HEIGHT), tokens("light")))

        def naive() -> None:
            series = journal.series([PAIN.id])[PAIN.id]
            made.append(NaiveChart(series.values, TEN_YEARS))
            made[-1].redraw()

        made: list[NaiveChart] = []
        found = interleaved(
            {
                NAIVE: timed(naive, after=lambda: made.pop().close()),
                "fibrojournal": timed(first),
            },
            rounds,
        )
    del app
    return [
        Table(
            "chart",
            "First chart, libraries loaded, one measure read from ten years; processor time",
            "ms",
            found["cpu"],
            NAIVE,
            (Target("fibrojournal", 1.3, NAIVE),),
        )
    ]


def redraw(rounds: int) -> Sequence[Table]:
    """Time a step along the days: the numbers gathered anew, drawn and put on the screen."""
    app = _offscreen()
    tables = []
    with tempfile.TemporaryDirectory(dir=BUILD) as folder, _journal(Path(folder)) as journal:
        series = journal.series([PAIN.id])[PAIN.id]
    for name, days in (("90 days", 90), ("ten years", TEN_YEARS)):
        naive = NaiveChart(answers(TEN_YEARS), days)
        canvas, steps = ChartCanvas(), count()

        def step(canvas: ChartCanvas = canvas, days: int = days, steps: count[int] = steps) -> None:
            view = view_of(series, days, back=next(steps) % 7)
            _show(canvas.render(view, (WIDTH, HEIGHT), tokens("light")))

        found = interleaved({NAIVE: timed(naive.redraw), "fibrojournal": timed(step)}, rounds)
        naive.close()
        targets = (Target("fibrojournal", 33.0), Target("fibrojournal", 0.6, NAIVE))
        title = f"Trends drawn again, {name} in view; processor time"
        tables.append(Table(f"redraw {name}", title, "ms", found["cpu"], NAIVE, targets))
    del app
    return tables


def _offscreen() -> QApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


def _journal(folder: Path) -> JournalFile:
    return JournalFile.open(journals.copy_of(journals.journal(10), folder))


def view_of(series: Series, days: int, back: int = 0) -> TrendView:
    end = journals.today() - timedelta(days=back)
    start = end - timedelta(days=days - 1)
    return trend_view([(PAIN, series)], start, end, today=journals.today())


def _show(picture: Picture) -> None:
    QPixmap.fromImage(
        QImage(picture.rgba, picture.width, picture.height, QImage.Format.Format_RGBA8888)
    )


def timed(
    act: Callable[[], None], after: Callable[[], None] = lambda: None
) -> Callable[[], Measured]:
    """Time one call; what comes after it is not timed."""

    def measured() -> Measured:
        start = time.process_time()
        act()
        spent = time.process_time() - start
        after()
        return {"cpu": spent * 1e3}

    return measured
