"""Conversions in a program of their own, to be killed at any moment, and what must hold then.

    python -m tests.storage.converting encrypt|decrypt|passphrase|code JOURNAL [COUNT]

converts a journal that `prepare` made, and its one older copy, and prints `begun` before and
`done` after; with COUNT it kills itself after so many files have taken their names. `survives`
then looks at what is there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.sidecar import Cost
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import ENVIRONMENT, after, answer, words

CHEAP = Cost(memory=8_192, passes=1)
FORMER = "the former one"
NEW = "the new one"
WORD = "Rumpelstiltskin"
OPERATIONS = {"encrypt": 4, "decrypt": 2, "passphrase": 2, "code": 6}
"""What can be interrupted, and how many files take their names on the way."""


def copy_of(path: Path) -> Path:
    """The older copy that each conversion takes along."""
    return path.with_name("journal.before-v9.fjnl")


def prepare(operation: str, path: Path, *, days: int = 200) -> None:
    """A journal with notes and a copy of it, as they are before an operation."""
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", n % 11, after(n)) for n in range(days)])
        journal.save([words(f"{WORD} {n} " * 20, after(n)) for n in range(days)])
    copy_of(path).write_bytes(path.read_bytes())
    if operation != "encrypt":
        encryption.encrypt(path, FORMER, copies=[copy_of(path)], cost=CHEAP)


def convert(operation: str, path: Path) -> None:
    """Do what is to be interrupted."""
    copies = [copy_of(path)]
    if operation == "encrypt":
        encryption.encrypt(path, NEW, copies=copies, cost=CHEAP)
        return
    key = key_slots.passphrase_key(path, FORMER)
    if operation == "decrypt":
        encryption.decrypt(path, key, copies=copies)
    elif operation == "passphrase":
        encryption.change_passphrase(path, key, NEW, copies=copies, cost=CHEAP)
    else:
        encryption.change_key(path, key, NEW, copies=copies, cost=CHEAP)


def killed(operation: str, path: Path, moment: float | int) -> bool:
    """Kill a conversion after some seconds or, if a whole number, so many files in place.

    Tells whether it was under way.
    """
    after_files = [str(moment)] if isinstance(moment, int) else []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.converting", operation, str(path), *after_files],
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        if not after_files:
            time.sleep(moment)
            child.kill()
        return child.stdout.readline() != "done\n"


def survives(path: Path, expected: Snapshot) -> bool:
    """Check that a journal and its copy are whole and open; tell whether it is encrypted."""
    for file in (path, copy_of(path)):
        with JournalFile.open(file, _key_of(file)) as journal:
            assert journal.problems() == []
            assert journal.snapshot() == expected
    left = {file.name for file in path.parent.iterdir()}
    files = {path, copy_of(path)} | {keys_path(file) for file in (path, copy_of(path))}
    unfinished = {f"{file.name}.tmp" for file in files}
    assert left - {file.name for file in files} - unfinished <= {
        f"{path.name}.lock",
        f"{copy_of(path).name}.lock",
    }
    return is_encrypted(path)


def _key_of(path: Path) -> DataKey | None:
    if not is_encrypted(path):
        return None
    try:
        return key_slots.passphrase_key(path, NEW)
    except WrongKey:
        return key_slots.passphrase_key(path, FORMER)


def die_after(files: int) -> None:
    """Let this program be killed as soon as so many files have taken their names."""
    replace, numbers = Path.replace, count(1)

    def replace_and_die(self: Path, target: Path) -> Path:
        placed = replace(self, target)
        if next(numbers) == files:
            os.kill(os.getpid(), signal.SIGKILL)
        return placed

    setattr(Path, "replace", replace_and_die)  # noqa: B010  not for a type checker


if __name__ == "__main__":
    if sys.argv[3:]:
        die_after(int(sys.argv[3]))
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    convert(sys.argv[1], Path(sys.argv[2]))
    sys.stdout.write("done\n")
