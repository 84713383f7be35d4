"""The one place where the window's parts are made and joined.

The order is that of the first second: Qt, today's answers through the bare driver, the first
paint; numpy, SQLAlchemy and matplotlib load in a thread behind it.
"""

from __future__ import annotations

import fibrojournal.ui.plain_imports  # noqa: F401  isort: skip  before anything that it speeds up

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from fibrojournal import __version__, resources, settings, trace
from fibrojournal.journal.clock import journal_day
from fibrojournal.journal.errors import (
    JournalError,
    JournalExists,
    JournalLocked,
    JournalMissing,
    JournalMoved,
    JournalNotWritable,
    JournalOpen,
)
from fibrojournal.local_time import early_now, local_now
from fibrojournal.storage import lock
from fibrojournal.storage.connection import check_path
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.text import _
from fibrojournal.ui import single_instance, window_place
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.end_requests import EndRequests
from fibrojournal.ui.fault_dialog import FaultReporter
from fibrojournal.ui.garbage import Garbage
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.single_instance import FirstInstance, call_first
from fibrojournal.ui.stores import DayStore
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.wish import Wish

if TYPE_CHECKING:
    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey

PATIENCE_SECONDS = 5.0
"""So long a window that was closed goes on behind the scenes, to make its backup."""
SWITCH_INTERVAL = 0.0005
"""Seconds after which a loading thread lets the window's thread go on."""


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
    return app


def open_first(path: Path, key: DataKey | None = None, *, read_only: bool = False) -> DayStore:
    """Open or begin a journal by the quickest way that suits it. Raises JournalError."""
    if read_only:
        looked_at = QuickJournal.open(path, key, read_only=True)
        return looked_at or _open_whole(path, key, read_only=True)
    try:
        check_path(path)
    except JournalMissing:
        with suppress(JournalExists):  # another start was quicker; the lock tells which may go on
            return QuickJournal.create(path)
    quick = QuickJournal.open(path, key)
    # None: a journal of an older version, which the whole store brings up to date first.
    return quick if quick is not None else _open_whole(path, key)


def _open_whole(path: Path, key: DataKey | None = None, *, read_only: bool = False) -> JournalFile:
    from fibrojournal.storage.journal_file import JournalFile

    return JournalFile.open(path, key, read_only=read_only)


def _open_or_look(path: Path, key: DataKey | None, why_read_only: str) -> tuple[DayStore, str]:
    """Open a journal, read-only if that is wanted or is all that its place allows; say why."""
    try:
        return open_first(path, key, read_only=bool(why_read_only)), why_read_only
    except JournalNotWritable:
        if why_read_only or not path.exists():
            raise
    why = _("Read only: the journal is in a place where nothing can be changed.")
    return open_first(path, key, read_only=True), why


def load_everything() -> None:
    """Import all that the first paint did without. Runs on a thread behind the window."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    local_now()  # finds the zone
    from fibrojournal import faults

    with suppress(OSError):  # without a place for its log the program is as good
        faults.keep_log(settings.log_folder())
    import fibrojournal.charts.picture
    import fibrojournal.learn.library
    import fibrojournal.storage.journal_file
    import fibrojournal.ui.pages.calendar
    import fibrojournal.ui.pages.trends
    import fibrojournal.ui.reading_sidebar

    fibrojournal.charts.picture.warm_up()
    single_instance.load()


@dataclass
class Program:
    """The parts of a running window, kept together so that they can be let go in order."""

    path: Path
    file: int
    """Which file the journal was when it was opened: its number on the disk."""
    window: MainWindow
    diary: Diary
    theme: Theme
    journal: Background
    loading: Background
    garbage: Garbage
    holder: lock.Lock | None = None
    first: FirstInstance | None = None
    is_closed: bool = False

    def close(self) -> bool:
        """Save what waits, close the journal and end the threads.

        Returns False where a backup goes on for longer than anyone would wait. All answers are
        safe then, and so is the backup that was to be made: it counts only once it is whole.
        """
        self.is_closed = True
        if self.first is not None:
            self.first.close()
        self.diary.close()
        is_done = self.journal.close(finish=True, seconds=PATIENCE_SECONDS)
        self.loading.close(finish=False)
        if self.holder is not None and is_done:
            self.holder.release()
        return is_done

    def listen(self) -> None:
        """Come to the front when the journal is opened once more; once its lock is held."""
        if self.holder is not None and single_instance.load():
            self.first = FirstInstance(self.path, self.window)
            self.first.called.connect(self.window.come_forward)

    def hold(self) -> None:
        """Take the journal's lock. Raises JournalOpen where another program has it."""
        if self.diary.why_read_only:  # who only looks is in nobody's way, and leaves no traces
            return
        self.holder = lock.hold(self.path)
        with suppress(OSError):
            if self.path.stat().st_ino == self.file:
                return
        # Put back from a backup, or taken away, between the opening and the lock.
        raise JournalMoved(_("The journal was just replaced. Please open it again."))


def start(
    path: Path,
    chosen: settings.Settings,
    now: Callable[[], datetime] = early_now,
    key: DataKey | None = None,
    why_read_only: str = "",
) -> Program:
    """Open a journal and make its window, filled with today but not shown. Raises JournalError.

    With a sentence that says why, the journal is only looked at.
    """
    theme = _themed(chosen)
    store, why_read_only = _open_or_look(path, key, why_read_only)
    journal, loading = Background("journal"), Background("loading")
    diary = Diary(store, journal, key, why_read_only=why_read_only)
    window = MainWindow(theme, diary, chosen, path, now)
    window.show_first(diary.read_now(journal_day(now().replace(tzinfo=None))))
    file = path.stat().st_ino
    return Program(path, file, window, diary, theme, journal, loading, Garbage(window))


