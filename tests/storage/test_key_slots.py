"""A passphrase, a code, this computer: each leads to the key, and nothing else does."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalMissing,
    WrongKey,
)
from fibrojournal.storage import key_slots, sidecar
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.recovery_code import code_of
from fibrojournal.storage.sidecar import Cost
from tests.storage.converting import CHEAP
from tests.storage.vault import PHRASE


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def locked(path: Path, key: DataKey) -> Path:
    JournalFile.create(path, key=key).close()
    key_slots.set_passphrase(path, PHRASE, key, cost=CHEAP)
    return path


# The passphrase


def test_the_passphrase_leads_to_the_key(locked: Path, key: DataKey) -> None:
    assert key_slots.passphrase_key(locked, PHRASE) == key


@pytest.mark.parametrize("cost", [sidecar.STRONG])
def test_each_guess_costs_64_mib_gone_over_three_times(
    locked: Path, key: DataKey, cost: Cost
) -> None:
    assert cost == Cost(memory=64 * 1024 * 1024, passes=3)
    key_slots.set_passphrase(locked, PHRASE, key)
    assert sidecar.read(locked).slots[0].cost == cost
    assert key_slots.passphrase_key(locked, PHRASE) == key


def test_where_its_own_part_is_lost_that_of_a_copy_opens_it_and_comes_back(
    locked: Path, key: DataKey, tmp_path: Path
) -> None:
    stranger, copy = tmp_path / "stranger.fjnl", tmp_path / "copy.fjnl"
    key_slots.set_passphrase(stranger, PHRASE, DataKey.new(), cost=CHEAP)
    keys_path(locked).rename(keys_path(copy))
    copies = [stranger, tmp_path / "bare.fjnl", copy]
    with pytest.raises(WrongKey):
        key_slots.passphrase_key_beside(locked, "another one", copies)
    assert not keys_path(locked).exists()
    assert key_slots.passphrase_key_beside(locked, PHRASE, copies) == key
    assert key_slots.passphrase_key(locked, PHRASE) == key


@pytest.mark.parametrize("wrong", ["", "naps help a bit ", "Naps help a bit", "x" * 10_000])
def test_another_passphrase_does_not_and_takes_its_time(locked: Path, wrong: str) -> None:
    began = time.monotonic()
    with pytest.raises(WrongKey) as caught:
        key_slots.passphrase_key(locked, wrong)
    assert time.monotonic() - began >= 0.2
    assert str(caught.value) == f"That does not open the journal {locked}."


def test_no_number_of_wrong_tries_locks_anyone_out(
    locked: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    for number in range(50):
        with pytest.raises(WrongKey):
            key_slots.passphrase_key(locked, f"guess {number}")
    assert key_slots.passphrase_key(locked, PHRASE) == key


def test_an_accented_letter_is_the_same_however_it_was_typed(locked: Path, key: DataKey) -> None:
    key_slots.set_passphrase(locked, "café", key, cost=CHEAP)
    assert key_slots.passphrase_key(locked, "cafe\N{COMBINING ACUTE ACCENT}") == key


def test_a_passphrase_may_be_any_text_but_none(locked: Path, key: DataKey) -> None:
    for text in (" ", "ß漢🌧\udcff", "a" * 100_000):
        key_slots.set_passphrase(locked, text, key, cost=CHEAP)
        assert key_slots.passphrase_key(locked, text) == key
    with pytest.raises(ValueError, match="empty"):
        key_slots.set_passphrase(locked, "", key, cost=CHEAP)


def test_a_passphrase_takes_the_place_of_the_former(locked: Path, key: DataKey) -> None:
    key_slots.set_passphrase(locked, "another", key, cost=CHEAP)
    assert key_slots.passphrase_key(locked, "another") == key
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked, PHRASE)


def test_of_two_keys_the_one_counts_that_opens_the_file(locked: Path, key: DataKey) -> None:
    for keys in ((DataKey.new(), key), (key, DataKey.new())):
        key_slots.set_passphrase(locked, PHRASE, *keys, cost=CHEAP)
        assert key_slots.passphrase_key(locked, PHRASE) == key


def test_the_keys_of_another_journal_are_told_from_a_wrong_passphrase(locked: Path) -> None:
    key_slots.set_passphrase(locked, PHRASE, DataKey.new(), cost=CHEAP)
    with pytest.raises(JournalDamaged, match="The passphrase is right"):
        key_slots.passphrase_key(locked, PHRASE)
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked, "another")


def test_a_damaged_journal_is_told_from_a_wrong_passphrase(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    content[2000] ^= 1
    locked.write_bytes(content)
    with pytest.raises(JournalDamaged, match="the file is damaged"):
        key_slots.passphrase_key(locked, PHRASE)


def test_where_there_is_no_journal_it_says_so(path: Path, key: DataKey) -> None:
    with pytest.raises(JournalMissing):
        key_slots.passphrase_key(path, PHRASE)
    with pytest.raises(JournalMissing):
        key_slots.code_key(path, code_of(key))


# The recovery code


def test_the_code_of_another_journal_opens_nothing_and_takes_its_time(locked: Path) -> None:
    began = time.monotonic()
    with pytest.raises(WrongKey, match="does not open"):
        key_slots.code_key(locked, code_of(DataKey.new()))
    assert time.monotonic() - began >= 0.2


def test_a_slip_in_the_code_is_told_from_a_wrong_one(locked: Path, key: DataKey) -> None:
    with pytest.raises(WrongKey, match="as it was written down"):
        key_slots.code_key(locked, code_of(key)[:-1])


def test_whatever_was_typed_is_taken_for_what_it_is(locked: Path, key: DataKey) -> None:
    assert key_slots.key_from(locked, PHRASE) == key
    assert key_slots.key_from(locked, code_of(key).lower()) == key
    with pytest.raises(WrongKey):
        key_slots.key_from(locked, code_of(DataKey.new()))


def test_a_journal_that_may_only_be_read_opens_too(
    locked: Path, key: DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    assert key_slots.passphrase_key(locked, PHRASE) == key
    assert key_slots.code_key(locked, code_of(key)) == key
