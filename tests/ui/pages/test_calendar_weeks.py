from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.ui.pages.calendar.weeks import LEAST_STEP, Weeks, span_words, week_start

TODAY = date(2026, 3, 12)
MONDAY, SUNDAY = 0, 6

dates = st.dates(date(1905, 1, 1), date(2100, 1, 1))
weekdays = st.integers(0, 6)


def test_the_newest_weeks_have_today_in_the_fifth() -> None:
    weeks = Weeks.newest(TODAY, MONDAY)

    assert (weeks.first, weeks.last) == (date(2026, 2, 9), date(2026, 3, 22))
    assert weeks.is_newest


def test_weeks_begin_where_the_country_begins_them() -> None:
    assert Weeks.newest(TODAY, SUNDAY).first == date(2026, 2, 8)


def test_a_week_starts_on_its_own_first_day() -> None:
    assert week_start(date(2026, 3, 9), MONDAY) == date(2026, 3, 9)
    assert week_start(date(2026, 3, 8), MONDAY) == date(2026, 3, 2)


@given(today=dates, weekday=weekdays)
def test_today_is_always_in_the_fifth_week(today: date, weekday: int) -> None:
    weeks = Weeks.newest(today, weekday)

    assert 28 <= (today - weeks.first).days < 35


@given(today=dates, weekday=weekdays, steps=st.integers(1, 30))
def test_steps_back_leave_no_day_out_and_each_can_be_seen(
    today: date, weekday: int, steps: int
) -> None:
    weeks = Weeks.newest(today, weekday)
    for _ in range(steps):
        earlier = weeks.earlier()
        shift = (weeks.first - earlier.first).days
        assert LEAST_STEP <= shift <= len(weeks.days)
        assert earlier.first.weekday() == weekday
        assert any(day.day == 1 for day in earlier.days[:7])
        weeks = earlier


@given(today=dates, weekday=weekdays, steps=st.integers(1, 30))
def test_steps_forward_lead_back_to_the_newest_and_end_there(
    today: date, weekday: int, steps: int
) -> None:
    newest = weeks = Weeks.newest(today, weekday)
    for _ in range(steps):
        weeks = weeks.earlier()
    for _ in range(2 * steps):
        later = weeks.later()
        assert weeks == newest or 0 < (later.first - weeks.first).days <= len(weeks.days)
        weeks = later

    assert weeks == newest


@given(today=dates, weekday=weekdays, back=st.integers(0, 4000))
def test_every_day_up_to_today_can_be_shown(today: date, weekday: int, back: int) -> None:
    day = today - timedelta(days=min(back, (today - date(1904, 1, 1)).days))
    weeks = Weeks.newest(today, weekday).holding(day)

    assert day in weeks
    assert today >= weeks.first


def test_weeks_that_hold_a_day_stay() -> None:
    february = Weeks.newest(TODAY, MONDAY).earlier()

    assert february.holding(date(2026, 3, 8)) is february


def test_a_month_always_has_the_same_place() -> None:
    newest = Weeks.newest(TODAY, MONDAY)

    assert newest.holding(date(2026, 1, 15)).first == date(2025, 12, 29)
    assert newest.holding(date(2026, 1, 3)).first == date(2025, 12, 29)


def test_a_span_names_the_year_where_it_is_another() -> None:
    assert span_words(date(2026, 2, 9), date(2026, 3, 22), TODAY) == "9 February to 22 March"
    assert span_words(date(2019, 2, 25), date(2019, 4, 7), TODAY) == "25 February to 7 April 2019"
    assert (
        span_words(date(2025, 12, 29), date(2026, 2, 8), TODAY)
        == "29 December 2025 to 8 February 2026"
    )
