"""One answer made durable, beside one raw commit in the same journal mode and one fsync."""

from __future__ import annotations

import itertools
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import journals
from benchmarks.figures import BUILD, Measured, Table, Target, interleaved
from benchmarks.floor_commit import raw_commit
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal

REPEATS = 20
RAW, FSYNC = "raw commit, rollback journal, EXTRA", "append 4 KiB + fsync"


def save(rounds: int) -> Sequence[Table]:
    """Time one answer on an open journal of ten years, as the window saves it."""
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        folder = Path(name)
        whole = JournalFile.open(journals.copy_of(journals.journal(10), folder))
        (folder / "quick").mkdir()
        quick = QuickJournal.open(journals.copy_of(journals.journal(10), folder / "quick"))
        if quick is None:
            raise RuntimeError("the bare driver steps aside for a journal made just now")
        with whole, quick, (folder / "log").open("ab", buffering=0) as log:
            found = interleaved(
                {
                    FSYNC: _each(lambda _: _append(log.fileno())),
                    RAW: _each(raw_commit(folder / "raw.db")),
                    "first second (QuickJournal)": _each(lambda n: quick.save([_answer(n)])),
                    "after it (JournalFile)": _each(lambda n: whole.save([_answer(n)])),
                },
                rounds,
            )
    return [
        Table(
            "save",
            "One saved answer, durable, journal of ten years",
            "ms",
            found["wall"],
            RAW,
            (
                Target("first second (QuickJournal)", 2.0, RAW),
                Target("after it (JournalFile)", 2.0, RAW),
            ),
        )
    ]


def _append(file: int) -> None:
    os.write(file, b"x" * 4096)
    os.fsync(file)


_values = itertools.count()


def _answer(n: int) -> SetReading:
    measure = journals.THIRTY[n % 5]
    value = next(_values) % (measure.scale.high + 1)
    return SetReading(journals.today(), measure.id, Reading(value, stamp_of(datetime.now(UTC))))


def _each(act: Callable[[int], None]) -> Callable[[], Measured]:
    """Time one call, the mean of several."""

    def measured() -> Measured:
        start = time.perf_counter()
        for n in range(REPEATS):
            act(n)
        return {"wall": (time.perf_counter() - start) * 1e3 / REPEATS}

    return measured
