"""Reads the days of a CSV file: strict about what it cannot understand, and free of guesses.

A row that makes no sense ends the reading with its line number; the sentence never quotes what
stands in the file, as it may be shown or logged.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from fibrojournal.exchange.columns import (
    Column,
    ColumnOption,
    Layout,
    MeasureColumn,
    TriggerColumn,
    is_known_name,
    layout,
)
from fibrojournal.exchange.table import Row, Table, open_table
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _, plain_number

FIRST_DAY = date(1900, 1, 1)

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*+|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """What a file holds for the journal, and the names of the columns that were left out."""

    batch: ImportBatch
    unmapped: tuple[str, ...]


def read_csv(
    path: Path,
    *,
    options: Sequence[ColumnOption],
    questions: Questions,
    today: date,
    entered: Stamp,
) -> CsvFile:
    """Read a CSV file; days after `today` are refused. Raises BadFile."""
    known = partial(is_known_name, options=options, questions=questions)
    with open_table(path, known) as table:
        plan = layout(table.header, options, questions)
        days = _days(table, plan, today)
    return CsvFile(ImportBatch(file_name(path), entered, days, plan.new), plan.unmapped)


def file_name(path: Path) -> str:
    """Return a file's name as text, even where its bytes are none."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _days(table: Table, plan: Layout, today: date) -> dict[date, ImportedDay]:
    days: dict[date, ImportedDay] = {}
    lines: dict[date, int] = {}
    for row in table.rows:
        if len(row.cells) != len(table.header):
            raise _wrong_width(row, len(table.header))
        day = _day(row, plan.day, today)
        if day in lines:
            raise BadFile(
                _("Line {line} repeats the day of line {first}.").format(
                    line=row.line, first=lines[day]
                ),
                line=row.line,
            )
        lines[day] = row.line
        days[day] = _content(row, plan.columns, decimal_comma=table.separator != ",")
    if not days:
        raise BadFile(_("The file has no rows below its header."))
    return days


def _wrong_width(row: Row, width: int) -> BadFile:
    return BadFile(
        _("Line {line} has {count} cells where the header has {width}.").format(
            line=row.line, count=len(row.cells), width=width
        ),
        line=row.line,
    )


def _day(row: Row, column: int, today: date) -> date:
    text = row.cells[column].strip()
    try:
        day = date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise BadFile(
            _("Line {line} has no date such as 2025-03-01 in column {column}.").format(
                line=row.line, column=column + 1
            ),
            line=row.line,
        )
    if day > today:
        raise BadFile(_("Line {line} is of a day to come.").format(line=row.line), line=row.line)
    if day < FIRST_DAY:
        raise BadFile(
            _("Line {line} is of a day before {year}.").format(line=row.line, year=FIRST_DAY.year),
            line=row.line,
        )
    return day


def _content(row: Row, columns: Sequence[Column], *, decimal_comma: bool) -> ImportedDay:
    readings: dict[str, float] = {}
    triggers: dict[str, bool] = {}
    note: str | None = None
    for column, cell in _filled(row, columns):
        number = partial(_number, row.line, column.index, cell, decimal_comma=decimal_comma)
        if isinstance(column, MeasureColumn):
            readings[column.id] = _rating(row.line, column, number)
        elif isinstance(column, TriggerColumn):
            triggers[column.id] = _tick(row.line, column.index, number)
        else:
            note = cell
    return ImportedDay(readings, triggers, note)


def _filled(row: Row, columns: Sequence[Column]) -> Iterator[tuple[Column, str]]:
    for column in columns:
        cell = row.cells[column.index]
        if cell.strip():
            yield column, cell


def _number(line: int, column: int, cell: str, *, decimal_comma: bool) -> float:
    text = cell.strip()
    if decimal_comma and "." not in text:
        text = text.replace(",", ".")
    if _NUMBER.fullmatch(text) is None:
        raise _in_cell(_("Line {line}, column {column}: this is not a number."), line, column)
    # Adding 0.0 turns -0.0 into 0.0.
    return float(text) + 0.0


def _rating(line: int, column: MeasureColumn, number: Callable[[], float]) -> float:
    value = number()
    if not column.scale.holds(value):
        raise _in_cell(
            _("Line {line}, column {column}: the value is not on the scale {low} to {high}."),
            line,
            column.index,
            low=plain_number(column.scale.low),
            high=plain_number(column.scale.high),
        )
    return column.converted(value)


def _tick(line: int, column: int, number: Callable[[], float]) -> bool:
    value = number()
    if value not in (0.0, 1.0):
        raise _in_cell(_("Line {line}, column {column}: a trigger is 1, 0 or empty."), line, column)
    return value == 1.0


def _in_cell(sentence: str, line: int, column: int, **values: str) -> BadFile:
    return BadFile(sentence.format(line=line, column=column + 1, **values), line=line)
