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
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fibrojournal import __version__, resources, settings, trace
from fibrojournal.journal.clock import journal_day
from fibrojournal.journal.errors import (
    JournalError,
    JournalExists,
    JournalLocked,
    JournalMissing,
    JournalNotWritable,
    JournalOpen,
)
from fibrojournal.local_time import early_now, local_now
from fibrojournal.storage.connection import check_path
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.text import _
from fibrojournal.ui import single_instance, window_place
from fibrojournal.ui.background import Background, report
from fibrojournal.ui.customs import follow_customs
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.end_requests import EndRequests
from fibrojournal.ui.fault_dialog import FaultReporter
from fibrojournal.ui.garbage import Garbage
from fibrojournal.ui.main_window import MainWindow
from fibrojournal.ui.program import Program as Program  # noqa: PLC0414  what `start` gives
from fibrojournal.ui.single_instance import call_first
from fibrojournal.ui.stores import DayStore
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.wish import Wish

if TYPE_CHECKING:
    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey

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
    import fibrojournal.ui.pages.calendar.page
    import fibrojournal.ui.pages.trends.page
    import fibrojournal.ui.reading_sidebar

    fibrojournal.charts.picture.warm_up()
    single_instance.load()


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
    window = MainWindow(theme, diary, chosen, path, now=now, loading=loading)
    window.show_first(diary.read_now(diary.day_of(now())))
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


def run_window(path: Path | None = None, *, minimized: bool = False) -> int:
    """Open the journal at `path`, or the person's own, and show its window until it is closed.

    A window that starts with the computer is put away at first.
    """
    app = make_application()
    reporter = FaultReporter()
    reporter.install()
    requests = EndRequests(app.closeAllWindows)
    try:
        return _run(app, reporter, path, is_minimized=minimized)
    finally:
        requests.remove()
        reporter.remove()
        from fibrojournal import faults

        faults.close_log()


def _run(
    app: QApplication, reporter: FaultReporter, path: Path | None, *, is_minimized: bool
) -> int:
    follow_customs(QLocale.system(), settings.load().temperature)
    journal = settings.journal_path(path)
    answer = call_first(journal)
    if answer:
        return 0
    wish: Wish | None = Wish(journal, is_minimized=is_minimized)
    if answer is False:
        stuck = JournalOpen(_("Your journal is open in another window."))
        wish = _refuse(stuck, Wish(journal), settings.load())
    elif path is None and settings.is_first_start():
        wish = _welcome(app, reporter, journal)
        if wish is None:
            return 0
    before: Wish | None = None
    while wish is not None:
        end = _open(app, reporter, wish, settings.load())
        if end.error is None:
            if end.wish is None:
                return end.code
            wish, before = end.wish, wish
        elif isinstance(end.error, JournalOpen) and call_first(wish.path, is_open=True):
            return 0
        else:  # where the person came from another journal, that is still there
            wish, before = _refuse(end.error, wish, settings.load()) or before, None
    return 1


def _welcome(app: QApplication, reporter: FaultReporter, journal: Path) -> Wish | None:
    """Welcome somebody new; return where they begin, or None where they leave."""
    from fibrojournal.ui.first_run import FirstRunWindow

    today = journal_day(early_now())
    window = FirstRunWindow(_themed(settings.Settings()), journal, settings.sample_path(), today)
    reporter.window = window
    window.decided.connect(app.exit)
    window.show()
    QTimer.singleShot(1, _show_icon)
    app.exec()
    wish = window.end()
    if wish is not None:
        _stand_aside(window)
    return wish


def _stand_aside(window: QWidget) -> None:
    """Close a window once another stands in its place."""

    def close() -> None:
        window.close()

    QTimer.singleShot(0, close)


class End(NamedTuple):
    """How a window ended: what was against it, the code of the program, what is wished next."""

    error: BaseException | None = None
    code: int = 0
    wish: Wish | None = None


def _open(app: QApplication, reporter: FaultReporter, wish: Wish, chosen: settings.Settings) -> End:
    """Show a journal's window until it is closed; return how it ended."""
    try:
        program = _start(app, reporter, wish, chosen)
    except Exception as error:  # noqa: BLE001  no start ends without a word
        return End(error, 1)
    if program is None:
        return End()
    reporter.window = program.window
    refusals: list[BaseException] = []

    def refused(error: BaseException) -> None:
        refusals.append(error)
        program.diary.give_up()
        program.window.close()

    def begin() -> None:
        go_on(program, lambda: None, refused)

    window_place.restore(program.window, program.theme.tokens.data["size"]["window"])
    if wish.is_minimized:  # and is not painted before somebody wants to see it
        program.window.showMinimized()
        QTimer.singleShot(0, begin)
    else:
        _FirstPaint(program.window, begin)
        program.window.show()
    program.window.others.came_from = wish.back
    if wish.page != "today":
        program.window.show_page(wish.page)
    code = app.exec()
    next_wish = program.window.others.wish
    if not program.close() and next_wish is None:
        _end_now(code)
    reporter.window = None
    program.let_go()
    return End(refusals[0] if refusals else None, code, next_wish)


def _start(
    app: QApplication, reporter: FaultReporter, wish: Wish, chosen: settings.Settings
) -> Program | None:
    """Start; for a locked journal ask for its key first. None where the person leaves instead."""
    if not (wish.path.exists() or wish.begins_anew):
        from fibrojournal.ui.opening_faults import check_not_gone

        check_not_gone(wish.path, settings.backup_folder(chosen, wish.path))
    try:
        return start(wish.path, chosen, why_read_only=wish.why_read_only)
    except JournalLocked:
        from fibrojournal.ui.unlocking import UnlockWindow

    window = UnlockWindow(_themed(chosen), wish.path, settings.backup_folder(chosen, wish.path))
    reporter.window = window
    window.opened.connect(app.exit)
    (window.showMinimized if wish.is_minimized else window.show)()
    QTimer.singleShot(1, _show_icon)
    app.exec()
    key = window.end()
    if key is None:
        return None

    program = start(wish.path, chosen, key=key, why_read_only=wish.why_read_only)
    _stand_aside(window)
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
