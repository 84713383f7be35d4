from __future__ import annotations

import stat
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from fibrojournal.journal.errors import JournalDamaged, JournalNotWritable
from fibrojournal.storage.backup import back_up
from fibrojournal.storage.connection import connect
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import after, answer, raw


@pytest.fixture
def noted(path: Path) -> Path:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", n % 10, after(n)) for n in range(300)])
    return path


def test_a_backup_is_a_whole_journal(noted: Path) -> None:
    target = noted.with_name("copy.fjnl")
    with closing(connect(noted)) as source:
        back_up(source, target)
    with JournalFile.open(target) as copy, JournalFile.open(noted) as journal:
        assert copy.snapshot() == journal.snapshot()
        assert copy.problems() == []
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(noted.parent.iterdir()) == [target, noted]


def test_a_former_backup_is_replaced(noted: Path) -> None:
    target = noted.with_name("copy.fjnl")
    target.write_bytes(b"old")
    with closing(connect(noted)) as source:
        back_up(source, target)
    JournalFile.open(target).close()


def test_a_backup_can_be_made_while_another_program_writes(noted: Path) -> None:
    target = noted.with_name("copy.fjnl")
    enough = Event()

    def write() -> None:
        with QuickJournal.open(noted) or pytest.fail("no journal") as quick:
            n = 0
            while not enough.is_set():
                quick.save([answer("fog", n % 10, after(n))])
                n += 1
                enough.wait(0.001)

    writer = Thread(target=write)
    writer.start()
    try:
        with closing(connect(noted)) as source:
            back_up(source, target)
    finally:
        enough.set()
        writer.join()
    with JournalFile.open(target) as copy:
        assert copy.problems() == []
        assert len(copy.series(["pain"])["pain"].days) == 300


def test_a_damaged_journal_does_not_replace_a_good_backup(noted: Path) -> None:
    target = noted.with_name("copy.fjnl")
    with closing(connect(noted)) as source:
        back_up(source, target)
    with raw(noted) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("UPDATE reading SET import_id = 'nowhere'")
    with closing(connect(noted)) as source, pytest.raises(JournalDamaged, match="No backup"):
        back_up(source, target)
    with JournalFile.open(target) as copy:
        assert copy.problems() == []
    assert sorted(noted.parent.iterdir()) == [target, noted]


def test_a_page_that_is_broken_is_noticed(noted: Path) -> None:
    whole = noted.read_bytes()
    with closing(connect(noted)) as plain:
        (page,) = plain.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'reading_day'"
        ).fetchone()
    start = (page - 1) * 4096
    noted.write_bytes(whole[:start] + b"\xff" * 4096 + whole[start + 4096 :])
    target = noted.with_name("copy.fjnl")
    with closing(connect(noted)) as source, pytest.raises(JournalDamaged, match="No backup"):
        back_up(source, target)
    assert not target.exists()


def test_a_place_that_cannot_be_written_is_a_sentence(noted: Path) -> None:
    with closing(connect(noted)) as source:
        with pytest.raises(JournalNotWritable, match="cannot be written"):
            back_up(source, noted.parent / "no" / "such" / "folder" / "copy.fjnl")
        folder = noted.parent / "taken.fjnl"
        folder.mkdir()
        with pytest.raises(JournalNotWritable, match="cannot be written"):
            back_up(source, folder)
        assert source.execute("SELECT count(*) FROM reading").fetchone() == (300,)
