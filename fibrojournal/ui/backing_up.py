"""Keeps backups of the open journal without being asked, and knows how they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fibrojournal import settings
from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _, place
from fibrojournal.ui import window_place
from fibrojournal.ui.background import report
from fibrojournal.ui.backup_standing import Standing
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.stores import Store

if TYPE_CHECKING:
    from fibrojournal.storage.backups import Backup

FIRST_AFTER_MS = 3_000
"""The first one of a session waits for the first answers: they come before it."""


class BackingUp(QObject):
    """Makes backups when everything has loaded, when a day begins and when the window closes.

    All of it happens on the journal's thread. There are none of sample data, nor of a journal
    that is only looked at.
    """

    changed = Signal()
    """They stand otherwise now."""
    overdue = Signal(str)
    """A sentence, once a day: there was none for a week although there were changes."""

    def __init__(
        self,
        diary: Diary,
        choices: Choices,
        journal: Path,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._diary, self._choices = diary, choices
        self._journal, self._now = journal, now
        self.standing: Standing | None = None
        """None until the folder was first looked at."""
        self._first = QTimer(self, singleShot=True)
        self._first.timeout.connect(self.keep_up)
        diary.became_ready.connect(lambda: self._first.start(FIRST_AFTER_MS))
        diary.saved.connect(self._journal_changed)
        diary.journal_changed.connect(self._journal_changed)

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return settings.backup_folder(self._choices.now, self._journal)

    @property
    def are_kept(self) -> bool:
        """Tell whether any are made of this journal."""
        return not self._diary.is_sample and not self._diary.why_read_only

    def look(self) -> None:
        """See which there are."""
        folder = self.folder

        def see(store: Store) -> Standing:
            from fibrojournal.storage.backups import backups_of

            backups = backups_of(self._journal, folder)
            span = store.noted_span()
            return Standing(next(iter(backups), None), len(backups), span[0] if span else None)

        if self._can_ask:
            self._diary.fetch(self, see, self._take)

    def keep_up(self) -> None:
        """Make one where the newest does not hold all that was noted."""
        if not self._can_ask:
            return
        folder, now = self.folder, self._now()
        self._diary.fetch(
            self, lambda store: store.back_up_if_changed(folder, now), self._made, self._not_made
        )

    def back_up(self, tell: Callable[[str], None]) -> None:
        """Make one now, and `tell` in a sentence how it went."""
        if not self._can_ask:
            return
        folder, now = self.folder, self._now()

        def made(backup: Backup) -> None:
            self._made(backup)
            tell(_("Backed up and checked."))

        def not_made(error: BaseException) -> None:
            self._not_made(error)
            tell(str(error) if isinstance(error, JournalError) else "")

        self._diary.fetch(self, lambda store: store.back_up(folder, now), made, not_made)

    def move_to(self, folder: Path, tell: Callable[[str], None]) -> None:
        """Keep them in another folder from now on, if one can be made there."""
        former, now = self.folder, self._now()

        def made(backup: Backup) -> None:
            self._choices.take(self._choices.now.with_backup_folder(folder, former))
            self._made(backup)
            sentence = _("Backups are kept in {folder} now. Those in {former} stay there.")
            tell(sentence.format(folder=place(folder), former=place(former)))

        def not_made(error: BaseException) -> None:
            if not isinstance(error, JournalError):
                report(error)
                return
            tell(_("{trouble} They stay where they are.").format(trouble=error))

        if self._can_ask and folder != former:
            self._diary.fetch(self, lambda store: store.back_up(folder, now), made, not_made)

    @property
    def _can_ask(self) -> bool:
        return self._diary.is_ready and self.are_kept

    def _take(self, seen: Standing) -> None:
        former = self.standing or Standing()
        self._stand(seen._replace(has_changes=former.has_changes, trouble=former.trouble))
        self._tell_overdue()

    def _made(self, _backup: Backup | None) -> None:
        self._stand((self.standing or Standing())._replace(has_changes=False, trouble=""))
        self.look()

    def _not_made(self, error: BaseException) -> None:
        if not isinstance(error, JournalError):
            report(error)
            return
        self._stand((self.standing or Standing())._replace(has_changes=True, trouble=str(error)))
        self.look()

    def _journal_changed(self) -> None:
        if self.standing is not None and not self.standing.has_changes:
            self._stand(self.standing._replace(has_changes=True))

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit()

    def _tell_overdue(self) -> None:
        now, standing = self._now(), self.standing
        if standing is None or not standing.trouble or not standing.is_overdue(now):
            return
        today = self._diary.day_of(now)
        if window_place.last_reminder() != today:
            window_place.remember_reminder(today)
            self.overdue.emit(f"{standing.last_in_words(now)} {standing.trouble}")
