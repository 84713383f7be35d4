"""Encryption with the world against it: other programs, full disks, damage, kills."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import (
    DiskFull,
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalNotWritable,
    NotAJournal,
)
from fibrojournal.storage import connection, durable, encryption, key_slots, recrypt, sidecar
from fibrojournal.storage.connection import connect
from fibrojournal.storage.encryption import (
    change_key,
    decrypt,
    encrypt,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from tests.storage import converting
from tests.storage.build import ENVIRONMENT, another_program_holding, answer, raw
from tests.storage.converting import CHEAP, FORMER, NEW, OPERATIONS
from tests.storage.vault import SECRET, content, files, note_down


@pytest.fixture
def noted(path: Path) -> Path:
    return note_down(path)


@pytest.fixture
def key(noted: Path) -> DataKey:
    """The key of the journal, which is encrypted now."""
    return encrypt(noted, FORMER, cost=CHEAP)


# Not alone


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_open_window_comes_first(path: Path, operation: str) -> None:
    converting.prepare(operation, path, days=3)
    before = path.read_bytes()
    with another_program_holding(path), pytest.raises(JournalBusy, match="another window"):
        converting.convert(operation, path)
    assert path.read_bytes() == before


def test_a_command_that_is_writing_comes_first(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with raw(noted) as command:
        command.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalBusy, match="Another program"):
            encrypt(noted, FORMER, cost=CHEAP)
    assert not is_encrypted(noted)
    assert files(noted) == {noted.name}


def test_a_command_beside_cannot_write_into_the_file_that_goes(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with JournalFile.open(noted) as command:
        put_in_place = durable.put_in_place

        def meanwhile(unfinished: Path, target: Path) -> None:
            with raw(noted) as other:
                other.execute("PRAGMA busy_timeout = 0")
                with pytest.raises(dbapi2.OperationalError, match="locked"):
                    other.execute("BEGIN IMMEDIATE")
            put_in_place(unfinished, target)

        monkeypatch.setattr(encryption, "put_in_place", meanwhile)
        key = encrypt(noted, FORMER, cost=CHEAP)
        with pytest.raises(JournalError, match="moved"):
            command.save([answer("fog", 1)])
    assert content(noted, key)


# The world against it


def break_(name: str, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def raise_(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(encryption, name, raise_)


def test_a_folder_that_cannot_be_written_is_a_sentence(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = noted.read_bytes()
    break_("put_in_place", monkeypatch, OSError("no room"))
    with pytest.raises(JournalNotWritable, match="is unchanged"):
        encrypt(noted, FORMER, cost=CHEAP)
    assert noted.read_bytes() == before
    content(noted)
    assert recrypt.unfinished(noted).exists() is False


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_passphrase(
    noted: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _access: int) -> None:
        if path.name.endswith(".converting"):
            raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(durable, "_sync", refuse)
    with pytest.raises(JournalNotWritable, match="unchanged"):
        change_key(noted, key, NEW, cost=CHEAP)
    assert key_slots.passphrase_key(noted, FORMER) == key


def test_a_new_key_holds_where_the_former_slot_cannot_be_removed(
    noted: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, times = sidecar.write, iter(range(9))

    def refuse_later(journal: Path, beside: sidecar.Sidecar) -> None:
        if next(times):
            raise JournalNotWritable("no")
        write(journal, beside)

    monkeypatch.setattr(sidecar, "write", refuse_later)
    new = change_key(noted, key, FORMER, cost=CHEAP)
    content(noted, new)
    assert key_slots.passphrase_key(noted, FORMER) == new


def test_a_plain_journal_stays_so_where_its_keys_cannot_be_removed(
    noted: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidecar.write(noted, replace(sidecar.read(noted), computer=True))

    def refuse(*_arguments: object) -> None:
        raise JournalNotWritable("no")

    def hold_on(_path: Path) -> None:
        raise OSError

    monkeypatch.setattr(sidecar, "write", refuse)
    monkeypatch.setattr(encryption, "remove", hold_on)
    decrypt(noted, key)
    content(noted)


def test_a_damaged_journal_stays_as_it_is(noted: Path) -> None:
    whole = noted.read_bytes()
    noted.write_bytes(whole[:20480] + b"\xff" * 4096 + whole[24576:])
    before = noted.read_bytes()
    with pytest.raises(JournalDamaged, match="Nothing was changed"):
        encrypt(noted, FORMER, cost=CHEAP)
    assert noted.read_bytes() == before
    assert files(noted) == {noted.name}


def test_a_damaged_page_of_an_encrypted_journal_stays_as_it_is(noted: Path, key: DataKey) -> None:
    whole = bytearray(noted.read_bytes())
    whole[20481] ^= 1
    noted.write_bytes(whole)
    with pytest.raises(JournalDamaged, match="Nothing was changed"):
        decrypt(noted, key)
    assert noted.read_bytes() == whole
    assert files(noted) == {noted.name, keys_path(noted).name}


def test_a_journal_whose_references_are_broken_stays_as_it_is(noted: Path) -> None:
    with raw(noted) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("UPDATE reading SET import_id = 'nowhere'")
    with pytest.raises(JournalDamaged, match="Nothing was changed"):
        encrypt(noted, FORMER, cost=CHEAP)
    assert files(noted) == {noted.name}


def test_a_copy_that_holds_less_does_not_count(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = recrypt._export

    def lose_one(source: sqlite3.Connection, target: Path, key: DataKey | None) -> None:
        export(source, target, key)
        with closing(connect(target, key)) as copy:
            copy.execute("DELETE FROM meta WHERE key = (SELECT min(key) FROM meta)")

    monkeypatch.setattr(recrypt, "_export", lose_one)
    with pytest.raises(JournalDamaged):
        encrypt(noted, FORMER, cost=CHEAP)
    assert files(noted) == {noted.name}


def test_a_copy_that_is_not_encrypted_does_not_count(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = recrypt._export

    def export_plain(source: sqlite3.Connection, target: Path, _key: DataKey | None) -> None:
        export(source, target, None)

    monkeypatch.setattr(recrypt, "_export", export_plain)
    monkeypatch.setattr(recrypt, "connect", lambda path, _key: connect(path))
    with pytest.raises(RuntimeError, match="not encrypted"):
        encrypt(noted, FORMER, cost=CHEAP)
    assert not is_encrypted(noted)
    assert files(noted) == {noted.name}


def test_a_driver_without_a_cipher_writes_nothing(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = noted.read_bytes()
    monkeypatch.setattr(connection, "dbapi2", sqlite3)
    with pytest.raises(RuntimeError, match="cannot encrypt"):
        encrypt(noted, FORMER, cost=CHEAP)
    assert noted.read_bytes() == before
    assert files(noted) == {noted.name}


def test_another_programs_database_is_not_converted(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(NotAJournal):
        encrypt(path, FORMER, cost=CHEAP)
    assert files(path) == {path.name}


SMALL_DISK = """
import sys
from pathlib import Path
from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage.encryption import encrypt
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.converting import prepare
path = Path(sys.argv[1])
prepare("encrypt", path)
filler = path.with_name("filler")
with filler.open("wb", buffering=0) as file:
    try:
        while True:
            file.write(b"x" * 4096)
    except OSError:
        pass
    file.truncate(file.tell() - 65536)
