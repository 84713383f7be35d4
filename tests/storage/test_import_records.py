"""Imports as wholes: looked into, brought in and taken out by an edit, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fibrojournal.journal.day import Note, Origin
from fibrojournal.journal.edits import SetImport, SetNote, SetReading
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.imported import ImportBatch, ImportedDay
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.batch import Clash, ImportLook
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from tests.storage.build import (
    DAY,
    EVENING,
    NEXT_EVENING,
    after,
    answer,
    batch,
    chip,
    said,
    words,
)


def content(journal: JournalFile) -> Snapshot:
    """All that the journal holds, but for its list of imports."""
    return replace(journal.snapshot(), imports=())


def test_a_look_tells_what_would_come_and_what_stands(journal: JournalFile) -> None:
    journal.save([answer("pain", 4), chip("travel", ticked=True), words("mine")])
    file = batch(
        d0=said(pain=6, stress=2, travel=False, note="theirs"), d1=said(pain=3), d2=said(note="sea")
    )

    look = journal.look_into(file)

    clashes = (
        Clash(DAY, "note", "mine", "theirs"),
        Clash(DAY, "pain", 4.0, 6.0),
        Clash(DAY, "travel", mine=True, theirs=False),
    )
    assert look == ImportLook(days=3, answers=2, notes=1, here=1, clashes=clashes)
    assert journal.bring_in(file).answers_added == look.answers + look.notes


def test_a_look_into_nothing_is_empty(journal: JournalFile) -> None:
    assert journal.look_into(ImportBatch("no.csv", EVENING, {})) == ImportLook(0, 0, 0, 0, ())


def test_a_file_wins_only_where_it_was_let(journal: JournalFile) -> None:
    journal.save([answer("pain", 4), answer("stress", 1), words("mine")])
    over = frozenset({(DAY, "pain"), (DAY, "note")})
    file = replace(batch(d0=said(pain=6, stress=2, note="theirs")), over=over)

    assert journal.look_into(file).answers == 1
    assert journal.bring_in(file).kept == 1

    day = journal.day(DAY)
    assert (day.value("pain"), day.value("stress")) == (6, 1)
    assert day.note == Note("theirs", EVENING, Origin.IMPORTED, file.id)


def test_taking_out_brings_back_what_a_file_was_let_win_over(journal: JournalFile) -> None:
    journal.save([answer("pain", 4), chip("travel", ticked=True), words("mine")])
    before = content(journal)
    over = frozenset({(DAY, "pain"), (DAY, "note"), (DAY, "travel")})
    file = replace(batch(d0=said(pain=6, travel=False, note="theirs"), d1=said(pain=1)), over=over)
    journal.bring_in(file)

    journal.take_out(file.id)

    assert content(journal) == before


def test_a_hand_that_came_after_the_file_is_no_place_to_go_back_to(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    file = replace(batch(d0=said(pain=6)), over=frozenset({(DAY, "pain")}))
    journal.bring_in(file)
    brought = journal.day(DAY).readings["pain"]
    journal.save([answer("pain", 9)])
    journal.save([SetReading(DAY, "pain", brought)])

    journal.take_out(file.id)

    assert journal.day(DAY).value("pain") == 4


def test_an_edit_brings_an_import_in_and_takes_it_out_as_often_as_wanted(
    journal: JournalFile,
) -> None:
    journal.save([answer("pain", 4)])
    before = content(journal)
    own = (own_measure("own:cold_hands", "Cold hands"), own_trigger("own:coffee", "Coffee"))
    file = replace(batch(*own, d0=said(pain=6, fog=2), d3=said()), over=frozenset({(DAY, "pain")}))
    days = {**file.days, after(1): ImportedDay({"own:cold_hands": 3}, {"own:coffee": True})}
    edit = SetImport(replace(file, days=days), is_in=True)
    after_first = None

    for _turn in range(3):
        journal.save([edit, edit, SetNote(after(9), Note("beside", NEXT_EVENING))])
        after_first = after_first or content(journal)
        assert content(journal) == after_first
        assert journal.day(DAY).value("pain") == 6
        journal.save([edit.inverse, SetNote(after(9), None), edit.inverse])
        assert content(journal) == before


def test_what_was_brought_can_be_read_back_and_comes_in_as_it_was(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    own = (own_measure("own:cold_hands", "Cold hands"), own_trigger("own:coffee", "Coffee"))
    first = ImportedDay({"own:cold_hands": 3, "pain": 6}, {"own:coffee": True})
    file = replace(batch(*own, d0=first, d2=said(note="sea")), over=frozenset({(DAY, "pain")}))
    journal.bring_in(file)
    brought = content(journal)

    found = journal.import_batch(file.id)
    assert (found.id, found.file_name, found.entered) == (file.id, file.file_name, file.entered)
    assert found.days == file.days
    journal.save([SetImport(found, is_in=False)])
    journal.save([SetImport(found, is_in=True)])

    assert content(journal) == brought


def test_an_import_that_was_taken_out_cannot_be_read_back(journal: JournalFile) -> None:
    file = batch(d0=said(pain=1))
    journal.bring_in(file)
    journal.take_out(file.id)
    with pytest.raises(JournalError, match="undone before"):
        journal.import_batch(file.id)


def test_recent_imports_are_listed_the_latest_first(journal: JournalFile) -> None:
    old = ImportBatch("old.csv", EVENING, {DAY: said(pain=1)})
    new = ImportBatch("new.csv", NEXT_EVENING, {after(1): said(pain=2)})
    gone = ImportBatch("gone.csv", NEXT_EVENING, {after(2): said(pain=3)})
    for file in (old, new, gone):
        journal.bring_in(file)
    journal.take_out(gone.id)

    assert journal.imports_since(EVENING.at - timedelta(seconds=1)) == [
        ImportRecord(new.id, "new.csv", NEXT_EVENING),
        ImportRecord(old.id, "old.csv", EVENING),
    ]
    assert [one.id for one in journal.imports_since(EVENING.at + timedelta(hours=1))] == [new.id]


def test_a_day_of_a_file_counts_its_answers() -> None:
    assert said(pain=1, travel=False, note="x").count == 3
