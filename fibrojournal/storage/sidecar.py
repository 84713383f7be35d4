"""The file of wrapped keys beside an encrypted journal: what it holds, and how it is read.

JSON of a few hundred bytes, without any secret: what it wraps, only the passphrase unwraps.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from fibrojournal.journal.errors import JournalLocked, JournalNotWritable
from fibrojournal.storage.durable import write_whole
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.text import N_, _

VERSION = 1
_LARGEST = 16_384  # bytes of a file that is worth reading
_MOST_SLOTS = 4
_SALT_BYTES = 16

_UNREADABLE = N_(
    "The file {path} with the passphrase's part cannot be read. The recovery code still opens "
    "the journal."
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: bytes of memory, and how often they are gone over."""

    memory: int = 64 * 2**20
    passes: int = 3

    def is_bearable(self) -> bool:
        """Tell whether a file may ask this of the computer: it may be anyone's."""
        return 8_192 <= self.memory <= 256 * 2**20 and 1 <= self.passes <= 10


STRONG = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """A key, wrapped with a passphrase: Argon2id makes of it what opens the box."""

    cost: Cost
    salt: bytes
    box: bytes

    @classmethod
    def wrap(cls, key: DataKey, passphrase: bytes, cost: Cost) -> Self:
        """Wrap a key. Takes 0.2 to 1 s at full cost."""
        from nacl.secret import SecretBox

        salt = secrets.token_bytes(_SALT_BYTES)
        return cls(
            cost, salt, bytes(SecretBox(_stretch(passphrase, salt, cost)).encrypt(key.secret))
        )

    def unwrap(self, passphrase: bytes) -> DataKey | None:
        """Return the key, or None where the passphrase is another one."""
        from nacl.exceptions import CryptoError
        from nacl.secret import SecretBox

        try:
            opened = SecretBox(_stretch(passphrase, self.salt, self.cost)).decrypt(self.box)
            return DataKey(opened)
        except (CryptoError, ValueError):  # too short for a box, or what it holds is no key
            return None


def _stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import argon2id

    return argon2id.kdf(32, passphrase, salt, opslimit=cost.passes, memlimit=cost.memory)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What lies beside a journal: its name in the keyring, and the passphrase's slots.

    One slot; two while the key is being changed, until the new file is in place.
    """

    id: str = field(default_factory=lambda: secrets.token_hex(16))
    slots: tuple[Slot, ...] = ()
    computer: bool = False
    """Whether the system's keyring holds the key as well."""

    def with_slots(self, *slots: Slot) -> Sidecar:
        """Return the same with other slots."""
        return replace(self, slots=slots)


def read(journal: Path) -> Sidecar:
    """Read what lies beside a journal.

    Raises JournalLocked where there is nothing, or nothing that makes sense.
    """
    place = keys_path(journal)
    try:
        return _parse(_content(place))
    except FileNotFoundError as error:
        sentence = _(
            "The file {path} is not there, so no passphrase opens the journal. The recovery code "
            "still does."
        )
        raise JournalLocked(sentence.format(path=place)) from error
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise JournalLocked(_(_UNREADABLE).format(path=place)) from error


def read_or_new(journal: Path) -> Sidecar:
    """Read what lies beside a journal; begin anew where that cannot be read."""
    try:
        return read(journal)
    except JournalLocked:
        return Sidecar()


def write(journal: Path, sidecar: Sidecar) -> None:
    """Put it beside a journal, in one step. Raises JournalNotWritable."""
    slots = [
        {
            "kind": "passphrase",
            "memory": slot.cost.memory,
            "passes": slot.cost.passes,
            "salt": b64encode(slot.salt).decode(),
            "box": b64encode(slot.box).decode(),
        }
        for slot in sidecar.slots
    ]
    content = {
        "fibrojournal_keys": VERSION,
        "id": sidecar.id,
        "computer": sidecar.computer,
        "slots": slots,
    }
    place = keys_path(journal)
    try:
        write_whole(place, json.dumps(content, indent=1).encode())
    except OSError as error:
        sentence = _("The file {path} cannot be written.")
        raise JournalNotWritable(sentence.format(path=place)) from error


def _content(place: Path) -> bytes:
    if place.exists() and not place.is_file():
        raise ValueError("not a file")  # reading a pipe would wait for ever
    with place.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError("too large")
    return content


def _parse(content: bytes) -> Sidecar:
    found = json.loads(content)
    if found["fibrojournal_keys"] != VERSION or len(found["slots"]) > _MOST_SLOTS:
        raise ValueError("another version")
    if not isinstance(found["id"], str) or not isinstance(found["computer"], bool):
        raise TypeError("other types")
    return Sidecar(found["id"], tuple(map(_slot, found["slots"])), found["computer"])


def _slot(found: dict[str, object]) -> Slot:
    memory, passes, salt, box = (found[name] for name in ("memory", "passes", "salt", "box"))
    if not (isinstance(memory, int) and isinstance(passes, int)):
        raise TypeError("other types")
    if not (isinstance(salt, str) and isinstance(box, str)):
        raise TypeError("other types")
    slot = Slot(Cost(memory, passes), b64decode(salt, validate=True), b64decode(box, validate=True))
    if not slot.cost.is_bearable() or len(slot.salt) != _SALT_BYTES:
        raise ValueError("out of bounds")
    return slot
