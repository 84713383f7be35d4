"""Days as squares: what is drawn, said and listed is what the journal holds."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import style
from fibrojournal.charts.picture import ChartCanvas, Picture
from fibrojournal.charts.squares import SquaresView, squares_view
from fibrojournal.charts.view import Drawn
from fibrojournal.heat import heat_ramp
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import THEMES, tokens
from tests.charts.diaries import END, answers, diary

LIGHT = tokens("light")


def view(recorded: Answers, days: int = 90, *, in_rows: bool = False) -> SquaresView:
    start = END - timedelta(days=days - 1)
    return squares_view(MEASURE_BY_ID["pain"], recorded, start, END, in_rows=in_rows)


def drawn(one: SquaresView, theme: str = "light", width: float = 690) -> tuple[Figure, Drawn]:
    from matplotlib import rc_context

    figure = Figure((width / 72, one.height(width, 1) / 72), dpi=72)
    look = style.Look(tokens(theme))
    with rc_context(style.parameters(look)):
        return figure, one.draw(figure, look)


def collections(figure: Figure, gid: str) -> list[PathCollection]:
    found = figure.axes[0].collections
    return [one for one in found if isinstance(one, PathCollection) and one.get_gid() == gid]


@pytest.mark.parametrize("in_rows", [False, True])
@pytest.mark.parametrize("theme", THEMES)
def test_every_noted_day_has_a_square_of_its_colour(theme: str, in_rows: bool) -> None:  # noqa: FBT001
    one = view(diary(90), in_rows=in_rows)
    figure, _drawn = drawn(one, theme)
    ramp = heat_ramp(tokens(theme), "pain")
    squares = collections(figure, "day")[0]
    shown = np.flatnonzero(np.isfinite(one.values) & ~one.hollow)
    colors = [to_hex(tuple(color)).upper() for color in np.asarray(squares.get_facecolor())]
    assert colors == [ramp[round(value)].upper() for value in one.values[shown]]


def test_copied_and_late_days_are_frames(answered: dict[int, float]) -> None:
    one = view(answers(answered, late=[3], copied=[5]))
    figure, _drawn = drawn(one)
    frames = collections(figure, "hollow day")[0]
    assert len(np.asarray(frames.get_offsets())) == 2
    assert one.read_out(89 - 3).endswith("Filled in later.")
    assert one.read_out(89 - 5).endswith("Copied.")


@pytest.fixture
def answered() -> dict[int, float]:
    return {ago: float(ago % 11) for ago in range(60)}


def test_numbers_stand_in_the_squares_where_there_is_room(answered: dict[int, float]) -> None:
    one = view(answers(answered))
    figure, _drawn = drawn(one)
    sevens = sum(len(np.asarray(one.get_offsets())) for one in collections(figure, "number 7"))
    assert sevens == sum(value == 7 for value in answered.values())
    narrow, _drawn = drawn(view(answers(answered), 365, in_rows=True), width=330)
    assert not collections(narrow, "number 7")


def test_table_and_read_out_say_the_same(answered: dict[int, float]) -> None:
    one = view(answers(answered))
    table = one.table()
    assert len(table.rows) == len(table.days) == 60
    at = (table.days[-1] - one.start).days
    assert one.day_at(at) == END
    assert table.rows[-1][1] == "0, none"
    assert one.read_out(at) == "Thursday 12 March 2026. Pain 0, none."
    assert one.read_out(0).endswith("Pain: nothing noted.")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "nothing noted in this period."), (1, "1 day noted so far."), (6, "6 days noted so far.")],
)
def test_few_days_get_no_range(days: int, said: str) -> None:
    one = view(answers(dict.fromkeys(range(days), 5.0)))
    assert one.sentence.endswith(said)
    assert one.is_empty == (days == 0)
    if days:
        drawn(one)


def test_copied_days_count_in_no_range() -> None:
    one = view(answers(dict.fromkeys(range(30), 9.0), copied=range(30)))
    assert one.sentence == "30 days noted so far."


@pytest.mark.parametrize("width", [330.0, 500.0, 690.0, 900.0])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("in_rows", [False, True])
@pytest.mark.parametrize("days", [1, 90, 3650])
def test_nothing_stands_outside_or_on_something_else(
    width: float,
    scale: float,
    in_rows: bool,  # noqa: FBT001
    days: int,
) -> None:
    if days == 3650 and not in_rows:
        days = 365
    one = view(diary(days), days, in_rows=in_rows)
    height = one.height(width, scale)
    picture = ChartCanvas().render(one, (width, height), LIGHT, scale=scale)
    marks = picture.drawn.marks
    assert picture.count == days
    assert marks.left.min() >= -0.5
    assert (marks.left + marks.width).max() <= width + 0.5
    assert marks.bottom.min() >= -0.5
    assert (marks.bottom + marks.height).max() <= height + 0.5
    places = set(zip(marks.left.round(1).tolist(), marks.bottom.round(1).tolist(), strict=True))
    assert len(places) == days, "no day stands on another"


def picture_of(one: SquaresView) -> Picture:
    return ChartCanvas().render(one, (690, one.height(690, 1)), LIGHT)


def test_up_and_down_go_a_week_in_months_and_a_month_in_rows() -> None:
    months = view(diary(90))
    at = (date(2026, 2, 12) - months.start).days
    assert months.day_at(picture_of(months).beside(at, 1)) == date(2026, 2, 19)
    rows = view(diary(90), in_rows=True)
    assert rows.day_at(picture_of(rows).beside(at, -1)) == date(2026, 1, 12)
    assert picture_of(rows).beside(0, -1) == 0


def test_better_is_said_where_a_higher_number_is() -> None:
    start = END - timedelta(days=9)
    one = squares_view(MEASURE_BY_ID["sleep_quality"], diary(10), start, END, in_rows=True)
    assert "higher is better" in one.detail


def test_long_scales_are_coloured_by_what_was_noted() -> None:
    start = END - timedelta(days=9)
    hours = answers({ago: 4.0 + ago for ago in range(5)})
    one = squares_view(MEASURE_BY_ID["sleep_hours"], hours, start, END, in_rows=False)
    figure, _drawn = drawn(one)
    ramp = heat_ramp(LIGHT, "sleep_hours")
    last = to_hex(tuple(np.asarray(collections(figure, "day")[0].get_facecolor())[-1])).upper()
    assert last == ramp[round(10 * 4 / one.axis.high)].upper()
