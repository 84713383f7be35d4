"""Older copies of a journal share its fate, or are named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fibrojournal.storage import encryption, key_slots, sidecar
from fibrojournal.storage.connection import connect
from fibrojournal.storage.encryption import (
    Fate,
    change_key,
    change_passphrase,
    decrypt,
    encrypt,
    encrypt_copies,
)
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.migrations import backup_path, migrate
from fibrojournal.storage.schema import STEPS
from tests.storage.converting import CHEAP, FORMER, NEW
from tests.storage.vault import Told, an_older_copy, content, files, note_down


@pytest.fixture
def noted(path: Path) -> Path:
    return note_down(path)


@pytest.fixture
def key(noted: Path) -> DataKey:
    """The key of the journal, which is encrypted now."""
    return encrypt(noted, FORMER, cost=CHEAP)


def test_older_copies_are_encrypted_too(noted: Path) -> None:
    before, copy, told = content(noted), an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.CONVERTED}
    assert content(copy, key) == before
    assert key_slots.passphrase_key(copy, FORMER) == key
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    assert key_slots.passphrase_key(copy, NEW) == key
    new = change_key(noted, key, "third", copies=[copy], on_copy=told, cost=CHEAP)
    assert key_slots.passphrase_key(copy, "third") == new
    assert len(sidecar.read(copy).slots) == 1
    decrypt(noted, new, copies=[copy], on_copy=told)
    assert content(copy) == before
    assert files(noted) == {noted.name, copy.name}
    assert told.fates == {copy.name: Fate.CONVERTED}


def test_a_plain_copy_that_cannot_be_read_does_not_stay(noted: Path) -> None:
    copy, told = an_older_copy(noted), Told()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.REMOVED}
    assert files(noted) == {noted.name, keys_path(noted).name}


def test_one_that_can_be_neither_encrypted_nor_removed_is_named(
    noted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, told = an_older_copy(noted), Told()
    copy.write_bytes(copy.read_bytes()[:8192])

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(encryption, "remove", refuse)
    encrypt(noted, FORMER, copies=[copy], on_copy=told, cost=CHEAP)
    assert told.fates == {copy.name: Fate.LEFT}
    assert copy.exists()


def test_the_copy_before_a_migration_opens_with_the_passphrase(noted: Path, key: DataKey) -> None:
    before, steps = content(noted, key), (*STEPS, ("CREATE TABLE later (x)",))
    with closing(connect(noted, key)) as opened:
        migrate(opened, noted, steps, key=key)
    copy = backup_path(noted, len(steps))
    assert content(copy, key_slots.passphrase_key(copy, FORMER)) == before


@pytest.mark.parametrize("end", ["before-v2.fjnl.x1.tmp", "2026-03-12-203000Z.fjnl.converting"])
def test_what_is_left_of_a_copy_that_was_cut_short_does_not_stay_plain(
    noted: Path, end: str
) -> None:
    part = noted.with_name(f"journal.{end}")
    part.write_bytes(noted.read_bytes()[:-4096])
    encrypt(noted, FORMER, copies=encryption.copies_of(noted, noted.parent), cost=CHEAP)
    assert not part.exists()


def test_someone_elses_file_stays_whatever_its_name(noted: Path) -> None:
    list_, base, told = noted.with_name("list.fjnl"), noted.with_name("base.fjnl"), Told()
    list_.write_text("lentils, soap\n" * 1000)
    with closing(sqlite3.connect(base)) as other:
        other.execute("CREATE TABLE t (x)")
    before = base.read_bytes()
    encrypt(noted, FORMER, copies=[list_, base], on_copy=told, cost=CHEAP)
    assert told.fates == {list_.name: Fate.LEFT, base.name: Fate.LEFT}
    assert base.read_bytes() == before


def test_another_journal_of_the_same_name_stays_plain(noted: Path) -> None:
    other, told = noted.with_name("journal.2026-03-12-203000Z.fjnl"), Told()
    note_down(other)
    encrypt(
        noted, FORMER, copies=encryption.copies_of(noted, noted.parent), on_copy=told, cost=CHEAP
    )
    assert told.fates == {other.name: Fate.LEFT}
    content(other)


def test_copies_under_another_key_stay_as_they_are(noted: Path) -> None:
    copy = an_older_copy(noted)
    other = encrypt(copy, "its own", cost=CHEAP)
    before = copy.read_bytes()
    key = encrypt(noted, FORMER, copies=[copy], cost=CHEAP)
    told = Told()
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    key = change_key(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    decrypt(noted, key, copies=[copy], on_copy=told)
    assert told.fates == {copy.name: Fate.LEFT}
    assert copy.read_bytes() == before
    assert key_slots.passphrase_key(copy, "its own") == other


def test_a_plain_copy_stays_plain_where_only_the_passphrase_changes(
    noted: Path, tmp_path: Path
) -> None:
    copy, told = an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, cost=CHEAP)
    change_passphrase(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    key = change_key(noted, key, NEW, copies=[copy], on_copy=told, cost=CHEAP)
    decrypt(noted, key, copies=[copy], on_copy=told)
    assert told.fates == {copy.name: Fate.LEFT}
    content(copy)


def test_the_known_copies_are_the_backups_and_those_of_migrations(noted: Path) -> None:
    folder = noted.parent / "backups"
    folder.mkdir()
    before, backup = "journal.before-v2.fjnl", "backups/journal.2026-03-12-203000Z.fjnl"
    names = [before, backup, f"{before}.x1.tmp", f"{backup}.x2.tmp"]
    for name in (*names, f"{before}.keys", f"{backup}.keys.x3.tmp", "other.before-v2.fjnl"):
        (noted.parent / name).write_bytes(b"x")
    found = encryption.copies_of(noted, folder)
    assert {str(path.relative_to(noted.parent)) for path in found} == set(names)


def test_plain_copies_can_be_encrypted_later(noted: Path) -> None:
    copy, told = an_older_copy(noted), Told()
    key = encrypt(noted, FORMER, cost=CHEAP)
    encrypt_copies(noted, key, [copy], on_copy=told)
    assert told.fates == {copy.name: Fate.CONVERTED}
    assert key_slots.passphrase_key(copy, FORMER) == key
