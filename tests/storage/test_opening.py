"""Bad files and bad places: each is one plain sentence, for both ways of opening."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import (
    DiskFull,
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalMissing,
    JournalMoved,
    JournalNotWritable,
    JournalTooNew,
    NotAJournal,
)
from fibrojournal.storage import connection
from fibrojournal.storage.driver_errors import journal_error
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import (
    DAY,
    ENVIRONMENT,
    answer,
    as_an_ordinary_person,
    ask,
    give_away,
    python,
    raw,
    scratch,
    words,
)

Opener = Callable[[Path], JournalFile | QuickJournal | None]

both = pytest.mark.parametrize("opener", [JournalFile.open, QuickJournal.open])


@pytest.fixture
def closed(path: Path) -> Path:
    """A journal with a day in it, closed."""
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 4), words("by the sea " * 100)])
    return path


def test_no_file_is_no_journal(path: Path) -> None:
    with pytest.raises(JournalMissing, match="There is no journal at"):
        JournalFile.open(path)
    assert QuickJournal.open(path) is None
    assert not path.exists(), "looking made no file"


def test_an_empty_file_is_no_journal_yet(path: Path) -> None:
    path.touch()
    with pytest.raises(JournalMissing, match="is empty"):
        JournalFile.open(path)
    assert QuickJournal.open(path) is None
    assert path.stat().st_size == 0


@both
def test_a_folder_is_no_journal(tmp_path: Path, opener: Opener) -> None:
    with pytest.raises(NotAJournal, match="is a folder"):
        opener(tmp_path)


@both
def test_a_device_is_no_journal(opener: Opener) -> None:
    with pytest.raises(NotAJournal):
        opener(Path(os.devnull))


def circle(folder: Path) -> Path:
    (folder / "round.fjnl").symlink_to(folder / "about.fjnl")
    (folder / "about.fjnl").symlink_to(folder / "round.fjnl")
    return folder / "round.fjnl"


def dangling(folder: Path) -> Path:
    (folder / "link.fjnl").symlink_to(folder / "unplugged" / "journal.fjnl")
    return folder / "link.fjnl"


def endless(folder: Path) -> Path:
    return folder / ("long" * 100)


@both
@pytest.mark.parametrize("place", [circle, dangling, endless])
def test_a_path_that_leads_nowhere_is_no_journal(
    tmp_path: Path, opener: Opener, place: Callable[[Path], Path]
) -> None:
    with pytest.raises(NotAJournal, match="leads nowhere"):
        opener(place(tmp_path))


def test_below_a_file_there_is_no_journal(path: Path) -> None:
    path.touch()
    with pytest.raises(JournalMissing, match="There is no journal at"):
        JournalFile.open(path / "journal.fjnl")


@both
def test_a_folder_that_may_not_be_entered_is_refused(
    path: Path, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> None:  # root may enter every folder, and tests may run as root
        raise PermissionError

    monkeypatch.setattr(Path, "stat", locked)
    with pytest.raises(JournalNotWritable, match="may not be changed"):
        opener(path)


@both
@pytest.mark.parametrize("content", [b"x", b"dear diary\n" * 1000, bytes(range(256)) * 40])
def test_any_other_file_is_no_journal(path: Path, opener: Opener, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAJournal, match="is not a fibrojournal journal"):
        opener(path)
    assert path.read_bytes() == content


@both
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_is_left_alone(
    path: Path, opener: Opener, mode: str
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("CREATE TABLE notes (body)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(NotAJournal, match="is not a fibrojournal journal"):
        opener(path)
    assert path.read_bytes() == before


@both
def test_a_newer_journal_is_refused_and_left_alone(closed: Path, opener: Opener) -> None:
    with raw(closed) as plain:
        plain.execute("PRAGMA user_version = 99")
    before = closed.read_bytes()
    with pytest.raises(JournalTooNew, match="newer version"):
        opener(closed)
    assert closed.read_bytes() == before


@both
@pytest.mark.parametrize("length", [50, 4096, 20_000])
def test_a_journal_cut_short_is_damaged(closed: Path, opener: Opener, length: int) -> None:
    os.truncate(closed, length)
    with pytest.raises(JournalDamaged, match="cannot be read"):
        opener(closed)


@both
def test_a_journal_with_a_broken_table_of_contents_is_damaged(closed: Path, opener: Opener) -> None:
    broken = bytearray(closed.read_bytes())
    broken[100:4096] = b"\xff" * 3996
    closed.write_bytes(broken)
    with pytest.raises(JournalDamaged, match="cannot be read"):
        opener(closed)


def test_damage_deeper_down_is_met_with_a_sentence(closed: Path) -> None:
    broken = bytearray(closed.read_bytes())
    broken[2 * 4096 :] = b"\xff" * (len(broken) - 2 * 4096)
    closed.write_bytes(broken)
    with pytest.raises(JournalDamaged), JournalFile.open(closed) as journal:
        journal.snapshot()


@both
def test_a_journal_that_was_put_into_wal_mode_comes_back(closed: Path, opener: Opener) -> None:
    with raw(closed) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("DELETE FROM setting")
    opened = opener(closed)
    assert opened is not None
    with opened:
        assert ask(closed, "PRAGMA journal_mode") == [("delete",)]
    assert list(closed.parent.iterdir()) == [closed]


@both
def test_a_link_leads_to_the_journal(closed: Path, opener: Opener, tmp_path: Path) -> None:
    link = tmp_path / "link.fjnl"
    link.symlink_to(closed)
    opened = opener(link)
    assert opened is not None
    with opened:
        assert opened.day(DAY).value("pain") == 4


@both
@pytest.mark.parametrize(
    "name", ["a?mode=memory#x%41.fjnl", "file:x.fjnl", "Tagebuch für Ümit.fjnl"]
)
def test_any_name_is_a_name(tmp_path: Path, opener: Opener, name: str) -> None:
    JournalFile.create(tmp_path / name).close()
    assert (tmp_path / name).stat().st_size > 0
    opened = opener(tmp_path / name)
    assert opened is not None
    opened.close()


def test_a_relative_path_works(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(closed.parent)
    with JournalFile.open(Path(closed.name)) as journal:
        assert journal.day(DAY).value("pain") == 4


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment for another writer instead of five seconds."""
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
@both
def test_a_journal_held_by_another_program_is_busy(closed: Path, opener: Opener) -> None:
    opened = opener(closed)
    assert opened is not None
    with opened, raw(closed) as other:
        other.execute("BEGIN IMMEDIATE")
        assert opened.day(DAY).value("pain") == 4, "reading does not wait for a writer"
        with pytest.raises(JournalBusy, match="Another program"):
            opened.save([answer("pain", 5)])
        other.execute("COMMIT")
        opened.save([answer("pain", 6)])
        assert opened.day(DAY).value("pain") == 6


