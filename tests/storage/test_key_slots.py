"""A passphrase, a code, this computer: each leads to the key, and nothing else does."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, NoKeyringError, PasswordDeleteError

from fibrojournal.journal.errors import (
    JournalDamaged,
    JournalLocked,
    JournalMissing,
    JournalNotWritable,
    WrongKey,
)
from fibrojournal.storage import key_slots, sidecar
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.recovery_code import code_of
from fibrojournal.storage.sidecar import Cost

CHEAP = Cost(memory=8_192, passes=1)
PHRASE = "naps help a bit"


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def locked(path: Path, key: DataKey) -> Path:
    JournalFile.create(path, key=key).close()
    key_slots.set_passphrase(path, PHRASE, key, cost=CHEAP)
    return path


class Chest(KeyringBackend):
    """A keyring that keeps what it is given in memory."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


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


# The file beside the journal


def test_it_is_for_its_owner_alone_and_holds_neither_key_nor_passphrase(
    locked: Path, key: DataKey
) -> None:
    place = keys_path(locked)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    content = place.read_bytes()
    assert len(content) < 500
    assert key.secret not in content
    assert key.secret.hex() not in content.decode()
    assert PHRASE not in content.decode()
    assert sorted(locked.parent.iterdir()) == [locked, place]


def _changed(**changes: object) -> Callable[[bytes], bytes]:
    """Change what stands in the file, or in its slot."""

    def change(content: bytes) -> bytes:
        found: dict[str, Any] = json.loads(content)
        for name, value in changes.items():
            (found if name in found else found["slots"][0])[name] = value
        return json.dumps(found).encode()

    return change


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "half of it": lambda content: content[: len(content) // 2],
    "not text": lambda _content: bytes(range(256)),
    "a list": lambda _content: b"[]",
    "another program's": lambda _content: b'{"keys": 1}',
    "deep": lambda _content: b"[" * 16_000,
    "large": lambda content: content + b" " * 20_000,
    "of a later version": _changed(fibrojournal_keys=2),
    "a bomb of memory": _changed(memory=2**40),
    "a bomb of time": _changed(passes=2**30),
    "too cheap": _changed(memory=1),
    "words for numbers": _changed(memory="much"),
    "numbers for words": _changed(salt=7),
    "no name": _changed(id=7),
    "neither yes nor no": _changed(computer="perhaps"),
    "a short salt": _changed(salt="AAAA"),
    "no base64": _changed(box="?"),
    "too many slots": _changed(slots=[{}] * 5),
    "slots of another kind": _changed(slots="abc"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_a_sentence_and_the_code_still_opens_it(
    locked: Path, key: DataKey, damage: Callable[[bytes], bytes]
) -> None:
    place = keys_path(locked)
    place.write_bytes(damage(place.read_bytes()))
    with pytest.raises(JournalLocked, match="recovery code still opens") as caught:
        key_slots.passphrase_key(locked, PHRASE)
    assert not isinstance(caught.value, WrongKey)
    assert not key_slots.has_passphrase(locked)
    assert key_slots.code_key(locked, code_of(key)) == key


@pytest.mark.parametrize("box", ["", "AAAA", "A" * 96])
def test_a_box_that_was_changed_opens_nothing(locked: Path, box: str) -> None:
    place = keys_path(locked)
    place.write_bytes(_changed(box=box)(place.read_bytes()))
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked, PHRASE)


def test_a_box_that_holds_something_else_than_a_key_opens_nothing(
    locked: Path, key: DataKey
) -> None:
    short = DataKey.new()
    object.__setattr__(short, "secret", b"short")
    key_slots.set_passphrase(locked, PHRASE, short, cost=CHEAP)
    with pytest.raises(WrongKey):
        key_slots.passphrase_key(locked, PHRASE)


def test_where_it_is_not_there_the_code_is_the_way(locked: Path, key: DataKey) -> None:
    keys_path(locked).unlink()
    with pytest.raises(JournalLocked, match="is not there"):
        key_slots.passphrase_key(locked, PHRASE)
    assert key_slots.code_key(locked, code_of(key)) == key


def test_a_pipe_in_its_place_is_not_waited_for(locked: Path) -> None:
    keys_path(locked).unlink()
    os.mkfifo(keys_path(locked))
    with pytest.raises(JournalLocked, match="cannot be read"):
        key_slots.passphrase_key(locked, PHRASE)


def test_where_it_holds_no_passphrase_it_says_so(locked: Path, key: DataKey) -> None:
    sidecar.write(locked, sidecar.Sidecar())
    with pytest.raises(JournalLocked, match="has no passphrase"):
        key_slots.passphrase_key(locked, PHRASE)


def test_a_folder_in_its_place_is_a_sentence(locked: Path, key: DataKey) -> None:
    keys_path(locked).unlink()
    keys_path(locked).mkdir()
    with pytest.raises(JournalNotWritable, match="cannot be written"):
        key_slots.set_passphrase(locked, PHRASE, key, cost=CHEAP)


def test_a_copy_opens_with_the_same_passphrase(locked: Path, key: DataKey) -> None:
    copy = locked.with_name("copy.fjnl")
    copy.write_bytes(locked.read_bytes())
    key_slots.copy_slots(locked, copy)
    assert key_slots.passphrase_key(copy, PHRASE) == key
    assert stat.S_IMODE(keys_path(copy).stat().st_mode) == 0o600


def test_a_copy_of_a_plain_journal_needs_nothing(path: Path) -> None:
    key_slots.copy_slots(path, path.with_name("copy.fjnl"))
    assert list(path.parent.iterdir()) == []


def test_where_the_slots_cannot_be_copied_it_says_so(locked: Path, tmp_path: Path) -> None:
    with pytest.raises(JournalNotWritable, match="cannot be written"):
        key_slots.copy_slots(locked, tmp_path / "no folder" / "copy.fjnl")


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


# This computer


def test_this_computer_remembers_and_forgets(locked: Path, key: DataKey) -> None:
    chest = Chest()
    computer = Computer(lambda: chest)
    assert key_slots.remembered_key(locked, computer) is None
    assert key_slots.remember(locked, key, computer)
    assert key_slots.is_remembered(locked)
    assert key_slots.remembered_key(locked, computer) == key
    assert key_slots.passphrase_key(locked, PHRASE) == key
    key_slots.forget(locked, computer)
    assert not key_slots.is_remembered(locked)
    assert key_slots.remembered_key(locked, computer) is None
    assert chest.kept == {}
    key_slots.forget(locked, computer)


def test_it_is_never_the_only_way(locked: Path, key: DataKey) -> None:
    keys_path(locked).unlink()
    chest = Chest()
    assert not key_slots.remember(locked, key, Computer(lambda: chest))
    assert chest.kept == {}


def test_a_key_that_it_remembers_from_before_a_change_is_none(locked: Path, key: DataKey) -> None:
    chest = Chest()
    key_slots.remember(locked, DataKey.new(), Computer(lambda: chest))
    assert key_slots.remembered_key(locked, Computer(lambda: chest)) is None


def _raising(error: Exception) -> Callable[[], KeyringBackend]:
    def find() -> KeyringBackend:
        raise error

    return find


class Forgetful(Chest):
    """Takes everything and keeps nothing, as the keyring library's null keyring does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Readable(Chest):
    """Keeps secrets in plain text, and says so by its priority."""

    priority = 0.5  # type: ignore[assignment]


@pytest.mark.parametrize(
    "find",
    [
        _raising(NoKeyringError()),
        _raising(InitError()),
        _raising(KeyringError()),
        _raising(OSError("no bus")),
        Forgetful,
        Readable,
    ],
)
def test_a_keyring_that_does_not_work_simply_does_not_remember(
    locked: Path, key: DataKey, find: Callable[[], KeyringBackend]
) -> None:
    computer = Computer(find)
    assert not key_slots.remember(locked, key, computer)
    assert not key_slots.is_remembered(locked)
    sidecar.write(locked, sidecar.Sidecar(computer=True, slots=sidecar.read(locked).slots))
    assert key_slots.remembered_key(locked, computer) is None
    key_slots.forget(locked, computer)
    assert key_slots.passphrase_key(locked, PHRASE) == key


def test_a_keyring_that_asks_and_hears_nothing_is_left_alone(locked: Path, key: DataKey) -> None:
    answered = Event()

    def ask() -> KeyringBackend:
        answered.wait()
        return Chest()

    began = time.monotonic()
    assert not key_slots.remember(locked, key, Computer(ask, seconds=0.1))
    assert time.monotonic() - began < 1
    answered.set()


def test_the_keyring_of_this_machine_may_be_anything(locked: Path, key: DataKey) -> None:
    if key_slots.remember(locked, key):
        assert key_slots.remembered_key(locked) == key
    key_slots.forget(locked)
    assert key_slots.remembered_key(locked) is None
