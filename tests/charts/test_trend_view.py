from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from fibrojournal.analysis.grid import on_calendar
from fibrojournal.analysis.summary import seven_day_mean
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.trend_view import RANGES, trend_view
from fibrojournal.journal.measures import MEASURE_BY_ID
from tests.charts.diaries import END, answers, diary, event, flare, view

STEADY = dict.fromkeys(range(60), 5.0)


def test_the_average_looks_beyond_both_ends_of_the_view() -> None:
    pain = diary(200)
    shown = view({"pain": pain}, 30, end=END - timedelta(days=60)).panels[0]
    whole = on_calendar(pain, day_number(END) - 250, day_number(END) + 10)
    at = day_number(END) - 60 - 29 - whole.first
    np.testing.assert_array_equal(shown.mean, seven_day_mean(whole.counted)[at : at + 30])
    assert np.isfinite(shown.mean[[0, -1]]).all()


def test_a_copied_answer_is_seen_and_counts_nowhere() -> None:
    noted = {**STEADY, 3: 9.0, 4: 9.0}
    seen = view({"pain": answers(noted, copied=[3, 4])})
    panel = seen.panels[0]
    assert panel.values[-4] == 9.0
    assert panel.copied[-4]
    assert np.nanmax(panel.mean) == 5.0
    assert seen.sentence == "Pain averaged 5.0 in the last 30 days, as in the 30 before."
    assert "60 of 60 days noted." in seen.detail


def test_a_late_answer_is_hollow_and_counts() -> None:
    panel = view({"pain": answers({**STEADY, 3: 9.0}, late=[3])}).panels[0]
    assert panel.hollow[-4]
    assert not panel.copied[-4]
    assert np.nanmax(panel.mean) > 5.0


def test_days_before_the_first_note_are_not_counted_as_gaps() -> None:
    assert view({"pain": answers(dict.fromkeys(range(12), 4.0))}).detail == "12 of 12 days noted."


def test_days_to_come_are_not_counted_as_gaps() -> None:
    seen = view({"pain": answers(STEADY)}, 30, end=END + timedelta(days=5))
    assert "25 of 25 days noted." in seen.detail


def test_an_earlier_period_is_compared_with_the_month_before_it() -> None:
    noted = {ago: 3.0 if ago < 40 else 6.0 if ago < 70 else 8.5 for ago in range(120)}
    seen = view({"pain": answers(noted)}, 90, end=END - timedelta(days=40))
    assert seen.sentence == (
        "Pain averaged 6.0 in the 30 days to 31 January and 8.5 in the 30 before."
    )
    assert seen.detail.startswith("Clearly lower.")
    long_ago = view({"pain": answers(noted)}, 30, today=END.replace(year=2030))
    assert "in the 30 days to 12 March 2026 and" in long_ago.sentence


@pytest.mark.parametrize("days", [1, 3, 6])
def test_under_seven_days_there_are_dots_and_no_line(days: int) -> None:
    seen = view({"pain": answers(dict.fromkeys(range(days), 4.0))}, 30)
    assert seen.sentence == f"7 days draw a first line; you have {days}."
    assert np.isfinite(seen.panels[0].values).sum() == days
    assert np.isnan(seen.panels[0].mean).all()


def test_seven_days_draw_a_line() -> None:
    assert np.isfinite(view({"pain": answers(dict.fromkeys(range(7), 4.0))}).panels[0].mean).any()


def test_nothing_noted_is_empty() -> None:
    seen = view({"pain": answers({})})
    assert seen.is_empty
    assert seen.title == "Pain over time"
    assert seen.sentence.startswith("Your days will appear here.")
    assert seen.detail == ""
    assert not view({"pain": answers({5: 3.0})}).is_empty


def test_two_measures_are_told_one_after_the_other() -> None:
    seen = view({"pain": answers(STEADY), "sleep_quality": answers(dict.fromkeys(range(60), 7.0))})
    assert seen.title == "Pain and sleep over time"
    assert seen.sentence == (
        "Pain averaged 5.0 in the last 30 days, as in the 30 before. "
        "Sleep averaged 7.0 in the last 30 days, as in the 30 before."
    )
    assert "Sleep: higher is better. Sleep: 60 of 60 days noted." in seen.detail