def _themed(chosen: settings.Settings) -> Theme:
    theme = Theme(chosen.theme, chosen.text_scale, reduced_motion=chosen.reduce_motion)
    theme.apply()
    return theme


def go_on(
    program: Program,
    done: Callable[[], None],
    refused: Callable[[BaseException], None] = report,
) -> None:
    """After the first paint: take the lock, load the heavy parts, open the whole store.

    The lock comes before anything that is typed can be written, since that waits on the same
    thread behind it; but not before the paint: the library behind it takes as long to load as a
    third of an empty window. `refused` is told where the lock is another program's.
    """
    program.window.complete()
    QTimer.singleShot(1, _show_icon)

    def held(_: None) -> None:
        if not program.is_closed:
            program.loading.run(program.window, load_everything, loaded)

    def loaded(_: None) -> None:
        if program.is_closed:
            return
        program.garbage.begin()
        program.listen()
        looking = bool(program.diary.why_read_only)
        program.diary.become_ready(
            lambda key: _open_whole(program.path, key, read_only=looking), ready
        )

    def ready() -> None:
        trace.mark("background_ready")
        done()

    program.journal.run(program.window, program.hold, held, refused)


def _show_icon() -> None:
    from PySide6.QtGui import QIcon  # its list of 151 theme icons takes a millisecond

    QApplication.setWindowIcon(QIcon(str(resources.path("icons/fibrojournal.svg"))))


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
        # In a turn of its own: keys that came during the paint are taken before it.
        QTimer.singleShot(1, self._done)
        self.deleteLater()


def run_window(path: Path | None = None) -> int:
    """Open the journal at `path`, or the person's own, and show its window until it is closed."""
    app = make_application()
    reporter = FaultReporter()
    reporter.install()
    requests = EndRequests(app.closeAllWindows)
    try:
        return _run(app, reporter, settings.journal_path(path))
    finally:
        requests.remove()
        reporter.remove()
        from fibrojournal import faults

        faults.close_log()


def _run(app: QApplication, reporter: FaultReporter, path: Path) -> int:
    answer = call_first(path)
    if answer:
        return 0
    chosen = settings.load(settings.settings_path())
    wish: Wish | None = Wish(path)
    if answer is False:
        stuck = JournalOpen(_("Your journal is open in another window."))
        wish = _refuse(stuck, Wish(path), chosen)
    while wish is not None:
        error, code = _open(app, reporter, wish, chosen)
        if error is None:
            return code
        if isinstance(error, JournalOpen) and call_first(path, is_open=True):
            return 0
        wish = _refuse(error, wish, chosen)
    return 1


def _open(
    app: QApplication, reporter: FaultReporter, wish: Wish, chosen: settings.Settings
) -> tuple[BaseException | None, int]:
    """Show a journal's window until it is closed; return what was against it, and the code."""
    try:
        program = _start(app, reporter, wish, chosen)
    except Exception as error:  # noqa: BLE001  no start ends without a word
        return error, 1
    if program is None:
        return None, 0
    reporter.window = program.window
    refusals: list[BaseException] = []

    def refused(error: BaseException) -> None:
        refusals.append(error)
        program.diary.give_up()
        program.window.close()

    _FirstPaint(program.window, lambda: go_on(program, lambda: None, refused))
    window_place.restore(program.window, program.theme.tokens.data["size"]["window"])
    program.window.show()
    code = app.exec()
    if not program.close():
        _end_now(code)
    reporter.window = None
    return (refusals[0] if refusals else None), code


def _start(
    app: QApplication, reporter: FaultReporter, wish: Wish, chosen: settings.Settings
) -> Program | None:
    """Start; for a locked journal ask for its key first. None where the person leaves instead."""
    try:
        return start(wish.path, chosen, why_read_only=wish.why_read_only)
    except JournalLocked:
        from fibrojournal.ui.unlocking import UnlockWindow

    window = UnlockWindow(_themed(chosen), wish.path, settings.backup_folder(chosen, wish.path))
    reporter.window = window
    window.opened.connect(app.exit)
    window.show()
    QTimer.singleShot(1, _show_icon)
    app.exec()
    key = window.end()
    if key is None:
        return None

    def stand_aside() -> None:
        window.close()

    program = start(wish.path, chosen, key=key, why_read_only=wish.why_read_only)
    QTimer.singleShot(0, stand_aside)  # once the other stands in its place
    return program


def _end_now(code: int) -> None:
    """End the process without its last thread, which waits for a drive that does not answer."""
    from fibrojournal import faults

    faults.close_log()
    os._exit(code)


def _refuse(error: BaseException, wish: Wish, chosen: settings.Settings) -> Wish | None:
    """Say why a journal was not opened; return what the person wishes to open instead."""
    from fibrojournal.ui.opening_faults import refusal_of
    from fibrojournal.ui.refusal import show_refusal

    refusal = refusal_of(error, wish.path, settings.backup_folder(chosen, wish.path))
    told = error if isinstance(error, JournalError) else refusal.sentences[0]
    sys.stderr.write(f"fibrojournal: {told}\n")
    _show_icon()
    return show_refusal(_themed(chosen), refusal)
