from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal.journal.day import Event
from fibrojournal.journal.edits import Edit, SetEvent, SetSetting, set_own
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.questions import own_measure
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import DAY, EVENING, after, answer, batch, body_map, chip, said, scratch
from tests.storage.strategies import edits, snapshots


def test_an_empty_journal_has_an_empty_snapshot(journal: JournalFile) -> None:
    assert journal.snapshot() == Snapshot()


def test_a_day_that_was_only_offered_triggers_is_in_the_snapshot(journal: JournalFile) -> None:
    journal.save([chip("travel", ticked=False)])
    assert [day.date for day in journal.snapshot().days] == [DAY]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(snapshots())
def test_a_snapshot_comes_back_as_it_was(snapshot: Snapshot) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        journal.restore_snapshot(snapshot)
        assert journal.snapshot() == snapshot
        assert journal.is_sample == snapshot.is_sample
        assert journal.problems() == []


@settings(max_examples=20, deadline=None)
@given(st.lists(edits, max_size=10))
def test_a_journal_that_was_written_in_comes_back_as_it_was(changes: list[Edit]) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        for edit in changes:
            journal.save([edit])
        with JournalFile.create(path.with_name("copy.fjnl")) as copy:
            copy.restore_snapshot(journal.snapshot())
            assert copy.snapshot() == journal.snapshot()


def test_an_undone_import_stays_undone_and_one_that_is_in_can_be_undone(
    journal: JournalFile,
) -> None:
    first, second = batch(d0=said(pain=1)), batch(d1=said(pain=2))
    journal.bring_in(first)
    journal.bring_in(second)
    journal.take_out(first.id)
    with scratch() as path, JournalFile.create(path) as copy:
        copy.restore_snapshot(journal.snapshot())
        with pytest.raises(JournalError, match="undone before"):
            copy.take_out(first.id)
        assert copy.take_out(second.id) == 1
        assert copy.noted_span() is None


FULL = [
    [answer("pain", 1)],
    [chip("travel", ticked=False)],
    [body_map()],
    [SetEvent("e", Event("e", "other", "x", DAY, None, EVENING))],
]


@pytest.mark.parametrize("content", FULL)
def test_a_journal_with_entries_is_not_overwritten(
    journal: JournalFile, content: list[Edit]
) -> None:
    journal.save(content)
    before = journal.snapshot()
    with pytest.raises(JournalError, match="holds entries already"):
        journal.restore_snapshot(Snapshot(settings={"today": "pain"}))
    assert journal.snapshot() == before


def test_added_questions_and_settings_are_entries_too(journal: JournalFile) -> None:
    journal.save([SetSetting("today", "pain")])
    with pytest.raises(JournalError, match="holds entries already"):
        journal.restore_snapshot(Snapshot())
    journal.save([SetSetting("today", None)])
    journal.save([set_own(own_measure("own:hum", "Hum"))])
    with pytest.raises(JournalError, match="holds entries already"):
        journal.restore_snapshot(Snapshot())


def test_a_journal_that_was_cleared_can_be_filled(journal: JournalFile) -> None:
    journal.save([answer("pain", 1), answer("fog", 2, after(1))])
    snapshot = replace(journal.snapshot(), is_sample=True)
    journal.save([answer("pain", None), answer("fog", None, after(1))])
    journal.restore_snapshot(snapshot)
    assert journal.snapshot() == snapshot
