"""A writer that is killed in the middle of a save leaves a journal that mends itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.key import DataKey
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import DAY, ENVIRONMENT, answer, words

KEY = DataKey(bytes(range(32)))

# Writes pages into the file itself while the rollback journal stands beside it, then dies.
DYING = """
import os, sys
from pathlib import Path
from fibrojournal.storage.connection import connect
from fibrojournal.storage.key import DataKey
key = DataKey(bytes.fromhex(sys.argv[2])) if sys.argv[2] else None
connection = connect(Path(sys.argv[1]), key)
connection.execute("PRAGMA cache_spill = 1")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE note SET body = replace(body, 'sea', 'hills')")
for n in range(200):
    connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (f"n{n}", "x" * 2000))
os.kill(os.getpid(), 9)
"""


def leave_a_hot_journal(path: Path, key: DataKey | None = None) -> None:
    """Let a program change the file and be killed before it has finished the save."""
    before = path.read_bytes()
    dying = [sys.executable, "-c", DYING, str(path), key.secret.hex() if key else ""]
    assert subprocess.run(dying, env=ENVIRONMENT, check=False).returncode == -9
    assert path.read_bytes() != before, "it died too early to have changed anything"
    assert path.with_name(path.name + "-journal").stat().st_size > 512


@pytest.mark.parametrize("opener", [JournalFile.open, QuickJournal.open])
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_save_that_was_cut_short_is_taken_back_by_itself(
    path: Path, opener: type, key: DataKey | None
) -> None:
    with JournalFile.create(path, key=key) as journal:
        journal.save([answer("pain", 4), words("by the sea")])
    leave_a_hot_journal(path, key)
    opened = opener(path, key)
    day = opened.day(DAY)
    opened.close()
    assert day.note is not None
    assert day.note.text == "by the sea"
    with JournalFile.open(path, key) as journal:
        assert journal.problems() == []
    assert list(path.parent.iterdir()) == [path]
