"""A locked journal for the tests, whose passphrase is cheap to try."""

from __future__ import annotations

from functools import partial

import pytest

from fibrojournal.storage import encryption, key_slots
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.sidecar import Cost
from tests.ui.conftest import Person

PASSPHRASE = "rain tomato lamp"
CHEAP = Cost(memory=8_192, passes=1)


def lock_up(person: Person) -> DataKey:
    """Give the person an encrypted journal, new or as it was, and the key to it."""
    if person.journal.exists():
        person.key = encryption.encrypt(person.journal, PASSPHRASE, cost=CHEAP)
    else:
        person.key = DataKey.new()
        JournalFile.create(person.journal, key=person.key).close()
        key_slots.set_passphrase(person.journal, PASSPHRASE, person.key, cost=CHEAP)
    return person.key


@pytest.fixture
def cheap_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every passphrase that is set be quick to try."""
    for module, name in (
        (encryption, "encrypt"),
        (encryption, "change_key"),
        (encryption, "change_passphrase"),
        (key_slots, "set_passphrase"),
    ):
        monkeypatch.setattr(module, name, partial(getattr(module, name), cost=CHEAP))
