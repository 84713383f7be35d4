from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.storage.rotation import KEPT_LAST, MOST_KEPT, kept

START = datetime(2026, 1, 1, 21, tzinfo=UTC)
moments = st.integers(0, 4000 * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds))
times = st.lists(moments, max_size=200)


@given(times)
def test_the_last_three_are_always_kept(stamps: list[datetime]) -> None:
    assert set(sorted(set(stamps))[-KEPT_LAST:]) <= kept(stamps) <= set(stamps)


@given(times)
def test_never_more_than_27_are_kept(stamps: list[datetime]) -> None:
    assert len(kept(stamps)) <= MOST_KEPT == 27


@given(times)
def test_choosing_again_drops_nothing_more(stamps: list[datetime]) -> None:
    assert kept(kept(stamps)) == kept(stamps)


@given(times)
def test_a_month_of_the_last_twelve_keeps_its_last(stamps: list[datetime]) -> None:
    months = sorted({(taken.year, taken.month) for taken in stamps})[-12:]
    for month in months:
        last = max(taken for taken in stamps if (taken.year, taken.month) == month)
        assert last in kept(stamps)


def test_a_year_of_evenings_leaves_days_weeks_and_months() -> None:
    year = [START + timedelta(days=n) for n in range(365)]
    newest_first = sorted(kept(year), reverse=True)
    assert newest_first[:7] == year[:-8:-1]
    weeks_and_months = [f"{taken:%m-%d}" for taken in newest_first[7:]]
    assert weeks_and_months == [
        *("12-20", "12-13", "12-06", "11-30", "10-31", "09-30", "08-31"),
        *("07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31"),
    ]


def test_many_of_one_day_leave_the_last_three() -> None:
    day = [START + timedelta(minutes=n) for n in range(60)]
    assert sorted(kept(day)) == day[-3:]
