"""From a table and what its columns become, to days: with every row that needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from statistics import fmean

from fibrojournal.exchange.cells import is_empty, number, yes_or_no
from fibrojournal.exchange.csv_reader import FIRST_DAY
from fibrojournal.exchange.dates import Order, parse_date
from fibrojournal.exchange.guesses import (
    DAY,
    LEAVE_OUT,
    NOTE,
    OWN_QUESTION,
    OWN_TRIGGER,
    Role,
    measure_of,
    trigger_of,
)
from fibrojournal.exchange.sheet import Sheet
from fibrojournal.exchange.table import Row
from fibrojournal.exchange.ways import Way
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger


class Kind(Enum):
    """What is the matter with a row."""

    NO_DATE = "no date"
    FUTURE = "future"
    TOO_OLD = "too old"
    ODD = "odd"
    OFF_SCALE = "off scale"
    NOT_READ = "not read"
    AGAIN = "again"


class Remedy(Enum):
    """What becomes of it."""

    LEFT_OUT = "left out"
    BLANK = "blank"
    NEAREST = "nearest"
    FIRST = "first"
    LAST = "last"
    MEAN = "mean"


REMEDIES: dict[Kind, tuple[Remedy, ...]] = {
    Kind.NO_DATE: (Remedy.LEFT_OUT,),
    Kind.FUTURE: (Remedy.LEFT_OUT,),
    Kind.TOO_OLD: (Remedy.LEFT_OUT,),
    Kind.ODD: (Remedy.LEFT_OUT,),
    Kind.OFF_SCALE: (Remedy.BLANK, Remedy.NEAREST, Remedy.LEFT_OUT),
    Kind.NOT_READ: (Remedy.BLANK, Remedy.LEFT_OUT),
    Kind.AGAIN: (Remedy.FIRST, Remedy.LAST, Remedy.MEAN),
}
"""What the person can choose from; the first holds until they do."""

Place = tuple[int, int]
"""The line of a row, and the column; -1 where it is the row as a whole."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row, or a cell of it, that needs a look."""

    kind: Kind
    line: int
    column: int
    cell: str
    day: date | None = None
    remedy: Remedy = Remedy.LEFT_OUT

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Plan:
    """A table with all that the person chose."""

    sheet: Sheet
    roles: tuple[Role, ...]
    order: Order = Order.DAY_FIRST
    remedies: Mapping[Place, Remedy] = field(default_factory=dict)
    over: frozenset[tuple[date, str]] = frozenset()
    several: Remedy = Remedy.FIRST
    """What becomes of several rows of one day, where nothing else was chosen for one."""

    @property
    def day_column(self) -> int | None:
        """Where the days stand."""
        return next((at for at, role in enumerate(self.roles) if role.target == DAY), None)

    def with_role(self, column: int, role: Role) -> Plan:
        """Return the plan with another role of a column; two columns never become the same."""
        is_one = role.target not in (LEAVE_OUT, OWN_QUESTION, OWN_TRIGGER)
        roles = [
            Role() if is_one and other.target == role.target else other for other in self.roles
        ]
        roles[column] = role
        return replace(self, roles=tuple(roles), over=frozenset())


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a plan comes to."""

    batch: ImportBatch
    troubles: tuple[Trouble, ...]
    filled: tuple[int, ...]
    """How many values each column gives."""


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    id: str
    measure: Measure | None = None
    way: Way | None = None
    is_note: bool = False


def draw(plan: Plan, questions: Questions, today: date, entered: Stamp) -> Drawn:
    """Make the days of a plan."""
    columns, own = _columns(plan, questions)
    troubles = [
        Trouble(Kind.ODD, line, -1, "", remedy=Remedy.LEFT_OUT) for line in plan.sheet.odd_lines
    ]
    filled = [0] * len(plan.roles)
    days: dict[date, list[ImportedDay]] = {}
    for row in plan.sheet.rows:
        day = _day(plan, row, today, troubles)
        if day is None:
            continue
        said = _said(plan, row, columns, troubles, filled)
        if said is None:
            continue
        former = days.setdefault(day, [])
        if former and said.count:
            remedy = plan.remedies.get((row.line, -1), plan.several)
            troubles.append(Trouble(Kind.AGAIN, row.line, -1, "", day, remedy))
            if remedy is Remedy.MEAN:
                former.append(said)
            elif remedy is Remedy.LAST:
                former[:] = [said]
        elif said.count:
            former.append(said)
    joined = {day: _joined(parts) for day, parts in days.items() if parts}
    batch = ImportBatch(plan.sheet.name, entered, joined, own, over=plan.over)
    return Drawn(batch, tuple(sorted(troubles, key=lambda one: one.place)), tuple(filled))


def _columns(
    plan: Plan, questions: Questions
) -> tuple[list[_Column], tuple[Measure | Trigger, ...]]:
    columns: list[_Column] = []
    own: list[Measure | Trigger] = []
    for at, (role, name) in enumerate(zip(plan.roles, plan.sheet.header, strict=True)):
        if role.target == NOTE:
            columns.append(_Column(at, NOTE, is_note=True))
            continue
        measure = measure_of(role.target, name, questions)
        trigger = trigger_of(role.target, name, questions)
        if measure is not None:
            columns.append(_Column(at, measure.id, measure, role.way or Way(measure.scale)))
        elif trigger is not None:
            columns.append(_Column(at, trigger.id))
        if role.target in (OWN_QUESTION, OWN_TRIGGER):
            own += [one for one in (measure, trigger) if one is not None]
    return columns, tuple(own)


def _day(plan: Plan, row: Row, today: date, troubles: list[Trouble]) -> date | None:
    at = plan.day_column
    if at is None:
        return None
    cell = row.cells[at].strip()
    day = parse_date(cell, plan.order)
    kind = None
    if day is None:
        kind = Kind.NO_DATE
    elif day > today:
        kind = Kind.FUTURE
    elif day < FIRST_DAY:
        kind = Kind.TOO_OLD
    if kind is None:
        return day
    troubles.append(Trouble(kind, row.line, -1, cell, day))
    return None


def _said(
    plan: Plan, row: Row, columns: Sequence[_Column], troubles: list[Trouble], filled: list[int]
) -> ImportedDay | None:
    """Read a row; None where it is left out as a whole."""
    readings: dict[str, float] = {}
    triggers: dict[str, bool] = {}
    notes: list[str] = []
    gave: list[int] = []
    for column in columns:
        cell = row.cells[column.at].strip()
        if is_empty(cell) and not (column.is_note and cell):
            continue
        if column.is_note:
            notes.append(cell)
        elif column.measure is not None:
            value = _value(plan, row, column, column.measure, troubles)
            if value is None:
                continue
            readings[column.id] = value
        else:
            ticked = _tick(plan, cell)
            if ticked is None:
                _note_trouble(plan, Kind.NOT_READ, row, column, troubles)
                continue
            triggers[column.id] = ticked
        gave.append(column.at)
    if any(
        trouble.line == row.line and trouble.column >= 0 and trouble.remedy is Remedy.LEFT_OUT
        for trouble in _last_of(row, troubles)
    ):
        return None
    for at in gave:
        filled[at] += 1
    return ImportedDay(readings, triggers, "\n".join(notes) or None)


def _last_of(row: Row, troubles: Sequence[Trouble]) -> Iterator[Trouble]:
    for trouble in reversed(troubles):
        if trouble.line != row.line:
            return
        yield trouble


def _value(
    plan: Plan, row: Row, column: _Column, measure: Measure, troubles: list[Trouble]
) -> float | None:
    way = column.way or Way(measure.scale)
    found = way.plain(row.cells[column.at], decimal_comma=plan.sheet.decimal_comma)
    if found is None:
        _note_trouble(plan, Kind.NOT_READ, row, column, troubles)
        return None
    if way.holds(found, measure):
        return way.onto(found, measure)
    remedy = _note_trouble(plan, Kind.OFF_SCALE, row, column, troubles)
    if remedy is not Remedy.NEAREST:
        return None
    if way.scale is not None:
        return way.onto(min(max(found, way.scale.low), way.scale.high), measure)
    return min(max(way.onto(found, measure), measure.scale.low), measure.scale.high)


def _tick(plan: Plan, cell: str) -> bool | None:
    said = yes_or_no(cell)
    if said is not None:
        return said
    found = number(cell, decimal_comma=plan.sheet.decimal_comma)
    return None if found is None else found > 0


def _note_trouble(
    plan: Plan, kind: Kind, row: Row, column: _Column, troubles: list[Trouble]
) -> Remedy:
    remedy = plan.remedies.get((row.line, column.at), REMEDIES[kind][0])
    cell = row.cells[column.at].strip()
    troubles.append(Trouble(kind, row.line, column.at, cell, remedy=remedy))
    return remedy


def _joined(parts: Sequence[ImportedDay]) -> ImportedDay:
    """Make one day of several rows: the mean of ratings, any tick, every note."""
    if len(parts) == 1:
        return parts[0]
    ids = dict.fromkeys(id for part in parts for id in part.readings)
    ticks = dict.fromkeys(id for part in parts for id in part.triggers)
    notes = dict.fromkeys(part.note for part in parts if part.note)
    return ImportedDay(
        {id: fmean(part.readings[id] for part in parts if id in part.readings) for id in ids},
        {id: any(part.triggers.get(id, False) for part in parts) for id in ticks},
        "\n".join(notes) or None,
    )
