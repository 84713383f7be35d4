from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from fibrojournal.exchange.csv_reader import read_csv
from fibrojournal.exchange.csv_writer import csv_parts
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Note, Reading, TriggerAnswer
from fibrojournal.journal.imported import ImportedDay
from fibrojournal.journal.questions import Questions, own_measure, own_trigger
from fibrojournal.storage.snapshot import Snapshot
from tests.exchange.diaries import snapshots

NOW = Stamp(datetime(2025, 3, 1, 20, tzinfo=UTC), "UTC", 0)


def text_of(snapshot: Snapshot) -> str:
    return "".join(csv_parts(snapshot))


def test_a_row_a_day_and_a_column_for_what_has_answers() -> None:
    snapshot = Snapshot(
        days=(
            Day(
                date(2025, 3, 1),
                readings={"own:cold": Reading(2.5, NOW), "pain": Reading(6.0, NOW)},
                triggers={
                    "unwell": TriggerAnswer(ticked=False, entered=NOW),
                    "own:wind": TriggerAnswer(ticked=True, entered=NOW),
                },
            ),
            Day(
                date(2025, 3, 3),
                readings={"stress": Reading(0.0, NOW)},
                note=Note('Rain, "wind"', NOW),
            ),
        ),
        own_measures=(own_measure("own:cold", "Cold"), own_measure("own:idle", "Idle")),
        own_triggers=(own_trigger("own:wind", "Wind"),),
    )
    assert text_of(snapshot).split("\r\n") == [
        "day,pain,stress,own:cold,unwell,own:wind:trigger,note",
        "2025-03-01,6,,2.5,0,1,",
        '2025-03-03,,0,,,,"Rain, ""wind"""',
        "",
    ]


def test_an_empty_journal_is_a_header() -> None:
    assert text_of(Snapshot()) == "day,note\r\n"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(snapshot=snapshots())
def test_an_import_reads_what_an_export_wrote(tmp_path: Path, snapshot: Snapshot) -> None:
    # A file of text cannot hold a nought, and a note of blanks is no note in a table.
    days = tuple(
        replace(day, note=None)
        if day.note and ("\0" in day.note.text or not day.note.text.strip())
        else day
        for day in snapshot.days
    )
    if not any(day.readings or day.triggers or day.note for day in days):
        return
    text = text_of(replace(snapshot, days=days))
    file = tmp_path / "diary.csv"
    file.write_bytes(text.encode())
    found = read_csv(
        file,
        options=(),
        questions=Questions(snapshot.own_measures, snapshot.own_triggers),
        today=date(2025, 6, 15),
        entered=NOW,
    )
    assert found.unmapped == ()
    written = {
        day.date: ImportedDay(
            {id: reading.value for id, reading in day.readings.items()},
            {id: answer.ticked for id, answer in day.triggers.items()},
            None if day.note is None else day.note.text,
        )
        for day in days
    }
    nothing = ImportedDay()
    assert found.batch.days == {
        day: content
        for day, content in written.items()
        if content != nothing or day in found.batch.days
    }
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == len(days) + 1
