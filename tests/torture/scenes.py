"""What a child does while it may be killed, and how the journal is judged afterwards.

Each scene begins with the same folder: an encrypted or a plain journal of made-up days. Passphrases
are stretched but a little here, so that the kills fall where files are written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fibrojournal.exchange.demo import create_demo
from fibrojournal.journal.edits import SetNote
from fibrojournal.journal.errors import JournalError, WrongKey
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.storage import backups, encryption, key_slots, migrations, restoring
from fibrojournal.storage.connection import connect
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted
from fibrojournal.storage.schema import STEPS, Step
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import DAY, EVENING, after, answer, ask, words
from tests.storage.converting import CHEAP
from tests.torture.forking import BEGUN, Say

OLD, NEW = "an old passphrase", "a new passphrase"
NOW = datetime(2026, 3, 13, 21, tzinfo=UTC)
DAYS = 120
IMPORTED = 300
DONE = "done"

# A made-up step of the future: copies a large table, so that there is something to interrupt.
WIDER: Step = (
    "ALTER TABLE event ADD COLUMN place TEXT",
    "CREATE TABLE reading_again AS SELECT * FROM reading",
    "DROP TABLE reading_again",
)


@dataclass(frozen=True, slots=True)
class Scene:
    """`prepare` fills a folder once; `act` runs in the child; `judge` names what is wrong."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Say], None]
    judge: Callable[[Path, Sequence[str]], list[str]]
    lasts: float | None = None
    """Seconds within which the child is killed; None: as long as the deed takes."""


def journal_in(folder: Path) -> Path:
    """Say where the journal of a scene lies."""
    return folder / "journal.fjnl"


def copies_in(folder: Path) -> Path:
    """Say where its backups lie."""
    return folder / "backups"


def plain(folder: Path) -> None:
    """Begin with a plain journal and two backups of it."""
    create_demo(journal_in(folder), DAYS, seed=3)
    with JournalFile.open(journal_in(folder)) as journal:
        for n in range(2):
            journal.save([answer("pain", n, after(n)), words("a planted word", after(n))])
            backups.make_backup(journal, copies_in(folder), NOW - timedelta(days=2 - n))


def locked(folder: Path) -> None:
    """Begin with an encrypted journal and two backups of it."""
    plain(folder)
    copies = [one.path for one in backups.backups_of(journal_in(folder), copies_in(folder))]
    encryption.encrypt(journal_in(folder), OLD, copies=copies, cost=CHEAP)


def opened(path: Path, *passphrases: str) -> JournalFile:
    """Open a journal as whoever owns it would, trying the passphrases that may hold."""
    if not is_encrypted(path):
        return JournalFile.open(path)
    for passphrase in passphrases:
        try:
            return JournalFile.open(path, key_slots.passphrase_key(path, passphrase))
        except WrongKey:
            continue
    raise WrongKey("none of the passphrases opens it")


def state(folder: Path, *passphrases: str) -> tuple[Snapshot | None, list[str]]:
    """Read the journal of a scene, and name what is wrong with it."""
    try:
        with opened(journal_in(folder), *passphrases) as journal:
            return journal.snapshot(), [f"damaged: {one}" for one in journal.problems()]
    except JournalError as error:
        return None, [f"does not open: {type(error).__name__}"]


def _same_as_before(prepare: Callable[[Path], None], *passphrases: str) -> Judge:
    """Judge that the content is what it was, whichever state the file is in."""

    def judge(folder: Path, _lines: Sequence[str]) -> list[str]:
        found, faults = state(folder, *passphrases)
        if found is not None and found != _before(prepare):
            faults.append("the content is not what it was")
        for copy in backups.backups_of(journal_in(folder), copies_in(folder)):
            try:
                with opened(copy.path, *passphrases) as journal:
                    faults += [f"backup damaged: {one}" for one in journal.problems()]
            except JournalError as error:
                faults.append(f"backup does not open: {type(error).__name__}")
        return faults

    return judge


Judge = Callable[[Path, Sequence[str]], list[str]]
_known: dict[Callable[[Path], None], Snapshot] = {}


