from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.charts.layout import (
    TAKEN,
    Box,
    Boxes,
    Crowd,
    Frame,
    apart,
    extremes,
    plot_height,
    thinned,
)

AREA = Box(0, 0, 300, 100)


def row(*lefts: float, bottom: float = 40.0) -> Boxes:
    return Boxes(np.array(lefts), np.full(len(lefts), bottom), 30.0, 12.0)


def test_the_first_empty_place_is_taken() -> None:
    crowd = Crowd(AREA)
    crowd.add_points(np.array([20.0, math.nan, 900.0]), np.array([45.0, 45.0, 45.0]), 1.0)
    assert crowd.freest(row(10, 60, 120)) == (Box(60, 40, 90, 52), 0.0)


def test_of_crowded_places_the_emptiest_is_taken() -> None:
    crowd = Crowd(AREA)
    crowd.add_columns(np.array([0.0]), np.array([299.0]), 0.5)
    crowd.add_points(np.array([20.0, 25.0, 70.0]), np.array([45.0, 45.0, 45.0]), 1.0)
    places = crowd.freest(row(10, 60))
    assert places is not None
    assert places[0] == Box(60, 40, 90, 52)


def test_less_than_enough_is_as_good_as_nothing() -> None:
    crowd = Crowd(AREA)
    crowd.add_columns(np.array([0.0]), np.array([100.0]), 0.001)
    assert crowd.freest(row(10, 200), enough=0.5) != crowd.freest(row(10, 200))


def test_a_margin_keeps_away_from_neighbours() -> None:
    crowd = Crowd(AREA)
    crowd.add_points(np.array([46.0]), np.array([45.0]), 1.0)
    near = crowd.freest(row(10, 200))
    far = crowd.freest(row(10, 200), margin=8.0)
    assert near is not None
    assert far is not None
    assert (near[0].left, far[0].left) == (10, 200)


def test_where_text_stands_or_the_area_ends_there_is_no_room() -> None:
    crowd = Crowd(AREA)
    crowd.add_box(Box(0, 0, 150, 100))
    assert crowd.freest(row(10, 290, -5)) is None
    assert crowd.freest(row(10, bottom=95.0)) is None
    assert crowd.freest(row()) is None
    assert crowd.freest(row(10, 200)) == (Box(200, 40, 230, 52), 0.0)
    assert TAKEN > 100


def test_a_frame_finds_its_way_back() -> None:
    frame = Frame(Box(20, 30, 520, 230), 100.0, 190.0, -0.5, 11.0)
    assert frame.day_at(frame.x(123.0)) == 123.0
    assert math.isclose(frame.value_at(frame.y(7.0)), 7.0)
    np.testing.assert_allclose(frame.xs(np.array([100, 190])), [20, 520])
    np.testing.assert_allclose(frame.ys(np.array([-0.5, 11.0, math.nan])), [30, 230, math.nan])


LINE = st.lists(st.one_of(st.just(math.nan), st.floats(0, 10)), min_size=1, max_size=400)


@given(LINE, st.floats(0.5, 80.0))
def test_a_thinned_line_keeps_the_ends_and_extremes_of_each_column(
    values: list[float], width: float
) -> None:
    y = np.array(values)
    x = np.linspace(0.0, width, y.size)
    kept = thinned(x, y)
    assert sorted(set(kept.tolist())) == kept.tolist()
    columns = np.floor(x)
    for column in np.unique(columns):
        whole = y[columns == column]
        left = y[kept][columns[kept] == column]
        np.testing.assert_equal(left[[0, -1]], whole[[0, -1]])
        if np.isfinite(whole).any():
            assert np.nanmin(left) == np.nanmin(whole)
            assert np.nanmax(left) == np.nanmax(whole)


def test_a_hundred_years_leave_four_points_a_column() -> None:
    y = np.random.default_rng(1).random(36_500)
    assert thinned(np.linspace(0, 600, y.size), y).size <= 4 * 601


def test_a_line_that_fills_its_columns_is_its_lows_and_highs() -> None:
    y = np.random.default_rng(1).random(36_500)
    y[1000:1200] = math.nan
    x = np.linspace(0, 600, y.size)
    filled = extremes(x, y)
    assert filled is not None
    starts, lows, highs = filled
    for start, low, high in zip(starts, lows, highs, strict=True):
        column = y[np.floor(x) == np.floor(x[start])]
        if np.isnan(column).all():
            assert np.isnan([low, high]).all()
        else:
            assert (low, high) == (np.nanmin(column), np.nanmax(column))
    assert np.isnan(lows).any()
    assert extremes(x[::10], y[::10]) is None


def test_a_short_line_is_kept_whole() -> None:
    assert thinned(np.linspace(0, 600, 90), np.zeros(90)).tolist() == list(range(90))


def test_points_on_the_same_spot_are_drawn_once() -> None:
    x = np.array([1.0, 1.2, 1.4, 2.0])
    y = np.array([5.0, 5.0, 6.0, 5.0])
    assert apart(x, y).tolist() == [0, 2, 3]
    assert apart(x[:0], y[:0]).tolist() == []


@pytest.mark.parametrize(("scale", "height"), [(1.0, 200.0), (1.25, 200.0), (2.0, 280.0)])
def test_a_plot_gives_larger_text_more_room(scale: float, height: float) -> None:
    assert plot_height(200.0, scale) == pytest.approx(height)
