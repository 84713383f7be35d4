"""Looking at the copies of the open journal, and going back to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalLocked,
    NotAJournal,
    WrongKey,
)
from fibrojournal.text import _

if TYPE_CHECKING:
    from fibrojournal.storage.backups import Backup
    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.restoring import Comparison
    from fibrojournal.ui.stores import Store


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a copy. Without a comparison, `is_locked` or `trouble` says why."""

    backup: Backup
    comparison: Comparison | None = None
    key: DataKey | None = None
    """What opened it, where that is not the journal's own key."""
    is_locked: bool = False
    trouble: str = ""
    whole: Backup | None = None
    """The newest copy that can be read in full, where this one cannot."""


def look_at(
    store: Store, backup: Backup, others: Sequence[Backup], key: DataKey | None = None
) -> Look:
    """Check a copy, every page of it, and hold it beside the journal; takes its time.

    `others` are all copies, newest first: where this one is damaged, a whole one is looked for.
    """
    from fibrojournal.storage.restoring import compare

    try:
        # Our only whole store; what it is compared by is not for pages.
        found = compare(backup.path, cast("JournalFile", store), key or store.key)
    except JournalLocked:
        return Look(backup, is_locked=True)
    except (JournalDamaged, NotAJournal):
        trouble = _("This copy cannot be read in full.")
        return Look(backup, trouble=trouble, whole=_newest_whole(store, backup, others))
    except JournalError as error:
        return Look(backup, trouble=str(error))
    return Look(backup, found, key)


def unlock(path: Path, secret: str) -> DataKey:
    """Return the key of a locked copy, from a passphrase or a recovery code; takes its time.

    Raises WrongKey or JournalLocked where it opens nothing.
    """
    from fibrojournal.storage.key_slots import code_key, passphrase_key

    with suppress(WrongKey):
        return code_key(path, secret)
    return passphrase_key(path, secret)


def _newest_whole(store: Store, damaged: Backup, others: Sequence[Backup]) -> Backup | None:
    for backup in others:
        if backup != damaged and look_at(store, backup, ()).comparison is not None:
            return backup
    return None
