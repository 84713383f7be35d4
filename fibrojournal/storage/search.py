"""Finding words in notes. Anything typed is a search: there is no syntax to get wrong."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

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
    typed = words.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    wanted = dict.fromkeys(typed.split())  # a word twice would only cost time
    if not wanted:
        return []
    indexed = [word for word in wanted if _letters(word) >= _INDEX_UNIT]
    short = [_folded(word) for word in wanted if _letters(word) < _INDEX_UNIT]
    if indexed:
        phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
        found = connection.execute(_BY_INDEX, {"phrases": phrases})
    else:
        found = connection.execute(_ALL)
    return [
        (day_of(day), body)
        for day, body in found
        if not short or all(word in _folded(body) for word in short)
    ]


def rebuild_search(connection: DriverConnection) -> None:
    """Make the index anew from the notes as they stand."""
    connection.execute("INSERT INTO note_text (note_text) VALUES ('rebuild')")


def _letters(word: str) -> int:
    """Count what the index counts: accents written apart are no letters of their own."""
    return sum(not unicodedata.combining(letter) for letter in word)


def _folded(words: str) -> str:
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
