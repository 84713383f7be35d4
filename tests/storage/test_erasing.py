"""Deleting all that a journal holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalNotWritable
from fibrojournal.storage import durable, erasing
from fibrojournal.storage.backups import backups_of
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.erasing import erase, erase_backups
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.key_slots import remember, remembered_key, set_passphrase
from fibrojournal.storage.sidecar import Cost
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import answer, words
from tests.storage.vault import Chest, files

NOW = datetime(2026, 3, 12, 20, tzinfo=UTC)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A closed journal with an answer, a note and two backups."""
    path = tmp_path / "journal.fjnl"
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 4), words("in my own words")])
        journal.back_up(tmp_path / "backups", NOW - timedelta(days=1))
        journal.back_up(tmp_path / "backups", NOW)
    return path


def test_a_new_and_empty_journal_takes_the_place(full: Path) -> None:
    with JournalFile.open(full) as journal:
        before = journal.identity()

    erase(full)

    with JournalFile.open(full) as journal:
        assert journal.snapshot() == Snapshot()
        assert journal.identity() != before
        assert journal.problems() == []
    assert b"in my own words" not in full.read_bytes()
    assert files(full) == {"backups", "journal.fjnl"}
    assert full.stat().st_mode & 0o777 == 0o600


def test_sample_data_stays_sample_data(full: Path) -> None:
    erase(full, sample=True)
    with JournalFile.open(full) as journal:
        assert journal.is_sample


def test_the_keys_of_a_locked_journal_go_with_it(tmp_path: Path) -> None:
    path, key, keyring = tmp_path / "journal.fjnl", DataKey.new(), Chest()
    computer = Computer(lambda: keyring)
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", 4)])
    set_passphrase(path, "rain tomato lamp brick", key, cost=Cost(8192, 1))
    assert remember(path, key, computer)

    erase(path, computer=computer)

    assert not is_encrypted(path)
    assert not keys_path(path).exists()
    assert keyring.kept == {}
    assert remembered_key(path, computer) is None
    with JournalFile.open(path) as journal:
        assert journal.snapshot() == Snapshot()


def test_a_link_stays_a_link(full: Path) -> None:
    link = full.with_name("link.fjnl")
    link.symlink_to(full)
    erase(link)
    assert link.is_symlink()
    with JournalFile.open(full) as journal:
        assert journal.snapshot() == Snapshot()


def test_what_cannot_be_written_is_left_as_it_was(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = full.read_bytes()

    def refuse(*_given: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(erasing, "put_in_place", refuse)
    with pytest.raises(JournalNotWritable, match="Nothing was deleted"):
        erase(full)
    assert full.read_bytes() == before
    assert files(full) == {"backups", "journal.fjnl"}


def test_backups_go_only_when_asked_for(full: Path) -> None:
    folder = full.with_name("backups")
    erase(full)
    backups = backups_of(full, folder)
    assert len(backups) == 2
    keys_path(backups[0].path).write_text("{}")

    erase_backups([backup.path for backup in backups])

    assert list(folder.iterdir()) == []


def test_a_backup_that_has_to_stay_is_told_of(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups = [backup.path for backup in backups_of(full, full.with_name("backups"))]

    def refuse(path: Path) -> None:
        if path == backups[0]:
            raise OSError("no")
        durable.remove(path)

    monkeypatch.setattr(erasing, "remove", refuse)
    with pytest.raises(JournalNotWritable, match="backups"):
        erase_backups(backups)
    assert [path.exists() for path in backups] == [True, False]
