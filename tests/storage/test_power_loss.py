"""The power goes at any moment: what was acknowledged is there, and the journal is whole.

A program that saves is traced, and what it did is done again on a made-up disk that is cut off at
every sync and every removal of a file. Each time the folder is looked at as it may be found.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from fibrojournal.journal.day import Day
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from tests.storage.build import ENVIRONMENT, after, scratch
from tests.storage.power import STRACE, Disk, Folder, calls

KEY = DataKey(bytes(range(32)))
SAVES = 10
ACKNOWLEDGED = "acknowledged"

SAVING = """
import os, sys
from pathlib import Path
from fibrojournal.storage.key import DataKey
from tests.storage.build import after, answer, words
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
path = Path(sys.argv[1])
key = DataKey(bytes.fromhex(sys.argv[2])) if sys.argv[2] else None
kind = JournalFile if sys.argv[3] == "file" else QuickJournal
acknowledged = os.open(path.with_name("acknowledged"), os.O_WRONLY)
with kind.open(path, key) as journal:
    for n in range(int(sys.argv[4])):
        journal.save([answer("pain", n % 11, after(n)), answer("fog", n % 7),
                      words(f"note {n} " * 300 * (n % 4), after(n))])
        os.write(acknowledged, b".")
"""


def expected(n: int) -> dict[date, tuple[float, str]]:
    """What stands in the journal after `n` saves: pain and note of each day."""
    return {after(k): (float(k % 11), f"note {k} " * 300 * (k % 4)) for k in range(n)}


def found(days: list[Day]) -> dict[date, tuple[float | None, str]]:
    return {day.date: (day.value("pain"), day.note.text if day.note else "") for day in days}


def check(path: Path, left: Folder, key: DataKey | None, least: int) -> None:
    """Open what is left as if nothing had happened."""
    for file in path.parent.iterdir():
        file.unlink()
    for name, content in left.items():
        path.with_name(name).write_bytes(content)
    with JournalFile.open(path, key) as journal:
        assert journal.problems() == []
        days = found(journal.days(after(0), after(SAVES)))
    assert days in (expected(least), expected(least + 1))


def moments(log: str, folder: Path, disk: Disk) -> Iterator[tuple[Folder, Folder, Folder]]:
    """Cut the power before and after each sync and each removal."""
    luck = Random(11)
    for call in calls(log, folder):
        is_turn = call.what in ("sync", "unlink")
        if is_turn:
            yield disk.seen(), disk.synced(), disk.torn(luck)
        disk.do(call)
        if is_turn:
            yield disk.seen(), disk.synced(), disk.torn(luck)


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "key"), [("file", None), ("quick", KEY)], ids=["plain", "encrypted"]
)
def test_what_was_acknowledged_outlives_the_power(
    tmp_path: Path, kind: str, key: DataKey | None
) -> None:
    folder, log = tmp_path / "home", tmp_path / "calls.log"
    folder.mkdir()
    path = folder / "journal.fjnl"
    JournalFile.create(path, key=key).close()
    (folder / ACKNOWLEDGED).touch()
    disk = Disk({file.name: file.read_bytes() for file in folder.iterdir()})
    secret = key.secret.hex() if key else ""
    saving = [sys.executable, "-c", SAVING, str(path), secret, kind, str(SAVES)]
    traced = subprocess.run(
        [*STRACE, log, *saving], env=ENVIRONMENT, check=False, capture_output=True, text=True
    )
    if "Operation not permitted" in traced.stderr:
        pytest.skip("this system allows no tracing")
    assert traced.returncode == 0, traced.stderr

    looked_at: set[tuple[int, frozenset[tuple[str, bytes]]]] = set()
    with scratch() as left_behind:
        for everything, synced, torn in moments(log.read_text(), folder, disk):
            least = len(everything[ACKNOWLEDGED])
            for left in (everything, synced, torn):
                case = (
                    least,
                    frozenset((name, left[name]) for name in left.keys() - {ACKNOWLEDGED}),
                )
                if case not in looked_at:
                    looked_at.add(case)
                    check(left_behind, left, key, least)
    assert {least for least, _ in looked_at} == set(range(SAVES))
    assert len(looked_at) > SAVES * 5
    assert disk.seen()["journal.fjnl"] == path.read_bytes(), "it was all seen"


def test_a_disk_keeps_what_was_synced_and_no_more() -> None:
    """The made-up disk itself."""
    disk = Disk({"old": b"abc"})
    log = "\n".join(
        (
            f'7 openat(AT_FDCWD<{hexed("/")}>, "{hexed("/d/new")}", O_RDWR|O_CREAT, 0600) = 3',
            f'7 pwrite64(3<{hexed("/d/new")}>, "{hexed("xyz")}", 3, 2) = 3',
            f"7 fsync(3<{hexed('/d/new')}>) = 0",
            f'7 write(4<{hexed("/d/old")}>, "{hexed("d")}", 1) = 1',
            f"7 ftruncate(4<{hexed('/d/old')}>, 2) = 0",
            f'7 unlink("{hexed("/elsewhere/old")}") = 0',
        )
    )
    for call in calls(log, Path("/d")):
        disk.do(call)
    assert disk.seen() == {"old": b"ab", "new": b"\0\0xyz"}
    assert disk.synced() == {"old": b"abc"}
    for call in calls(f"7 fdatasync(9<{hexed('/d')}>) = 0", Path("/d")):
        disk.do(call)
    assert disk.synced() == {"old": b"abc", "new": b"\0\0xyz"}
    torn = {disk.torn(Random(seed))["old"] for seed in range(40)}
    assert torn == {b"abc", b"abcd", b"ab"}


def hexed(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in text.encode())
