"""Charts of a few columns: through the day, weekdays, after an active day, ups and downs.

What is drawn, said and listed is the same; with too few days nothing but a count is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from fibrojournal.analysis.grid import Answers, on_calendar
from fibrojournal.charts import style
from fibrojournal.charts.after_active import AfterActiveView, after_active_view
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.day_course import DayCourseView, day_course_view
from fibrojournal.charts.picture import ChartCanvas
from fibrojournal.charts.ups_and_downs import UpsAndDownsView, ups_and_downs_view
from fibrojournal.charts.view import View
from fibrojournal.charts.weekdays import WeekdaysView, weekdays_view
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Moment
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import THEMES, tokens
from tests.charts.charted import text_boxes
from tests.charts.diaries import END, answers, diary

PAIN = MEASURE_BY_ID["pain"]
LAST = day_number(END)
NOTHING = answers({})


def weekdays(recorded: Answers, days: int = 120) -> WeekdaysView:
    return weekdays_view(PAIN, recorded, LAST - days + 1, LAST)


def ups(recorded: Answers, days: int = 120) -> UpsAndDownsView:
    return ups_and_downs_view(PAIN, recorded, END - timedelta(days=days - 1), END)


def active(recorded: Answers, days: int = 120, every: int = 12) -> AfterActiveView:
    """Every twelfth day was more active than usual."""
    activity = answers({ago: 1.0 if ago % every == 5 else 0.0 for ago in range(days)})
    return after_active_view(PAIN, recorded, activity, NOTHING, (LAST - days + 1, LAST))


def moment(day: date, hour: int, value: float, measure: str = "pain") -> Moment:
    stamp = Stamp(datetime(day.year, day.month, day.day, hour, tzinfo=UTC), "UTC", 0)
    return Moment(f"{day} {hour} {measure}", day, measure, value, stamp)


def course(days: int, hours: tuple[int, ...] = (8, 12, 17, 22)) -> DayCourseView:
    """So many days with moments; pain is 3 at noon and an hour's third elsewhere."""
    made = []
    for ago in range(days):
        day = END - timedelta(days=ago)
        moments = tuple(
            moment(day, hour, 3.0 if hour == 12 else hour / 3 + ago % 2) for hour in hours
        )
        made.append(Day(day, moments=moments))
    return day_course_view(made)


VIEWS: dict[str, Callable[[Answers, int], View]] = {
    "weekdays": weekdays,
    "after an active day": active,
    "ups and downs": ups,
    "through the day": lambda _recorded, days: course(days),
}


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("days", [0, 1, 6])
def test_few_days_get_a_count_and_no_picture(name: str, days: int) -> None:
    view = VIEWS[name](diary(days, gaps=0.0) if days else NOTHING, days or 30)
    if name == "through the day" and not days:
        view = course(0)
    assert view.is_empty
    assert re.search(r"\d+\.$", view.sentence), view.sentence
    assert view.sentence in view.description


@pytest.mark.parametrize("name", ["weekdays", "after an active day", "ups and downs"])
@pytest.mark.parametrize("days", [19, 120])
def test_gaps_and_copies_alone_draw_nothing(name: str, days: int) -> None:
    assert VIEWS[name](NOTHING, days).is_empty
    copied = answers({ago: float(ago % 7) for ago in range(days)}, copied=range(days))
    assert VIEWS[name](copied, days).is_empty


def rendered(view: View, theme: str = "light") -> Figure:
    from matplotlib import rc_context

    figure = Figure((690 / 72, view.height(690, 1) / 72), dpi=72)
    look = style.Look(tokens(theme))
    with rc_context(style.parameters(look)):
        view.draw(figure, look)
    return figure


def middles(figure: Figure) -> list[float]:
    """The values of all markers, by columns."""
    points = [
        (x, y)
        for line in figure.axes[0].lines
        if line.get_gid() == "middle"
        for x, y in zip(
            np.asarray(line.get_xdata()).tolist(),
            np.asarray(line.get_ydata()).tolist(),
            strict=True,
        )
        if math.isfinite(y)
    ]
    return [y for _x, y in sorted(points, key=lambda point: point[0])]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_is_what_the_table_lists(name: str, theme: str) -> None:
    view = VIEWS[name](diary(120), 120)
    drawn = [f"{value:.1f}".replace("-", "−") for value in middles(rendered(view, theme))]
    table = view.table()
    at = 2 if name == "through the day" else 1
    assert drawn == [row[at] for row in table.rows]
    if name != "after an active day":  # there the direction is a word
        assert all(row[at] in view.read_out(mark) for mark, row in enumerate(table.rows))


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("width", [330, 900])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_touches_another_or_leaves_the_picture(
    name: str, width: float, scale: float
) -> None:
    view = VIEWS[name](diary(500), 500)
    canvas = ChartCanvas()
    height = view.height(width, scale)
    canvas.render(view, (width, height), tokens("light"), scale=scale)
    figure = canvas._canvas_of((width, height), 1.0).figure
    boxes = [box for _text, box in text_boxes(figure)]
    for at, box in enumerate(boxes):
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert box.y0 >= -1
        assert box.y1 <= height + 1
        assert not any(box.overlaps(other.padded(-1)) for other in boxes[:at])


# Weekdays


