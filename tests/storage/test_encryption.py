"""Encryption on and off: nothing is lost, nothing stays readable, nothing is half done."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
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
    WrongKey,
)
from fibrojournal.storage import connection, durable, encryption, key_slots, recrypt, sidecar
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.connection import connect
from fibrojournal.storage.encryption import (
    Fate,
    change_key,
    change_passphrase,
    decrypt,
    encrypt,
    encrypt_copies,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.migrations import backup_path, migrate
from fibrojournal.storage.recovery_code import code_of
from fibrojournal.storage.schema import STEPS
from fibrojournal.storage.snapshot import Snapshot
from tests.storage import converting
from tests.storage.build import DAY, ENVIRONMENT, after, another_program_holding, answer, raw, words
from tests.storage.converting import CHEAP, FORMER, NEW, OPERATIONS
from tests.storage.test_key_slots import Chest

SECRET = "Rumpelstiltskin"


@pytest.fixture
def noted(path: Path) -> Path:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", n % 11, after(n)) for n in range(60)])
        journal.save([words(f"{SECRET} and lentil soup {n}", after(n)) for n in range(60)])
        journal.save([words(None, after(3)), answer("pain", 1, after(4))])
    return path


@pytest.fixture
def key(noted: Path) -> DataKey:
    """The key of the journal, which is encrypted now."""
    return encrypt(noted, FORMER, cost=CHEAP)


def content(path: Path, key: DataKey | None = None) -> Snapshot:
    with JournalFile.open(path, key) as journal:
        assert journal.problems() == []
        return journal.snapshot()


def rows(path: Path, key: DataKey | None = None) -> list[object]:
    """Every row of every table that is not the search index's own."""
    with closing(connect(path, key)) as plain:
        names = plain.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_text%'"
            " ORDER BY name"
        ).fetchall()
        return [sorted(plain.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names]


def files(path: Path) -> set[str]:
    """What lies in the journal's folder, apart from the lock's empty file."""
    return {file.name for file in path.parent.iterdir()} - {f"{path.name}.lock"}


def an_older_copy(path: Path, name: str = "older.fjnl") -> Path:
    copy = path.with_name(name)
    shutil.copy(path, copy)
    if keys_path(path).exists():
        key_slots.copy_slots(path, copy)
    return copy


class Told:
    """Remembers what became of the copies."""

    def __init__(self) -> None:
        self.fates: dict[str, Fate] = {}

    def __call__(self, copy: Path, fate: Fate) -> None:
        self.fates[copy.name] = fate


# On, off, and what is there afterwards


def test_nothing_is_lost_by_turning_it_on_and_off(noted: Path) -> None:
    before, all_rows, bits = content(noted), rows(noted), _numbers(noted)
    key = encrypt(noted, FORMER, cost=CHEAP)
    assert is_encrypted(noted)
    assert key_slots.passphrase_key(noted, FORMER) == key
    assert key_slots.code_key(noted, code_of(key)) == key
    assert content(noted, key) == before
    assert rows(noted, key) == all_rows
    assert _numbers(noted, key) == bits
    assert files(noted) == {noted.name, keys_path(noted).name}
    decrypt(noted, key)
    assert content(noted) == before
    assert rows(noted) == all_rows
    assert files(noted) == {noted.name}


def _numbers(path: Path, key: DataKey | None = None) -> list[object]:
    with closing(connect(path, key)) as plain:
        return [
            plain.execute(f"PRAGMA {name}").fetchone()
            for name in ("user_version", "application_id", "journal_mode")
        ]


def test_the_search_finds_what_it_found(noted: Path, key: DataKey) -> None:
    with JournalFile.open(noted, key) as journal:
        assert len(journal.search_notes("lentil soup")) == 59


def test_it_can_be_written_on_afterwards(noted: Path, key: DataKey) -> None:
    with JournalFile.open(noted, key) as journal:
        journal.save([answer("fog", 5), words("a new day", after(100))])
        assert journal.day(DAY).value("fog") == 5
        assert journal.search_notes("new day")


def test_no_file_holds_a_word_that_was_written(noted: Path, key: DataKey) -> None:
    with JournalFile.open(noted, key) as journal:
        journal.save([words(f"{SECRET} again", after(200))])
    for file in noted.parent.iterdir():
        assert SECRET.encode() not in file.read_bytes()
        assert b"reading" not in file.read_bytes()


def test_its_owner_alone_may_read_it(noted: Path) -> None:
    noted.chmod(0o644)
    encrypt(noted, FORMER, cost=CHEAP)
    assert noted.stat().st_mode & 0o777 == 0o600


def test_a_key_whose_code_was_shown_before_is_the_one(noted: Path) -> None:
    shown = DataKey.new()
    assert encrypt(noted, FORMER, key=shown, cost=CHEAP) == shown
    content(noted, shown)


def test_each_journal_has_a_key_of_its_own(noted: Path, tmp_path: Path) -> None:
    other = an_older_copy(noted)
    assert encrypt(noted, FORMER, cost=CHEAP) != encrypt(other, FORMER, cost=CHEAP)


def test_a_link_to_a_journal_stays_one(noted: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.fjnl"
    link.parent.mkdir()
    link.symlink_to(noted)
    key = encrypt(link, FORMER, cost=CHEAP)
    assert link.is_symlink()
    assert is_encrypted(noted)
    assert key_slots.passphrase_key(link, FORMER) == key_slots.passphrase_key(noted, FORMER) == key


def test_the_former_part_beside_a_plain_journal_does_not_matter(noted: Path) -> None:
    keys_path(noted).write_bytes(b"left over")
    content(noted)
    key = encrypt(noted, FORMER, cost=CHEAP)
    assert key_slots.passphrase_key(noted, FORMER) == key


def test_it_is_off_or_on_already(noted: Path) -> None:
    with pytest.raises(JournalError, match="is not encrypted"):
        decrypt(noted, DataKey.new())
    encrypt(noted, FORMER, cost=CHEAP)
    before = noted.read_bytes()
    with pytest.raises(JournalError, match="encrypted already"):
        encrypt(noted, NEW, cost=CHEAP)
    assert noted.read_bytes() == before


def test_without_a_passphrase_nothing_is_encrypted(noted: Path) -> None:
    before = noted.read_bytes()
    with pytest.raises(ValueError, match="empty"):
        encrypt(noted, "")
    assert noted.read_bytes() == before
    assert files(noted) == {noted.name}


def test_another_key_turns_nothing_off(noted: Path, key: DataKey) -> None:
    before = noted.read_bytes()
    for change in (
        lambda: decrypt(noted, DataKey.new()),
        lambda: change_key(noted, DataKey.new(), NEW, cost=CHEAP),
        lambda: change_passphrase(noted, DataKey.new(), NEW, cost=CHEAP),
    ):
        with pytest.raises(WrongKey):
            change()
    assert noted.read_bytes() == before
    assert key_slots.passphrase_key(noted, FORMER) == key


# Another passphrase, another key


def test_another_passphrase_leaves_file_and_code_as_they_are(noted: Path, key: DataKey) -> None:
    before = noted.read_bytes()
    change_passphrase(noted, key, NEW, cost=CHEAP)
    assert noted.read_bytes() == before
    assert key_slots.passphrase_key(noted, NEW) == key
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(noted, FORMER)


def test_another_key_shuts_out_whoever_knows_the_former_code(noted: Path, key: DataKey) -> None:
    before = content(noted, key)
    new = change_key(noted, key, NEW, cost=CHEAP)
    assert content(noted, new) == before
    assert key_slots.passphrase_key(noted, NEW) == new
    assert len(sidecar.read(noted).slots) == 1
    with pytest.raises(WrongKey):
        key_slots.code_key(noted, code_of(key))


def test_a_computer_that_remembers_follows(
    noted: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    chest = Chest()
    monkeypatch.setattr("keyring.get_keyring", lambda: chest)
    key_slots.remember(noted, key)
    new = change_key(noted, key, NEW, cost=CHEAP)
    assert key_slots.remembered_key(noted) == new
    decrypt(noted, new)
    assert chest.kept == {}


def test_a_computer_that_remembers_no_longer_is_not_asked(noted: Path, key: DataKey) -> None:
    key_slots.remember(noted, key, Computer(Chest))
    change_key(noted, key, NEW, cost=CHEAP)  # this machine's own keyring, whatever it is
    assert key_slots.remembered_key(noted) in (None, key_slots.passphrase_key(noted, NEW))
    key_slots.forget(noted)


# Older copies


def test_older_copies_are_encrypted_too(noted: Path) -> None:
    before, copy, told = content(noted), an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.CONVERTED}
    assert content(copy, key) == before
    assert key_slots.passphrase_key(copy, FORMER) == key
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    assert key_slots.passphrase_key(copy, NEW) == key
    new = change_key(noted, key, "third", copies=[copy], on_copy=told, cost=CHEAP)
    assert key_slots.passphrase_key(copy, "third") == new
    assert len(sidecar.read(copy).slots) == 1
    decrypt(noted, new, copies=[copy], on_copy=told)
    assert content(copy) == before
    assert files(noted) == {noted.name, copy.name}
    assert told.fates == {copy.name: Fate.CONVERTED}


def test_a_plain_copy_that_cannot_be_read_does_not_stay(noted: Path) -> None:
    copy, told = an_older_copy(noted), Told()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.REMOVED}
    assert files(noted) == {noted.name, keys_path(noted).name}


def test_one_that_can_be_neither_encrypted_nor_removed_is_named(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, told = an_older_copy(noted), Told()
    copy.write_bytes(copy.read_bytes()[:8192])

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(encryption, "remove", refuse)
    encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.LEFT}
    assert copy.exists()


def test_the_copy_before_a_migration_opens_with_the_passphrase(noted: Path, key: DataKey) -> None:
    before, steps = content(noted, key), (*STEPS, ("CREATE TABLE later (x)",))
    with closing(connect(noted, key)) as opened:
        migrate(opened, noted, steps, key=key)
    copy = backup_path(noted, len(steps))
    assert content(copy, key_slots.passphrase_key(copy, FORMER)) == before


def test_what_is_left_of_a_copy_that_was_cut_short_does_not_stay_plain(noted: Path) -> None:
    part = noted.with_name("journal.before-v2.fjnl.x1.tmp")
    part.write_bytes(noted.read_bytes()[:-4096])
    encrypt(noted, FORMER, copies=encryption.copies_of(noted, noted.parent), cost=CHEAP)
    assert not part.exists()


def test_someone_elses_file_stays_whatever_its_name(noted: Path) -> None:
    list_, base, told = noted.with_name("list.fjnl"), noted.with_name("base.fjnl"), Told()
    list_.write_text("lentils, soap\n" * 1000)
    with closing(sqlite3.connect(base)) as other:
        other.execute("CREATE TABLE t (x)")
    before = base.read_bytes()
    encrypt(noted, FORMER, copies=[list_, base], on_copy=told, cost=CHEAP)
    assert told.fates == {list_.name: Fate.LEFT, base.name: Fate.LEFT}
    assert base.read_bytes() == before


def test_copies_under_another_key_stay_as_they_are(noted: Path) -> None:
    copy = an_older_copy(noted)
    other = encrypt(copy, "its own", cost=CHEAP)
    before = copy.read_bytes()
    key = encrypt(noted, FORMER, copies=[copy], cost=CHEAP)
    told = Told()
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    key = change_key(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    decrypt(noted, key, copies=[copy], on_copy=told)
    assert told.fates == {copy.name: Fate.LEFT}
    assert copy.read_bytes() == before
    assert key_slots.passphrase_key(copy, "its own") == other


def test_a_plain_copy_stays_plain_where_only_the_passphrase_changes(
    noted: Path, tmp_path: Path
) -> None:
    copy, told = an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, cost=CHEAP)
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    key = change_key(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    decrypt(noted, key, copies=[copy], on_copy=told)
    assert told.fates == {copy.name: Fate.LEFT}
    content(copy)


def test_the_known_copies_are_the_backups_and_those_of_migrations(noted: Path) -> None:
    folder = noted.parent / "backups"
    folder.mkdir()
    before, backup = "journal.before-v2.fjnl", "backups/journal.2026-03-12-203000Z.fjnl"
    names = [before, backup, f"{before}.x1.tmp", f"{backup}.x2.tmp"]
    for name in (*names, f"{before}.keys", f"{backup}.keys.x3.tmp", "other.before-v2.fjnl"):
        (noted.parent / name).write_bytes(b"x")
    found = encryption.copies_of(noted, folder)
    assert {str(path.relative_to(noted.parent)) for path in found} == set(names)


def test_plain_copies_can_be_encrypted_later(noted: Path) -> None:
    copy, told = an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, cost=CHEAP)
    encrypt_copies(noted, key, [copy], on_copy=told)
    assert told.fates == {copy.name: Fate.CONVERTED}
    assert key_slots.passphrase_key(copy, FORMER) == key


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