before = path.read_bytes()
try:
    encrypt(path, "words")
except JournalNotWritable as error:
    print(error)
assert path.read_bytes() == before
print(sorted(file.name for file in path.parent.iterdir()))
JournalFile.open(path).close()
"""


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=1m tmpfs {tmp_path}"
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets no one mount anything")
    told = subprocess.run(
        [*inside, sys.executable, "-c", SMALL_DISK, str(tmp_path / "journal.fjnl")],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert told.returncode == 0, told.stderr
    sentence, left = told.stdout.splitlines()
    assert sentence.startswith("The disk is full; ")
    assert "converting" not in left
    assert ".keys" not in left
    assert told.stderr == ""


def test_what_stops_the_copying_is_told_as_what_it_is() -> None:
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as source:
        source.execute("CREATE TABLE t (x)")
        source.execute("INSERT INTO t VALUES (zeroblob(100000))")
        with pytest.raises(JournalNotWritable, match="failing"):
            recrypt._fill(source)  # nothing is attached
        source.execute("ATTACH ':memory:' AS copy KEY ''")
        source.execute("PRAGMA copy.max_page_count = 3")
        with pytest.raises(DiskFull, match="full"):
            recrypt._fill(source)


# What is written where


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("operation", OPERATIONS)
def test_nothing_is_written_outside_the_journals_folder(tmp_path: Path, operation: str) -> None:
    folder, elsewhere, log = tmp_path / "in", tmp_path / "out", tmp_path / "strace.log"
    folder.mkdir()
    elsewhere.mkdir()
    path = folder / "journal.fjnl"
    converting.prepare(operation, path, days=3)
    calls = "open,openat,creat,rename,renameat,renameat2"
    program = [sys.executable, "-m", "tests.storage.converting", operation, str(path)]
    subprocess.run(
        ["strace", "-f", "-e", f"trace={calls}", "-o", str(log), *program],
        capture_output=True,
        check=True,
        env=ENVIRONMENT
        | {
            "TMPDIR": str(elsewhere),
            "SQLITE_TMPDIR": str(elsewhere),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )
    written = [
        line
        for line in log.read_text().splitlines()
        if any(way in line for way in ("O_RDWR", "O_WRONLY", "O_CREAT", "rename"))
        and "/dev/" not in line
        and " = -1 " not in line
    ]
    assert len(written) > 3
    assert [line for line in written if str(folder) not in line] == []
    assert list(elsewhere.iterdir()) == []


def test_what_is_sorted_stays_in_memory(noted: Path, key: DataKey) -> None:
    with closing(connect(noted, key)) as opened:
        assert opened.execute("PRAGMA temp_store").fetchone() == (2,)


# Killed


# Where former and new files stand side by side; `converting` knows every step.
HALF_WAY = [("encrypt", 2), ("encrypt", 3), ("decrypt", 1), ("passphrase", 1)]
HALF_WAY += [("code", 2), ("code", 5)]
ANY_MOMENT = [("encrypt", 0.05), ("decrypt", 0.1)]


@pytest.mark.parametrize(("operation", "moment"), [*HALF_WAY, *ANY_MOMENT])
def test_killed_at_any_moment_it_is_the_former_or_the_new_one(
    path: Path, operation: str, moment: float
) -> None:
    converting.prepare(operation, path, days=20)
    former = None if operation == "encrypt" else key_slots.passphrase_key(path, FORMER)
    before = content(path, former)
    was_under_way = converting.killed(operation, path, moment)
    assert was_under_way or isinstance(moment, float)
    converting.survives(path, before)


def test_what_a_killed_conversion_left_goes_when_the_journal_is_opened(noted: Path) -> None:
    left = [Path(f"{recrypt.unfinished(noted)}{end}") for end in ("", "-journal")]
    for file in left:
        file.write_text(SECRET)
    with another_program_holding(noted):
        content(noted)
        assert left[0].exists(), "it may be at work"
    content(noted)
    assert not any(file.exists() for file in left)


def test_what_a_killed_conversion_left_does_not_hinder_the_next(noted: Path) -> None:
    for end in ("", "-journal"):
        Path(f"{recrypt.unfinished(noted)}{end}").write_text(SECRET)
    encrypt(noted, FORMER, cost=CHEAP)
    assert files(noted) == {noted.name, keys_path(noted).name}
