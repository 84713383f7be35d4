"""Encryption on and off: nothing is lost, nothing stays readable, nothing is half done."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from keyring.errors import NoKeyringError

from fibrojournal.journal.errors import (
    JournalError,
    WrongKey,
)
from fibrojournal.storage import key_slots, sidecar
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.connection import connect
from fibrojournal.storage.encryption import (
    change_key,
    change_passphrase,
    decrypt,
    encrypt,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, is_encrypted, keys_path
from fibrojournal.storage.recovery_code import code_of
from tests.storage.build import DAY, after, answer, words
from tests.storage.converting import CHEAP, FORMER, NEW
from tests.storage.vault import SECRET, Chest, an_older_copy, content, files, note_down, rows


@pytest.fixture
def noted(path: Path) -> Path:
    return note_down(path)


@pytest.fixture
def key(noted: Path) -> DataKey:
    """The key of the journal, which is encrypted now."""
    return encrypt(noted, FORMER, cost=CHEAP)


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


def test_a_computer_that_remembers_no_longer_is_not_asked(
    noted: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_slots.remember(noted, key, Computer(Chest))

    def gone() -> Chest:
        raise NoKeyringError

    monkeypatch.setattr("keyring.get_keyring", gone)
    new = change_key(noted, key, NEW, cost=CHEAP)
    assert not key_slots.is_remembered(noted)
    assert key_slots.remembered_key(noted) is None
    assert key_slots.passphrase_key(noted, NEW) == new
