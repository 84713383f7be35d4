"""All rows of one copy of a journal, as they are when it meets another copy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sqlite3 import Connection

Cell = str | float | None
Row = tuple[Cell, ...]  # key, content, stamp, deleted


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are merged one by one; columns in the order in which history has them."""

    name: str
    keys: tuple[str, ...]
    content: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of a row."""
        return (*self.keys, *self.content, "stamp", "deleted")

    def row(self, before: str) -> Row:
        """Read a row that the history holds."""
        said = json.loads(before)
        return tuple(said[column] for column in self.columns)

    def key(self, row: Row) -> Row:
        """Return what tells a row from all others."""
        return row[: len(self.keys)]

    def cell(self, row: Row, column: str) -> Cell:
        """Return one cell of a row."""
        return row[self.columns.index(column)]

    def day(self, row: Row) -> int | None:
        """Return the number of the day that a row belongs to; events belong to none."""
        return cast("int", self.cell(row, "day")) if "day" in self.columns else None


_WHEN = ("entered", "zone", "offset")
_HOW = ("origin", "import_id", *_WHEN)

IMPORTS = Table("import_batch", ("id",), ("file_name", *_WHEN))
READINGS = Table("reading", ("measure", "day"), ("value", *_HOW))
TRIGGERS = Table("offered_trigger", ("trigger_id", "day"), ("ticked", "strength", *_HOW))
NOTES = Table("note", ("day",), ("body", *_HOW))
BODY_MAPS = Table("body_map", ("day",), ("origin", *_WHEN))
BODY_AREAS = Table("body_area", ("day", "area"), ("intensity",))
MOMENTS = Table("moment", ("id",), ("day", "measure", "value", *_WHEN))
EVENTS = Table("event", ("id",), ("kind", "name", "start_day", "end_day", *_WHEN))
OWN_MEASURES = Table(
    "own_measure", ("id",), ("name", "low", "high", "step", "direction", "factor", "import_id")
)
OWN_TRIGGERS = Table("own_trigger", ("id",), ("name", "factor", "import_id"))
SETTINGS = Table("setting", ("key",), ("value",))
MEDICINES = Table("medicine", ("id",), (*_WHEN, "name"))
COURSES = Table(
    "course", ("medicine_id", "start_day"), ("stopped", "dose", "unit", "form", "times", *_WHEN)
)
INTAKES = Table(
    "intake", ("day", "medicine_id", "slot"), ("taken", "minute", "amount", "origin", *_WHEN)
)
EFFECTS = Table("medicine_effect", ("day", "medicine_id"), ("helped", "side_effects", *_WHEN))

# What others refer to comes before them.
TABLES = (
    *(IMPORTS, READINGS, TRIGGERS, NOTES, BODY_MAPS, BODY_AREAS),
    *(MOMENTS, EVENTS, OWN_MEASURES, OWN_TRIGGERS, SETTINGS),
    *(MEDICINES, COURSES, INTAKES, EFFECTS),
)


NOTE_BESIDE = "note_beside"
"""A kind of history: a text or a clearing that a merge put beside another, or out of sight."""

NOTE_JOINED = "note_joined"
"""A kind of history: a text that a merge wrote, out of several."""

# What `deleted` says of a row that no longer stands.
CLEARED = 1
TAKEN_OUT = 2
_MARKS = (0, TAKEN_OUT, CLEARED)


@dataclass(frozen=True, slots=True)
class Past:
    """One row of the history: who replaced something, when (ms), and what stood there."""

    device: str
    at: int
    kind: str
    day: int | None
    before: str


@dataclass(frozen=True, slots=True)
class CopyState:
    """One copy. `past` is in the order of its own history."""

    journal: str
    device: str
    is_sample: bool
    rows: dict[Table, dict[Row, Row]]
    past: dict[Past, None]


def copy_state_of(connection: Connection) -> CopyState:
    """Read a whole copy; the caller holds a transaction, so that it is one state."""
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    past = connection.execute("SELECT device, at, kind, day, before FROM history ORDER BY seq")
    return CopyState(
        journal=meta["journal"],
        device=meta["device"],
        is_sample="sample" in meta,
        rows={table: _rows(connection, table) for table in TABLES},
        past=dict.fromkeys(Past(*row) for row in past),
    )


def _rows(connection: Connection, table: Table) -> dict[Row, Row]:
    found = connection.execute(f"SELECT {', '.join(table.columns)} FROM {table.name}")
    return {table.key(row): row for row in found}


def rank(row: Row) -> tuple[Cell | tuple[bool, Cell], ...]:
    """Order the versions of one row: the later stamp wins, then the content, then the tombstone.

    The content decides where two computers wrote in the same millisecond, so that each of them
    comes to the same choice. Next to what stands comes the same as taken out: nothing is between
    the two, so it makes no difference who has noticed already that an import was undone.
    """
    *content, stamp, deleted = row
    marks = _MARKS.index(cast("int", deleted))
    return (stamp, *((cell is not None, cell) for cell in content), marks)


def says(row: Row | None) -> Row | None:
    """Return what a row says to a person: None where it does not stand."""
    return None if row is None or row[-1] else row[:-2]
