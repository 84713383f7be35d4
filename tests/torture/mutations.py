"""Ways to break a file: bits, blocks, lengths, and the bytes that formats trip over."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

_TROUBLE = (
    *(b"\x00", b"\xff" * 4, b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b'"', b"'", b"\r", b"\n"),
    *(b",", b";", b"\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\xc3\x28", b"-0"),
    *(b"1e999", b"NaN", b"9" * 400, b"[" * 2000, b'{"a":' * 500, b"=1+1", b"2026-02-30", b"${x}"),
)
_PAGE = 4096


def _flip(data: bytes, luck: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(luck.choice((1, 1, 1, 4, 64))):
        changed[luck.randrange(len(changed))] ^= 1 << luck.randrange(8)
    return bytes(changed)


def _early_bytes(data: bytes, luck: random.Random) -> bytes:
    """Change the beginning, where formats say what is to come."""
    changed = bytearray(data)
    for _ in range(luck.randint(1, 6)):
        changed[luck.randrange(min(len(changed), 120))] = luck.randrange(256)
    return bytes(changed)


def _cut(data: bytes, luck: random.Random) -> bytes:
    return data[: luck.randrange(len(data))]


def _cut_at_page(data: bytes, luck: random.Random) -> bytes:
    return data[: _PAGE * luck.randint(0, len(data) // _PAGE)]


def _blank(data: bytes, luck: random.Random) -> bytes:
    size = luck.choice((16, 512, _PAGE))
    at = luck.randrange(len(data))
    filling = luck.choice((bytes(size), luck.randbytes(size)))
    return data[:at] + filling + data[at + size :]


def _swap(data: bytes, luck: random.Random) -> bytes:
    size = min(_PAGE, max(1, len(data) // 4))
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    luck.shuffle(blocks)
    return b"".join(blocks)


def _twice(data: bytes, luck: random.Random) -> bytes:
    at = luck.randrange(len(data))
    return data[:at] + data[max(0, at - luck.randrange(1, 500)) :]


def _insert(data: bytes, luck: random.Random) -> bytes:
    at = luck.randrange(len(data) + 1)
    return data[:at] + luck.choice(_TROUBLE) + data[at:]


def _replace(data: bytes, luck: random.Random) -> bytes:
    trouble = luck.choice(_TROUBLE)
    at = luck.randrange(len(data))
    return data[:at] + trouble + data[at + len(trouble) :]


MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _early_bytes, _cut, _cut_at_page, _blank, _swap, _twice, _insert, _replace),
)


def mutated(data: bytes, luck: random.Random) -> bytes:
    """Break data in one to three ways."""
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        if data:
            data = luck.choice(MUTATIONS)(data, luck)
    return data
