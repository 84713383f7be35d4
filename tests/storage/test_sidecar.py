"""The file of wrapped keys: no secret in it, and nothing in it that can do harm."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fibrojournal.journal.errors import (
    JournalLocked,
    JournalNotWritable,
    WrongKey,
)
from fibrojournal.storage import key_slots, sidecar
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.recovery_code import code_of
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
