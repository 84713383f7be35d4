"""What can be read of a damaged journal comes into a whole new one; the damaged one stays."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from fibrojournal.exchange.demo import made_up_days
from fibrojournal.journal.edits import SetEffect, SetIntake, SetMedicine
from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalExists,
    JournalLocked,
    JournalMissing,
    JournalNotWritable,
)
from fibrojournal.storage.backup import counts
from fibrojournal.storage.connection import connect
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.recrypt import export_copy
from fibrojournal.storage.rescue import Rescued, rescue
from tests.storage.build import (
    answer,
    ask,
    batch,
    body_map,
    leave_a_cut_short_save,
    raw,
    said,
    words,
)
from tests.storage.released import fill

KEY = DataKey(b"k" * 32)
PAGE = 4096
KINDS = [None, KEY]
_OF_MEDICINES = SetMedicine | SetIntake | SetEffect


@pytest.fixture(scope="module")
def demos(tmp_path_factory: pytest.TempPathFactory) -> dict[DataKey | None, Path]:
    """Some months of days, plain and encrypted; without medicines, so that answers come last."""
    folder = tmp_path_factory.mktemp("demos")
    plain, locked = folder / "plain.fjnl", folder / "locked.fjnl"
    days = made_up_days(80, seed=1, end=date(2025, 12, 31))
    with JournalFile.create(plain, sample=True) as journal:
        journal.save([edit for edit in days if not isinstance(edit, _OF_MEDICINES)])
    with closing(connect(plain)) as source:
        export_copy(source, locked, KEY)
    return {None: plain, KEY: locked}


def rows_of(path: Path, key: DataKey | None) -> int:
    with closing(connect(path, key)) as connection:
        return total(counts(connection))


def total(rows: dict[str, int]) -> int:
    return sum(number for name, number in rows.items() if not name.startswith("note_text"))


def overwritten(content: bytes, *pages: int) -> bytes:
    changed, noise = bytearray(content), random.Random(5)
    for page in pages:
        changed[(page - 1) * PAGE : page * PAGE] = noise.randbytes(PAGE)
    return bytes(changed)


def rescued(content: bytes, folder: Path, key: DataKey | None = None) -> Rescued:
    """Rescue a file of this content; the new journal is whole, the damaged one as it was."""
    damaged, out = folder / "damaged.fjnl", folder / "out.fjnl"
    damaged.write_bytes(content)
    found = rescue(damaged, out, key)
    assert damaged.read_bytes() == content
    assert is_encrypted(out) is (key is not None)
    with JournalFile.open(out, key) as journal:
        assert journal.problems() == []
        assert found.days == sum(day.is_noted for day in journal.snapshot().days)
    assert {path.name for path in folder.iterdir()} == {"damaged.fjnl", "out.fjnl"}
    return found


@pytest.mark.parametrize("key", KINDS)
def test_a_whole_journal_comes_out_the_same(tmp_path: Path, key: DataKey | None) -> None:
    path = tmp_path / "journal.fjnl"
    with JournalFile.create(path, key=key) as journal:
        fill(journal)
        snapshot, history = journal.snapshot(), rows_of(path, key)
    if key is not None:
        keys_path(path).write_text("{}")
    found = rescue(path, tmp_path / "out.fjnl", key)
    assert (found.missing, found.gaps) == (0, ())
    assert sum(found.rows.values()) == history
    with JournalFile.open(tmp_path / "out.fjnl", key) as journal:
        assert journal.snapshot() == snapshot
        assert journal.search_notes("grun") != []
    assert keys_path(tmp_path / "out.fjnl").exists() is (key is not None)


@pytest.mark.parametrize("key", KINDS)
def test_most_is_found_around_pages_that_were_overwritten(
    demos: dict[DataKey | None, Path], tmp_path: Path, key: DataKey | None
) -> None:
    whole = demos[key].read_bytes()
    highest = len(whole) // PAGE
    pages = [highest - 13, highest - 7]  # as large a part as five of half a year's
    found = rescued(overwritten(whole, *pages), tmp_path, key)
    share = sum(found.rows.values()) / rows_of(demos[key], key)
    assert share > 0.9
    assert found.missing
    for first, last in found.gaps:
        assert date(2025, 10, 1) <= first <= last <= date(2025, 12, 31)


@pytest.mark.parametrize("key", KINDS)
def test_any_page_but_the_first_may_be_gone(
    demos: dict[DataKey | None, Path], tmp_path: Path, key: DataKey | None
) -> None:
    whole = demos[key].read_bytes()
    for page in (3, 30):
        rescued(overwritten(whole, page), tmp_path, key)
        (tmp_path / "out.fjnl").unlink()


def test_a_plain_header_may_be_gone(demos: dict[DataKey | None, Path], tmp_path: Path) -> None:
    whole = demos[None].read_bytes()
    for length, filling in ((100, b"\0"), (PAGE, b"\xaa")):
        found = rescued(filling * length + whole[length:], tmp_path)
        assert sum(found.rows.values()) == rows_of(demos[None], None)
        (tmp_path / "out.fjnl").unlink()


def test_an_encrypted_first_page_is_beyond_rescue(
    demos: dict[DataKey | None, Path], tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.fjnl"
    damaged.write_bytes(overwritten(demos[KEY].read_bytes(), 1))
    with pytest.raises(JournalDamaged, match="go on with a backup"):
        rescue(damaged, tmp_path / "out.fjnl", KEY)
    with pytest.raises(JournalLocked):
        rescue(damaged, tmp_path / "out.fjnl")
    assert list(tmp_path.iterdir()) == [damaged]


@pytest.mark.parametrize("key", KINDS)
def test_every_truncation_is_a_journal_or_a_sentence(
    demos: dict[DataKey | None, Path], tmp_path: Path, key: DataKey | None
) -> None:
    whole = demos[key].read_bytes()
    for length in (100, 5_000, len(whole) // 2 + 77):
        try:
            rescued(whole[:length], tmp_path, key)
        except JournalError:
            assert not (tmp_path / "out.fjnl").exists()
        (tmp_path / "out.fjnl").unlink(missing_ok=True)


@pytest.mark.parametrize("content", [b"Dear Ana", b"\0" * 50_000, b"\xc3\x28" * 30_000])
def test_garbage_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "damaged.fjnl").write_bytes(content)
    for key in KINDS:
        with pytest.raises(JournalError):
            rescue(tmp_path / "damaged.fjnl", tmp_path / "out.fjnl", key)
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.fjnl"]


def test_what_the_moved_journal_left_is_no_part_of_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "journal.fjnl"
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 6)])
        then = journal.snapshot()
    damaged = path.rename(tmp_path / "damaged.fjnl")
    leave_a_cut_short_save(path)
    rescue(damaged, path)
    with JournalFile.open(path) as journal:
        assert journal.snapshot() == then


def test_nothing_is_written_over(demos: dict[DataKey | None, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.fjnl"
    out.write_text("mine")
    with pytest.raises(JournalExists):
        rescue(demos[None], out)
    assert out.read_text() == "mine"
    with pytest.raises(JournalNotWritable):
        rescue(demos[None], tmp_path / "no" / "out.fjnl")
    with pytest.raises(JournalMissing):
        rescue(tmp_path / "none.fjnl", tmp_path / "new.fjnl")


def changed(path: Path, *statements: str) -> bytes:
    """The file after changes that no program of ours makes."""
    with raw(path) as plain:
        plain.execute("PRAGMA foreign_keys = OFF")
        plain.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            plain.execute(statement)
    return path.read_bytes()


LOST: dict[str, Callable[[Path], bytes]] = {
    "the import that brought an answer": lambda path: changed(
        path, "DROP TRIGGER import_batch_removed", "DELETE FROM import_batch"
    ),
    "the map that areas belong to": lambda path: changed(
        path, "DROP TRIGGER body_map_removed", "DELETE FROM body_map"
    ),
}


@pytest.mark.parametrize("what", LOST)
def test_what_refers_to_something_lost_stays(path: Path, tmp_path: Path, what: str) -> None:
    with JournalFile.create(path) as journal:
        journal.save([body_map("neck", "chest")])
        journal.bring_in(batch(d1=said("by the sea", pain=6, travel=True)))
    (tmp_path / "in").mkdir()
    found = rescued(LOST[what](path), tmp_path / "in")
    assert found.rows["reading"] == 2
    assert found.rows["note"] == 1
    assert found.rows["body_area"] == 2
    assert found.rows["body_map"] == 1


def test_rows_that_the_program_could_not_read_are_left_out(path: Path, tmp_path: Path) -> None:
    with JournalFile.create(path) as journal:
        fill(journal)
    (tmp_path / "in").mkdir()
    content = changed(
        path,
        "UPDATE event SET kind = 'nonsense' WHERE id = 'cold'",
        "UPDATE note SET day = 99999999999 WHERE day = (SELECT max(day) FROM note)",
        "UPDATE moment SET entered = 9999999999999999",
        "UPDATE body_area SET intensity = 77 WHERE area = 'neck'",
    )
    found = rescued(content, tmp_path / "in")
    assert found.rows["event"] == 1
    assert found.rows["moment"] == 0
    assert found.rows["body_area"] == 2


def test_a_column_that_an_older_journal_lacks_is_no_hindrance(path: Path, tmp_path: Path) -> None:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 6), words("by the sea")])
    (tmp_path / "in").mkdir()
    content = changed(
        path,
        "DROP TABLE moment",
        "DROP TRIGGER setting_changed",
        "DROP TRIGGER setting_removed",
        "ALTER TABLE setting DROP COLUMN stamp",
    )
    assert rescued(content, tmp_path / "in").rows["reading"] == 1
    assert ask(tmp_path / "in" / "out.fjnl", "SELECT count(*) FROM moment") == [(0,)]


def test_what_the_disk_does_not_give_is_left_out(
    demos: dict[DataKey | None, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, calls = os.read, count(1)
    page = demos[None].read_bytes().rindex(b"lower_back") // PAGE + 1

    def failing(descriptor: int, length: int) -> bytes:
        if next(calls) == page:
            raise OSError(errno.EIO, "Input/output error")
        return read(descriptor, length)

    monkeypatch.setattr(os, "read", failing)
    found = rescue(demos[None], tmp_path / "out.fjnl")
    assert 0.9 < sum(found.rows.values()) / rows_of(demos[None], None) < 1
