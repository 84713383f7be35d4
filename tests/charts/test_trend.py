"""A12: what is drawn, said and listed are the same numbers. Asked of the figure, not of pixels."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.colors import same_color
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from fibrojournal.charts import style, trend
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.canvas import new_canvas
from fibrojournal.charts.layout import Frame
from fibrojournal.charts.trend import wanted_height
from fibrojournal.charts.trend_view import TrendView
from fibrojournal.tokens import THEMES, tokens
from tests.charts.charted import text_boxes
from tests.charts.diaries import END, answers, diary, event, flare, view

DRAW = trend.draw


def drawn(
    seen: TrendView,
    size: tuple[float, float] = (690, 330),
    theme: str = "light",
    scale: float = 1.0,
) -> tuple[Figure, tuple[Frame, ...]]:
    figure = Figure((size[0] / 72, size[1] / 72), dpi=72)
    look = style.Look(tokens(theme), scale)
    with rc_context(style.parameters(look)):
        canvas = new_canvas(figure)
        frames = DRAW(figure, seen, look)
        canvas.draw()
    return figure, frames


def lines(axes: Axes, gid: str) -> list[Line2D]:
    return [line for line in axes.lines if line.get_gid() == gid]


def points(axes: Axes, gid: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    (line,) = lines(axes, gid)
    return np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)


def band_corners(axes: Axes) -> NDArray[np.float64]:
    """The days of the corners of each band, counted from the last day of the diary."""
    (band,) = axes.patches
    corners = np.asarray(band.get_path().vertices, float)
    return corners[:, 0].reshape(-1, 5) - day_number(END)


def texts(figure: Figure, gid: str) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts if text.get_gid() == gid]


DIARIES = {
    "none": answers({}),
    "one day": answers({0: 5.0}),
    "three days": answers({0: 5.0, 1: 4.0, 2: 6.0}),
    "six days": answers(dict.fromkeys(range(6), 3.0)),
    "400 days": diary(400),
    "ten years": diary(3650),
    "gaps only in view": answers(dict.fromkeys(range(500, 600), 4.0)),
    "every tenth day": answers(dict.fromkeys(range(0, 400, 10), 4.0)),
}


@pytest.mark.parametrize("days", [30, 90, 365, 3650])
@pytest.mark.parametrize("name", DIARIES)
def test_every_day_is_a_dot_and_the_line_is_the_average(name: str, days: int) -> None:
    seen = view({"pain": DIARIES[name]}, days)
    figure, _frames = drawn(seen)
    panel, axes = seen.panels[0], figure.axes[0]
    numbers = day_number(seen.start) + np.arange(days)
    for gid, hollow in (("day", False), ("hollow day", True)):
        expected = np.isfinite(panel.values) & (panel.hollow == hollow)
        x, y = points(axes, gid)
        places = np.isin(numbers, x)
        assert set(x) <= set(numbers[expected])
        np.testing.assert_array_equal(y, panel.values[places])
        if days <= 365:
            np.testing.assert_array_equal(x, numbers[expected])
    if not np.isfinite(panel.mean).any():
        assert lines(axes, "mean") == []
        return
    x, y = points(axes, "mean")
    np.testing.assert_array_equal(y, panel.mean[np.isin(numbers, x)])
    assert np.nanmax(y) == np.nanmax(panel.mean)
    assert np.nanmin(y) == np.nanmin(panel.mean)
    if days <= 365:
        np.testing.assert_array_equal(x, numbers)


def test_a_hundred_years_are_drawn_as_the_lows_and_highs_of_the_average() -> None:
    seen = view({"pain": diary(36_500)}, 36_500)
    figure, _frames = drawn(seen)
    (ribbon,) = figure.axes[0].collections
    heights = np.concatenate([np.asarray(path.vertices)[:, 1] for path in ribbon.get_paths()])
    assert ribbon.get_gid() == "mean"
    assert heights.min() == np.nanmin(seen.panels[0].mean)
    assert heights.max() == np.nanmax(seen.panels[0].mean)
    assert lines(figure.axes[0], "mean") == []


def test_a_gap_breaks_the_line() -> None:
    noted = dict.fromkeys([*range(30), *range(50, 90)], 5.0)
    figure, _frames = drawn(view({"pain": answers(noted)}))
    x, y = points(figure.axes[0], "mean")
    broken = x[np.isnan(y)] - day_number(END)
    assert broken.tolist() == [-ago for ago in range(49, 29, -1)]


def test_an_average_that_stands_alone_is_seen() -> None:
    noted = dict.fromkeys([0, 20, 22, 24, 26, *range(60, 70)], 4.0)
    figure, _frames = drawn(view({"pain": answers(noted)}))
    x, y = points(figure.axes[0], "mean alone")
    assert (x - day_number(END)).tolist() == [-23]
    assert y.tolist() == [4.0]


def test_hollow_dots_have_the_surface_inside() -> None:
    figure, _frames = drawn(view({"pain": answers(dict.fromkeys(range(30), 4.0), late=[3])}))
    (full,), (hollow,) = (lines(figure.axes[0], gid) for gid in ("day", "hollow day"))
    surface = tokens("light").color("surface")
    assert same_color(hollow.get_markerfacecolor(), surface)
    assert not same_color(full.get_markerfacecolor(), surface)
    assert hollow.get_markeredgewidth() > full.get_markeredgewidth()


def test_ratings_reach_from_zero_to_ten_whatever_the_data() -> None:
    for value in (2.0, 9.0):
        figure, frames = drawn(view({"pain": answers(dict.fromkeys(range(30), value))}))
        assert texts(figure, "value") == ["0", "2", "4", "6", "8", "10"]
        assert -0.5 < frames[0].low < 0
        assert 10 < frames[0].high < 11.5
        _across, grid = points(figure.axes[0], "grid")
        np.testing.assert_array_equal(np.unique(grid[np.isfinite(grid)]), [0, 2, 4, 6, 8, 10])


def test_two_measures_share_their_days_and_nothing_else() -> None:
    figure, frames = drawn(view({"pain": diary(90), "sleep_hours": diary(90, low=4, high=10)}))
    upper, lower = figure.axes
    assert upper.get_xlim() == lower.get_xlim()
    assert upper.get_ylim() != lower.get_ylim()
    assert frames[0].box.bottom >= frames[1].box.top
    assert texts(figure, "name") == ["Pain", "Hours slept"]
    assert texts(figure, "value") == ["0", "5", "10", "0", "4", "8", "12 h"]
    markers = {lines(axes, "day")[0].get_marker() for axes in figure.axes}
    assert markers == {"o", "s"}


def test_bands_cover_the_days_of_flares_and_say_how_long() -> None:
    seen = view({"pain": diary(90)}, flares=[flare(60, 54), flare(3, 0, is_open=True)])
    figure, frames = drawn(seen)
    days = band_corners(figure.axes[0])
    np.testing.assert_allclose(days[0], [-60.5, -60.5, -53.5, -53.5, -60.5])
    assert days[1].min() == -3.5
    assert days[1].max() <= frames[0].last - day_number(END)
    assert texts(figure, "flare") == ["flare, 7 days", "flare, 4 days so far"]


def test_a_flare_that_began_before_the_view_is_cut_and_labelled_whole() -> None:
    figure, frames = drawn(view({"pain": diary(90)}, 30, flares=[flare(35, 25)]))
    assert band_corners(figure.axes[0]).min() == frames[0].first - day_number(END)
    assert texts(figure, "flare") == ["flare, 11 days"]


def test_labels_of_close_flares_do_not_run_into_each_other() -> None:
    flares = [flare(60, 57), flare(52, 49), flare(30, 25)]
    figure, _frames = drawn(view({"pain": diary(90)}, flares=flares))
    assert texts(figure, "flare") == ["flare, 4 days", "flare, 6 days"]


def test_many_flares_are_counted_instead_of_labelled() -> None:
    flares = [flare(ago, ago - 2) for ago in range(3600, 10, -40)]
    figure, _frames = drawn(view({"pain": diary(3650)}, 3650, flares=flares))
    assert texts(figure, "flare") == [f"shaded: {len(flares)} flares"]


def test_bands_on_another_measure_are_called_pains() -> None:
    figure, _frames = drawn(view({"mood": diary(90)}, flares=[flare(30, 25)]))
    assert texts(figure, "flare") == ["pain flare, 6 days"]


def test_only_the_upper_panel_labels_the_flares() -> None:
    figure, _frames = drawn(view({"pain": diary(90), "mood": diary(90)}, flares=[flare(30, 25)]))
    assert texts(figure, "flare") == ["flare, 6 days"]
    assert all(len(axes.patches) == 1 for axes in figure.axes)


def test_events_are_dashed_and_named() -> None:
    start = END - timedelta(days=34)
    figure, _frames = drawn(view({"pain": diary(90)}, events=[event("new $ medicine", start)]))
    (line,) = lines(figure.axes[0], "event")
    days = np.asarray(line.get_xdata())
    assert np.unique(days[np.isfinite(days)]) == day_number(start)
    assert line.is_dashed()
    assert texts(figure, "event") == ["new $ medicine, 6 Feb"]


def test_a_longer_event_is_a_bar_along_the_foot() -> None:
    first = END - timedelta(days=100)
    trip = event("trip", first, first + timedelta(days=20))
    figure, frames = drawn(view({"pain": diary(200)}, 90, events=[trip]))
    days, _values = points(figure.axes[0], "event span")
    assert days[:2].tolist() == [frames[0].first, day_number(first) + 20]
    assert lines(figure.axes[0], "event") == []
    assert texts(figure, "event") == []


def test_names_without_room_stay_out_of_the_picture() -> None:
    events = [event(f"event number {at}", END - timedelta(days=at)) for at in range(60)]
    figure, _frames = drawn(view({"pain": diary(90)}, events=events))
    (line,) = lines(figure.axes[0], "event")
    assert np.isfinite(np.asarray(line.get_xdata())).sum() == 2 * 60
    assert len(texts(figure, "event")) < 20


SCALES = [0.9, 1.0, 1.3, 2.0]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("days", [30, 90, 365, 3650])
@pytest.mark.parametrize("ids", [("pain",), ("fog", "steps")])
def test_no_label_meets_another_or_leaves_the_picture(
    ids: tuple[str, ...], days: int, scale: float
) -> None:
    flares = [flare(ago, ago - 5) for ago in range(days - 10, 5, -37)]
    events = [event("a change", END - timedelta(days=ago)) for ago in (3, 20, 25)]
    scales = {"steps": (0, 9000), "pain": (0, 10), "fog": (0, 10)}
    shown = {id: diary(days, low=scales[id][0], high=scales[id][1]) for id in ids}
    width, height = 690.0, float(wanted_height(len(ids), scale))
    figure, _frames = drawn(
        view(shown, days, flares=flares, events=events), (width, height), scale=scale
    )
    boxes = [box for _text, box in text_boxes(figure)]
    assert texts(figure, "average") in (["7-day average"], [])
    for at, box in enumerate(boxes):
        assert box.x0 >= -0.5, box
        assert box.x1 <= width + 0.5, box
        assert box.y0 >= -1, box
        assert box.y1 <= height + 1, box
        assert not any(box.overlaps(other) for other in boxes[at + 1 :])


@pytest.mark.parametrize("scale", SCALES)
def test_text_is_never_smaller_than_thirteen_pixels_at_full_size(scale: float) -> None:
    figure, _frames = drawn(view({"pain": diary(90)}, flares=[flare(30, 25)]), scale=scale)
    sizes = {text.get_fontsize() for axes in figure.axes for text in axes.texts}
    assert sizes == {13 * scale}


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_draws_in_its_own_colours(theme: str) -> None:
    figure, _frames = drawn(view({"pain": diary(90)}), theme=theme)
    colors, axes = tokens(theme), figure.axes[0]
    assert same_color(lines(axes, "mean")[0].get_color(), colors.measure("pain"))
    assert bool(lines(axes, "grid")) == (theme in {"light", "dark"})
    (label,) = [text for text in axes.texts if text.get_gid() == "average"]
    assert same_color(label.get_color(), colors.measure("pain"))


def test_a_figure_is_used_again_and_nothing_of_the_last_chart_stays() -> None:
    figure = Figure((690 / 72, 330 / 72), dpi=72)
    look = style.Look(tokens("light"))
    new_canvas(figure)
    with rc_context(style.parameters(look)):
        DRAW(figure, view({"pain": diary(90)}, flares=[flare(30, 25)]), look)
        kept = figure.axes[0]
        DRAW(figure, view({"pain": answers({})}), look)
        assert figure.axes == [kept]
        assert texts(figure, "flare") == texts(figure, "average") == []
        assert not kept.patches
        DRAW(figure, view({"pain": diary(90), "mood": diary(90)}), look)
    assert len(figure.axes) == 2


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (120, 90)])
def test_a_window_too_small_for_a_chart_is_survived(size: tuple[float, float]) -> None:
    drawn(view({"pain": diary(90), "mood": diary(90)}, flares=[flare(30, 25)]), size, scale=2.0)


def test_more_measures_and_larger_text_want_more_height() -> None:
    assert wanted_height(1, 1.0) < wanted_height(2, 1.0) < wanted_height(2, 2.0)
