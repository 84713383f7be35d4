"""What keeps the journal from being written: said in the notice, with ways to go on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fibrojournal import settings
from fibrojournal.journal.errors import (
    DiskFull,
    JournalDamaged,
    JournalError,
    JournalMissing,
    JournalMoved,
)
from fibrojournal.text import _
from fibrojournal.ui.background import report
from fibrojournal.ui.folders import show_folder
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.notice import Action


class Trouble(QObject):
    """One notice for answers that wait to be saved, until they are; before that none may go."""

    def __init__(self, around: Surroundings, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._diary, self._journal, self._now = around.diary, around.journal, around.now
        self._choices = around.choices
        self._backups, self._notices, self._window = around.backups, notices, window
        self._is_leaving = False
        self._error: JournalError | None = None
        self._remark = ""
        self._copy: Path | None = None
        self._diary.saved.connect(self._saved)
        self._diary.save_failed.connect(self._not_saved)

    def lets_go(self) -> bool:
        """Save what waits. Returns whether the window may close; it closes itself once it may."""
        if self._diary.has_unsaved:
            self._is_leaving = True
            self._diary.save_now()
            self._diary.settle()  # a computer that shuts down does not ask twice
        if self._diary.is_safe:
            return True
        if not (self._diary.is_locked or self._diary.has_unsaved):
            self._backups.keep_up()  # the file is gone, and all of it is still open
            self.tell(self._error, leaving=True)
        return False

    def leave(self) -> None:
        """Close the window without what waits, because the person says so."""
        self._diary.give_up()
        self._window.close()

    def tell(self, error: JournalError | None, *, leaving: bool = False) -> None:
        """Say why nothing can be saved now; None is a fault of the program's own."""
        self._error = error
        parts = [self._words(error), self._remark]
        if self._copy is not None and self._diary.is_safe:
            parts.append(_("A copy with all of it is at {path}.").format(path=self._copy))
        ways = self._ways(error)
        if leaving:
            ways = [(_("Save a copy"), self.save_copy), (_("Close without saving"), self.leave)]
        self._notices.not_saved(" ".join(filter(None, parts)), ways)

    def _saved(self) -> None:
        self._is_over()
        if self._is_leaving:
            self._window.close()

    def _not_saved(self, error: JournalError | None) -> None:
        self.tell(error, leaving=self._is_leaving)
        self._is_leaving = False

    def _is_over(self) -> None:
        self._remark, self._copy = "", None
        self._notices.all_saved()

    def save_copy(self) -> None:
        """Ask for a place, and write all that is open and all that waits there."""
        from PySide6.QtWidgets import QFileDialog  # no start should have to pay for it

        name = f"{self._journal.stem} {self._now():%Y-%m-%d}{self._journal.suffix}"
        kinds = _("Journals (*{ending})").format(ending=self._journal.suffix or ".fjnl")
        chooser = QFileDialog(self._window, _("Save a copy"), str(Path.home() / name), kinds)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(self._journal.suffix.lstrip("."))
        chooser.fileSelected.connect(self.copy_to)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def copy_to(self, place: str) -> None:
        """Write all that is open and all that waits to a place, and say that it is there."""
        copy = Path(place)
        self._diary.copy_to(self, copy, partial(self._copied, copy), self._not_done)

    def look_again(self) -> None:
        """See whether the journal's file is back, and go on with it."""
        self._diary.look_again(self, self._keep, self._found, self._not_done)

    def _words(self, error: JournalError | None) -> str:
        match error:
            case DiskFull():
                return _("The disk is full, so new answers stay in memory until there is room.")
            case JournalMoved():
                return _(
                    "The journal's file was moved, removed or replaced while open."
                    " What you noted is kept here."
                )
            case JournalDamaged():
                return _("Part of the journal cannot be read. What you note now is kept here.")
            case _:
                kept = _("This could not be saved just now. It is kept here and we keep trying.")
                return f"{kept} {error or ''}".rstrip()

    def _ways(self, error: JournalError | None) -> list[Action]:
        try_now: Action = (_("Try now"), self._diary.save_now)
        folder: Action = (_("Show folder"), lambda: show_folder(self._journal))
        copy: Action = (_("Save a copy"), self.save_copy)
        match error:
            case DiskFull() | JournalDamaged():
                return [try_now, folder]
            case JournalMoved():
                return [copy, (_("Look again"), self.look_again)]
            case _:
                return [try_now, copy]

    def _copied(self, copy: Path) -> None:
        self._copy, self._remark = copy, ""
        self.tell(self._error)

    def _keep(self, store: Store) -> None:
        """Keep what was open among the backups. Runs on the journal's thread."""
        store.back_up(settings.backup_folder(self._choices.now, self._journal), self._now())

    def _found(self, is_another: bool) -> None:  # noqa: FBT001  an answer of the diary
        if not self._diary.has_unsaved:
            self._is_over()
        if is_another:
            self._notices.tell(
                _(
                    "The file there now is another copy of your journal, and is open."
                    " What was open before is among your backups."
                )
            )

    def _not_done(self, error: BaseException) -> None:
        if not isinstance(error, JournalError):
            report(error)
            return
        missing = isinstance(error, JournalMissing)
        self._remark = _("It is not there yet.") if missing else str(error)
        self.tell(self._error)
