"""A whole copy of an open journal, together with what could not be saved to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.edits import Edit
from fibrojournal.journal.errors import JournalDamaged, JournalNotWritable
from fibrojournal.storage.backup import back_up
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.journal_file import JournalFile
    from fibrojournal.storage.key import DataKey


def copy_with(
    source: Connection,
    target: Path,
    key: DataKey | None,
    edits: Sequence[Edit],
    open_copy: Callable[[Path, DataKey | None], JournalFile],
) -> None:
    """Copy an open journal, save edits to the copy, check it, and only then put it in place.

    The copy is encrypted with `key`, like its source. Raises JournalNotWritable or
    JournalDamaged; what stood at `target` then stays as it was.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        back_up(source, unfinished, key)
        with open_copy(unfinished, key) as copy:
            copy.save(edits)
            problems = copy.problems()
        if problems:
            raise JournalDamaged(problems[0])
        unfinished.replace(target)
    except OSError as error:
        sentence = _("The copy {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=target)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
