from __future__ import annotations

import re
from pathlib import Path

import pytest

from fibrojournal.journal.errors import JournalBusy, JournalDamaged
from fibrojournal.storage import connection
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import after, answer, raw, words

PAGE = 4096


@pytest.fixture
def noted(journal: JournalFile) -> JournalFile:
    journal.save([answer("pain", n % 10, after(n)) for n in range(500)])
    journal.save([words(f"note {n} by the sea", after(n)) for n in range(200)])
    return journal


def test_a_whole_journal_has_no_problems(noted: JournalFile) -> None:
    assert noted.problems() == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DROP INDEX reading_day", "not as it should be: index reading_day"),
        ("DROP TRIGGER reading_changed", "not as it should be: trigger reading_changed"),
        ("CREATE TABLE mine (a)", "not as it should be: table mine"),
        ("UPDATE note SET import_id = 'x' WHERE day = 20524", "refers to one in import_batch"),
        ("INSERT INTO note_text (rowid, body) VALUES (7, 'ghost')", "search index"),
        ("DROP TABLE note_text", "not as it should be: table note_text"),
    ],
)
def test_each_fault_is_a_sentence(noted: JournalFile, path: Path, damage: str, told: str) -> None:
    with raw(path) as plain:
        plain.execute(damage)
    sentences = noted.problems()
    assert sentences
    assert any(told in sentence for sentence in sentences)


def test_damage_on_any_page_is_noticed(noted: JournalFile, path: Path) -> None:
    noted.close()
    whole = path.read_bytes()
    for start in range(PAGE, len(whole), PAGE):
        path.write_bytes(whole[:start] + b"\xff" * 200 + whole[start + 200 :])
        told = []
        try:
            with JournalFile.open(path) as journal:
                told = journal.problems()
        except JournalDamaged as error:
            told = [str(error)]
        assert told
        assert re.search("is damaged", told[0])


@pytest.mark.usefixtures("noted")
def test_a_busy_journal_is_no_damaged_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with JournalFile.open(path) as journal, raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalBusy):
            journal.problems()
