"""Reading a journal that may not be written, or that somebody else is to write alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fibrojournal.journal.errors import (
    JournalMissing,
    JournalNotWritable,
    JournalTooNew,
    JournalTooOld,
)
from fibrojournal.storage.connection import connect
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import (
    DAY,
    ENVIRONMENT,
    after,
    answer,
    as_an_ordinary_person,
    give_away,
    raw,
    scratch,
    words,
)
from tests.storage.test_crash import leave_a_hot_journal

KEY = DataKey(bytes(range(32)))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> DataKey | None:
    found = request.param
    assert found is None or isinstance(found, DataKey)
    return found


def begin(path: Path, key: DataKey | None = None) -> None:
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", 4), words("by the sea")])


@contextmanager
def read_only_place(key: DataKey | None = None) -> Iterator[Path]:
    """A journal whose file and folder nobody may write, not even whoever runs the tests."""
    with scratch() as path:
        begin(path, key)
        with shut(path):
            yield path


@contextmanager
def shut(path: Path) -> Iterator[None]:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    give_away(path, path.parent)
    try:
        with as_an_ordinary_person():
            yield
    finally:
        path.parent.chmod(0o700)


def test_a_journal_opened_to_be_read_shows_all_and_takes_nothing(
    path: Path, key: DataKey | None
) -> None:
    begin(path, key)
    before = path.read_bytes()
    with JournalFile.open(path, key, read_only=True) as journal:
        assert journal.day(DAY).value("pain") == 4
        assert journal.search_notes("sea") == [(DAY, "by the sea")]
        assert journal.problems() == []
        with pytest.raises(JournalNotWritable):
            journal.save([answer("pain", 9)])
        assert journal.day(DAY).value("pain") == 4
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_the_first_second_can_read_alone_as_well(path: Path, key: DataKey | None) -> None:
    begin(path, key)
    quick = QuickJournal.open(path, key, read_only=True)
    assert quick is not None
    with quick:
        assert quick.day(DAY).value("pain") == 4
        with pytest.raises(JournalNotWritable):
            quick.save([answer("pain", 9)])


def test_a_journal_that_nobody_may_write_can_be_read(key: DataKey | None) -> None:
    with read_only_place(key) as path:
        with JournalFile.open_to_read(path, key) as journal:
            assert journal.is_read_only
            assert journal.day(DAY).value("pain") == 4
            assert journal.problems() == []
        assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_journal_that_may_not_even_be_read_is_a_sentence() -> None:
    with scratch() as path:
        begin(path)
        path.chmod(0o200)
        give_away(path, path.parent)
        with as_an_ordinary_person(), pytest.raises(JournalNotWritable, match="may not be read"):
            JournalFile.open_to_read(path)


def test_a_journal_that_can_be_written_is_opened_as_always(path: Path) -> None:
    begin(path)
    with JournalFile.open_to_read(path) as journal:
        assert not journal.is_read_only


def test_nothing_to_read_is_no_journal(path: Path) -> None:
    with pytest.raises(JournalMissing):
        JournalFile.open_to_read(path)


def test_a_reader_sees_what_another_window_saves(path: Path) -> None:
    begin(path)
    with (
        JournalFile.open(path) as writer,
        JournalFile.open(path, read_only=True) as reader,
    ):
        version = reader.data_version()
        writer.save([answer("fog", 3, after(1))])
        assert reader.data_version() != version
        assert reader.day(after(1)).value("fog") == 3


def test_an_older_journal_is_not_brought_up_to_date_where_it_is_only_read(path: Path) -> None:
    begin(path)
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(JournalTooOld, match="copy it to a place"):
        JournalFile.open(path, read_only=True)
    assert QuickJournal.open(path, read_only=True) is None


def test_a_newer_journal_is_refused_for_reading_too(path: Path) -> None:
    begin(path)
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(JournalTooNew):
        JournalFile.open(path, read_only=True)


def test_a_save_that_was_cut_short_is_not_read_half_done(key: DataKey | None) -> None:
    with scratch() as path:
        begin(path, key)
        leave_a_hot_journal(path, key)
        give_away(path.with_name(path.name + "-journal"))
        with shut(path), pytest.raises(JournalNotWritable, match="cut short"):
            JournalFile.open_to_read(path, key)


def test_what_write_ahead_logging_left_behind_is_not_passed_over() -> None:
    with scratch() as path:
        begin(path)
        with raw(path) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        with shut(path), JournalFile.open_to_read(path) as journal:
            assert journal.day(DAY).value("pain") == 4
        path.with_name(path.name + "-wal").write_bytes(b"half a word")
        with shut(path), pytest.raises(JournalNotWritable, match="cut short"):
            JournalFile.open_to_read(path)


def test_a_connection_that_only_reads_refuses_every_statement_that_writes(path: Path) -> None:
    begin(path)
    connection = connect(path, read_only=True)
    with pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM reading")
    connection.close()


def test_check_and_export_work_where_nothing_can_be_written(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    with scratch() as path:
        begin(path)
        mount = (
            f"mount --bind {path.parent} {path.parent} && mount -o remount,bind,ro {path.parent}"
        )
        inside = [
            "unshare",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            f'{mount} && exec "$@"',
            "sh",
        ]
        if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
            pytest.skip("this machine lets no one mount anything")
        for command in (["check"], ["export", str(out)]):
            done = subprocess.run(
                [*inside, sys.executable, "-m", "fibrojournal", "--journal", str(path), *command],
                capture_output=True,
                text=True,
                check=False,
                env=ENVIRONMENT,
            )
            assert (done.returncode, done.stderr) == (0, "")
    assert "by the sea" in out.read_text()
