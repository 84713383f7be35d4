"""Builders, so that a test names only what it is about, and ways below the surface."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    BodyMap,
    Note,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import (
    SetBodyMap,
    SetNote,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger

ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}

DAY = date(2026, 3, 12)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EVENING = Stamp(datetime(2026, 3, 12, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)
NEXT_EVENING = Stamp(datetime(2026, 3, 13, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def answer(measure: str, value: float | None, day: date = DAY) -> SetReading:
    return SetReading(day, measure, None if value is None else Reading(value, EVENING))


def chip(trigger: str, *, ticked: bool | None, day: date = DAY) -> SetTrigger:
    content = None if ticked is None else TriggerAnswer(ticked=ticked, entered=EVENING)
    return SetTrigger(day, trigger, content)


def words(text: str | None, day: date = DAY) -> SetNote:
    return SetNote(day, None if text is None else Note(text, EVENING))


def body_map(*areas: str, day: date = DAY) -> SetBodyMap:
    return SetBodyMap(day, BodyMap(dict.fromkeys(areas), EVENING))


def batch(*own: Measure | Trigger, **days: ImportedDay) -> ImportBatch:
    """A file whose days are named d0, d1 ... after `DAY`."""
    by_date = {after(int(name[1:])): day for name, day in days.items()}
    return ImportBatch("diary.csv", EVENING, by_date, own)


def said(note: str | None = None, **answers: float | bool) -> ImportedDay:
    """What a file says of a day: numbers are readings, truth values are triggers."""
    triggers = {name: value for name, value in answers.items() if isinstance(value, bool)}
    readings = {name: float(v) for name, v in answers.items() if name not in triggers}
    return ImportedDay(readings, triggers, note)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a plain database, for looking below the surface."""
    with closing(dbapi2.connect(path, isolation_level=None)) as connection:
        yield connection


def ask(path: Path, query: str, *values: float | str) -> list[Any]:
    with raw(path) as connection:
        return connection.execute(query, values).fetchall()


@contextmanager
def scratch() -> Iterator[Path]:
    """A path of its own for each example that hypothesis makes up; in memory where that can be."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "journal.fjnl"


def leave_a_cut_short_save(path: Path) -> None:
    """Put beside a place what a save leaves there that was cut short, of a journal gone since."""
    with TemporaryDirectory() as folder:
        gone = Path(folder) / "gone.db"
        with raw(gone) as connection:
            connection.execute("CREATE TABLE entry (text)")
            connection.execute("PRAGMA cache_size = 1")
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO entry VALUES (?)", [("x" * 3000,)] * 20)
            undoing = gone.with_name(gone.name + "-journal").read_bytes()
            connection.rollback()
    path.with_name(path.name + "-journal").write_bytes(undoing)


NOBODY = 65534


@contextmanager
def as_an_ordinary_person() -> Iterator[None]:
    """Without root's right to write anywhere, if that is who runs the tests."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def give_away(*places: Path) -> None:
    """Let places belong to the ordinary person that `as_an_ordinary_person` becomes."""
    if os.geteuid() == 0:
        for place in places:
            os.chown(place, NOBODY, NOBODY)


def python(code: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program of its own, and have it over with."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )


HOLDING = """
import sys
from pathlib import Path
from fibrojournal.storage.lock import hold
lock = hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def another_program_holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A window of another program that has the journal open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        yield program
        program.communicate()
