"""What a journal held before: the rows as they stand, and the history that its triggers wrote."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, literal_column, select

from fibrojournal.journal.clock import Stamp, stamp_of
from fibrojournal.journal.day import Day, Origin
from fibrojournal.journal.edits import PAIN_AREAS
from fibrojournal.journal.past import (
    AreaMark,
    Content,
    How,
    PastValue,
    PlaceKind,
    RemovedDay,
    intake_place,
)
from fibrojournal.storage import reading, rows
from fibrojournal.storage.copy_state import NOTE_BESIDE
from fibrojournal.storage.models import (
    BodyAreaRow,
    BodyMapRow,
    EffectRow,
    HistoryRow,
    IntakeRow,
    MomentRow,
    NoteRow,
    ReadingRow,
    Standing,
    TriggerRow,
)
from fibrojournal.storage.writing import CLEARED, TAKEN_OUT

TOGETHER_MS = 10_000
"""What was cleared within so many milliseconds before the last of a day went with it."""

State = Mapping[str, Any]  # the columns of a row, as it is or as it was
Place = tuple[PlaceKind, str]


@dataclass(frozen=True, slots=True)
class _Table:
    """Where places of one kind have their rows, and the column that tells them apart on a day."""

    row: type[Standing]
    id: str
    part: str
    """What `DayRows` calls them."""
    columns: Sequence[str]

    def cleared(self, names: Sequence[str], since: int) -> Select[Any]:
        """Ask for columns of what was cleared since a moment, in milliseconds since 1970."""
        table = self.row.__table__.c
        chosen = select(*(table[name] for name in names))
        return chosen.where(table.deleted == literal_column(str(CLEARED)), table.stamp >= since)


_TABLES: dict[PlaceKind, _Table] = {
    PlaceKind.READING: _Table(ReadingRow, "measure", "readings", rows.READING_COLUMNS),
    PlaceKind.TRIGGER: _Table(TriggerRow, "trigger_id", "triggers", rows.TRIGGER_COLUMNS),
    PlaceKind.NOTE: _Table(NoteRow, "", "notes", rows.NOTE_COLUMNS),
    PlaceKind.BODY_MAP: _Table(BodyMapRow, "", "body_maps", rows.BODY_MAP_COLUMNS),
    PlaceKind.BODY_AREA: _Table(BodyAreaRow, "area", "body_areas", rows.BODY_AREA_COLUMNS),
    PlaceKind.MOMENT: _Table(MomentRow, "id", "moments", rows.MOMENT_COLUMNS),
    PlaceKind.INTAKE: _Table(IntakeRow, "medicine_id", "intakes", rows.INTAKE_COLUMNS),
    PlaceKind.EFFECT: _Table(EffectRow, "medicine_id", "effects", rows.EFFECT_COLUMNS),
}
_KINDS = {
    **{table.row.__tablename__: kind for kind, table in _TABLES.items()},
    NOTE_BESIDE: PlaceKind.NOTE,
}
_HOW = {Origin.TYPED: How.TYPED, Origin.COPIED: How.COPIED, Origin.IMPORTED: How.IMPORTED}
_GONE = {CLEARED: How.CLEARED, TAKEN_OUT: How.IMPORT_UNDONE}


@dataclass(slots=True)
class _Line:
    """What one place held, the oldest state first; the last is the row's own, if it has one."""

    states: list[State] = field(default_factory=list)
    has_present: bool = False

    def add(self, state: State) -> None:
        """Add what came next, unless it says the same: two computers may have written it."""
        if not self.states or {**self.states[-1], "stamp": state["stamp"]} != state:
            self.states.append(state)


def past_values(connection: Connection, day: date) -> list[PastValue]:
    """Tell every change of a day, the newest first.

    A body map is told by its areas; by itself only where it never had any.
    """
    lines = _lines(connection, rows.day_number(day))
    maps = lines.get((PlaceKind.BODY_MAP, ""), _Line()).states
    areas = [place for place in lines if place[0] is PlaceKind.BODY_AREA]
    for place in areas:
        lines[place].states = [
            _in_its_map(state, maps) for state in _with_its_map(lines[place].states, maps)
        ]
    if areas:
        del lines[PlaceKind.BODY_MAP, ""]
    if maps:
        lines.pop((PlaceKind.READING, PAIN_AREAS), None)  # it counts what the map tells
    changes = [
        entry for place, line in lines.items() for entry in reversed(_in_order(day, place, line))
    ]
    return [change for _, change in sorted(changes, key=lambda entry: entry[0], reverse=True)]


def _in_order(day: date, place: Place, line: _Line) -> list[tuple[datetime, PastValue]]:
    """List the changes of a place, oldest first, each with a moment that puts it after the last.

    That is when it was entered, unless the computer's clock was set back in between.
    """
    entries: list[tuple[datetime, PastValue]] = []
    for change in _changes(day, place, line):
        reached = entries[-1][0] if entries else change.at.at
        entries.append((max(reached, change.at.at), change))
    return entries


