"""What SQLite cannot tell from sense: bytes of a plain journal that changed behind its back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.storage.driver_errors import journal_error, plain_errors
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from tests.storage.build import DAY, answer, words


@pytest.fixture
def noted(path: Path) -> Path:
    with JournalFile.create(path) as journal:
        journal.save([answer("pain", 6), words("by the sea")])
    return path


def garble(path: Path, sense: bytes, nonsense: bytes) -> None:
    content = path.read_bytes()
    assert content.count(sense)
    path.write_bytes(content.replace(sense, nonsense))


@pytest.mark.parametrize(
    ("sense", "nonsense"),
    [
        (b"typed", b"uyped"),
        (b"by the sea", b"by \xff\xfe\xc3 sea"),
    ],
    ids=["an origin that there is not", "bytes that are no text"],
)
def test_it_is_damage_and_no_fault_of_the_program(
    noted: Path, sense: bytes, nonsense: bytes
) -> None:
    garble(noted, sense, nonsense)
    with JournalFile.open(noted) as journal:
        with pytest.raises(JournalDamaged, match="cannot be read"):
            journal.days(date.min, date.max)
        with pytest.raises(JournalDamaged, match="cannot be read"):
            journal.snapshot()
    quick = QuickJournal.open(noted)
    assert quick is not None
    with quick, pytest.raises(JournalDamaged, match="cannot be read"):
        quick.day(DAY)


@pytest.mark.parametrize(
    "message",
    ["unsupported file format", "invalid fts5 file format (found 0)", "no such column: before"],
)
def test_what_the_driver_has_no_name_for_is_known_by_its_words(path: Path, message: str) -> None:
    error = dbapi2.OperationalError(message)
    assert isinstance(journal_error(error, path), JournalDamaged)
    assert journal_error(dbapi2.OperationalError("near “SELECT”: syntax error"), path) is None


def test_a_message_that_quotes_no_text_is_damage(noted: Path) -> None:
    with pytest.raises(JournalDamaged, match="cannot be read"), plain_errors(noted):
        b"\xff".decode()
