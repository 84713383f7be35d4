"""Which rows stand when two copies of a journal meet. Pure: nothing is written here.

Each row is decided by itself: the later write wins, a clearing like any other write. Notes are
joined (see `merge_notes`). Three things follow from the rows that won: what an import brought
does not stand where the import was undone; what was added for such an import stands while it
holds answers; and `pain_areas` counts the merged body map.

Each is worked out for every row, whichever copy it came from, and again at every merge. So it
is a function of all versions that any of the copies ever saw, and the order in which copies are
merged does not matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain

from fibrojournal.journal.edits import PAIN_AREAS
from fibrojournal.storage.copy_state import (
    BODY_AREAS,
    BODY_MAPS,
    CLEARED,
    IMPORTS,
    MOMENTS,
    NOTES,
    OWN_MEASURES,
    OWN_TRIGGERS,
    READINGS,
    TABLES,
    TAKEN_OUT,
    TRIGGERS,
    CopyState,
    Row,
    Table,
    rank,
)
from fibrojournal.storage.merge_notes import Versions

Rows = dict[Row, Row]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to stand, by table and key, and which notes are joined of several texts."""

    rows: dict[Table, Rows]
    versions: Versions
    joined: list[Row] = field(default_factory=list)


def decide(mine: CopyState, theirs: CopyState) -> Decision:
    """Decide every place of two copies."""
    rows = {table: _later(mine.rows[table], theirs.rows[table]) for table in TABLES}
    decision = Decision(rows, Versions(mine, theirs))
    undone = {str(id) for (id,), row in rows[IMPORTS].items() if row[-1]}
    _merge_notes(decision, undone)
    _count_areas(rows, _numbers(mine, theirs))
    _take_out(rows, undone)
    _keep_own_in_use(rows, undone)
    return decision


def _later(mine: Rows, theirs: Rows) -> Rows:
    later = mine | theirs
    for key in mine.keys() & theirs.keys():
        if mine[key] != theirs[key]:
            later[key] = max(mine[key], theirs[key], key=rank)
    return later


def _merge_notes(decision: Decision, undone: set[str]) -> None:
    for key, note in decision.versions.merged(undone):
        decision.rows[NOTES][key] = note.row
        if note.is_joined:
            decision.joined.append(note.row)


def _numbers(*copies: CopyState) -> dict[Row, set[Row]]:
    """List every version of the number of areas that one of some copies ever had, by key."""
    numbers: dict[Row, set[Row]] = defaultdict(set)
    for copy in copies:
        former = (
            READINGS.row(past.before)
            for past in copy.past
            if past.kind == READINGS.name and PAIN_AREAS in past.before
        )
        for row in chain(former, copy.rows[READINGS].values()):
            if row[0] == PAIN_AREAS:
                numbers[READINGS.key(row)].add(row)
    return numbers


def _count_areas(rows: dict[Table, Rows], numbers: dict[Row, set[Row]]) -> None:
    areas = Counter(BODY_AREAS.day(row) for row in rows[BODY_AREAS].values() if not row[-1])
    for (day,), body_map in rows[BODY_MAPS].items():
        key = (PAIN_AREAS, day)
        if versions := numbers.get(key):
            count = areas[BODY_MAPS.day(body_map)]
            rows[READINGS][key] = _number(body_map, count, versions)


def _number(body_map: Row, areas: int, versions: set[Row]) -> Row:
    """Let the number follow its map, with the latest stamp that it had.

    A number that a file brought after the map was cleared stands by itself.
    """
    latest = max(versions, key=rank)
    if not body_map[-1]:
        day, origin, *when = body_map[:-2]
        return (PAIN_AREAS, day, float(areas), origin, None, *when, latest[-2], 0)
    from_files = (row for row in versions if READINGS.cell(row, "import_id") is not None)
    brought = max(from_files, key=rank, default=None)
    if brought is not None and brought[-2] == latest[-2] and brought[-1] != CLEARED:
        return brought
    return (*latest[:-1], CLEARED)


def _take_out(rows: dict[Table, Rows], undone: set[str]) -> None:
    for table in (READINGS, TRIGGERS):
        for key, row in rows[table].items():
            if not row[-1] and table.cell(row, "import_id") in undone:
                rows[table][key] = (*row[:-1], TAKEN_OUT)


def _keep_own_in_use(rows: dict[Table, Rows], undone: set[str]) -> None:
    used = {
        table.cell(row, column)
        for table, column in _USES
        for row in rows[table].values()
        if not row[-1]
    }
    for table in (OWN_MEASURES, OWN_TRIGGERS):
        for key, row in rows[table].items():
            if table.cell(row, "import_id") in undone and row[-1] != CLEARED:
                rows[table][key] = (*row[:-1], 0 if key[0] in used else TAKEN_OUT)


_USES = ((READINGS, "measure"), (MOMENTS, "measure"), (TRIGGERS, "trigger_id"))
