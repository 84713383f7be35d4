"""The floor of a saved answer: one bare commit, as durable as the journal's."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as driver


def raw_commit(path: Path) -> Callable[[int], None]:
    """Return one bare upsert and commit on a long table as large as a year of thirty measures."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute(
        "CREATE TABLE answer(day INTEGER, measure INTEGER, value REAL, PRIMARY KEY(day, measure)) "
        "WITHOUT ROWID"
    )
    connection.execute("BEGIN")
    rows = ((day, measure, 1.0) for day in range(3650) for measure in range(30))
    connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    counter = itertools.count()

    def commit(n: int) -> None:
        connection.execute(
            "INSERT INTO answer VALUES (?, ?, ?) "
            "ON CONFLICT(day, measure) DO UPDATE SET value = excluded.value",
            (3649, n % 30, next(counter)),
        )

    return commit
