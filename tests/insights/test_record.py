"""A journal read whole for insights, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from fibrojournal.analysis.network import nothing_on
from fibrojournal.exchange.demo import create_demo, made_up_days
from fibrojournal.insights.record import Record, read
from fibrojournal.insights.results import OUTCOMES, WHOLE_DAY, network_of, page_of
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import TriggerAnswer
from fibrojournal.journal.edits import SetTrigger
from fibrojournal.journal.experiments import planned
from fibrojournal.storage.journal_file import JournalFile
from tests.journal.test_experiments import WEEKS

END = date(2025, 12, 31)


def read_up_to(journal: Path, as_of: date | None = None) -> Record | None:
    with JournalFile.open_to_read(journal) as source:
        return read(source, as_of)


def record_of(journal: Path, as_of: date | None = None) -> Record:
    record = read_up_to(journal, as_of)
    assert record is not None
    return record


def test_the_diary_begins_on_its_first_noted_day(journal: Path) -> None:
    record = record_of(journal)
    assert record.last == END
    assert record.day == (END - record.first).days + 1
    assert record.date_of(record.first_number) == record.first
    assert {one.values.size for one in record.variables} == {record.day}


def test_only_days_with_an_answer_are_counted(journal: Path) -> None:
    record = record_of(journal)
    pain = next(one for one in record.variables if one.id == "pain")
    assert np.isfinite(pain.values).sum() <= record.days_noted < record.day


def test_of_later_days_nothing_is_known(journal: Path) -> None:
    then = record_of(journal).first + timedelta(days=99)
    early = record_of(journal, then)
    assert early.last == then
    assert early.day == 100
    whole = record_of(journal)
    for one in early.variables:
        same = next(other for other in whole.variables if other.id == one.id)
        np.testing.assert_array_equal(one.values, same.values[:100])


def test_the_last_noted_day_is_one_with_an_answer(journal: Path) -> None:
    whole = record_of(journal)
    gap = next(
        day
        for day in range(whole.first_number, whole.first_number + whole.day)
        if not any(day in one.days for one in whole.series.values())
    )
    early = record_of(journal, whole.date_of(gap))
    assert early.last_noted == whole.date_of(gap - 1)
    assert whole.last_noted == END


def test_before_the_first_day_there_is_nothing(journal: Path) -> None:
    first = record_of(journal).first
    assert read_up_to(journal, first - timedelta(days=1)) is None


@pytest.mark.parametrize(("began", "is_told"), [(20, False), (200, True)])
def test_what_is_being_tried_out_is_told_by_its_own_coins(
    tmp_path: Path, began: int, *, is_told: bool
) -> None:
    path = tmp_path / "journal.fjnl"
    days = 120
    tried = replace(WEEKS, start=END - timedelta(days=began))
    with JournalFile.create(path) as file:
        file.save(made_up_days(days, end=END))
        file.save(planned(tried, file.questions()))
        stamp = stamp_of(datetime(2025, 12, 31, 20, tzinfo=UTC))
        yes = TriggerAnswer(ticked=True, entered=stamp)
        file.save([SetTrigger(END - timedelta(days=back), tried.trigger, yes) for back in range(9)])
    assert (tried.trigger in record_of(path).ids) == is_told


def test_an_empty_journal_has_no_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.fjnl"
    JournalFile.create(path).close()
    assert read_up_to(path) is None


def test_suspects_weigh_on_the_page_of_pain_alone(journal: Path) -> None:
    record = record_of(journal)
    suspected = {
        outcome: [one for one in page.relations if one.answer.question.suspect]
        for outcome in OUTCOMES
        if (page := page_of(record, outcome)) is not None
    }
    assert [one.answer.question.factor for one in suspected["pain"]] == ["sleep_quality"]
    assert not any(found for outcome, found in suspected.items() if outcome != "pain")


def test_the_whole_day_has_a_page(journal: Path) -> None:
    page = page_of(record_of(journal), WHOLE_DAY)
    assert page is not None
    assert page.outcome == WHOLE_DAY
    assert page.checked > 0


def test_nothing_else_has_a_page(journal: Path) -> None:
    with pytest.raises(ValueError, match="no page is about stress"):
        page_of(record_of(journal), "stress")


def test_what_was_never_noted_has_no_page(tmp_path: Path) -> None:
    path = tmp_path / "pain.fjnl"
    create_demo(path, 3, end=END)
    with JournalFile.open_to_read(path) as source:
        record = read(source)
    assert record is not None
    few = Record(
        record.questions, record.common, record.first, record.last, 0, record.series, (), ()
    )
    assert page_of(few, "pain") is None
    assert page_of(few, WHOLE_DAY) is None
    assert network_of(few) == nothing_on(few.day)


def test_the_network_is_that_of_the_record(journal: Path) -> None:
    assert network_of(record_of(journal)).checked > 0
