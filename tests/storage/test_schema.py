from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep, time_ns
from typing import Any

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from fibrojournal.journal.day import Event, Intake, MedicineEffect, Moment, Note
from fibrojournal.journal.edits import (
    Edit,
    SetEffect,
    SetEvent,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetSetting,
    set_own,
)
from fibrojournal.journal.errors import JournalExists, JournalMissing, JournalNotWritable
from fibrojournal.journal.medicines import Course, Medicine, Plan
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage import connection, schema
from fibrojournal.storage.engine import make_engine
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import keys_path
from fibrojournal.storage.models import Base, Standing
from fibrojournal.storage.versions import sqlite_version
from tests.storage.build import (
    DAY,
    EVENING,
    NEXT_EVENING,
    answer,
    ask,
    batch,
    body_map,
    chip,
    raw,
    said,
    words,
)


def history(path: Path, kind: str) -> list[dict[str, Any]]:
    rows = ask(path, "SELECT before FROM history WHERE kind = ? ORDER BY seq", kind)
    return [json.loads(before) for (before,) in rows]


def test_the_file_says_what_it_is(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    assert ask(path, "PRAGMA application_id") == [(0x464A4E4C,)]
    assert path.read_bytes()[68:72] == b"FJNL"
    assert ask(path, "PRAGMA user_version") == [(schema.VERSION,)]
    assert ask(path, "PRAGMA journal_mode") == [("delete",)]


def test_every_connection_is_as_careful_as_it_can_be(journal: JournalFile, path: Path) -> None:
    journal.close()
    opened = connection.connect(path)
    found = {
        name: opened.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "secure_delete", "cell_size_check")
    }
    (wait,) = opened.execute("PRAGMA busy_timeout").fetchone()
    opened.close()
    assert found == {"synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "cell_size_check": 1}
    assert wait == 5000


def test_only_its_owner_may_read_a_new_journal(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_journal_has_ids_of_its_own(tmp_path: Path) -> None:
    ids = set()
    for name in "ab":
        JournalFile.create(tmp_path / name).close()
        ids |= set(ask(tmp_path / name, "SELECT value FROM meta"))
    assert len(ids) == 4


def test_a_journal_begins_in_folders_that_do_not_exist_yet(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "journal.fjnl"
    JournalFile.create(path).close()
    JournalFile.open(path).close()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("dear")
    with pytest.raises(JournalExists, match="left as it is"):
        JournalFile.create(path)
    with pytest.raises(JournalExists, match="left as it is"):
        JournalFile.create(tmp_path)
    assert path.read_text() == "dear"


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.touch()
    JournalFile.create(path).close()
    JournalFile.open(path).close()


def test_no_plain_journal_takes_the_place_of_an_encrypted_one(path: Path) -> None:
    keys_path(path).write_text("{}")
    with pytest.raises(JournalMissing, match=keys_path(path).name):
        JournalFile.create(path)
    assert not path.exists()


def test_two_programs_that_begin_one_journal_get_one(path: Path) -> None:
    with raw(path) as quicker, ThreadPoolExecutor(1) as other_program:
        quicker.execute("BEGIN IMMEDIATE")
        quicker.execute("CREATE TABLE a (b)")
        slower = other_program.submit(JournalFile.create, path)
        sleep(0.1)
        quicker.execute("COMMIT")
        with pytest.raises(JournalExists, match="left as it is"):
            slower.result()
    assert ask(path, "SELECT name FROM sqlite_schema") == [("a",)]


def test_a_journal_that_cannot_be_begun_leaves_no_file(path: Path) -> None:
    broken = (("CREATE TABLE a (b) STRICT",),)  # a column without a type
    with pytest.raises(dbapi2.DatabaseError):
        schema.create(path, sample=False, steps=broken)
    assert list(path.parent.iterdir()) == []
    path.touch()
    with pytest.raises(dbapi2.DatabaseError):
        schema.create(path, sample=False, steps=broken)
    assert path.stat().st_size == 0, "what was there before is still there"


@pytest.mark.parametrize("place", ["letter.txt/journal.fjnl", "x" * 300])
def test_a_place_that_cannot_be_is_a_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(JournalNotWritable, match="read-only"):
        JournalFile.create(tmp_path / place)


def test_the_models_are_the_schema(path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_item: object, name: str | None, kind: str, *_: object) -> bool:
        return not (kind == "table" and str(name).startswith("note_text"))

    engine = make_engine(schema.create(path, sample=False), path)
    with engine.connect() as unit:
        context = MigrationContext.configure(unit, opts={"include_object": ours})
        assert compare_metadata(context, Base.metadata) == []
        ours_too = {
            table for table in sa.inspect(unit).get_table_names() if "note_text" not in table
        }
    engine.dispose()
    assert ours_too == set(Base.metadata.tables)


def some_of_everything() -> Iterator[Edit]:
    yield answer("pain", 1)
    yield chip("travel", ticked=True)
    yield words("first")
    yield body_map("neck")
    yield SetMoment(DAY, "m", Moment("m", DAY, "pain", 1, EVENING))
    yield SetMedicine("t", Medicine("t", "first", EVENING, (Course(DAY, Plan(2.5), EVENING),)))
    yield SetIntake(DAY, "t", "noon", Intake(taken=True, entered=EVENING))
    yield SetEffect(DAY, "t", MedicineEffect(EVENING, 4))
    yield SetEvent("e", Event("e", "other", "first", DAY, None, EVENING))


@pytest.fixture
def full(journal: JournalFile) -> JournalFile:
    """A journal with a row in every table."""
    journal.save(list(some_of_everything()))
    journal.save([set_own(own_measure("own:hum", "Hum"))])
    journal.save([set_own(own_trigger("own:taxes", "Taxes"))])
    journal.save([SetSetting("today", "pain")])
    journal.bring_in(batch(d1=said(fog=2)))
    return journal


def content_tables() -> list[str]:
    return [
        mapper.class_.__tablename__
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Standing)
    ]


# A value that each column does not hold yet. An import cannot be changed into another one here.
OTHER: dict[str, float | str] = {
    "value": 9.5,
    "low": -1.5,
    "high": 99.5,
    "step": 0.25,
    "intensity": 3.5,
    "ticked": 0,
    "strength": 3,
    "day": 5,
    "start_day": 5,
    "end_day": 10**6,
    "deleted": 1,
    "entered": 5,
    "zone": "UTC",
    "offset": -90,
    "origin": "copied",
    "direction": "good",
    "body": "second",
    "file_name": "b.csv",
    "kind": "travel",
    "name": "second",
    "measure": "fog",
    "factor": "sleep",
    "stopped": 1,
    "dose": 40.5,
    "unit": "mg",
    "form": "1 capsule",
    "times": "noon 12:30",
    "taken": 0,
    "minute": 5,
    "amount": 0.5,
    "helped": 9.5,
    "side_effects": "tired",
}


def new(table: str, column: str) -> float | str:
    return "fog" if (table, column) == ("setting", "value") else OTHER[column]


@pytest.mark.parametrize("table", content_tables())
def test_every_column_of_content_is_kept_when_it_changes(
    full: JournalFile, path: Path, table: str
) -> None:
    keys = [row[1] for row in ask(path, f"PRAGMA table_info({table})") if row[5]]
    columns = [row[1] for row in ask(path, f"PRAGMA table_info({table})")]
    content = [name for name in columns if name not in {*keys, "stamp", "import_id"}]
    assert content
    for column in content:
        key = ", ".join(keys)
        (before,) = ask(path, f"SELECT * FROM {table} ORDER BY {key} LIMIT 1")
        with raw(path) as plain:
            first = f"({key}) = (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1)"
            plain.execute(f"UPDATE {table} SET {column} = ? WHERE {first}", (new(table, column),))
        assert history(path, table)[-1] == dict(zip(columns, before, strict=True))
    assert len(history(path, table)) == len(content)


@pytest.mark.parametrize("table", content_tables())
def test_what_another_program_deletes_is_kept(full: JournalFile, path: Path, table: str) -> None:
    with raw(path) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        columns = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
        held = [
            dict(zip(columns, row, strict=True)) for row in plain.execute(f"SELECT * FROM {table}")
        ]
        plain.execute(f"DELETE FROM {table}")
    assert history(path, table) == held != []


def test_a_change_is_remembered_with_its_day_device_and_time(
    journal: JournalFile, path: Path
) -> None:
    journal.save([answer("pain", 3)])
    before = time_ns() // 1_000_000
    journal.save([answer("pain", 4)])
    ((at, device, day),) = ask(path, "SELECT at, device, day FROM history")
    assert before - 1 <= at <= time_ns() // 1_000_000 + 1
    assert [(device,)] == ask(path, "SELECT value FROM meta WHERE key = 'device'")
    assert ask(path, "SELECT date(? * 86400, 'unixepoch')", day) == [("2026-03-12",)]


def test_saving_the_same_again_leaves_no_trace(full: JournalFile, path: Path) -> None:
    stamps = ask(path, "SELECT stamp FROM reading")
    full.save(list(some_of_everything()))
    assert ask(path, "SELECT * FROM history") == []
    assert ask(path, "SELECT stamp FROM reading") == stamps


def test_a_later_stamp_alone_is_a_change(journal: JournalFile, path: Path) -> None:
    journal.save([words("x")])
    journal.save([SetNote(DAY, Note("x", NEXT_EVENING))])
    assert len(history(path, "note")) == 1


@pytest.mark.parametrize("change", ["UPDATE history SET before = ''", "DELETE FROM history"])
def test_the_history_is_append_only(journal: JournalFile, path: Path, change: str) -> None:
    journal.save([answer("pain", 1)])
    journal.save([answer("pain", 2)])
    with raw(path) as plain, pytest.raises(dbapi2.IntegrityError, match="append-only"):
        plain.execute(change)
    assert len(history(path, "reading")) == 1


def test_a_cleared_answer_stays_as_a_mark(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    journal.save([answer("pain", None)])
    assert ask(path, "SELECT value, deleted FROM reading") == [(1.0, 1)]
    assert [row["deleted"] for row in history(path, "reading")] == [0]


def test_stamps_grow_even_where_the_clock_went_back(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    future = 10**14
    with raw(path) as plain:
        plain.execute("UPDATE reading SET stamp = ?", (future,))
    assert history(path, "reading") == [], "a stamp is no content"
    journal.save([answer("pain", 2)])
    journal.save([answer("pain", None)])
    assert ask(path, "SELECT stamp FROM reading") == [(future + 2,)]


def test_a_stamp_that_a_writer_sets_is_left_alone(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    with raw(path) as plain:
        plain.execute("UPDATE reading SET value = 2, stamp = 10000000000000")
    assert ask(path, "SELECT stamp FROM reading") == [(10000000000000,)]


def test_a_new_row_has_the_time_of_its_writing(journal: JournalFile, path: Path) -> None:
    before = time_ns() // 1_000_000
    journal.save([answer("pain", 1)])
    ((stamp,),) = ask(path, "SELECT stamp FROM reading")
    assert before - 1 <= stamp <= time_ns() // 1_000_000 + 1


def test_an_unknown_import_cannot_be_named(journal: JournalFile, path: Path) -> None:
    with raw(path) as plain:
        plain.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
            plain.execute(
                "INSERT INTO note (day, body, origin, import_id, entered, zone, offset)"
                " VALUES (1, 'x', 'imported', 'nowhere', 0, 'UTC', 0)"
            )


def test_the_version_that_is_told_is_the_one_that_writes(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 1)])
    assert ask(path, "SELECT sqlite_version()") == [(sqlite_version(),)]
