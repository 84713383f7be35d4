"""The recovery code: the key itself, written so that a person can copy it by hand."""

from __future__ import annotations

import hashlib
from base64 import b32decode, b32encode

from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage.key import KEY_BYTES, DataKey
from fibrojournal.text import _

GROUP = 4
"""Characters of one group."""

_CHECK_BYTES = 3  # 32 and 3 bytes make 56 characters of five bits each, with none to spare
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC_4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_WRITTEN = str.maketrans(_RFC_4648, _CROCKFORD)
_READ = str.maketrans(_CROCKFORD, _RFC_4648)
_LOOK_ALIKE = str.maketrans("OIL", "011")


def groups_of(key: DataKey) -> tuple[str, ...]:
    """Spell a key as 14 groups of 4 characters, without letters that look like digits."""
    text = b32encode(key.secret + _check(key.secret)).decode().translate(_WRITTEN)
    return tuple(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def code_of(key: DataKey) -> str:
    """Spell a key as one line."""
    return "-".join(groups_of(key))


def key_of(code: str) -> DataKey:
    """Read a code back, or raise WrongKey where a character of it is not as it was given out."""
    text = as_written(code)
    if set(text) <= set(_CROCKFORD):
        try:
            content = b32decode(text.translate(_READ))
        except ValueError:  # not of a length that whole bytes have
            content = b""
        secret, check = content[:KEY_BYTES], content[KEY_BYTES:]
        if len(secret) == KEY_BYTES and check == _check(secret):
            return DataKey(secret)
    raise WrongKey(_("That is not a recovery code, or not all of it as it was written down."))


def as_written(typed: str) -> str:
    """Write what was typed, a group or all of the code, as the program writes it.

    Small letters, spaces and hyphens do not matter; O stands for zero, I and L for one.
    """
    return "".join(typed.replace("-", "").split()).upper().translate(_LOOK_ALIKE)


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()[:_CHECK_BYTES]
