from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import DAY, after, words
from tests.storage.strategies import texts

NOTES = (
    "Rain all day, knees stiff",
    'She said "no pain" AND meant it',
    "Grün und blau, 50% better",
    "Étude in C# (op. 10)",
    "NEAR the coast; NOT at home",
)


@pytest.fixture
def noted(journal: JournalFile) -> JournalFile:
    journal.save([words(note, after(n)) for n, note in enumerate(NOTES)])
    return journal


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rain", [0]),
        ("RAIN", [0]),
        ("nee", [0]),
        ("stiff rain", [0]),
        ("rain coast", []),
        ("grun", [2]),
        ("GRÜN", [2]),
        ("etude", [3]),
        ("e\u0301tude", [3]),
        ('"no pain"', [1]),
        ('"', [1]),
        ("AND", [1]),
        ("NOT", [4]),
        ("NEAR(", []),
        ("c#", [3]),
        ("50%", [2]),
        ("_", []),
        ("*", []),
        ("op. 1", [3]),
        ("in", [3, 1, 0]),
        ("no", [4, 1]),
        ("a", [4, 2, 1, 0]),
        ("rain in", [0]),
        ("body:rain", []),
        ("rain*", []),
        ("", []),
        ("  \t ", []),
        ("\0", []),
        ("rain\0knees", [0]),
        ("\ud83d", []),
    ],
)
def test_anything_typed_is_a_search(noted: JournalFile, typed: str, found: list[int]) -> None:
    assert noted.search_notes(typed) == [(after(n), NOTES[n]) for n in found]


def test_a_long_text_can_be_looked_for(noted: JournalFile) -> None:
    assert noted.search_notes(f"{NOTES[0]} " * 2000) == [(DAY, NOTES[0])]
    assert noted.search_notes(" ".join(map(str, range(10**3, 2 * 10**3)))) == []


def test_a_note_that_changed_is_found_by_its_new_words(noted: JournalFile) -> None:
    noted.save([words("Sunshine", DAY)])
    assert noted.search_notes("rain") == []
    assert noted.search_notes("sunshine") == [(DAY, "Sunshine")]


def test_a_note_that_was_cleared_is_not_found_until_it_returns(noted: JournalFile) -> None:
    noted.save([words(None, DAY)])
    assert noted.search_notes("rain") == []
    assert noted.search_notes("ra") == []
    noted.save([words(NOTES[0], DAY)])
    assert noted.search_notes("rain") == [(DAY, NOTES[0])]
    assert noted.problems() == []


# One journal serves all examples of a test: each writes what it looks for.
one_journal = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@one_journal
@given(text=texts.filter(lambda text: "\0" not in text), data=st.data())
def test_every_part_of_every_word_is_found(
    journal: JournalFile, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    journal.save([words(text)])
    assert journal.search_notes(part) == ([(DAY, text)] if part.split() else [])


@one_journal
@given(typed=st.text())
def test_no_search_fails(noted: JournalFile, typed: str) -> None:
    assert set(noted.search_notes(typed)) <= {(after(n), note) for n, note in enumerate(NOTES)}


def test_the_words_of_all_notes_are_counted(noted: JournalFile) -> None:
    counted = noted.note_words()

    assert counted["no"] == 1
    assert counted["at"] == 1
    assert "pain" in counted
    noted.save([words(None, after(1))])
    assert "pain" not in noted.note_words()
