"""An encrypted journal opens with its key alone, and holds nothing that can be read without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalLocked, NotAJournal, WrongKey
from fibrojournal.storage import key as keys
from fibrojournal.storage.backup import back_up
from fibrojournal.storage.connection import connect, use_key
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import DAY, answer, words

KINDS = [JournalFile, QuickJournal]


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def locked(path: Path, key: DataKey) -> Path:
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", 6), words("cancelled Ana")])
        assert journal.key == key
    return path


def test_a_key_has_32_bytes_and_shows_none_of_them(key: DataKey) -> None:
    assert key.secret.hex() not in repr(key)
    assert DataKey.new() != key
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_opens_it(
    locked: Path, key: DataKey, kind: type[JournalFile | QuickJournal]
) -> None:
    opened = kind.open(locked, key)
    assert opened is not None
    with opened:
        assert opened.day(DAY).value("pain") == 6


@pytest.mark.parametrize("kind", KINDS)
def test_another_key_does_not(locked: Path, kind: type[JournalFile | QuickJournal]) -> None:
    before = locked.read_bytes()
    with pytest.raises(WrongKey, match="does not open"):
        kind.open(locked, DataKey.new())
    assert locked.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_key_it_says_what_it_needs(
    locked: Path, kind: type[JournalFile | QuickJournal]
) -> None:
    with pytest.raises(JournalLocked, match="passphrase"):
        kind.open(locked)


def test_a_journal_that_is_not_encrypted_opens_whatever_key_is_at_hand(
    path: Path, key: DataKey
) -> None:
    JournalFile.create(path).close()
    with JournalFile.open(path, key) as journal:
        assert journal.key is None


def test_the_file_is_noise(locked: Path) -> None:
    content = locked.read_bytes()
    assert b"SQLite" not in content
    assert b"Ana" not in content
    assert b"reading" not in content


def test_a_backup_is_encrypted_as_well(locked: Path, key: DataKey, tmp_path: Path) -> None:
    copy = tmp_path / "copy.fjnl"
    source = connect(locked, key)
    back_up(source, copy, key)
    source.close()
    assert b"SQLite" not in copy.read_bytes()
    with JournalFile.open(copy, key) as journal:
        assert journal.day(DAY).value("pain") == 6


def test_keys_beside_a_small_file_mark_it_as_encrypted(tmp_path: Path) -> None:
    file = tmp_path / "x.fjnl"
    file.write_bytes(bytes(range(128, 256)) * 32)
    assert not is_encrypted(file)
    keys_path(file).touch()
    assert is_encrypted(file)
    assert not is_encrypted(tmp_path / "nothing")


def test_neither_a_pipe_nor_a_file_that_cannot_be_read_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(path)
    assert not is_encrypted(path)
    path.unlink()
    path.write_bytes(b"x")

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert not is_encrypted(path)


def test_text_of_any_length_is_not_taken_for_an_encrypted_journal(path: Path) -> None:
    path.write_bytes(b"a shopping list\n" * 4096)
    with pytest.raises(NotAJournal):
        JournalFile.open(path)


def test_a_driver_without_a_cipher_writes_nothing(key: DataKey) -> None:
    import sqlite3

    plain = sqlite3.connect(":memory:")
    with pytest.raises(RuntimeError, match="cannot encrypt"):
        use_key(plain, key)
    plain.close()


def test_a_key_takes_the_place_of_none(locked: Path, key: DataKey) -> None:
    assert keys.fitting(locked, key) == key