@pytest.mark.usefixtures("impatient")
@both
def test_a_journal_shut_by_another_program_is_busy(closed: Path, opener: Opener) -> None:
    with raw(closed) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalBusy, match="Another program"):
            opener(closed)


def test_readers_see_the_former_state_while_a_long_import_is_written(closed: Path) -> None:
    with QuickJournal.open(closed) or pytest.fail("no journal") as quick, raw(closed) as other:
        writer = connection.connect(closed)
        writer.execute("BEGIN IMMEDIATE")
        writer.executemany(
            "INSERT INTO note (day, body, origin, entered, zone, offset)"
            " VALUES (?, ?, 'typed', 0, 'UTC', 0)",
            ((day, "a long note " * 300) for day in range(6000)),  # more than the cache holds
        )
        assert quick.day(DAY).value("pain") == 4
        assert other.execute("SELECT count(*) FROM note").fetchone() == (1,)
        writer.execute("COMMIT")
        writer.close()
        assert other.execute("SELECT count(*) FROM note").fetchone() == (6001,)


@both
def test_a_journal_replaced_while_open_takes_no_answer(closed: Path, opener: Opener) -> None:
    opened = opener(closed)
    assert opened is not None
    with opened:
        spare = closed.with_suffix(".copy")
        shutil.copy(closed, spare)
        spare.replace(closed)
        with pytest.raises(JournalMoved, match="while it was open"):
            opened.save([answer("pain", 9)])


ATTEMPTS = """
import sys
from pathlib import Path
from fibrojournal.journal.errors import JournalError
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
path = Path(sys.argv[1])
for work in (JournalFile.open, QuickJournal.open, JournalFile.create, QuickJournal.create):
    place = path if work.__name__ == "open" else path.with_name("new.fjnl")
    try:
        work(place)
    except JournalError as error:
        print(type(error).__name__, error)
"""


def test_a_read_only_disk_is_a_sentence(closed: Path, tmp_path: Path) -> None:
    mount = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,bind,ro {tmp_path}"
    inside = ["unshare", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets no one mount anything")
    told = subprocess.run(
        [*inside, sys.executable, "-c", ATTEMPTS, str(closed)],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    assert told.stdout.count("JournalNotWritable") == 4
    assert told.stdout.count("read-only") == 4
    assert told.stderr == ""


@both
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500)])
def test_a_read_only_place_is_a_sentence(opener: Opener, file_mode: int, folder_mode: int) -> None:
    with scratch() as path:
        JournalFile.create(path).close()
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        give_away(path, path.parent)
        with as_an_ordinary_person(), pytest.raises(JournalNotWritable, match="read-only"):
            opener(path)
        path.parent.chmod(0o700)


def test_the_driver_writes_nothing_on_stderr(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:5000])
    told = python(ATTEMPTS, str(closed))
    assert "JournalDamaged" in told.stdout
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR", JournalNotWritable),
        ("SQLITE_IOERR_WRITE", JournalNotWritable),
        ("SQLITE_IOERR_FSYNC", JournalNotWritable),
        ("SQLITE_READONLY_DIRECTORY", JournalNotWritable),
        ("SQLITE_CANTOPEN", JournalNotWritable),
        ("SQLITE_BUSY_SNAPSHOT", JournalBusy),
        ("SQLITE_LOCKED_SHAREDCACHE", JournalBusy),
        ("SQLITE_NOTADB", NotAJournal),
        ("SQLITE_CORRUPT_VTAB", JournalDamaged),
        ("SQLITE_CONSTRAINT_NOTNULL", None),
        ("SQLITE_ERROR", None),
        ("", None),
    ],
)
def test_each_error_of_the_world_has_its_meaning(
    path: Path, name: str, kind: type[JournalError] | None
) -> None:
    error = dbapi2.OperationalError("some words of the driver")
    if name:
        error.sqlite_errorname = name
    told = journal_error(error, path)
    assert type(told) is (kind or type(None))
    assert told is None or str(path) in str(told)
    assert told is None or "some words of the driver" not in str(told)