def _before(prepare: Callable[[Path], None]) -> Snapshot:
    return _known[prepare]


def remember(scene: Scene, folder: Path) -> None:
    """Keep what the journal held at the beginning, to compare with."""
    found, faults = state(folder, OLD)
    if found is None or faults:
        raise AssertionError(f"{scene.name} begins with a broken journal: {faults}")
    _known[scene.prepare] = found


# Logging


def _log(folder: Path, say: Say) -> None:
    with JournalFile.open(journal_in(folder)) as journal:
        say(BEGUN)
        n = 2
        while True:
            journal.save(
                [answer("pain", n % 11, after(n)), answer("fog", n % 7, after(n)), _note(n)]
            )
            say(f"saved {n}")
            n += 1


def _note(n: int) -> SetNote:
    return words(f"note {n} " * 40, after(n))


def _judge_log(folder: Path, lines: Sequence[str]) -> list[str]:
    _found, faults = state(folder)
    saved = [int(line.split()[1]) for line in lines if line.startswith("saved ")]
    last = max(saved, default=1)
    with JournalFile.open(journal_in(folder)) as journal:
        days = {day.date: day for day in journal.days(DAY, after(last + 2))}
    for n in range(2, last + 1):
        if after(n) not in days:
            faults.append(f"lost: answer {n} of {last}")
    for n in range(2, last + 3):
        day = days.get(after(n))
        if day is not None and (set(day.readings) != {"pain", "fog"} or day.note is None):
            faults.append(f"torn: day {n}")
    return faults


# Import


def _import(folder: Path, say: Say) -> None:
    days = {
        after(n): ImportedDay({"pain": n % 11, "stress": n % 9}, {"travel": n % 4 == 0}, f"in {n}")
        for n in range(IMPORTED)
    }
    with JournalFile.open(journal_in(folder)) as journal:
        say(BEGUN)
        journal.bring_in(ImportBatch("file.csv", EVENING, days))
        say(DONE)


def _judge_import(folder: Path, lines: Sequence[str]) -> list[str]:
    _found, faults = state(folder)
    with JournalFile.open(journal_in(folder)) as journal:
        days = journal.days(DAY, after(IMPORTED))
    brought = sum("stress" in day.readings for day in days)
    if brought not in ((IMPORTED,) if DONE in lines else (0, IMPORTED)):
        faults.append(f"torn import: {brought} of {IMPORTED} days")
    if days[1].value("pain") != 1 or days[0].note is None or "planted" not in days[0].note.text:
        faults.append("lost: an answer typed by hand")
    return faults


# Migration


def _migrate(folder: Path, say: Say) -> None:
    path = journal_in(folder)
    with plain_errors(path), closing(connect(path)) as connection:
        say(BEGUN)
        migrations.migrate(connection, path, (*STEPS, WIDER))
        say(DONE)


def _judge_migration(folder: Path, lines: Sequence[str]) -> list[str]:
    path = journal_in(folder)
    faults = [f"damaged: {row}" for row in ask(path, "PRAGMA integrity_check") if row != ("ok",)]
    ((version,),) = ask(path, "PRAGMA user_version")
    columns = {row[1] for row in ask(path, "PRAGMA table_info(event)")}
    if version == len(STEPS) + 1:
        if "place" not in columns:
            faults.append("torn: the new version without the new column")
        before = migrations.backup_path(path, len(STEPS) + 1)
        with JournalFile.open(before) as copy:
            faults += [f"backup damaged: {one}" for one in copy.problems()]
    elif version != len(STEPS) or "place" in columns or DONE in lines:
        faults.append(f"torn: version {version}")
    ((readings,),) = ask(path, "SELECT count(*) FROM reading")
    if readings < DAYS:
        faults.append(f"lost: {readings} readings are left")
    return faults


# Backup, restore


def _back_up(folder: Path, say: Say) -> None:
    with JournalFile.open(journal_in(folder)) as journal:
        say(BEGUN)
        for n in range(3):
            backups.make_backup(journal, copies_in(folder), NOW + timedelta(hours=n))
        say(DONE)