def test_only_flares_and_events_that_touch_the_view_belong_to_it() -> None:
    start = END - timedelta(days=29)
    inside, before = flare(32, 28), flare(50, 40)
    trip = event("trip", start - timedelta(days=3), start)
    over = event("old", start - timedelta(days=1))
    seen = view({"pain": answers(STEADY)}, 30, flares=[before, inside], events=[trip, over])
    assert seen.flares == (inside,)
    assert seen.events == (trip,)
    assert seen.description == (
        "11 February to 12 March 2026. "
        "Pain averaged 5.0 in the last 30 days, as in the 30 before. "
        "No difference. 30 of 30 days noted. "
        "Pain: half of the noted days lie between 5 and 5. "
        "flare, 5 days, from 8 February. Event: trip, 8 February to 11 February."
    )


def test_the_bands_say_that_they_are_pains_when_pain_is_not_shown() -> None:
    other = {"mood": answers(STEADY)}
    assert view(other).flares_need_a_name
    assert not view({**other, "pain": answers(STEADY)}).flares_need_a_name
    seen = view(other, flares=[flare(8, 4)])
    assert "pain flare, 5 days" in seen.description
    assert "pain flare, day 5." in seen.day_text(END - timedelta(days=4))


def test_the_table_has_every_day_with_the_numbers_of_the_panels() -> None:
    pain, mood = diary(300), diary(300, seed=7)
    seen = view({"pain": pain, "mood": mood}, 90)
    table = seen.table()
    assert table.headers == ("Day", "Pain", "7-day average", "Mood", "7-day average", "Marks")
    assert len(table.rows) == 90
    for at, row in enumerate(table.rows):
        for panel, cells in zip(seen.panels, (row[1:3], row[3:5]), strict=True):
            answer, mean = panel.values[at], panel.mean[at]
            assert cells[0] == ("" if np.isnan(answer) else f"{answer:.0f}")
            assert cells[1] == ("" if np.isnan(mean) else f"{mean:.1f}")
    assert table.rows[0][0] == "Sat 13 Dec 2025"
    assert table.rows[-1][0] == "Thu 12 Mar 2026"


def test_the_table_marks_flares_hollow_answers_and_events() -> None:
    seen = view(
        {"pain": answers(STEADY, late=[1], copied=[2])},
        5,
        flares=[flare(8, 3)],
        events=[event("trip", END - timedelta(days=1), END), event("visit", END)],
    )
    assert [row[-1] for row in seen.table().rows] == [
        "flare, day 5",
        "flare, day 6",
        "copied",
        "filled in later; trip",
        "trip; visit",
    ]


def test_a_day_is_read_out() -> None:
    seen = view({"pain": answers(STEADY)}, flares=[flare(3, 0, is_open=True)])
    assert seen.day_text(END) == (
        "Thursday 12 March. Pain 5, moderate. 7-day average 5.0. flare, day 4."
    )
    with pytest.raises(ValueError, match="not in view"):
        seen.day_text(END + timedelta(days=1))


def test_a_trend_needs_one_or_two_measures_and_a_span() -> None:
    pain = (MEASURE_BY_ID["pain"], answers(STEADY))
    for shown, start in (([], END), ([pain] * 3, END), ([pain], END + timedelta(days=1))):
        with pytest.raises(ValueError, match="one or two measures"):
            trend_view(shown, start, END, today=END)


@pytest.mark.parametrize(
    ("id", "first", "days"),
    [
        ("month", None, 30),
        ("quarter", None, 90),
        ("year", date(2026, 3, 1), 365),
        ("all", None, 30),
        ("all", date(2026, 3, 1), 30),
        ("all", date(2016, 3, 1), 3664),
    ],
)
def test_ranges_end_today_and_are_thirty_days_at_least(
    id: str, first: date | None, days: int
) -> None:
    choice = next(choice for choice in RANGES if choice.id == id)
    start, end = choice.span(END, first)
    assert end == END
    assert (end - start).days + 1 == days


def test_the_axis_does_not_move_when_one_pages_back() -> None:
    steps = answers({ago: 9000.0 if ago > 60 else 900.0 for ago in range(120)})
    now, then = view({"steps": steps}, 30), view({"steps": steps}, 30, end=END - timedelta(days=80))
    assert now.panels[0].axis == then.panels[0].axis


def test_a_day_that_was_too_hard_to_note_says_so() -> None:
    day = END - timedelta(days=2)
    shown = [(MEASURE_BY_ID["pain"], answers({0: 5.0}))]
    seen = trend_view(shown, END - timedelta(days=6), END, today=END, too_ill=[day])
    assert [row[-1] for row in seen.table().rows] == ["", "", "", "", "too ill to log", "", ""]
    assert seen.day_text(day).endswith("too ill to log.")
