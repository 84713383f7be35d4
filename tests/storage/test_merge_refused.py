from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalError,
    JournalLocked,
    JournalMissing,
    JournalTooNew,
    NotAJournal,
    WrongKey,
)
from fibrojournal.storage.copy_state import READINGS
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.other_copy import read_other
from fibrojournal.storage.schema import STEPS
from tests.storage.build import DAY, answer, ask, words
from tests.storage.computers import begin, copy, export


@pytest.fixture
def other(journal: JournalFile, path: Path) -> Path:
    """A copy that knows something which the journal does not."""
    made = copy(path, "other.fjnl")
    with JournalFile.open(made) as theirs:
        theirs.save([answer("pain", 6), words("sun")])
    return made


def test_the_other_copy_is_not_changed(journal: JournalFile, other: Path) -> None:
    before = other.read_bytes(), other.stat().st_mtime_ns, set(other.parent.iterdir())
    journal.merge(other)
    assert journal.day(DAY).value("pain") == 6
    assert (other.read_bytes(), other.stat().st_mtime_ns, set(other.parent.iterdir())) == before


def test_a_copy_that_may_not_be_written_can_be_merged(
    journal: JournalFile, other: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    moved = other.rename(stick / "other.fjnl")
    moved.chmod(0o400)
    stick.chmod(0o500)
    journal.merge(moved)
    stick.chmod(0o700)
    assert journal.day(DAY).value("pain") == 6


@pytest.mark.parametrize("link", [False, True])
def test_the_same_file_is_refused(journal: JournalFile, path: Path, *, link: bool) -> None:
    same = path.with_name("link.fjnl") if link else path
    if link:
        os.link(path, same)
    with pytest.raises(JournalError, match="is this journal itself"):
        journal.merge(same)
    journal.save([answer("pain", 1)])


def test_another_journal_is_refused_with_what_to_do(journal: JournalFile, tmp_path: Path) -> None:
    stranger = begin(tmp_path / "stranger.fjnl")
    with pytest.raises(JournalError, match=r"two different journals.*export.*import"):
        journal.merge(stranger)


def test_what_is_not_there_or_no_journal_is_refused(journal: JournalFile, tmp_path: Path) -> None:
    with pytest.raises(JournalMissing):
        journal.merge(tmp_path / "none.fjnl")
    text = tmp_path / "text.fjnl"
    text.write_text("a letter")
    with pytest.raises(NotAJournal):
        journal.merge(text)


def test_a_newer_copy_is_refused(journal: JournalFile, other: Path) -> None:
    ask(other, "PRAGMA user_version = 99")
    with pytest.raises(JournalTooNew):
        journal.merge(other)


def test_an_older_copy_is_read_through_a_newer_one_and_stays_as_it_is(
    journal: JournalFile, other: Path, path: Path
) -> None:
    before, beside = other.read_bytes(), set(path.parent.iterdir())
    newer = (*STEPS, ("UPDATE reading SET value = 10 - value", "CREATE TABLE new (id)"))
    theirs = read_other(other, path, None, newer)
    assert next(row[2] for row in theirs.rows[READINGS].values()) == 4.0
    assert other.read_bytes() == before
    assert set(path.parent.iterdir()) == beside


@pytest.mark.parametrize("harm", ["UPDATE note SET import_id = 'none'", "DROP INDEX reading_day"])
def test_a_damaged_copy_is_refused(journal: JournalFile, other: Path, harm: str) -> None:
    ask(other, harm)
    before = export(journal.path)
    with pytest.raises(JournalDamaged, match=r"Nothing was merged|cannot be read in full"):
        journal.merge(other)
    assert export(journal.path) == before


def test_a_copy_with_torn_pages_is_refused(journal: JournalFile, other: Path) -> None:
    content = bytearray(other.read_bytes())
    content[8192:40_960] = bytes(40_960 - 8192)
    other.write_bytes(content)
    with pytest.raises(JournalDamaged):
        journal.merge(other)


def test_an_encrypted_copy_opens_with_the_key_of_the_journal(tmp_path: Path) -> None:
    key = DataKey.new()
    path = tmp_path / "journal.fjnl"
    JournalFile.create(path, key=key).close()
    other = Path(shutil.copy(path, tmp_path / "other.fjnl"))
    with JournalFile.open(other, key) as theirs:
        theirs.save([answer("pain", 6)])
    with JournalFile.open(path, key) as journal:
        with pytest.raises(WrongKey):
            journal.merge(other, DataKey.new())
        journal.merge(other)
        assert journal.day(DAY).value("pain") == 6
        newer = (*STEPS, ("CREATE TABLE new (id)",))
        assert read_other(other, path, key, newer).rows


def test_a_plain_journal_needs_the_key_of_an_encrypted_copy(
    journal: JournalFile, tmp_path: Path
) -> None:
    key = DataKey.new()
    other = tmp_path / "other.fjnl"
    JournalFile.create(other, key=key).close()
    with pytest.raises(JournalLocked):
        journal.merge(other)


def test_a_copy_whose_rows_make_no_sense_is_damaged(journal: JournalFile, other: Path) -> None:
    before = journal.snapshot()
    other.write_bytes(re.sub(rb"(?<!')typed", b"uyped", other.read_bytes()))  # rows, not the schema
    with pytest.raises(JournalDamaged, match=r"other\.fjnl"):
        journal.merge(other)
    assert journal.snapshot() == before
