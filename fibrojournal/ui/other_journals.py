"""The way to another journal: this window closes, saved and locked, and one for that comes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from fibrojournal import settings
from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _
from fibrojournal.ui.background import report
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.still import with_reason
from fibrojournal.ui.wish import Wish


class OtherJournals(QObject):
    """Opens the sample data or any other journal, and leads back to the person's own."""

    def __init__(self, window: QMainWindow, around: Surroundings, notices: Notices) -> None:
        super().__init__(window)
        self._window, self._around, self._notices = window, around, notices
        self.came_from: Path | None = None
        """The journal that was open before this one."""
        self.wish: Wish | None = None
        """What is to be opened once the window has closed."""

    def introduce(self) -> None:
        """Say above every page, and in the title, which journal this is if not the usual one."""
        diary, journal = self._around.diary, self._around.journal
        if diary.is_sample:
            sample = with_reason(_("Sample data, made up"), diary.why_read_only)
            self._notices.say_of_journal(sample, [(_("Back to my journal"), self.go_back)])
        elif diary.why_read_only:
            self._notices.say_of_journal(diary.why_read_only)
        name = "" if journal.name == settings.JOURNAL_NAME else f"{journal.stem} – "
        self._window.setWindowTitle(f"{name}fibrojournal")

    def go_back(self) -> None:
        """Open the journal that was open before, or the person's own."""
        self._leave(Wish(self.came_from or settings.journal_path()))

    def toggle_sample(self) -> None:
        """Look around in made-up days; from there go back."""
        if self._around.diary.is_sample:
            self.go_back()
            return
        path = settings.sample_path()
        today = self._around.diary.day_of(self._around.now())

        def prepare(_key: object) -> None:
            from fibrojournal.exchange.sample import prepare_sample

            prepare_sample(path, today)

        self._notices.tell(_("Making up some days to look around in."))
        self._around.diary.beside(self, prepare, lambda _: self._open(path), self._not_made)

    def choose(self) -> None:
        """Let the person choose the file of another journal, and open it."""
        from PySide6.QtWidgets import QFileDialog  # no start should have to pay for it

        kinds = _("Journals") + " (*.fjnl);;" + _("All files") + " (*)"
        folder = str(self._around.journal.parent)
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, _("Open another journal"), folder, kinds
        )
        if chosen and Path(chosen) != self._around.journal:
            self._open(Path(chosen))

    def _open(self, path: Path) -> None:
        mine = self.came_from if self._around.diary.is_sample else self._around.journal
        self._leave(Wish(path, back=mine))

    def _leave(self, wish: Wish) -> None:
        self.wish = wish
        if not self._window.close():  # something is not saved yet, and the window says so
            self.wish = None

    def _not_made(self, error: BaseException) -> None:
        if isinstance(error, JournalError):
            self._notices.tell(str(error))
        else:
            report(error)
