"""The keyring of this computer: a convenience that is never relied on."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, NoKeyringError

from fibrojournal.storage import key_slots, sidecar
from fibrojournal.storage.computer import Computer
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from tests.storage.converting import CHEAP
from tests.storage.vault import PHRASE, Chest


@pytest.fixture
def key() -> DataKey:
    return DataKey.new()


@pytest.fixture
def locked(path: Path, key: DataKey) -> Path:
    JournalFile.create(path, key=key).close()
    key_slots.set_passphrase(path, PHRASE, key, cost=CHEAP)
    return path


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
