"""A clock that was set back, or that travelled: answers keep their day and their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fibrojournal.journal.clock import Stamp, journal_day, stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.journal.past import PlaceKind
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import DAY

BERLIN = ZoneInfo("Europe/Berlin")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
EVENING = datetime(2026, 3, 12, 20, tzinfo=BERLIN)


def typed(value: float, at: datetime) -> SetReading:
    return SetReading(DAY, "pain", Reading(value, stamp_of(at)))


@pytest.mark.parametrize(
    "later",
    [
        EVENING - timedelta(days=1),
        EVENING - timedelta(hours=1),
        EVENING.astimezone(LOS_ANGELES) + timedelta(minutes=1),
        EVENING.replace(year=1980),
    ],
    ids=["a day back", "an hour back", "travelled west", "an empty battery"],
)
def test_the_answer_that_was_given_last_stands(journal: JournalFile, later: datetime) -> None:
    journal.save([typed(4, EVENING)])
    journal.save([typed(7, later)])
    reading = journal.day(DAY).readings["pain"]
    assert reading.value == 7
    assert reading.entered == stamp_of(later)
    assert reading.entered.zone == str(later.tzinfo)


def test_the_past_is_told_in_the_order_in_which_it_came_about(journal: JournalFile) -> None:
    for hours, value in enumerate((4, 7, 2, 9)):
        journal.save([typed(value, EVENING - timedelta(hours=7 * hours))])
    past = [change for change in journal.past_values(DAY) if change.kind is PlaceKind.READING]
    values = [change.after.value for change in past if isinstance(change.after, Reading)]
    assert values == [9, 2, 7, 4]
    assert [change.stands for change in past] == [True, False, False, False]


def test_a_night_with_two_hours_alike_keeps_both(journal: JournalFile) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = first.replace(fold=1)
    for value, at in ((4, first), (7, second)):
        journal.save([SetReading(journal_day(at), "pain", Reading(value, stamp_of(at)))])
    changes = journal.past_values(journal_day(first))
    assert [change.at.local for change in changes] == [datetime(2026, 10, 25, 2, 30)] * 2  # noqa: DTZ001
    assert [change.at.offset_minutes for change in changes] == [60, 120]
    assert changes[0].at.at - changes[1].at.at == timedelta(hours=1)


def test_the_hour_that_is_left_out_in_spring_is_a_moment_all_the_same(journal: JournalFile) -> None:
    left_out = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    journal.save([SetReading(journal_day(left_out), "pain", Reading(4, stamp_of(left_out)))])
    entered = journal.day(journal_day(left_out)).readings["pain"].entered
    assert entered == Stamp(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "Europe/Berlin", 60)
