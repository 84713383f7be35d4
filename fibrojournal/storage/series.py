"""Answers as arrays: the bulk reads behind charts and statistics, through one driver cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.journal.chosen import day_starts
from fibrojournal.journal.clock import LATE_AFTER_DAYS
from fibrojournal.storage.rows import day_number

if TYPE_CHECKING:
    from sqlite3 import Cursor

_HOUR = 3_600_000  # in milliseconds
_COPIED, _LATE = 2, 1
_HOW = f"""CASE WHEN origin = 'copied' THEN {_COPIED} WHEN origin = 'typed' AND
    entered + offset * 60000 >= (day + {LATE_AFTER_DAYS}) * {24 * _HOUR} + ? * {_HOUR}
    THEN {_LATE} ELSE 0 END"""

# One query a measure: each is one walk along the table, which is kept in this order.
_READINGS = f"""SELECT day, value, {_HOW} FROM reading
WHERE measure = ? AND day BETWEEN ? AND ? AND deleted = 0 ORDER BY day"""
_TRIGGERS = f"""SELECT day, ticked, {_HOW} FROM offered_trigger
WHERE trigger_id = ? AND day BETWEEN ? AND ? AND deleted = 0 ORDER BY day"""

_SETTINGS = "SELECT key, value FROM setting WHERE deleted = 0"

_ROW = np.dtype([("day", np.int64), ("value", np.float64), ("how", np.int8)])


@dataclass(frozen=True, slots=True)
class Series:
    """The recorded days of one measure, ascending; the four arrays are equally long.

    `days` counts days since 1970-01-01, as numpy's datetime64[D] does. `hollow` marks answers
    that were copied, or typed two days late or more; `copied` marks the copied ones alone, which
    charts show and no statistic counts.
    """

    days: NDArray[np.int64]
    values: NDArray[np.float64]
    hollow: NDArray[np.bool_]
    copied: NDArray[np.bool_]


def read_measures(
    cursor: Cursor, measures: Sequence[str], start: date | None, end: date | None
) -> dict[str, Series]:
    """Read each measure's answers from `start` to `end`, both included."""
    return _read(cursor, _READINGS, measures, start, end)


def read_triggers(
    cursor: Cursor, triggers: Sequence[str], start: date | None, end: date | None
) -> dict[str, Series]:
    """Read each trigger as 0.0 and 1.0 on the days that were offered it."""
    return _read(cursor, _TRIGGERS, triggers, start, end)


def _read(
    cursor: Cursor, query: str, ids: Sequence[str], start: date | None, end: date | None
) -> dict[str, Series]:
    span = (day_number(start or date.min), day_number(end or date.max))
    # Late is what was typed two of the person's own days later, whenever those begin.
    starts = day_starts(dict(cursor.execute(_SETTINGS)))
    found = {}
    for id in ids:
        # Row after row into the array, without a list of rows on the way.
        rows = np.fromiter(cursor.execute(query, (starts, id, *span)), dtype=_ROW)
        found[id] = Series(
            days=np.ascontiguousarray(rows["day"]),
            values=np.ascontiguousarray(rows["value"]),
            hollow=rows["how"] > 0,
            copied=rows["how"] == _COPIED,
        )
    return found
