"""Writes an export: whole or not at all, and never over the journal that it came from."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fibrojournal.journal.errors import JournalError
from fibrojournal.storage.key import is_encrypted
from fibrojournal.text import _

_SIDECARS = ("", "-journal", "-wal", "-shm", ".keys")
_DATABASE = b"SQLite format 3\0"


def write_export(path: Path, parts: Iterable[str], *, journal: Path) -> None:
    """Write text parts to a file as UTF-8, replacing what was there only when all is written.

    Raises JournalError with a sentence where the place is the journal's own or not writable.
    """
    try:
        target = path.resolve()
    except (OSError, RuntimeError) as error:  # links that lead in a circle
        raise JournalError(_("{path} could not be written.").format(path=path)) from error
    _check_place(target, journal.resolve())
    try:
        if path.exists() and not path.is_file():
            # Not the resolved path: /dev/stdout of a pipe leads to a name that is no file.
            _write_into(path, parts)
        else:
            _replace(target, parts)
    except BrokenPipeError:
        raise  # whoever read the pipe had enough: nothing went wrong here
    except FileNotFoundError as error:
        raise JournalError(_("There is no folder {path}.").format(path=target.parent)) from error
    except OSError as error:
        raise JournalError(_("{path} could not be written.").format(path=path)) from error


def _check_place(target: Path, journal: Path) -> None:
    if target.is_dir():
        raise JournalError(_("{path} is a folder, not a file.").format(path=target))
    own = any(_is_same(target, journal.with_name(journal.name + end)) for end in _SIDECARS)
    if own or _is_database(target) or is_encrypted(target):
        raise JournalError(
            _("{path} holds a journal; please export to another file.").format(path=target)
        )


def _is_same(one: Path, other: Path) -> bool:
    # The file itself tells, as a hard link has another name.
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _write_into(target: Path, parts: Iterable[str]) -> None:
    """Write to a pipe or a device, which cannot be replaced."""
    with target.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)


def _replace(target: Path, parts: Iterable[str]) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