def test_weekdays_that_differ_are_told_from_chance() -> None:
    sundays = {
        ago: 8.0 if (END - timedelta(days=ago)).weekday() == 6 else 4.0 + ago % 2
        for ago in range(180)
    }
    view = weekdays(answers(sundays), 180)
    assert view.sentence.endswith("and 8.0 (Sunday) over the week.")
    assert view.detail.startswith("Weekdays differ more than chance")


def test_weekdays_that_are_alike_are_said_to_be() -> None:
    assert weekdays(diary(365, seed=3), 365).detail.startswith("No clear difference")


def test_few_weeks_say_how_many_are_needed() -> None:
    view = weekdays(diary(60, gaps=0.0), 60)
    assert not view.is_empty
    assert re.match(r"It takes 12 of each weekday .* you have \d\.", view.detail)


def test_weekdays_that_are_all_alike_have_no_highest() -> None:
    view = weekdays(answers(dict.fromkeys(range(120), 8.0)), 120)
    assert view.sentence == "Pain averaged 8.0 on every weekday."


# After an active day


def test_what_follows_active_days_is_held_against_the_days_before() -> None:
    noted = {ago: 4.0 + 3.0 * (ago % 12 in {2, 3, 4}) for ago in range(121)}
    view = active(answers(noted))
    assert view.after == pytest.approx(3.0, abs=0.4)
    assert "above the three days before" in view.sentence
    assert "10 such days" in view.detail


@pytest.mark.parametrize(("change", "said"), [(-3.0, "below"), (0.0, "much as in")])
def test_better_days_and_alike_ones_are_said_as_such(change: float, said: str) -> None:
    noted = {ago: 5.0 + change * (ago % 12 in {2, 3, 4}) + ago % 2 for ago in range(121)}
    assert said in active(answers(noted)).sentence


def test_active_days_without_noted_days_after_them_say_nothing() -> None:
    noted = {ago: 5.0 for ago in range(120) if ago % 12 not in {2, 3, 4}}
    view = active(answers(noted))
    assert view.after is None
    assert view.is_empty
    assert view.sentence.startswith("Too few of the days before or after")


def test_too_few_days_before_active_ones_are_no_measuring_stick() -> None:
    before = {6, 7, 8}  # days before the active one, which is 5 days ago and every twelfth before
    noted = {ago: 5.0 + ago % 2 for ago in range(120) if ago % 12 not in before or ago < 9}
    view = active(answers(noted))
    assert view.found.is_fair
    assert view.is_empty


def test_a_few_active_days_are_called_early_and_read_out_against_the_days_before() -> None:
    noted = {ago: 4.0 + 3.0 * (ago % 12 in {2, 3, 4}) for ago in range(80)}
    view = active(answers(noted), 80)
    assert "7 such days. That is early: a few more times" in view.detail
    assert "That is early" not in active(answers(noted | dict.fromkeys(range(80, 120), 4.0))).detail
    assert re.fullmatch(
        r"1 day after: \d\.\d higher against the days before, half of the days between"
        r" \d\.\d higher and \d\.\d higher\. \d days\.",
        view.read_out(4),
    )


# Ups and downs


def test_months_become_years_where_there_are_many() -> None:
    assert len(ups(diary(500), 500).starts) == 18
    years = ups(diary(1500), 1500)
    assert years.by_year
    assert [row[0] for row in years.table().rows] == ["2022", "2023", "2024", "2025", "2026"]


def test_how_high_days_are_does_not_say_how_much_they_differ() -> None:
    calm = ups(answers({ago: 8.0 + ago % 2 for ago in range(60)}), 60)
    wild = ups(answers({ago: 1.0 + 5 * (ago % 2) for ago in range(60)}), 60)
    assert calm.whole.rms_step == 1
    assert wild.whole.rms_step == 5
    assert "moves by about 1.0" in calm.sentence


def test_a_month_with_few_days_stays_blank() -> None:
    view = ups(answers({ago: float(ago % 5) for ago in range(40) if ago not in range(5, 12)}), 40)
    assert [row[0] for row in view.table().rows] == ["February 2026"]


# Through the day


def test_the_course_of_a_day_names_its_highest_and_lowest_part() -> None:
    view = course(12)
    assert view.sentence == "Pain is highest before bed (7.8) and lowest around noon (3.0)."
    assert view.detail.startswith("12 days with 2 or more moments.")
    assert "Energy: 0." in view.detail


def test_a_level_day_is_said_to_be_one() -> None:
    days = [
        Day(day, moments=(moment(day, 8, 4), moment(day, 21, 4)))
        for day in (END - timedelta(days=ago) for ago in range(10))
    ]
    assert day_course_view(days).sentence == "Pain stays within half a point through the day."


def test_the_night_ends_when_the_person_says_that_days_start() -> None:
    days = [
        Day(day, moments=(moment(day, 5, 7), moment(day, 12, 3)))
        for day in (END - timedelta(days=ago) for ago in range(10))
    ]
    assert "highest on waking" in day_course_view(days).sentence
    assert "highest before bed" in day_course_view(days, day_starts=6).sentence


def test_waking_and_evening_energy_join_the_moments_unless_copied() -> None:
    recorded = {
        "energy_morning": answers(dict.fromkeys(range(15), 2.0)),
        "energy_evening": answers(dict.fromkeys(range(15), 6.0), copied=range(10, 15)),
    }
    daily = {id: on_calendar(one, LAST - 89, LAST) for id, one in recorded.items()}
    view = day_course_view([], daily)
    assert view.sentence == "Energy is highest before bed (6.0) and lowest on waking (2.0)."
    assert view.detail.startswith("10 days")
