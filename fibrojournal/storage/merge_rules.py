"""Which rows stand when two copies of a journal meet. Pure: nothing is written here.

Each row is decided by itself: the later write wins, a clearing like any other write. Notes are
joined (see `merge_notes`). Three things follow from the rows that won, in whatever order copies
are merged: what an import brought does not stand where the import was undone; what was added
for such an import stands while it holds answers; and `pain_areas` counts the merged body map.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from fibrojournal.journal.edits import PAIN_AREAS
from fibrojournal.storage.copy_state import (
    BODY_AREAS,
    BODY_MAPS,
    IMPORTS,
    MOMENTS,
    NOTES,
    OWN_MEASURES,
    OWN_TRIGGERS,
    READINGS,
    TABLES,
    TRIGGERS,
    CopyState,
    Row,
    Table,
    rank,
)
from fibrojournal.storage.merge_notes import MergedNote, NoteSide, merge_note

_CLEARED = 1
_TAKEN_OUT = 2

Rows = dict[Row, Row]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to stand wherever the copies differ, by table and key; and every note's heads."""

    rows: dict[Table, Rows] = field(default_factory=lambda: {table: {} for table in TABLES})
    notes: list[MergedNote] = field(default_factory=list)


def decide(mine: CopyState, theirs: CopyState) -> Decision:
    """Decide every place on which two copies differ."""
    return _Deciding(mine, theirs).run()


class _Deciding:
    def __init__(self, mine: CopyState, theirs: CopyState) -> None:
        self._mine = mine
        self._theirs = theirs
        self._sides = NoteSide(mine), NoteSide(theirs)
        self._decision = Decision()

    def run(self) -> Decision:
        for table in TABLES:
            if table is not NOTES:
                self._decide_rows(table)
        # What follows from the rows is worked out only where copies differ, but then for all
        # of them: so it does not depend on which of several copies met first.
        if any(self._decision.rows.values()) or self._notes_differ():
            self._decide_notes()
            self._take_out_undone()
            self._keep_own_in_use()
            self._name_hidden_areas()
            self._count_areas()
        return self._decision

    def _decide_rows(self, table: Table) -> None:
        mine, decided = self._mine.rows[table], self._decision.rows[table]
        for key, row in self._theirs.rows[table].items():
            own = mine.get(key)
            if own != row:
                decided[key] = row if own is None else max(own, row, key=rank)

    def _notes_differ(self) -> bool:
        mine, theirs = self._sides
        return any(mine.says(key) != theirs.says(key) for key in theirs.rows)

    def _decide_notes(self) -> None:
        mine, theirs = self._sides
        undone = self._undone()
        for key in mine.rows | theirs.rows:
            if mine.says(key) != theirs.says(key) or mine.stems_from(key, undone):
                note = merge_note(mine, theirs, key, undone)
                self._decision.notes.append(note)
                self._decision.rows[NOTES][key] = note.row

    def _merged(self, table: Table) -> Rows:
        return self._mine.rows[table] | self._decision.rows[table]

    def _undone(self) -> set[str]:
        return {str(id) for (id,), row in self._merged(IMPORTS).items() if row[-1]}

    def _take_out_undone(self) -> None:
        undone = self._undone()
        for table in (READINGS, TRIGGERS):
            for key, row in self._merged(table).items():
                if not row[-1] and table.cell(row, "import_id") in undone:
                    self._decision.rows[table][key] = (*row[:-1], _TAKEN_OUT)

    def _keep_own_in_use(self) -> None:
        undone = self._undone()
        used = {
            table.cell(row, column)
            for table, column in _USES
            for row in self._merged(table).values()
            if not row[-1]
        }
        for table in (OWN_MEASURES, OWN_TRIGGERS):
            for key, row in self._merged(table).items():
                if table.cell(row, "import_id") in undone and row[-1] != _CLEARED:
                    deleted = 0 if key[0] in used else _TAKEN_OUT
                    if row[-1] != deleted:
                        self._decision.rows[table][key] = (*row[:-1], deleted)

    def _name_hidden_areas(self) -> None:
        """Bring up what only one copy has marked on a map that the other has cleared."""
        for key, row in self._merged(BODY_AREAS).items():
            body_map = self._decision.rows[BODY_MAPS].get(key[:1])
            if not row[-1] and body_map is not None and body_map[-1]:
                self._decision.rows[BODY_AREAS][key] = row

    def _count_areas(self) -> None:
        maps, readings = self._merged(BODY_MAPS), self._merged(READINGS)
        areas = Counter(
            BODY_AREAS.day(row) for row in self._merged(BODY_AREAS).values() if not row[-1]
        )
        for day in self._days_of_other_maps():
            body_map, own = maps.get((day,)), readings.get((PAIN_AREAS, day))
            if body_map is not None:  # else the number came from a file, without a map
                counted = _counted(body_map, own, areas[day])
                if counted is not None:
                    self._decision.rows[READINGS][PAIN_AREAS, day] = counted

    def _days_of_other_maps(self) -> set[int | None]:
        rows = self._decision.rows
        days = {table.day(row) for table in (BODY_MAPS, BODY_AREAS) for row in rows[table].values()}
        return days | {
            READINGS.day(row)
            for (measure, _), row in rows[READINGS].items()
            if measure == PAIN_AREAS
        }


def _counted(body_map: Row, own: Row | None, areas: int) -> Row | None:
    """Derive the reading from the map; it keeps the later stamp of those that stood."""
    if body_map[-1]:
        return own and (*own[:-1], _CLEARED)
    (day, origin, *when), stamp = body_map[:-2], (own or body_map)[-2]
    return (PAIN_AREAS, day, float(areas), origin, None, *when, stamp, 0)


_USES = ((READINGS, "measure"), (MOMENTS, "measure"), (TRIGGERS, "trigger_id"))
