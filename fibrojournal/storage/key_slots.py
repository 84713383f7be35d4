"""The ways to a journal's key: a passphrase, the recovery code, and this computer's keyring.

The key encrypts; these only lead to it. What they need lies beside the journal, and beside each
encrypted copy of it: see `sidecar`.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from fibrojournal.journal.errors import JournalDamaged, JournalLocked, JournalNotWritable, WrongKey
from fibrojournal.storage import recovery_code, sidecar
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.connection import can_write, check_path, connect
from fibrojournal.storage.durable import write_whole
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.sidecar import STRONG, Cost, Slot
from fibrojournal.text import _

SLOWEST_GUESS = 0.2
"""Seconds that a wrong passphrase or code takes at least."""


def passphrase_key(journal: Path, passphrase: str) -> DataKey:
    """Return the key that a passphrase opens, having tried it on the journal.

    Takes 0.2 to 1 s. Raises WrongKey; JournalLocked where no passphrase can open it: its part
    beside the journal is absent or damaged, and the recovery code is the way; JournalDamaged
    where the passphrase is right and the file is not.
    """
    began = time.monotonic()
    check_path(journal, read_only=True)
    slots = sidecar.read(journal).slots
    if not slots:
        sentence = _("The journal {path} has no passphrase. Its recovery code opens it.")
        raise JournalLocked(sentence.format(path=journal))
    keys = [key for slot in slots if (key := slot.unwrap(_bytes_of(passphrase))) is not None]
    for key in keys:
        if opens(journal, key):
            return key
    if not keys:
        raise _wrong(journal, began)
    sentence = _(
        "The passphrase is right, but does not open the journal {path}: the file is damaged, or "
        "the keys beside it are those of another one."
    )
    raise JournalDamaged(sentence.format(path=journal))


def passphrase_key_beside(journal: Path, passphrase: str, copies: Sequence[Path]) -> DataKey:
    """Return the key that a passphrase opens, by what lies beside copies of the journal.

    For a journal that has lost its own part; it gets that back, where it may be written. Raises
    WrongKey.
    """
    began = time.monotonic()
    check_path(journal, read_only=True)
    slots = {slot: copy for copy in copies for slot in sidecar.read_or_new(copy).slots}
    for slot, copy in slots.items():
        key = slot.unwrap(_bytes_of(passphrase))
        if key is not None and opens(journal, key):
            with suppress(JournalNotWritable):
                copy_slots(copy, journal)
            return key
    raise _wrong(journal, began)


def code_key(journal: Path, code: str) -> DataKey:
    """Return the key that a recovery code spells, having tried it on the journal.

    Needs nothing but the file. Raises WrongKey.
    """
    began = time.monotonic()
    check_path(journal, read_only=True)
    try:
        key = recovery_code.key_of(code)
    except WrongKey:
        _wait(began)
        raise
    if opens(journal, key):
        return key
    raise _wrong(journal, began)


def key_from(journal: Path, typed: str) -> DataKey:
    """Return the key that a passphrase or a recovery code opens; raises what those raise."""
    try:
        recovery_code.key_of(typed)
    except WrongKey:
        return passphrase_key(journal, typed)
    return code_key(journal, typed)


def opens(journal: Path, key: DataKey) -> bool:
    """Tell whether a key opens a journal. Raises JournalBusy and other troubles of the file."""
    try:
        connect(journal, key, read_only=not can_write(journal)).close()
    except WrongKey:
        return False
    return True


def has_passphrase(journal: Path) -> bool:
    """Tell whether a passphrase can open the journal, as far as can be told from beside it."""
    return bool(sidecar.read_or_new(journal).slots)


def set_passphrase(journal: Path, passphrase: str, *keys: DataKey, cost: Cost = STRONG) -> None:
    """Let a passphrase, and no other, lead to a key; to two while the key is being changed.

    Raises JournalNotWritable, and ValueError for an empty passphrase.
    """
    if not passphrase:
        raise ValueError("an empty passphrase protects nothing")
    slots = (Slot.wrap(key, _bytes_of(passphrase), cost) for key in keys)
    sidecar.write(journal, sidecar.read_or_new(journal).with_slots(*slots))


def copy_slots(journal: Path, copy: Path) -> None:
    """Let the same passphrase open a copy of an encrypted journal; a plain one needs nothing.

    Raises JournalNotWritable.
    """
    source, place = keys_path(journal), keys_path(copy)
    if not source.exists():
        return
    try:
        write_whole(place, source.read_bytes())
    except OSError as error:
        sentence = _("The file {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=place)) from error


def is_remembered(journal: Path) -> bool:
    """Tell whether this computer was asked to remember the journal's key."""
    return sidecar.read_or_new(journal).computer


def remembered_key(journal: Path, computer: Computer | None = None) -> DataKey | None:
    """Return the key that this computer remembers, if it does and the key opens the journal.

    Takes up to 3 s where the keyring does not answer.
    """
    beside = sidecar.read_or_new(journal)
    if not beside.computer:
        return None
    secret = (computer or Computer()).secret(beside.id)
    try:
        key = recovery_code.key_of(secret or "")
    except WrongKey:
        return None
    return key if opens(journal, key) else None


def remember(journal: Path, key: DataKey, computer: Computer | None = None) -> bool:
    """Let this computer remember the key; tell whether it does.

    Never as the only way: where there is no passphrase it does not. Raises JournalNotWritable.
    """
    beside = sidecar.read_or_new(journal)
    if not beside.slots:
        return False
    kept = (computer or Computer()).keep(beside.id, recovery_code.code_of(key))
    if kept:
        sidecar.write(journal, replace(beside, computer=True))
    return kept


def forget(journal: Path, computer: Computer | None = None) -> None:
    """Let this computer remember the key no longer. Raises JournalNotWritable."""
    beside = sidecar.read_or_new(journal)
    if beside.computer:
        sidecar.write(journal, replace(beside, computer=False))
        (computer or Computer()).drop(beside.id)


def _bytes_of(passphrase: str) -> bytes:
    # Composed: one system types an accented letter as one character, another as two.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _wrong(journal: Path, began: float) -> WrongKey:
    _wait(began)
    return WrongKey(_("That does not open the journal {path}.").format(path=journal))


def _wait(began: float) -> None:
    time.sleep(max(0.0, SLOWEST_GUESS - (time.monotonic() - began)))