def _lines(connection: Connection, number: int) -> dict[Place, _Line]:
    lines: dict[Place, _Line] = defaultdict(_Line)

    def line_of(kind: PlaceKind, state: State) -> _Line:
        return lines[kind, _place_id(kind, state)]

    # After a merge the past is that of several computers, and two may have replaced the same.
    past = (
        select(HistoryRow.kind, HistoryRow.before)
        .where(HistoryRow.day == number, HistoryRow.kind.in_(_KINDS))
        .group_by(HistoryRow.kind, HistoryRow.before)
        .order_by(func.json_extract(HistoryRow.before, "$.stamp"), func.min(HistoryRow.seq))
    )
    for name, before in connection.execute(past):
        state = json.loads(before)
        line = line_of(_KINDS[name], state)
        if state not in line.states:
            line.add(state)
    for kind, table in _TABLES.items():
        present = table.row.__table__
        for row in connection.execute(select(present).where(present.c.day == number)).mappings():
            line = line_of(kind, state := dict(row))
            line.add(state)
            line.has_present = True
    return lines


def _place_id(kind: PlaceKind, state: State) -> str:
    column = _TABLES[kind].id
    id: str = state[column] if column else ""
    return intake_place(id, state["slot"]) if kind is PlaceKind.INTAKE else id


def _with_its_map(areas: Sequence[State], maps: Sequence[State]) -> Sequence[State]:
    """Let an area go with its map, also where a merge brought the one without the other."""
    if areas[-1]["deleted"] or not maps[-1]["deleted"]:
        return areas
    return [*areas, {**areas[-1], **{name: maps[-1][name] for name in ("stamp", "deleted")}}]


def _in_its_map(area: State, maps: Sequence[State]) -> State:
    """Give an area when and how the body map was entered that brought it."""
    earlier = [state for state in maps if state["stamp"] <= area["stamp"]]
    brought_by = earlier[-1] if earlier else maps[0]
    return {**area, **{name: brought_by[name] for name in ("origin", *rows.ENTERED_COLUMNS)}}


def _changes(day: date, place: Place, line: _Line) -> Iterator[PastValue]:
    former: list[Content] = []
    before: Content | None = None
    for number, state in enumerate(line.states, 1):
        after = None if state["deleted"] else _content(place[0], state)
        at = rows.stamp_of_row(*_entered(state))
        if after is None:
            how, at = _GONE[state["deleted"]], _written(state, at.zone)
        elif after in former:
            how, at = How.BROUGHT_BACK, _written(state, at.zone)
        else:
            how = _HOW[Origin(state.get("origin", Origin.TYPED))]
            former.append(after)
        if before is not None or after is not None:
            stands = line.has_present and number == len(line.states)
            yield PastValue(day, *place, before, after, at, how, stands)
        before = after


def _entered(state: State) -> tuple[int, str, int]:
    return state["entered"], state["zone"], state["offset"]


def _written(state: State, zone: str) -> Stamp:
    """Tell when a row was written, by the clock of the place where its content was entered."""
    written = rows.stamp_of_row(state["stamp"], zone, state["offset"])
    try:
        return stamp_of(written.at.astimezone(ZoneInfo(zone)))
    except (LookupError, OSError, ValueError):  # no zone that this computer knows
        return written


def _content(kind: PlaceKind, state: State) -> Content:
    if kind is PlaceKind.BODY_AREA:
        entered = rows.stamp_of_row(*_entered(state))
        return AreaMark(state["intensity"], entered, Origin(state["origin"]))
    table = _TABLES[kind]
    only = {table.part: [[state[name] for name in table.columns]]}
    (day,) = rows.days_from(rows.DayRows(**{other.part: () for other in _TABLES.values()} | only))
    held: list[Content | None] = [*day.readings.values(), *day.triggers.values(), *day.moments]
    held += [*day.intakes.values(), *day.effects.values(), day.note, day.body_map]
    return next(content for content in held if content is not None)


def removed_days(connection: Connection, since: datetime) -> list[RemovedDay]:
    """Find the days that were emptied since a moment and hold nothing now, the latest first."""
    emptied: dict[int, int] = {}
    for table in _TABLES.values():
        for day, stamp in connection.execute(
            table.cleared(("day", "stamp"), rows.milliseconds(since))
        ):
            emptied[day] = max(stamp, emptied.get(day, stamp))
    if not emptied:
        return []
    noted = reading.noted_days(connection, rows.day_of(min(emptied)), rows.day_of(max(emptied)))
    removed = (
        RemovedDay(_held(connection, day, stamp), rows.moment_of(stamp))
        for day, stamp in emptied.items()
        if rows.day_of(day) not in noted
    )
    listed = (one for one in removed if one.held.is_noted)
    return sorted(listed, key=lambda one: one.at, reverse=True)


def _held(connection: Connection, day: int, gone: int) -> Day:
    """Read what a day held until all of it was cleared at once."""
    found = {
        table.part: connection.execute(
            table.cleared(table.columns, gone - TOGETHER_MS).where(table.row.__table__.c.day == day)
        )
        for table in _TABLES.values()
    }
    (held,) = rows.days_from(rows.DayRows(**found))
    return held
