"""Turning encryption on and off, and changing what opens a journal.

Killed at any moment, either the former or the new journal is there, and opens: a whole new file
grows beside the journal, is checked, and takes its name in one step. What is needed to open it
lies beside it before that step; what opened the former one goes after it.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.journal.errors import JournalError, JournalNotWritable, NotAJournal
from fibrojournal.storage import key_slots, lock, sidecar
from fibrojournal.storage.backup import UNFINISHED
from fibrojournal.storage.backups import backups_of
from fibrojournal.storage.connection import check_path, connect, keep_one_file, schema_version
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.durable import put_in_place, remove, sync_file
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.mark import journal_of
from fibrojournal.storage.recrypt import CONVERTING, export_copy, unfinished
from fibrojournal.storage.sidecar import STRONG, Cost
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection


class Fate(Enum):
    """What became of an older copy of the journal."""

    CONVERTED = "converted"
    """It opens as the journal does now."""
    REMOVED = "removed"
    """It was plain and could not be encrypted."""
    LEFT = "left"
    """It is as it was: it is of another journal, another key opens it, or nothing could be done."""


OnCopy = Callable[[Path, Fate], None]


def _nobody(_copy: Path, _fate: Fate) -> None:
    """Tell nobody."""


def copies_of(journal: Path, *folders: Path) -> list[Path]:
    """List the known copies: the backups in `folders`, and those made before a migration.

    Also what is left of one that was cut short: it may hold as much as a whole one.
    """
    stem, suffix = glob.escape(journal.stem), glob.escape(journal.suffix)
    before = _files(journal.parent, f"{stem}.before-v*{suffix}")
    cut_short = [
        *(path for folder in folders for path in _files(folder, f"{stem}.*.fjnl.*{UNFINISHED}")),
        *(path for folder in folders for path in _files(folder, f"{stem}.*.fjnl{CONVERTING}")),
        *_files(journal.parent, f"{stem}.before-v*{suffix}.*{UNFINISHED}"),
        *_files(journal.parent, f"{stem}.before-v*{suffix}{CONVERTING}"),
    ]
    whole = [backup.path for folder in folders for backup in backups_of(journal, folder)] + before
    return whole + [path for path in cut_short if ".keys." not in path.name]


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())


def encrypt(
    path: Path,
    passphrase: str,
    *,
    key: DataKey | None = None,
    copies: Sequence[Path] = (),
    on_copy: OnCopy = _nobody,
    cost: Cost = STRONG,
) -> DataKey:
    """Encrypt a journal, which no connection has open; return its key, the recovery code.

    `key` is one whose code was shown before. A plain copy that cannot be encrypted is removed;
    `on_copy` hears what became of each. Raises a JournalError, and then all is as it was:
    JournalBusy where another program holds the journal, JournalDamaged, JournalNotWritable.
    """
    key = key or DataKey.new()
    check_path(path)
    if is_encrypted(path):
        raise JournalError(_("The journal {path} is encrypted already.").format(path=path))
    with lock.held(path):
        with _rewritten(path, None, key):
            key_slots.set_passphrase(path, passphrase, key, cost=cost)
        encrypt_copies(path, key, copies, on_copy=on_copy)
    return key


def encrypt_copies(
    path: Path, key: DataKey, copies: Sequence[Path], *, on_copy: OnCopy = _nobody
) -> None:
    """Encrypt the plain ones among older copies of an encrypted journal, or remove them."""
    with lock.held(path):
        identity = journal_of(path, key)
        for copy in reversed(copies):  # the newest last: on a full disk the old ones make room
            on_copy(copy, _encrypted(copy, key, path, identity))


def decrypt(
    path: Path, key: DataKey, *, copies: Sequence[Path] = (), on_copy: OnCopy = _nobody
) -> None:
    """Turn encryption off. Raises a JournalError, and then all is as it was."""
    _check_encrypted(path)
    with lock.held(path):
        with _rewritten(path, key, None):
            pass
        # The journal is plain by now, whatever becomes of the rest.
        with suppress(JournalNotWritable):
            key_slots.forget(path)
        with suppress(OSError):
            remove(keys_path(path))
        for copy in copies:
            on_copy(copy, _decrypted(copy, key))


def change_passphrase(
    path: Path,
    key: DataKey,
    passphrase: str,
    *,
    copies: Sequence[Path] = (),
    on_copy: OnCopy = _nobody,
    cost: Cost = STRONG,
) -> None:
    """Let another passphrase open the journal and its copies; the recovery code stays.

    Raises a JournalError, and then the former passphrase opens the journal.
    """
    _check_encrypted(path)
    with lock.held(path):
        with _guarded(path, key):
            key_slots.set_passphrase(path, passphrase, key, cost=cost)
        for copy in copies:
            on_copy(copy, _rewrapped(copy, key, path))


def change_key(
    path: Path,
    key: DataKey,
    passphrase: str,
    *,
    new: DataKey | None = None,
    copies: Sequence[Path] = (),
    on_copy: OnCopy = _nobody,
    cost: Cost = STRONG,
) -> DataKey:
    """Encrypt a journal and its copies anew: the former recovery code opens none of them.

    Returns the new key; `new` is one whose code was shown before. Raises a JournalError, and
    then all is as it was.
    """
    new = new or DataKey.new()
    _check_encrypted(path)
    with lock.held(path):
        with _rewritten(path, key, new):
            key_slots.set_passphrase(path, passphrase, key, new, cost=cost)
        # Killed from here on, the two slots beside each of them open it with either key.
        fates = {copy: _changed(copy, key, new, path) for copy in copies}
        with suppress(JournalNotWritable):  # then they stay; the former one opens nothing more
            _let_go_of_former(path, new, [copy for copy in copies if fates[copy] is Fate.CONVERTED])
        for copy, fate in fates.items():
            on_copy(copy, fate)
    return new


def _let_go_of_former(path: Path, new: DataKey, copies: Sequence[Path]) -> None:
    beside = sidecar.read(path)
    sidecar.write(path, beside.with_slots(beside.slots[-1]))
    if beside.computer and not key_slots.remember(path, new):
        key_slots.forget(path)
    for copy in copies:
        key_slots.copy_slots(path, copy)


def _check_encrypted(path: Path) -> None:
    check_path(path)
    if not is_encrypted(path):
        raise JournalError(_("The journal {path} is not encrypted.").format(path=path))


@contextmanager
def _rewritten(path: Path, old: DataKey | None, new: DataKey | None) -> Iterator[None]:
    """Put a copy under another key in a journal's place, when the block has ended.

    The block runs when the copy is whole, and prepares what opens it.
    """
    grows = unfinished(path)
    with _guarded(path, old) as guard:
        try:
            with closing(connect(path, old)) as source:
                export_copy(source, grows, new)
            sync_file(grows)  # here a full disk may still say so, before anything else changes
            yield
            if sys.platform == "win32":  # pragma: no cover  no open file can be replaced there
                guard.close()
            put_in_place(grows, Path(os.path.realpath(path)))  # a link stays a link
        finally:
            grows.unlink(missing_ok=True)


@contextmanager
def _guarded(path: Path, key: DataKey | None) -> Iterator[Connection]:
    """Let nobody write to a journal, not even the commands that need no lock.

    One that waits meanwhile notices, when it goes on, that its file was replaced.
    """
    try:
        with plain_errors(path), closing(connect(path, key)) as guard:
            schema_version(guard, path)
            keep_one_file(guard)
            guard.execute("BEGIN IMMEDIATE")
            yield guard
    except OSError as error:
        sentence = _("The journal {path} is unchanged: its folder cannot be written.")
        raise JournalNotWritable(sentence.format(path=path)) from error


def _encrypted(copy: Path, key: DataKey, path: Path, identity: str | None) -> Fate:
    if is_encrypted(copy) or journal_of(copy, None) not in (identity, None):
        return Fate.LEFT  # another journal of the same name may share the folder
    try:
        with _rewritten(copy, None, key):
            key_slots.copy_slots(path, copy)
    except NotAJournal:  # someone else's file, whatever its name
        return Fate.LEFT
    except JournalError:
        return _removed(copy)
    return Fate.CONVERTED


def _removed(copy: Path) -> Fate:
    try:
        remove(copy)
    except OSError:
        return Fate.LEFT
    return Fate.REMOVED


def _decrypted(copy: Path, key: DataKey) -> Fate:
    try:
        _check_encrypted(copy)
        with _rewritten(copy, key, None):
            pass
        remove(keys_path(copy))
    except (JournalError, OSError):
        return Fate.LEFT
    return Fate.CONVERTED


def _rewrapped(copy: Path, key: DataKey, path: Path) -> Fate:
    try:
        _check_encrypted(copy)
        with _guarded(copy, key):
            key_slots.copy_slots(path, copy)
    except JournalError:
        return Fate.LEFT
    return Fate.CONVERTED


def _changed(copy: Path, key: DataKey, new: DataKey, path: Path) -> Fate:
    try:
        _check_encrypted(copy)
        with _rewritten(copy, key, new):
            key_slots.copy_slots(path, copy)
    except JournalError:
        return Fate.LEFT
    return Fate.CONVERTED
