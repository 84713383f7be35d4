"""The SQL of schema 2, frozen: medicines, and an index for the history of a day.

`course` says what a medicine is taken like from one day on, until the next course; `stopped` is 1
where it is not taken any more. `times` are the parts of the day at which it is taken, each with a
time of the clock or without ("morning 08:00, bedtime"); none: as needed. A course that begins on
the first day of the calendar was there before the journal.

`slot` is the part of the day, or a UUID for what was taken as needed. `minute` says when, counted
from midnight by the clock on the wall; null where nobody knows.
"""

from __future__ import annotations

from fibrojournal.storage.schema_v1 import ENTERED, MARKS, ORIGIN, WHEN, remember

# The columns of a table come in an order that no other table has: by it rescue tells them apart.
_TABLES = (
    f"""CREATE TABLE medicine (
    id TEXT NOT NULL PRIMARY KEY,{ENTERED},
    name TEXT NOT NULL,{MARKS}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE course (
    medicine_id TEXT NOT NULL,
    start_day INTEGER NOT NULL,
    stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)),
    dose REAL CHECK (dose > 0 AND dose < 9e999),
    unit TEXT NOT NULL,
    form TEXT NOT NULL,
    times TEXT NOT NULL,{ENTERED},{MARKS},
    PRIMARY KEY (medicine_id, start_day)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE intake (
    day INTEGER NOT NULL,
    medicine_id TEXT NOT NULL,
    slot TEXT NOT NULL,
    taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
    minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
    amount REAL CHECK (amount > 0 AND amount < 9e999),
    {ORIGIN},{ENTERED},{MARKS},
    PRIMARY KEY (day, medicine_id, slot)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE medicine_effect (
    day INTEGER NOT NULL,
    medicine_id TEXT NOT NULL,
    helped REAL CHECK (helped BETWEEN 0 AND 10),
    side_effects TEXT NOT NULL,{ENTERED},{MARKS},
    PRIMARY KEY (day, medicine_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX history_day ON history (day)",
)

_HISTORY = (
    *remember("medicine", ("id",), (*WHEN, "name")),
    *remember(
        "course",
        ("medicine_id", "start_day"),
        ("stopped", "dose", "unit", "form", "times", *WHEN),
    ),
    *remember(
        "intake",
        ("day", "medicine_id", "slot"),
        ("taken", "minute", "amount", "origin", *WHEN),
    ),
    *remember("medicine_effect", ("day", "medicine_id"), ("helped", "side_effects", *WHEN)),
)

STATEMENTS: tuple[str, ...] = (*_TABLES, *_HISTORY)
