"""What is said, and what can be done, where a journal cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal import faults
from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalMissing,
    JournalOpen,
    NotAJournal,
)
from fibrojournal.storage.key import keys_path
from fibrojournal.text import N_, _, day_and_month, place
from fibrojournal.ui.folders import show_folder
from fibrojournal.ui.refusal import Refusal, Way
from fibrojournal.ui.wish import Wish

if TYPE_CHECKING:
    from fibrojournal.storage.backups import Backup

_UNCHANGED = N_("Nothing was changed.")


def refusal_of(error: BaseException, journal: Path, copies: Path) -> Refusal:
    """Say why a journal was not opened; `copies` is the folder of its backups."""
    if isinstance(error, JournalOpen):
        return _open_elsewhere(journal)
    copy = _copy_of(error, journal, copies)
    if isinstance(error, JournalMissing):
        return _gone(error, journal, copy)
    if isinstance(error, JournalDamaged) or copy is not None:
        return _damaged(journal, copy)
    sentence = str(error) if isinstance(error, JournalError) else faults.tell(error)
    return Refusal(_("This journal was not opened."), [sentence, _(_UNCHANGED)])


def check_not_gone(journal: Path, copies: Path) -> None:
    """Raise JournalMissing where a journal is not in its place, but backups of it are in theirs.

    Then it is no new journal: it was moved or deleted, or its drive is not connected.
    """
    from fibrojournal.storage.backups import backups_of

    if backups_of(journal, copies):
        sentence = _("The file {path} is not there, but backups of it are.")
        raise JournalMissing(sentence.format(path=journal))


def _open_elsewhere(journal: Path) -> Refusal:
    why = _("Read only: your journal is open in another window.")
    return Refusal(
        _("Your journal is open in another window."),
        [
            _("That window did not answer just now, so it could not be brought to the front."),
            _("You can look at the journal here meanwhile. Nothing can be changed from here."),
        ],
        [Way(_("Look only"), Wish(journal, why))],
    )


def _damaged(journal: Path, copy: Backup | None) -> Refusal:
    folder = _folder_of(journal)
    title = _("Part of the journal cannot be read.")
    rescue = _("The command “fibrojournal rescue” saves what can still be read of the journal.")
    if copy is None:
        unchanged = _("Nothing was changed. No whole copy of it was found among the backups.")
        where = _("The journal is the file {place}.").format(place=place(journal))
        return Refusal(title, [unchanged, where, rescue], [folder])
    ready, open_copy = _offer(copy, _("Your journal itself is unchanged."))
    return Refusal(title, [ready, rescue], [open_copy, folder])


def _gone(error: BaseException, journal: Path, copy: Backup | None) -> Refusal:
    title = _("Your journal is not in its place.")
    if copy is None:
        return Refusal(title, [_(_UNCHANGED), str(error)], [_folder_of(journal)])
    ready, open_copy = _offer(copy, _("Your journal itself is not in its place."))
    restore = _("The command “fibrojournal restore” puts a copy in its place.")
    ways = [open_copy, _folder_of(journal)]
    if not keys_path(journal).exists():  # else a lock would be lost without a word
        ways.append(Way(_("Begin anew"), Wish(journal, begins_anew=True)))
    return Refusal(title, [ready, str(error), restore], ways)


def _offer(copy: Backup, besides: str) -> tuple[str, Way]:
    """Say that a copy is ready, and make the way to look at it, where `besides` is said too."""
    day = day_and_month(copy.taken.astimezone().date())
    ready = _("Nothing was changed. A copy from {day} is ready.").format(day=day)
    why = _("Read only: this is a copy from {day}.").format(day=day)
    return ready, Way(_("Open the copy"), Wish(copy.path, f"{why} {besides}"))


def _folder_of(journal: Path) -> Way:
    return Way(_("Show folder"), does=lambda: show_folder(journal))


def _copy_of(error: BaseException, journal: Path, copies: Path) -> Backup | None:
    """Find a whole copy of a journal that is gone, or so damaged that it may look like none."""
    if not isinstance(error, JournalDamaged | NotAJournal | JournalMissing):
        return None
    from fibrojournal.storage.restoring import newest_whole

    return newest_whole(journal, copies, or_locked=True)
