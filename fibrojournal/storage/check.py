"""Looking for damage in a journal: what `fibrojournal check` reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fibrojournal.journal.errors import JournalDamaged
from fibrojournal.storage.driver_errors import plain_errors
from fibrojournal.storage.schema import STEPS, Step, apply_steps
from fibrojournal.text import _

if TYPE_CHECKING:
    from sqlite3 import Connection

_SCHEMA = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
_COMPARE_SEARCH = "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)"


def problems(
    connection: Connection, path: Path, *, search: bool = True, steps: Sequence[Step] = STEPS
) -> list[str]:
    """Check pages, references, schema and (with `search`) the search index; a sentence a fault."""
    found = []
    try:
        with plain_errors(path):
            for sentence in _faults(connection, steps):
                found.append(sentence)  # noqa: PERF402  what was found before an error counts
    except JournalDamaged as error:
        found.append(str(error))
    if search and not found and not _is_search_whole(connection, path):
        found.append(_("The search index does not match the notes."))
    return found


def _faults(connection: Connection, steps: Sequence[Step]) -> Iterator[str]:
    for (detail,) in connection.execute("PRAGMA integrity_check").fetchall():
        if detail != "ok":
            yield _("The file is damaged: {detail}.").format(detail=detail)
    for table, _row, parent, _key in connection.execute("PRAGMA foreign_key_check").fetchall():
        sentence = _("An entry in {table} refers to one in {parent} that is not there.")
        yield sentence.format(table=table, parent=parent)
    expected, present = _expected_schema(steps), dict(connection.execute(_SCHEMA).fetchall())
    for name in sorted(expected.keys() | present.keys()):
        if expected.get(name) != present.get(name):
            yield _("The structure of the file is not as it should be: {name}.").format(name=name)


def _expected_schema(steps: Sequence[Step]) -> dict[str, str]:
    fresh = dbapi2.connect(":memory:", isolation_level=None)
    try:
        apply_steps(fresh, steps)
        return dict(fresh.execute(_SCHEMA).fetchall())
    finally:
        fresh.close()


def _is_search_whole(connection: Connection, path: Path) -> bool:
    try:
        with plain_errors(path):
            connection.execute(_COMPARE_SEARCH)
    except JournalDamaged:
        return False
    return True
