"""The newest backup that can be gone on with, where the journal itself cannot be read."""

from __future__ import annotations

from pathlib import Path

from fibrojournal.journal.errors import JournalError, JournalLocked
from fibrojournal.storage.backups import Backup, backups_of
from fibrojournal.storage.journal_file import JournalFile


def newest_whole(journal: Path, folder: Path) -> Backup | None:
    """Find the newest backup of a journal that opens and is whole; nothing is changed.

    One that is encrypted counts as whole: that shows only with its key.
    """
    for backup in backups_of(journal, folder):
        try:
            with JournalFile.open(backup.path, read_only=True) as copy:
                if not copy.problems():
                    return backup
        except JournalLocked:
            return backup
        except JournalError:
            continue
    return None
