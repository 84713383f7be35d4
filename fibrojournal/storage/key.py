"""The key that opens an encrypted journal, and whether a file needs one."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from fibrojournal.journal.errors import JournalLocked
from fibrojournal.text import _

KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\0"
_PAGE = 4096
_FEWEST_PAGES = 8


@dataclass(frozen=True, slots=True)
class DataKey:
    """The random 256-bit key that encrypts a journal and all its copies.

    Passphrases only wrap it; the recovery code spells it out. Its text never shows the secret.
    """

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")

    @classmethod
    def new(cls) -> DataKey:
        """Draw a key from the system's random source."""
        return cls(os.urandom(KEY_BYTES))


def keys_path(journal: Path) -> Path:
    """Say where the wrapped keys of an encrypted journal, or of a backup of one, lie."""
    real = Path(os.path.realpath(journal))  # beside the file itself, whatever link leads to it
    return real.with_name(real.name + ".keys")


def is_encrypted(path: Path) -> bool:
    """Tell whether a file looks like an encrypted journal: pages of noise.

    A file whose wrapped keys lie beside it counts; so does one without, as the recovery code
    opens it. Only for a file that this program has not begun to read or write: closing any
    descriptor of it drops the locks which the process holds on it.
    """
    if not path.is_file():
        return False  # nothing there, or a pipe, whose reading would wait
    try:
        with path.open("rb") as file:
            head = file.read(len(PLAIN_HEADER))
        size = path.stat().st_size
    except OSError:
        return False  # whoever opens it says why it cannot be read
    if head == PLAIN_HEADER or size == 0 or size % _PAGE:
        return False
    return keys_path(path).exists() or (size >= _FEWEST_PAGES * _PAGE and not head.isascii())


def fitting(path: Path, key: DataKey | None) -> DataKey | None:
    """Return what to open a file with: nothing for a plain one, whatever key is at hand.

    Raises JournalLocked where a key is needed and none was given.
    """
    if not is_encrypted(path):
        return None
    if key is None:
        sentence = _("The journal {path} is encrypted; its passphrase or recovery code opens it.")
        raise JournalLocked(sentence.format(path=path))
    return key
