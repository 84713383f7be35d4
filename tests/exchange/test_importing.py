from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fibrojournal.exchange.columns import column_option
from fibrojournal.exchange.demo import create_demo
from fibrojournal.exchange.exporting import export_file
from fibrojournal.exchange.importing import Outcome, Source, import_file
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Event, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    SetEvent,
    SetNote,
    SetReading,
    SetSetting,
    SetTrigger,
    set_own,
)
from fibrojournal.journal.errors import BadFile, JournalError, JournalMissing
from fibrojournal.journal.measures import Scale
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.batch import ImportResult
from fibrojournal.storage.journal_file import JournalFile

NOW = Stamp(datetime(2025, 6, 15, 18, tzinfo=UTC), "UTC", 0)
DAY = date(2025, 3, 1)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.fjnl"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "diary.csv"
    file.write_text(
        "day,pain,travel,note,shoes\n2025-03-01,4,1,fine,41\n2025-03-02,,0,,\n", encoding="utf-8"
    )
    return file


def bring(
    file: Path, journal: Path, columns: Sequence[str] = (), *, dry_run: bool = False
) -> Outcome:
    options = [column_option(column) for column in columns]
    source = Source(file, options, date(2025, 6, 15), NOW)
    return import_file(source, journal, dry_run=dry_run)


def archive_of(journal: Path) -> bytes:
    out = journal.with_suffix(".json")
    export_file(journal, out, "json")
    return out.read_bytes()


def test_a_journal_is_begun_where_there_is_none(journal: Path, table: Path) -> None:
    outcome = bring(table, journal)
    assert outcome.unmapped == ("shoes",)
    assert (outcome.result.days_added, outcome.result.answers_added) == (1, 4)
    with JournalFile.open(journal) as opened:
        day = opened.day(DAY)
        assert day.value("pain") == 4.0
        assert day.readings["pain"].origin is Origin.IMPORTED
        assert opened.day(date(2025, 3, 2)).triggers["travel"].ticked is False


def test_the_same_file_again_adds_nothing(journal: Path, table: Path) -> None:
    bring(table, journal)
    assert bring(table, journal).result == ImportResult(None, 0, 0, 0)


@pytest.mark.parametrize("exists", [True, False])
def test_a_dry_run_tells_the_same_and_writes_nothing(
    journal: Path, table: Path, *, exists: bool
) -> None:
    if exists:
        JournalFile.create(journal).close()
    dry = bring(table, journal, dry_run=True)
    assert journal.exists() is exists
    if exists:
        assert b'"days": [\n]' in archive_of(journal)
    real = bring(table, journal)
    assert dry == replace(real, result=replace(real.result, import_id=None))


def test_a_file_that_is_refused_begins_no_journal(journal: Path, table: Path) -> None:
    table.write_text("day,pain\n2025-03-01,11\n", encoding="utf-8")
    with pytest.raises(BadFile):
        bring(table, journal)
    assert not journal.exists()


