"""What the tests of encryption have in common: a journal to encrypt, and what to look at."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from fibrojournal.storage import key_slots
from fibrojournal.storage.connection import connect
from fibrojournal.storage.encryption import (
    Fate,
)
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey, keys_path
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import after, answer, words

SECRET = "Rumpelstiltskin"
PHRASE = "naps help a bit"


def note_down(path: Path) -> Path:
    """Begin a journal with answers and notes, some of them changed since."""
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", n % 11, after(n)) for n in range(60)])
        journal.save([words(f"{SECRET} and lentil soup {n}", after(n)) for n in range(60)])
        journal.save([words(None, after(3)), answer("pain", 1, after(4))])
    return path


def content(path: Path, key: DataKey | None = None) -> Snapshot:
    with JournalFile.open(path, key) as journal:
        assert journal.problems() == []
        return journal.snapshot()


def rows(path: Path, key: DataKey | None = None) -> list[object]:
    """Every row of every table that is not the search index's own."""
    with closing(connect(path, key)) as plain:
        names = plain.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_text%'"
            " ORDER BY name"
        ).fetchall()
        return [sorted(plain.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names]


def files(path: Path) -> set[str]:
    """What lies in the journal's folder, apart from the lock's empty file."""
    return {file.name for file in path.parent.iterdir()} - {f"{path.name}.lock"}


def an_older_copy(path: Path, name: str = "older.fjnl") -> Path:
    copy = path.with_name(name)
    shutil.copy(path, copy)
    if keys_path(path).exists():
        key_slots.copy_slots(path, copy)
    return copy


class Told:
    """Remembers what became of the copies."""

    def __init__(self) -> None:
        self.fates: dict[str, Fate] = {}

    def __call__(self, copy: Path, fate: Fate) -> None:
        self.fates[copy.name] = fate


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
