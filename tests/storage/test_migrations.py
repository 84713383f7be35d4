from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import (
    JournalBusy,
    JournalDamaged,
    JournalError,
    JournalNotWritable,
    JournalTooNew,
)
from fibrojournal.storage.backup import back_up
from fibrojournal.storage.connection import connect
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.lock import hold
from fibrojournal.storage.migrations import backup_path, migrate
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.storage.schema import STEPS, VERSION, Step, create
from tests.storage.build import another_program_holding, ask, raw
from tests.storage.released import FILLED_BY, FOLDER, STILL_IN, TAKEN_OUT

RELEASED = sorted(FOLDER.glob("v*.fjnl"))


def test_there_is_a_committed_journal_of_every_schema() -> None:
    assert [file.name for file in RELEASED] == [f"v{n}.fjnl" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_a_journal_of_any_released_schema_opens_whole(file: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.fjnl"
    shutil.copy(file, old)
    changes = ask(old, "SELECT count(*) FROM history")
    with JournalFile.open(old) as journal, JournalFile.create(tmp_path / "new.fjnl") as new:
        for fill_more in FILLED_BY[: RELEASED.index(file) + 1]:
            fill_more(new)
        assert journal.snapshot() == new.snapshot()
        assert journal.problems() == []
        assert journal.search_notes("grun") != []
        assert ask(old, "SELECT count(*) FROM history") == changes
        with pytest.raises(JournalError, match="undone before"):
            journal.take_out(TAKEN_OUT)
        assert journal.take_out(STILL_IN) == 12
    assert ask(old, "PRAGMA user_version") == [(VERSION,)]
    with QuickJournal.open(old) or pytest.fail("not of the present schema") as quick:
        assert quick.settings() == {"today": "pain fog"}


# A made-up future: the steps as they might go on, so that what guards them is proved today.
WIDER: Step = ("ALTER TABLE event ADD COLUMN place TEXT",)
PARENT: Step = (
    # The way SQLite prescribes for rebuilding a table that others refer to.
    "CREATE TABLE new_batch (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "INSERT INTO new_batch SELECT id, file_name FROM import_batch",
    "DROP TABLE import_batch",
    "ALTER TABLE new_batch RENAME TO import_batch",
)
FAILING: Step = ("CREATE TABLE half_done (a TEXT) STRICT", "SELECT no_such_function()")
ORPHANING: Step = ("DROP TRIGGER import_batch_removed", "DELETE FROM import_batch")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A journal of schema 1."""
    path = tmp_path / "journal.fjnl"
    shutil.copy(RELEASED[0], path)
    return path


@pytest.fixture
def opened(old: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(old)) as connection:
        yield connection


def to(*more: Step) -> Sequence[Step]:
    return (STEPS[0], *more)


def test_each_step_that_is_missing_is_taken_once(old: Path, opened: sqlite3.Connection) -> None:
    migrate(opened, old, to(WIDER))
    migrate(opened, old, to(WIDER))
    migrate(opened, old, to(WIDER, ("CREATE TABLE later (a TEXT) STRICT",)))
    assert opened.execute("PRAGMA user_version").fetchone() == (3,)
    assert opened.execute("SELECT place FROM event").fetchall() == [(None,), (None,)]
    assert opened.execute("SELECT * FROM later").fetchall() == []


def test_a_copy_is_made_before_anything_is_changed(old: Path, opened: sqlite3.Connection) -> None:
    before = opened.execute("SELECT * FROM reading").fetchall()
    migrate(opened, old, to(("DELETE FROM reading",)))
    copy = backup_path(old, 2)
    assert copy == old.with_name("journal.before-v2.fjnl")
    assert ask(copy, "PRAGMA user_version") == [(1,)]
    assert ask(copy, "PRAGMA application_id") == ask(old, "PRAGMA application_id")
    assert ask(copy, "SELECT * FROM reading") == before != []
    assert ask(copy, "PRAGMA integrity_check") == [("ok",)]
    assert ask(old, "SELECT * FROM reading") == []
    with JournalFile.open(copy) as journal:
        assert journal.problems() == []


def test_a_present_journal_is_not_copied(old: Path, opened: sqlite3.Connection) -> None:
    migrate(opened, old, to())
    assert list(old.parent.iterdir()) == [old]


def test_a_step_that_fails_leaves_the_journal_as_it_was(
    old: Path, opened: sqlite3.Connection
) -> None:
    before = old.read_bytes()
    with pytest.raises(dbapi2.OperationalError, match="no_such_function"):
        migrate(opened, old, to(WIDER, FAILING))
    assert opened.execute("PRAGMA user_version").fetchone() == (1,)
    assert old.read_bytes() == before
    assert opened.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(
    old: Path, opened: sqlite3.Connection
) -> None:
    referring = "SELECT * FROM reading WHERE import_id IS NOT NULL"
    before = opened.execute(referring).fetchall()
    migrate(opened, old, to(PARENT))
    assert opened.execute(referring).fetchall() == before != []
    assert opened.execute("SELECT name FROM import_batch ORDER BY 1").fetchall() == [
        (f"{STILL_IN}.csv",),
        (f"{TAKEN_OUT}.csv",),
    ]
    assert opened.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_that_breaks_references_is_undone(old: Path, opened: sqlite3.Connection) -> None:
    with pytest.raises(JournalDamaged, match="could not be brought up to date; it is unchanged"):
        migrate(opened, old, to(ORPHANING))
    assert opened.execute("SELECT count(*) FROM import_batch").fetchone() == (2,)
    assert opened.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_damaged_journal_is_not_migrated(old: Path) -> None:
    with raw(old) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("UPDATE note SET import_id = 'nowhere'")
    with closing(connect(old)) as opened:
        with pytest.raises(JournalDamaged, match="No backup was made"):
            migrate(opened, old, to(WIDER))
        assert opened.execute("PRAGMA user_version").fetchone() == (1,)
    assert list(old.parent.glob("*before*")) == []


def test_a_journal_is_not_migrated_where_no_copy_can_be_made(
    old: Path, opened: sqlite3.Connection
) -> None:
    backup_path(old, 2).mkdir()
    with pytest.raises(JournalNotWritable, match="backup"):
        migrate(opened, old, to(WIDER))
    assert opened.execute("PRAGMA user_version").fetchone() == (1,)


def test_newer_than_the_steps_is_refused(old: Path, opened: sqlite3.Connection) -> None:
    migrate(opened, old, to(WIDER))
    with pytest.raises(JournalTooNew, match="newer version"):
        migrate(opened, old, to())


def test_a_journal_in_an_open_window_is_not_migrated(old: Path, opened: sqlite3.Connection) -> None:
    with (
        another_program_holding(old),
        pytest.raises(JournalBusy, match="open in another window"),
    ):
        migrate(opened, old, to(WIDER))
    migrate(opened, old, to(WIDER))


def test_the_window_that_holds_a_journal_may_migrate_it(
    old: Path, opened: sqlite3.Connection
) -> None:
    lock = hold(old)
    migrate(opened, old, to(WIDER))
    lock.release()
    assert opened.execute("PRAGMA user_version").fetchone() == (2,)


def test_another_program_may_have_migrated_first(
    old: Path, opened: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quicker(source: sqlite3.Connection, target: Path, key: DataKey | None) -> None:
        back_up(source, target, key)
        with closing(connect(old)) as other:
            other.execute(WIDER[0])
            other.execute("PRAGMA user_version = 2")

    monkeypatch.setattr("fibrojournal.storage.migrations.back_up", quicker)
    migrate(opened, old, to(WIDER))
    assert opened.execute("SELECT place FROM event").fetchall() == [(None,), (None,)]


def test_new_journals_are_made_of_all_steps(tmp_path: Path) -> None:
    path = tmp_path / "new.fjnl"
    with closing(create(path, sample=False, steps=to(WIDER))) as made:
        assert made.execute("PRAGMA user_version").fetchone() == (2,)
        assert made.execute("SELECT place FROM event").fetchall() == []