def _judge_backup(folder: Path, lines: Sequence[str]) -> list[str]:
    faults = _same_as_before(plain)(folder, lines)
    if len(backups.backups_of(journal_in(folder), copies_in(folder))) < 2 + (DONE in lines):
        faults.append("lost: a backup that was there")
    return faults


def _restore(folder: Path, say: Say) -> None:
    path, copies = journal_in(folder), copies_in(folder)
    oldest = backups.backups_of(path, copies)[-1].path
    say(BEGUN)
    restoring.restore_whole(path, oldest, copies, None, NOW)
    say(DONE)


def _judge_restore(folder: Path, lines: Sequence[str]) -> list[str]:
    found, faults = state(folder)
    days = {} if found is None else {day.date: day for day in found.days}
    is_old = after(1) not in days
    if found is not None and (after(0) not in days or (DONE in lines and not is_old)):
        faults.append("torn: neither the former state nor the restored one")
    if is_old:  # then the former state must lie among the backups
        held = []
        for copy in backups.backups_of(journal_in(folder), copies_in(folder)):
            with JournalFile.open(copy.path) as journal:
                held.append(journal.snapshot() == _before(plain))
        if not any(held):
            faults.append("lost: the former state")
    return faults


# Encryption


def _key(path: Path) -> DataKey:
    return key_slots.passphrase_key(path, OLD)


def _copies(folder: Path) -> list[Path]:
    return [one.path for one in backups.backups_of(journal_in(folder), copies_in(folder))]


def _encrypt(folder: Path, say: Say) -> None:
    copies = _copies(folder)
    say(BEGUN)
    encryption.encrypt(journal_in(folder), NEW, copies=copies, cost=CHEAP)
    say(DONE)


def _decrypt(folder: Path, say: Say) -> None:
    path, copies = journal_in(folder), _copies(folder)
    key = _key(path)
    say(BEGUN)
    encryption.decrypt(path, key, copies=copies)
    say(DONE)


def _change_passphrase(folder: Path, say: Say) -> None:
    path, copies = journal_in(folder), _copies(folder)
    key = _key(path)
    say(BEGUN)
    encryption.change_passphrase(path, key, NEW, copies=copies, cost=CHEAP)
    say(DONE)


def _change_key(folder: Path, say: Say) -> None:
    path, copies = journal_in(folder), _copies(folder)
    key = _key(path)
    say(BEGUN)
    encryption.change_key(path, key, NEW, copies=copies, cost=CHEAP)
    say(DONE)


def _judge_encrypt(folder: Path, lines: Sequence[str]) -> list[str]:
    faults = _same_as_before(plain, NEW)(folder, lines)
    if DONE in lines:
        faults += _plain_text_in(folder)
    return faults


def _plain_text_in(folder: Path) -> list[str]:
    return [
        f"plain text in {file.name}"
        for file in folder.rglob("*")
        if file.is_file() and (b"planted" in file.read_bytes() or b"SQLite" in file.read_bytes())
    ]


def _judge_locked(folder: Path, lines: Sequence[str]) -> list[str]:
    return _same_as_before(locked, NEW, OLD)(folder, lines)


def _judge_still_locked(folder: Path, lines: Sequence[str]) -> list[str]:
    return _judge_locked(folder, lines) + _plain_text_in(folder)


SCENES: tuple[Scene, ...] = (
    Scene("logging", plain, _log, _judge_log, lasts=0.15),
    Scene("import", plain, _import, _judge_import),
    Scene("migration", plain, _migrate, _judge_migration),
    Scene("backup", plain, _back_up, _judge_backup),
    Scene("restore", plain, _restore, _judge_restore),
    Scene("encryption on", plain, _encrypt, _judge_encrypt),
    Scene("encryption off", locked, _decrypt, _judge_locked),
    Scene("passphrase change", locked, _change_passphrase, _judge_still_locked),
    Scene("new key", locked, _change_key, _judge_still_locked),
)
