"""Proves a built program: starts the window off-screen, logs a day, draws all there is, closes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from fibrojournal import app, settings
from fibrojournal.charts import CHARTS, Chart
from fibrojournal.charts.material import Scope, gather
from fibrojournal.charts.saving import FORMS, picture_bytes
from fibrojournal.charts.view import View
from fibrojournal.exchange.demo import create_demo
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.tokens import tokens
from fibrojournal.ui.navigation import PAGES
from fibrojournal.ui.widgets.chart_picture import ChartPicture

EVENING = datetime(2025, 12, 31, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
PATIENCE_MS = 30_000
THEMES = ("light", "dark")
_DAYS_OF_CHARTS = (120, 365)
_TYPED = {"pain": 6, "sleep_quality": 3, "stress": 5, "fatigue": 7, "fog": 4}


class SelfTestError(Exception):
    """What the self-test waited for did not come about."""


def run(screenshots: Path | None = None) -> None:
    """Run the self-test. Raises SelfTestError, or whatever else goes wrong.

    With a folder, it also keeps pictures of every page and every chart in both themes there, of
    made-up days.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app.make_application()
    # On Windows a file that Qt still watches cannot be removed; the folder is temporary anyway.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ[settings.HOME_VARIABLE] = folder
        _log_a_day(Path(folder) / "first.fjnl")
        sample = Path(folder) / "sample.fjnl"
        create_demo(sample, end=EVENING.date())
        for theme in THEMES:
            _draw_pages(sample, theme, screenshots)
            _draw_charts(sample, theme, screenshots)


def _log_a_day(journal: Path) -> None:
    program = _open(journal, THEMES[0])
    for digit in _TYPED.values():
        _press(Qt.Key(Qt.Key.Key_0 + digit), str(digit))
        _press(Qt.Key.Key_Tab)
    _wait_until(lambda: not program.diary.has_unsaved, "the answers were not saved")
    _close(program)
    with JournalFile.open(journal) as stored:
        day = stored.day(EVENING.date())
    if {id: reading.value for id, reading in day.readings.items()} != _TYPED:
        raise SelfTestError("the journal does not hold what was typed")


def _draw_pages(journal: Path, theme: str, screenshots: Path | None) -> None:
    program = _open(journal, theme)
    for page in PAGES:
        program.window.show_page(page.id)
        _rest()
        picture = program.window.findChild(ChartPicture)
        if page.id == "trends":
            _wait_until(lambda chart=picture: not chart.pixmap().isNull(), "no chart was drawn")  # type: ignore[misc]
        if screenshots is not None:
            screenshots.mkdir(parents=True, exist_ok=True)
            program.window.grab().save(str(screenshots / f"{page.id}-{theme}.png"))
    _close(program)


def _draw_charts(journal: Path, theme: str, screenshots: Path | None) -> None:
    """Draw every chart of the made-up days, in each theme in another form that is kept."""
    form = FORMS[THEMES.index(theme) % len(FORMS)]
    with JournalFile.open_to_read(journal) as stored:
        for chart in CHARTS:
            picture = picture_bytes(_view_of(chart, stored), tokens(theme), form)
            if screenshots is not None:
                (screenshots / f"chart-{chart.id}-{theme}.{form}").write_bytes(picture)


def _view_of(chart: Chart, stored: JournalFile) -> View:
    """Look at so many days that the chart is drawn: some need days before, some are rare."""
    end = EVENING.date()
    for days in _DAYS_OF_CHARTS:
        scope = Scope(end - timedelta(days=days - 1), end, end)
        view = chart.view(gather(stored, chart.needs, scope, stored.questions()), scope)
        if not view.is_empty:
            return view
    raise SelfTestError(f"the made-up days do not draw the chart {chart.id}")


def _open(journal: Path, theme: str) -> app.Program:
    chosen = settings.Settings(theme=theme, reduce_motion=True)
    program = app.start(journal, chosen, lambda: EVENING)
    program.window.resize(*program.theme.tokens.data["size"]["window"])
    program.window.show()
    loaded: list[bool] = []
    app.go_on(program, lambda: loaded.append(True))
    _wait_until(lambda: bool(loaded), "the journal did not open")
    return program


def _close(program: app.Program) -> None:
    program.window.close()
    program.close()
    program.window.deleteLater()


def _press(key: Qt.Key, text: str = "") -> None:
    control = QApplication.focusWidget()
    if control is None:
        raise SelfTestError("no control has the focus")
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(control, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _rest(milliseconds: int = 700) -> None:
    """Let the window work: the sidebar follows after 400 ms."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_until(happened: Callable[[], bool], or_else: str) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not happened():
        if deadline.hasExpired():
            raise SelfTestError(or_else)
        _rest(10)
