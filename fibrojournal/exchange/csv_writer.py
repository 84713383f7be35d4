"""Writes a journal as CSV: a row a day, a column for each measure and trigger that has answers.

Own triggers are headed `own:cold_wind:trigger`, so that an import can tell them from measures.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from fibrojournal.exchange.columns import DAY, NOTE, TRIGGER_MARK
from fibrojournal.exchange.numbers import number_text
from fibrojournal.journal.check_in_measures import CHECK_IN_MEASURES
from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import MEASURES
from fibrojournal.journal.questions import is_own_id
from fibrojournal.journal.triggers import TRIGGERS
from fibrojournal.storage.snapshot import Snapshot

_Cell = Callable[[Day], str]


def csv_parts(snapshot: Snapshot) -> Iterator[str]:
    """Yield the lines of the CSV file: the header, then the days in order."""
    columns = _columns(snapshot)
    yield _line(columns)
    for day in snapshot.days:
        yield _line(cell(day) for cell in columns.values())


def _columns(snapshot: Snapshot) -> dict[str, _Cell]:
    measures = {id for day in snapshot.days for id in day.readings}
    triggers = {id for day in snapshot.days for id in day.triggers}
    measure_order = [
        measure.id for measure in (*MEASURES, *CHECK_IN_MEASURES, *snapshot.own_measures)
    ]
    trigger_order = [trigger.id for trigger in (*TRIGGERS, *snapshot.own_triggers)]
    return (
        {DAY: _date}
        | {id: _reading(id) for id in measure_order if id in measures}
        | {_trigger_name(id): _trigger(id) for id in trigger_order if id in triggers}
        | {NOTE: _note}
    )


def _trigger_name(id: str) -> str:
    return id + TRIGGER_MARK if is_own_id(id) else id


def _date(day: Day) -> str:
    return day.date.isoformat()


def _reading(id: str) -> _Cell:
    def cell(day: Day) -> str:
        value = day.value(id)
        return "" if value is None else number_text(value)

    return cell


def _trigger(id: str) -> _Cell:
    def cell(day: Day) -> str:
        answer = day.triggers.get(id)
        return "" if answer is None else str(int(answer.ticked))

    return cell


def _note(day: Day) -> str:
    return "" if day.note is None else day.note.text


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    # With "\n" as the line's end, Python 3.11 would leave a note with a "\r" unquoted.
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()
