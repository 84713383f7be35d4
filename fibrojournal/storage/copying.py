"""A whole copy of an open journal, together with what could not be saved to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.edits import Edit
from fibrojournal.journal.errors import JournalDamaged, JournalNotWritable
from fibrojournal.storage.backup import back_up, unfinished
from fibrojournal.storage.durable import clear_way, put_in_place
from fibrojournal.storage.key_slots import copy_slots
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey
    from fibrojournal.storage.quick import QuickJournal


def copy_with(
    source: JournalFile | QuickJournal,
    connection: Connection,
    target: Path,
    edits: Sequence[Edit],
    open_copy: Callable[[Path, DataKey | None], JournalFile],
) -> None:
    """Copy an open journal, save edits to the copy, check it, and only then put it in place.

    The copy is encrypted like its source, and the same passphrase opens it. Raises
    JournalNotWritable or JournalDamaged; what stood at `target` then stays as it was.
    """
    try:
        with unfinished(target) as place:
            back_up(connection, place, source.key)
            with open_copy(place, source.key) as copy:
                copy.save(edits)
                problems = copy.problems()
            if problems:
                raise JournalDamaged(problems[0])
            copy_slots(source.path, target)
            clear_way(target)
            put_in_place(place, target)
    except OSError as error:
        sentence = _("The copy {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=target)) from error
