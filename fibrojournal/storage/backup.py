"""Copies of a journal that are known to be whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalDamaged, JournalNotWritable
from fibrojournal.storage.connection import connect
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.durable import make_private, put_in_place
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey


def back_up(source: Connection, target: Path, key: DataKey | None = None) -> None:
    """Copy an open journal to `target`, check the copy, and only then put it in place.

    `key` is that of the source; the copy is encrypted with it as well. Other connections may
    write meanwhile. Raises JournalDamaged where the copy is not whole and JournalNotWritable
    where `target` cannot be written; a former copy then stays as it was.
    """
    unfinished = target.with_name(target.name + ".tmp")
    try:
        make_private(unfinished)
        _copy(source, unfinished, target, key)
        put_in_place(unfinished, target)
    except OSError as error:
        sentence = _("The backup {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=target)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(source: Connection, unfinished: Path, target: Path, key: DataKey | None) -> None:
    copy = connect(unfinished, key)
    try:
        source.backup(copy)
        is_whole = _is_whole(copy, target)
    finally:
        copy.close()
    if not is_whole:
        sentence = _("No backup was made at {path}: the journal is damaged.")
        raise JournalDamaged(sentence.format(path=target))


def _is_whole(copy: Connection, path: Path) -> bool:
    try:
        with plain_errors(path):
            pages = copy.execute("PRAGMA integrity_check").fetchall()
            orphans = copy.execute("PRAGMA foreign_key_check").fetchall()
    except JournalDamaged:
        return False
    return pages == [("ok",)] and not orphans
