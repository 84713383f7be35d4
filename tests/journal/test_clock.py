from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.clock import (
    DAY_ENDS_AT,
    Stamp,
    is_late,
    journal_day,
    next_day_starts,
    stamp_of,
)

BERLIN = ZoneInfo("Europe/Berlin")
AUCKLAND = ZoneInfo("Pacific/Auckland")
MARCH_12 = date(2026, 3, 12)


def wall(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


def typed(day: date, hour: int, minute: int = 0, zone: ZoneInfo = BERLIN) -> Stamp:
    return stamp_of(wall(day, hour, minute).replace(tzinfo=zone))


def test_the_journal_day_ends_at_four() -> None:
    assert DAY_ENDS_AT == 4
    assert journal_day(wall(MARCH_12, 3, 59)) == date(2026, 3, 11)
    assert journal_day(wall(MARCH_12, 4)) == MARCH_12


def test_the_hour_can_be_set() -> None:
    assert journal_day(wall(MARCH_12, 0), ends_at=0) == MARCH_12
    assert journal_day(wall(MARCH_12, 5, 59), ends_at=6) == date(2026, 3, 11)


def test_the_journal_day_follows_the_wall_clock_and_not_utc() -> None:
    morning = datetime(2026, 3, 12, 8, tzinfo=AUCKLAND)
    assert morning.astimezone(UTC).date() == date(2026, 3, 11)
    assert journal_day(morning) == MARCH_12


@pytest.mark.parametrize("hour", [0, 1, 2, 3])
def test_the_night_in_which_clocks_go_forward_is_one_night(hour: int) -> None:
    assert journal_day(datetime(2026, 3, 29, hour, 30, tzinfo=BERLIN)) == date(2026, 3, 28)
    assert journal_day(datetime(2026, 3, 29, 4, tzinfo=BERLIN)) == date(2026, 3, 29)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_one_night_with_two_offsets(fold: int) -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
    stamp = stamp_of(moment)
    assert journal_day(moment) == date(2026, 10, 24)
    assert stamp.offset_minutes == (120, 60)[fold]
    assert stamp.at == datetime(2026, 10, 25, fold, 30, tzinfo=UTC)
    assert stamp.local == datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001  a wall clock has no zone


@pytest.mark.parametrize(
    ("zone", "offset"),
    [(BERLIN, 60), (AUCKLAND, 780), (ZoneInfo("America/St_Johns"), -150), (ZoneInfo("UTC"), 0)],
)
def test_a_stamp_keeps_the_zone_and_what_the_wall_clock_said(zone: ZoneInfo, offset: int) -> None:
    stamp = typed(MARCH_12, 21, 15, zone)
    assert stamp.zone == zone.key
    assert stamp.offset_minutes == offset
    assert stamp.local == wall(MARCH_12, 21, 15)


def test_a_stamp_can_be_made_with_a_bare_offset() -> None:
    moment = datetime(2026, 3, 12, 21, 15, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert stamp_of(moment) == Stamp(datetime(2026, 3, 12, 15, 45, tzinfo=UTC), "UTC+05:30", 330)


def test_a_stamp_keeps_milliseconds_and_no_more() -> None:
    stamp = stamp_of(datetime(2026, 3, 12, 12, microsecond=123_999, tzinfo=UTC))
    assert stamp.at.microsecond == 123_000


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        stamp_of(wall(MARCH_12, 12))


def test_an_instant_that_is_not_in_utc_is_refused() -> None:
    with pytest.raises(ValueError, match="in UTC"):
        Stamp(datetime(2026, 3, 12, 12, tzinfo=BERLIN), "Europe/Berlin", 60)
    with pytest.raises(ValueError, match="in UTC"):
        Stamp(wall(MARCH_12, 12), "Europe/Berlin", 60)


def test_stamps_are_ordered_by_instant() -> None:
    earlier, later = typed(MARCH_12, 12, zone=AUCKLAND), typed(MARCH_12, 12, zone=BERLIN)
    assert earlier < later


def test_the_next_day_starts_at_the_next_four_o_clock() -> None:
    assert next_day_starts(wall(MARCH_12, 3, 59)) == wall(MARCH_12, 4)
    assert next_day_starts(wall(MARCH_12, 4)) == wall(date(2026, 3, 13), 4)
    assert next_day_starts(wall(date(2026, 12, 31), 23)) == wall(date(2027, 1, 1), 4)


@given(
    now=st.datetimes(datetime(1990, 1, 1), datetime(2190, 1, 1)),  # noqa: DTZ001  wall clocks
    ends_at=st.integers(0, 12),
)
def test_the_next_day_starts_when_the_journal_day_changes(now: datetime, ends_at: int) -> None:
    start = next_day_starts(now, ends_at)
    assert timedelta(0) < start - now <= timedelta(days=1)
    assert journal_day(start, ends_at) == journal_day(now, ends_at) + timedelta(days=1)
    just_before = start - timedelta(microseconds=1)
    assert journal_day(just_before, ends_at) == journal_day(now, ends_at)


@pytest.mark.parametrize(
    ("days_later", "hour", "late"),
    [(0, 21, False), (1, 23, False), (2, 3, False), (2, 4, True), (9, 12, True), (-1, 12, False)],
)
def test_an_answer_is_late_two_journal_days_after_its_day(
    days_later: int, hour: int, *, late: bool
) -> None:
    entered = typed(MARCH_12 + timedelta(days=days_later), hour)
    assert is_late(MARCH_12, entered) is late


def test_whether_it_is_late_goes_by_the_clock_of_the_place() -> None:
    # In Berlin it is still the 13th; in Auckland the 14th has begun.
    instant = datetime(2026, 3, 13, 17, tzinfo=UTC)
    assert not is_late(MARCH_12, stamp_of(instant.astimezone(BERLIN)))
    assert is_late(MARCH_12, stamp_of(instant.astimezone(AUCKLAND)))
