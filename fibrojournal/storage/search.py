"""Finding words in notes. Anything typed is a search: there is no syntax to get wrong."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from fibrojournal.journal.finding import count_words, holds, wanted_words
from fibrojournal.storage.rows import day_of

if TYPE_CHECKING:
    from sqlite3 import Connection as DriverConnection

_INDEX_UNIT = 3  # letters; shorter words are not in the index and are looked for in the text

_BY_INDEX = text(
    "SELECT rowid, body FROM note_text WHERE note_text MATCH :phrases ORDER BY rowid DESC"
)
_ALL = text("SELECT day, body FROM live_note ORDER BY day DESC")


def search_notes(connection: Connection, words: str) -> list[tuple[date, str]]:
    """Find the notes that hold every word or part of a word, newest first, in full.

    Upper case and accents do not matter. Nothing typed finds nothing.
    """
    wanted = wanted_words(words)
    if not wanted:
        return []
    indexed = [word for word in wanted if _letters(word) >= _INDEX_UNIT]
    short = [word for word in wanted if _letters(word) < _INDEX_UNIT]
    if indexed:
        phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
        found = connection.execute(_BY_INDEX, {"phrases": phrases})
    else:
        found = connection.execute(_ALL)
    return [(day_of(day), body) for day, body in found if not short or holds(body, short)]


def note_words(connection: Connection) -> Counter[str]:
    """Count the words of all notes, without upper case."""
    return count_words(body for _day, body in connection.execute(_ALL))


def rebuild_search(connection: DriverConnection) -> None:
    """Make the index anew from the notes as they stand."""
    connection.execute("INSERT INTO note_text (note_text) VALUES ('rebuild')")


def _letters(word: str) -> int:
    """Count what the index counts: accents written apart are no letters of their own."""
    return sum(not unicodedata.combining(letter) for letter in word)
