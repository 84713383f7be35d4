"""The one place where the window's parts are made and joined.

The order is that of the first second: Qt, today's answers through the bare driver, the first
paint; numpy, SQLAlchemy and matplotlib load in a thread behind it.
"""

from __future__ import annotations

import fibrojournal.ui.plain_imports  # noqa: F401  isort: skip  before anything that it speeds up

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fibrojournal import __version__, resources, settings, trace
from fibrojournal.journal.clock import journal_day
from fibrojournal.journal.errors import JournalBusy, JournalError
from fibrojournal.storage import lock
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.text import _
from fibrojournal.ui import window_place
from fibrojournal.ui.background import Background
from fibrojournal.ui.diary import DayStore, Diary
from fibrojournal.ui.fault_dialog import FaultReporter
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.theme import Theme

if TYPE_CHECKING:
    from fibrojournal.storage.journal_file import JournalFile

SWITCH_INTERVAL = 0.0005
"""Seconds after which a loading thread lets the window's thread go on."""


def local_now() -> datetime:
    """Return the present moment with the zone that the computer is set to."""
    from tzlocal import get_localzone

    return datetime.now(get_localzone())


def make_application() -> QApplication:
    """Make the Qt application with its names and icon, or return the one that runs."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # Named here and never asked for: QStyle's many enums take 12 ms to come into being.
    app = QApplication(["fibrojournal", "-style", "fusion"])
    app.setApplicationName("fibrojournal")
    app.setApplicationDisplayName("fibrojournal")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.fibrojournal.fibrojournal")
    app.setWindowIcon(QIcon(str(resources.path("icons/fibrojournal.svg"))))
    return app


def open_first(path: Path) -> DayStore:
    """Open or begin a journal by the quickest way that suits it. Raises JournalError."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return QuickJournal.create(path)
    quick = QuickJournal.open(path)
    # None: a journal of an older version, which the whole store brings up to date first.
    return quick if quick is not None else _open_whole(path)


def _open_whole(path: Path) -> JournalFile:
    from fibrojournal.storage.journal_file import JournalFile

    return JournalFile.open(path)


def load_everything() -> None:
    """Import all that the first paint did without. Runs on a thread behind the window."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    from fibrojournal import faults

    faults.keep_log(settings.log_folder())
    import fibrojournal.charts.picture
    import fibrojournal.learn.library
    import fibrojournal.storage.journal_file
    import fibrojournal.ui.pages.calendar
    import fibrojournal.ui.pages.trends
    import fibrojournal.ui.reading_sidebar

    fibrojournal.charts.picture.warm_up()


@dataclass
class Program:
    """The parts of a running window, kept together so that they can be let go in order."""

    window: MainWindow
    diary: Diary
    theme: Theme
    journal: Background
    loading: Background
    holder: lock.Lock

    def close(self) -> None:
        """Save what waits, close the journal and end the threads."""
        self.diary.close()
        self.journal.close(finish=True)
        self.loading.close(finish=False)
        self.holder.release()


def start(
    path: Path, chosen: settings.Settings, now: Callable[[], datetime] = local_now
) -> Program:
    """Open a journal and make its window, filled with today but not shown. Raises JournalError."""
    theme = Theme(chosen.theme, chosen.text_scale, reduced_motion=chosen.reduce_motion)
    theme.apply()
    path.parent.mkdir(parents=True, exist_ok=True)
    holder = lock.hold(path)
    try:
        store = open_first(path)
    except JournalError:
        holder.release()
        raise
    journal, loading = Background("journal"), Background("loading")
    diary = Diary(store, journal)
    window = MainWindow(theme, diary, chosen, path, now)
    window.show_first(diary.read_now(journal_day(now().replace(tzinfo=None))))
    return Program(window, diary, theme, journal, loading, holder)


def load_the_rest(program: Program, path: Path, done: Callable[[], None]) -> None:
    """After the first paint: load the heavy parts, then hand the journal to the whole store."""

    def loaded(_: None) -> None:
        gc.freeze()  # what was loaded stays: looking through it all would hold the window up
        gc.enable()
        program.diary.become_ready(lambda: _open_whole(path), ready)

    def ready() -> None:
        trace.mark("background_ready")
        done()

    program.loading.run(program.window, load_everything, loaded)


class _FirstPaint(QObject):
    """Calls back once, when the window's first paint is done."""

    def __init__(self, window: MainWindow, done: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._done = window, done
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        trace.mark("first_paint")
        trace.mark("today_shown")
        self._done()
        self.deleteLater()


def run_window(path: Path | None = None) -> int:
    """Open the journal at `path`, or the person's own, and show its window until it is closed."""
    place = path or settings.journal_path()
    app = make_application()
    reporter = FaultReporter()
    reporter.install()
    try:
        program = start(place, settings.load(settings.settings_path()))
    except JournalError as error:
        return _refuse(error)
    reporter.window = program.window
    _FirstPaint(program.window, lambda: load_the_rest(program, place, lambda: None))
    window_place.restore(program.window, program.theme.tokens.data["size"]["window"])
    program.window.show()
    code = app.exec()
    program.close()
    reporter.remove()
    from fibrojournal import faults

    faults.close_log()
    return code


def _refuse(error: JournalError) -> int:
    from fibrojournal.ui.refusal import show_refusal

    sys.stderr.write(f"{error}\n")
    sentence = str(error)
    if isinstance(error, JournalBusy):
        sentence = _("Your journal is open in another window.")
    show_refusal(sentence)
    return 1
