"""Ten years of thirty measures as arrays, beside the same rows through a raw cursor."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sqlcipher3 import dbapi2 as driver

from benchmarks import journals
from benchmarks.figures import BUILD, Measured, Table, Target, interleaved
from fibrojournal.storage.journal_file import JournalFile

RAW = "raw cursor into fromiter"
DAYS = 3650
ROW = [("day", "i4"), ("measure", "i4"), ("value", "f8")]


def read(rounds: int) -> Sequence[Table]:
    """Time processor time, which a shared machine distorts least; reading never waits."""
    thirty = [measure.id for measure in journals.THIRTY]
    with (
        tempfile.TemporaryDirectory(dir=BUILD) as folder,
        JournalFile.open(journals.copy_of(journals.journal(10), Path(folder))) as journal,
    ):
        raw = _long_table(Path(folder) / "raw.db")
        found = interleaved(
            {
                RAW: _timed(
                    lambda: np.fromiter(
                        raw.execute("SELECT day, measure, value FROM answer ORDER BY 2, 1"), ROW
                    )
                ),
                "thirty measures (JournalFile.series)": _timed(lambda: journal.series(thirty)),
                "one measure (JournalFile.series)": _timed(lambda: journal.series(thirty[:1])),
            },
            rounds,
        )
        raw.close()
    return [
        Table(
            "read",
            "Ten years into arrays, processor time",
            "ms",
            found["cpu"],
            RAW,
            (
                Target("thirty measures (JournalFile.series)", 2.0, RAW),
                Target("one measure (JournalFile.series)", 10.0),
            ),
        )
    ]


def _long_table(path: Path) -> driver.Connection:
    connection = driver.connect(str(path), isolation_level=None)
    connection.executescript(
        "PRAGMA synchronous = OFF; CREATE TABLE answer(measure INTEGER, day INTEGER, value REAL, "
        "PRIMARY KEY(measure, day)) WITHOUT ROWID; BEGIN"
    )
    rows = ((measure, day, day * 7 % 11) for measure in range(30) for day in range(DAYS))
    connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def _timed(act: Callable[[], object]) -> Callable[[], Measured]:
    def measured() -> Measured:
        start = time.process_time()
        act()
        return {"cpu": (time.process_time() - start) * 1e3}

    return measured
