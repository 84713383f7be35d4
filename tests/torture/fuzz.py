"""Broken files through the program's own doors: no traceback, no hang, no write elsewhere."""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fibrojournal import cli
from fibrojournal.exchange.exporting import export_file
from fibrojournal.journal.errors import JournalError
from fibrojournal.storage import encryption, rescue, restoring
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.quick import QuickJournal
from tests.torture.forking import Say, fork
from tests.torture.mutations import mutated
from tests.torture.outcome import Outcome
from tests.torture.scenes import OLD, copies_in, journal_in, plain

LIMIT_S = 10
_HUGE = 2**28
_PROGRAM_FAULTS = ("Traceback", "Something went wrong inside the program")

Attempt = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Door:
    """One way in: which file of the folder is broken, and what is then done.

    `share` says how many of a hundred tries it gets. The file itself may only change where the
    deed is to write to it.
    """

    name: str
    broken: str
    attempt: Attempt
    share: int
    writes_to_it: bool = False


def run(tries: int) -> Iterator[Outcome]:
    """Send so many broken files through all doors, each as often as its share."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        template = place / "before"
        template.mkdir()
        key = _fill(template)
        for door in _doors(key):
            yield _through(door, template, place / "now", tries * door.share // 100)


def _fill(folder: Path) -> DataKey:
    plain(folder)
    path = journal_in(folder)
    for form in ("json", "csv"):
        export_file(path, folder / f"export.{form}", form)
    shutil.copy(path, folder / "other.fjnl")
    shutil.copy(path, folder / "backup.fjnl")
    shutil.copy(path, folder / "locked.fjnl")
    (folder / "passphrase").write_text(f"{OLD}\n", encoding="utf-8")
    (folder / "other.fjnl-journal").write_bytes(_rollback_journal(path))
    return encryption.encrypt(folder / "locked.fjnl", OLD)


def _rollback_journal(path: Path) -> bytes:
    """Make something like what a crash leaves: a header, then pages with their numbers."""
    magic = bytes.fromhex("d9d505f920a163d7")
    pages = path.read_bytes()
    header = magic + (3).to_bytes(4, "big") + bytes(4) + (len(pages) // 4096).to_bytes(4, "big")
    header += (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    records = b"".join(
        n.to_bytes(4, "big") + pages[4096 * (n - 1) : 4096 * n] + bytes(4) for n in (2, 3, 5)
    )
    return header.ljust(512, b"\0") + records


def _command(*arguments: str) -> Attempt:
    def attempt(folder: Path) -> None:
        code = cli.main([argument.replace("{}", str(folder)) for argument in arguments])
        if code not in (0, 1):
            raise AssertionError(f"exit code {code}")

    return attempt


def _open_locked(key: DataKey, folder: Path) -> None:
    with JournalFile.open(folder / "locked.fjnl", key) as journal:
        journal.snapshot()
        journal.problems()


def _open_quickly(folder: Path) -> None:
    quick = QuickJournal.open(folder / "journal.fjnl")
    if quick is not None:
        with quick:
            quick.questions()
            quick.trigger_counts()


def _look_into(folder: Path) -> None:
    restoring.contents(folder / "backup.fjnl", None)


def _rescue_locked(key: DataKey, folder: Path) -> None:
    rescue.rescue(folder / "locked.fjnl", folder / "out.fjnl", key)


def _doors(key: DataKey) -> tuple[Door, ...]:
    on = ("--journal", "{}/journal.fjnl")
    unlocking = ("--journal", "{}/locked.fjnl", "--passphrase-file", "{}/passphrase")
    return (
        Door("check", "journal.fjnl", _command(*on, "check"), 12, writes_to_it=True),
        Door("first second", "journal.fjnl", _open_quickly, 8, writes_to_it=True),
        Door(
            "export", "journal.fjnl", _command(*on, "export", "{}/out.json"), 8, writes_to_it=True
        ),
        Door("locked journal", "locked.fjnl", partial(_open_locked, key), 8, writes_to_it=True),
        Door("wrapped keys", keys_path(Path("locked.fjnl")).name, _command(*unlocking, "check"), 4),
        Door(
            "rollback journal",
            "other.fjnl-journal",
            _command("--journal", "{}/other.fjnl", "check"),
            6,
            writes_to_it=True,
        ),
        Door("look into a backup", "backup.fjnl", _look_into, 6),
        Door("restore", "backup.fjnl", _command(*on, "restore", "{}/backup.fjnl"), 8),
        Door("merge", "backup.fjnl", _command(*on, "merge", "{}/backup.fjnl"), 8),
        Door("rescue", "backup.fjnl", _command("rescue", "{}/backup.fjnl", "{}/out.fjnl"), 6),
        Door("rescue locked", "locked.fjnl", partial(_rescue_locked, key), 4),
        Door("import csv", "export.csv", _command(*on, "import", "{}/export.csv"), 12),
        Door("import json", "export.json", _command(*on, "import", "{}/export.json"), 10),
    )


def _through(door: Door, template: Path, folder: Path, tries: int) -> Outcome:
    luck = random.Random(door.name)
    sound = (template / door.broken).read_bytes()
    faults: list[str] = []
    ends: Counter[str] = Counter()
    for n in range(tries):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)
        (folder / door.broken).write_bytes(mutated(sound, luck))
        before = _prints(folder)
        output = folder.with_name("output")
        child = fork(partial(_attempted, door.attempt, folder), output)
        if not child.end(LIMIT_S):
            faults.append(f"try {n}: more than {LIMIT_S} s")
            continue
        ends[child.lines[-1] if child.lines else "silent"] += 1
        faults += [f"try {n}: {one}" for one in _faults(door, folder, before, child.lines, output)]
    return Outcome(f"broken {door.broken}: {door.name}", tries, faults, dict(ends))


def _attempted(attempt: Attempt, folder: Path, say: Say) -> None:
    try:
        attempt(folder)
        say("ended")
    except JournalError:
        say("a sentence")


def _faults(
    door: Door, folder: Path, before: dict[str, str], lines: Sequence[str], output: Path
) -> list[str]:
    faults = [line for line in lines if line.startswith("fault ")]
    said = output.read_text(encoding="utf-8", errors="replace")
    faults += [f"it said: {said[-300:]}" for words in _PROGRAM_FAULTS if words in said]
    after = _prints(folder)
    for name, print_before in before.items():
        may_change = name == door.broken and door.writes_to_it
        may_change = may_change or name in (*_written_by(door), *_undone_by(door))
        if not may_change and after.get(name) != print_before:
            faults.append(f"{name} was changed")
    for name in _written_by(door):
        if after.get(name) != before.get(name):
            faults += _not_whole(folder / name)
    return faults


def _not_whole(path: Path) -> list[str]:
    try:
        with JournalFile.open(path) as journal:
            return [f"{path.name} is damaged: {one}" for one in journal.problems()]
    except JournalError as error:
        return [f"{path.name} does not open: {type(error).__name__}"]


def _written_by(door: Door) -> tuple[str, ...]:
    """Name the files that a deed is meant to write, if what it is given makes sense."""
    if door.name in ("restore", "merge", "import csv", "import json"):
        return ("journal.fjnl",)
    return ()


def _undone_by(door: Door) -> tuple[str, ...]:
    """Name the file that SQLite changes as a rollback journal says, whether or not it is right."""
    return ("other.fjnl",) if door.name == "rollback journal" else ()


def _prints(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): _print(file)
        for file in folder.rglob("*")
        if file.is_file() and copies_in(folder) not in file.parents
    }


def _print(file: Path) -> str:
    size = file.stat().st_size  # a broken head can make SQLite write far beyond the end
    return str(size) if size > _HUGE else hashlib.sha256(file.read_bytes()).hexdigest()