def test_an_import_that_breaks_begins_no_journal(
    journal: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(JournalFile, "bring_in", full)
    with pytest.raises(JournalError):
        bring(table, journal)
    assert not journal.exists()


def test_a_row_in_the_middle_that_is_refused_leaves_the_journal_as_it_was(
    journal: Path, table: Path
) -> None:
    bring(table, journal)
    before = archive_of(journal)
    table.write_text("day,pain\n2025-03-05,1\n2025-03-06,11\n", encoding="utf-8")
    with pytest.raises(BadFile):
        bring(table, journal)
    assert archive_of(journal) == before


def test_an_import_that_is_undone_leaves_the_archive_as_it_was(journal: Path, table: Path) -> None:
    create_demo(journal, 40)
    before = archive_of(journal)
    outcome = bring(table, journal, ["shoes=own:shoes:0..100"])
    assert archive_of(journal) != before
    assert outcome.result.import_id is not None
    with JournalFile.open(journal) as opened:
        opened.take_out(outcome.result.import_id)
    assert archive_of(journal) == before


def test_an_archive_fills_an_empty_journal_as_it_was(tmp_path: Path, journal: Path) -> None:
    create_demo(journal, 60)
    before, copy = archive_of(journal), tmp_path / "copy.fjnl"
    dry = bring(journal.with_suffix(".json"), copy, dry_run=True)
    assert not copy.exists()
    assert bring(journal.with_suffix(".json"), copy) == dry
    assert dry.result.import_id is None
    with JournalFile.open(copy) as opened:
        assert dry.result.days_added == len(opened.days(date.min, date.max))
        assert opened.problems() == []
    assert archive_of(copy) == before


def test_an_archive_fills_a_journal_that_holds_nothing(tmp_path: Path, journal: Path) -> None:
    create_demo(journal, 30)
    before, copy = archive_of(journal), tmp_path / "copy.fjnl"
    JournalFile.create(copy).close()
    bring(journal.with_suffix(".json"), copy, dry_run=True)
    assert b'"days": [\n]' in archive_of(copy)
    bring(journal.with_suffix(".json"), copy)
    assert archive_of(copy) == before


def test_the_same_archive_again_adds_and_leaves_out_nothing(journal: Path) -> None:
    create_demo(journal, 60)
    archive_of(journal)
    again = bring(journal.with_suffix(".json"), journal)
    assert again == Outcome(ImportResult(None, 0, 0, 0))


def test_an_archive_gives_way_to_answers_by_hand(tmp_path: Path, journal: Path) -> None:
    other = tmp_path / "other.fjnl"
    with JournalFile.create(other) as opened:
        opened.save([set_own(own_measure("own:cold", "Cold"))])
        opened.save([SetSetting("day_ends_at", "5")])
        event = Event("e1", "infection", "A cold", DAY, None, NOW)
        opened.save(
            [
                SetReading(DAY, "pain", Reading(2.0, NOW)),
                SetReading(DAY, "stress", Reading(3.0, NOW)),
                SetReading(DAY, "own:cold", Reading(4.0, NOW)),
                SetReading(DAY, "fog", Reading(5.0, NOW, Origin.COPIED)),
                SetTrigger(DAY, "travel", TriggerAnswer(ticked=True, entered=NOW, strength=2)),
                SetNote(DAY, Note("from there", NOW)),
                SetEvent("e1", event),
            ]
        )
    with JournalFile.create(journal) as opened:
        opened.save([SetReading(DAY, "pain", Reading(7.0, NOW))])
    archive_of(other)
    outcome = bring(other.with_suffix(".json"), journal)
    assert outcome.unmapped == ("copied", "events", "settings", "strength")
    assert (outcome.result.answers_added, outcome.result.kept) == (4, 1)
    with JournalFile.open(journal) as opened:
        day = opened.day(DAY)
        assert {id: reading.value for id, reading in day.readings.items()} == {
            "pain": 7.0,
            "stress": 3.0,
            "own:cold": 4.0,
        }
        assert day.note is not None
        assert day.note.text == "from there"
        assert opened.questions().measure("own:cold") is not None
        assert outcome.result.import_id is not None
        opened.take_out(outcome.result.import_id)
        assert opened.day(DAY).readings.keys() == {"pain"}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (own_measure("own:x", "X", scale=Scale(1, 5)), own_measure("own:x", "X")),
        (own_trigger("own:x", "X"), own_measure("own:x", "X")),
        (own_measure("own:x", "X"), own_trigger("own:x", "X")),
    ],
)
def test_an_own_id_that_means_something_else_is_refused(
    tmp_path: Path, journal: Path, here: object, there: object
) -> None:
    other = tmp_path / "other.fjnl"
    for path, own in ((journal, here), (other, there)):
        with JournalFile.create(path) as opened:
            opened.save([set_own(own)])  # type: ignore[arg-type]  # one of the two kinds
            opened.save([SetReading(DAY, "pain", Reading(7.0, NOW))])
    archive_of(other)
    with pytest.raises(BadFile, match=r"something else under the same id"):
        bring(other.with_suffix(".json"), journal)


def test_own_ids_that_mean_the_same_are_no_hindrance(tmp_path: Path, journal: Path) -> None:
    other = tmp_path / "other.fjnl"
    for path in (journal, other):
        with JournalFile.create(path) as opened:
            opened.save([set_own(own_measure("own:x", "X"))])
            opened.save([set_own(own_trigger("own:y", "Y"))])
    with JournalFile.open(other) as opened:
        opened.save([SetReading(DAY, "own:x", Reading(7.0, NOW))])
    archive_of(other)
    assert bring(other.with_suffix(".json"), journal).result.answers_added == 1


def test_an_export_needs_a_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalMissing):
        export_file(tmp_path / "none.fjnl", tmp_path / "out.json", "json")
    assert list(tmp_path.iterdir()) == []
