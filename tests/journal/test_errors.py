from __future__ import annotations

import pytest

from fibrojournal.journal import errors
from fibrojournal.journal.errors import BadFile, JournalError


@pytest.mark.parametrize(
    "name",
    [
        *("JournalMissing", "NotAJournal", "JournalTooNew", "JournalDamaged"),
        *("JournalNotWritable", "JournalBusy", "JournalExists", "BadFile"),
    ],
)
def test_every_trouble_with_a_journal_is_a_journal_error_with_a_sentence(name: str) -> None:
    error = getattr(errors, name)("The disk is full.")
    assert isinstance(error, JournalError)
    assert str(error) == "The disk is full."


def test_a_bad_file_knows_its_line_where_there_is_one() -> None:
    assert BadFile("Line 7 has no day.", line=7).line == 7
    assert BadFile("The file is empty.").line is None
