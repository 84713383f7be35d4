"""A disk that loses its power: what a program wrote, as it may be found afterwards.

The system calls of a program are read from a log of strace. What was not synced may be there in
full, not at all, or in part: a file's content until the file is synced, a file's being there or
being gone until its folder is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

TRACED = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink"
STRACE = ("strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={TRACED}", "-o")

_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += \d+")
_DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

_NUMBER = re.compile(r", (\d+)")

Folder = dict[str, bytes]
"""What stands in a folder: the content of each file."""


@dataclass(frozen=True)
class Call:
    """One call that changed the folder, or synced something in it."""

    what: str
    name: str
    """A file of the folder, or nothing for the folder itself."""
    data: bytes = b""
    at: int | None = None
    """Where the data go; None for the end of the file."""


@dataclass
class _File:
    content: bytearray
    synced: bytes
    since: list[Call] = field(default_factory=list)
    """What was written since the content was synced."""


class Disk:
    """A folder as programs see it, and all that may be left of it when the power goes."""

    def __init__(self, folder: Folder) -> None:
        self._seen = {name: _File(bytearray(data), data) for name, data in folder.items()}
        self._kept = dict(self._seen)

    def do(self, call: Call) -> None:
        """Let a program do something to the folder."""
        if call.what == "sync":
            if not call.name:
                self._kept = dict(self._seen)
                return
            file = self._seen[call.name]
            file.synced, file.since = bytes(file.content), []
        elif call.what == "create":
            self._seen.setdefault(call.name, _File(bytearray(), b""))
        elif call.what == "unlink":
            del self._seen[call.name]
        else:
            file = self._seen[call.name]
            _apply(call, file.content)
            file.since.append(call)

    def seen(self) -> Folder:
        """Everything that was written was also kept."""
        return {name: bytes(file.content) for name, file in self._seen.items()}

    def synced(self) -> Folder:
        """Nothing was kept but what was synced."""
        return {name: file.synced for name, file in self._kept.items()}

    def torn(self, luck: Random) -> Folder:
        """Of what was not synced, some was kept and some not."""
        folder = dict(self._kept)
        for name in self._seen.keys() ^ self._kept.keys():
            if luck.random() < 0.5:
                folder.pop(name, None)
                if name in self._seen:
                    folder[name] = self._seen[name]
        return {name: _torn(file, luck) for name, file in folder.items()}


def _torn(file: _File, luck: Random) -> bytes:
    content = bytearray(file.synced)
    for call in file.since:
        if luck.random() < 0.5:
            _apply(call, content)
    return bytes(content)


def _apply(call: Call, content: bytearray) -> None:
    at = len(content) if call.at is None else call.at
    if call.what == "truncate":
        del content[at:]
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(call.data)] = call.data


def calls(log: str, folder: Path) -> Iterator[Call]:
    """Read from a log what was done to the files of a folder, in order."""
    for line in log.splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        name, arguments = found.groups()
        texts = [_bytes(text) for text in _TEXT.findall(arguments)]
        descriptor = _DESCRIPTOR.match(arguments)
        place = Path((_bytes(descriptor[1]) if descriptor else texts[0]).decode())
        inside = "" if place == folder else place.name
        if folder in (place, place.parent) and not (
            name == "openat" and "O_CREAT" not in arguments
        ):
            yield _call(name, inside, texts, [int(n) for n in _NUMBER.findall(arguments)])


def _call(name: str, inside: str, texts: list[bytes], numbers: list[int]) -> Call:
    match name:
        case "openat":
            return Call("create", inside)
        case "pwrite64":
            return Call("write", inside, texts[0], numbers[-1])
        case "write":
            return Call("write", inside, texts[0])
        case "ftruncate":
            return Call("truncate", inside, at=numbers[-1])
        case "unlink":
            return Call("unlink", inside)
        case _:
            return Call("sync", inside)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
