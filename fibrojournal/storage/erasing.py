"""Deleting all that a journal holds: a new, empty one takes its place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage import lock, schema
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.durable import clear_way, make_private, put_in_place, remove
from fibrojournal.storage.key import keys_path
from fibrojournal.storage.key_slots import forget
from fibrojournal.storage.recrypt import unfinished
from fibrojournal.text import _


def erase(journal: Path, *, sample: bool = False, computer: Computer | None = None) -> None:
    """Put a new, empty journal without a lock in the place of one that is closed.

    At every moment the old one or the new one lies there. With the old one go its wrapped keys,
    and what this computer remembered of them. Raises JournalNotWritable, and JournalBusy while
    the journal is open elsewhere; the old one is then as it was.
    """
    real = Path(os.path.realpath(journal))  # a link stays a link
    place = unfinished(journal)
    try:
        with lock.held(journal):
            make_private(place)
            schema.create(place, sample=sample).close()
            forget(journal, computer)
            clear_way(real)
            put_in_place(place, real)
            remove(keys_path(journal))
    except OSError as error:
        sentence = _("Nothing was deleted: the journal {path} may not be written.")
        raise JournalNotWritable(sentence.format(path=journal)) from error
    finally:
        with suppress(OSError):
            place.unlink()


def erase_backups(backups: Sequence[Path]) -> None:
    """Remove backups with their wrapped keys. Raises JournalNotWritable if one has to stay."""
    stays = 0
    for path in backups:
        try:
            remove(path)
            remove(keys_path(path))
        except OSError:
            stays += 1
    if stays:
        sentence = _("The journal is new and empty. Some of its backups in {folder} are left.")
        raise JournalNotWritable(sentence.format(folder=backups[0].parent))
