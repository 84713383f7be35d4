"""The bare driver and SQLAlchemy, pinned to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fibrojournal.journal.day import Day, Moment
from fibrojournal.journal.edits import Edit, SetMoment, SetSetting, set_own
from fibrojournal.journal.errors import JournalExists
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage import schema
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.quick import QuickJournal
from fibrojournal.storage.snapshot import Snapshot
from tests.storage.build import (
    DAY,
    EVENING,
    answer,
    ask,
    body_map,
    chip,
    python,
    raw,
    scratch,
    words,
)
from tests.storage.strategies import DAYS, quick_edits, snapshots

HEAVY = {"sqlalchemy", "numpy", "matplotlib", "PySide6", "filelock", "asyncio", "uuid", "hashlib"}


def opened(path: Path) -> QuickJournal:
    quick = QuickJournal.open(path)
    assert quick is not None
    return quick


def test_it_loads_nothing_heavy(path: Path) -> None:
    work = (
        "import sys; from pathlib import Path; from datetime import date;"
        "from fibrojournal.storage.quick import QuickJournal;"
        f"quick = QuickJournal.create(Path({str(path)!r}));"
        "quick.day(date(2026, 3, 12)); quick.questions(); quick.trigger_counts(); quick.save([]);"
        "quick.close(); print(*sys.modules)"
    )
    child = python(work)
    assert child.returncode == 0, child.stderr
    assert not {name.partition(".")[0] for name in child.stdout.split()} & HEAVY


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(quick_edits, max_size=4), max_size=5))
def test_it_writes_exactly_what_the_journal_file_writes(saves: list[list[Edit]]) -> None:
    tables = ("reading", "offered_trigger", "note", "history")
    held = []
    for kind in (JournalFile, QuickJournal):
        with scratch() as path:
            with kind.create(path) as journal:
                for save in saves:
                    journal.save(save)
            with JournalFile.open(path) as journal, opened(path) as quick:
                for day in DAYS:
                    assert quick.day(day) == journal.day(day)
                assert quick.trigger_counts() == journal.trigger_counts()
                rows = {table: ask(path, f"SELECT * FROM {table}") for table in tables}
                held.append((journal.snapshot(), without_times(rows)))
    assert held[0] == held[1]


def without_times(rows: dict[str, list[tuple[object, ...]]]) -> dict[str, list[object]]:
    """What the tables hold, but for stamps, which are the time of writing, and the device."""
    kept: dict[str, list[object]] = {
        table: [(*row[:-2], row[-1]) for row in rows[table]] for table in rows if table != "history"
    }
    return kept | {
        "history": [(seq, kind, day) for seq, _at, _dev, kind, day, _ in rows["history"]]
    }


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(snapshots())
def test_it_reads_exactly_what_the_journal_file_reads(snapshot: Snapshot) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        journal.restore_snapshot(snapshot)
        with opened(path) as quick:
            assert [quick.day(day) for day in DAYS] == [journal.day(day) for day in DAYS]
            assert quick.questions() == journal.questions()
            assert quick.trigger_counts() == journal.trigger_counts()
            assert quick.settings() == journal.settings()
            assert quick.is_sample == journal.is_sample


def test_both_can_be_open_at_once(path: Path) -> None:
    with QuickJournal.create(path) as quick, JournalFile.open(path) as journal:
        quick.save([answer("pain", 4), chip("travel", ticked=True), words("sea")])
        assert journal.day(DAY).value("pain") == 4
        journal.save([answer("pain", 5), body_map("neck")])
        assert quick.day(DAY) == journal.day(DAY)


def test_what_was_written_can_be_cleared(path: Path) -> None:
    with QuickJournal.create(path) as quick:
        quick.save([answer("pain", 4), chip("travel", ticked=True), words("sea")])
        assert quick.trigger_counts() == {"travel": 1}
        quick.save([answer("pain", None), chip("travel", ticked=None), words(None)])
        assert quick.day(DAY) == Day(DAY)
        assert quick.trigger_counts() == {}


def test_it_leaves_other_edits_to_the_journal_file(path: Path) -> None:
    with QuickJournal.create(path) as quick:
        moment = SetMoment(DAY, "m", Moment("m", DAY, "pain", 1, EVENING))
        with pytest.raises(TypeError, match="SetMoment"):
            quick.save([answer("pain", 4), moment])
        assert quick.day(DAY) == Day(DAY), "nothing of it was written"


def test_it_steps_aside_for_an_older_journal(path: Path) -> None:
    JournalFile.create(path).close()
    with raw(path) as plain:
        plain.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    assert QuickJournal.open(path) is None


def test_it_begins_a_journal_like_any_other(path: Path) -> None:
    QuickJournal.create(path, sample=True).close()
    with JournalFile.open(path) as journal, opened(path) as quick:
        assert journal.is_sample
        assert quick.is_sample
        assert journal.problems() == []
    with pytest.raises(JournalExists):
        QuickJournal.create(path)


def test_it_knows_own_questions_and_settings(path: Path) -> None:
    with JournalFile.create(path) as journal, opened(path) as quick:
        assert quick.questions().own_measures == ()
        journal.save([set_own(own_measure("own:hum", "Hum"))])
        journal.save([set_own(own_trigger("own:taxes", "Taxes"))])
        journal.save([SetSetting("today", "pain")])
        assert quick.questions() == journal.questions()
        assert quick.settings() == {"today": "pain"}


def test_closing_twice_does_nothing(path: Path) -> None:
    quick = QuickJournal.create(path)
    quick.close()
    quick.close()
