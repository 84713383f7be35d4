"""Made-up days to look around in, in a file of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fibrojournal.exchange import sample
from fibrojournal.exchange.sample import STALE_AFTER_DAYS, prepare_sample
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.errors import JournalExists
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import another_program_holding

TODAY = date(2026, 3, 12)


@pytest.fixture(autouse=True)
def few_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "DAYS", 20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sample.fjnl"


def last_day(path: Path) -> date | None:
    with JournalFile.open(path, read_only=True) as journal:
        assert journal.is_sample
        span = journal.noted_span()
    return span[1] if span else None


def test_the_days_end_before_today_so_that_today_can_be_tried(path: Path) -> None:
    prepare_sample(path, TODAY)
    last = last_day(path)
    assert last is not None
    assert TODAY - timedelta(days=STALE_AFTER_DAYS) <= last < TODAY


def test_what_was_tried_yesterday_is_still_there(path: Path) -> None:
    prepare_sample(path, TODAY)
    before = path.read_bytes()
    prepare_sample(path, TODAY)
    assert path.read_bytes() == before


def test_days_that_ended_long_ago_are_made_up_anew(path: Path) -> None:
    prepare_sample(path, TODAY)
    later = TODAY + timedelta(days=40)
    prepare_sample(path, later)
    last = last_day(path)
    assert last is not None
    assert last > TODAY


def test_an_emptied_sample_is_made_up_anew(path: Path) -> None:
    JournalFile.create(path, sample=True).close()
    prepare_sample(path, TODAY)
    assert last_day(path) is not None


def test_a_journal_of_that_name_which_is_not_made_up_stays(path: Path) -> None:
    stamp = stamp_of(datetime(2026, 3, 12, 9, tzinfo=UTC))
    with JournalFile.create(path) as journal:
        journal.save([SetReading(TODAY, "pain", Reading(4, stamp))])
    with pytest.raises(JournalExists):
        prepare_sample(path, TODAY)
    with JournalFile.open(path, read_only=True) as journal:
        assert journal.day(TODAY).value("pain") == 4


def test_a_sample_that_is_open_in_another_program_is_left_to_it(path: Path) -> None:
    prepare_sample(path, TODAY)
    before = path.read_bytes()
    with another_program_holding(path):
        prepare_sample(path, TODAY + timedelta(days=40))
    assert path.read_bytes() == before
