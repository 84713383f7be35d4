"""Draws scores: a dot a check-in on a line, its number above it, words for the heights beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts.axis import ValueAxis, day_number
from fibrojournal.charts.layout import Box, Boxes, Frame, plot_height
from fibrojournal.charts.over_days import FOOT, draw_values, gutter, size_of
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.view import Drawn
from fibrojournal.text import _, plain_number, short_date, with_year

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.score_view import Score, ScoreView

DAYS_A_YEAR = 365
"""From here on a day is named with its year."""

# Lengths in pixels at 100 % text.
_PLOT = 190.0
_HEAD = 30.0
_BESIDE = 12.0  # from the frame to the words at its right
_UNDER = 4.0
_SIDE = 18.0
_DOT, _RING = 9.0, 8.0
_REACH = 9.0
_BETWEEN = 8.0


def wanted_height(scale: float) -> int:
    """Return how high it should be: large words need room between the bands."""
    return round(plot_height(_PLOT, scale) + (_HEAD + FOOT) * scale)


def draw(figure: Figure, view: ScoreView, look: Look) -> Drawn:
    """Draw over a whole figure: a mark is a point, the oldest first."""
    score = view.score
    frame = _frame(figure, view, look)
    pen = Pen(clean_axes(figure, [frame.box])[0], frame, look)
    draw_values(pen, _axis(score), look.px(_HEAD))
    for height, word in score.words:
        left = frame.box.right + look.px(_BESIDE)
        pen.text(pen.box_of(_(word), left, frame.y(height)), _(word), gid="word")
    days = np.array([day_number(day) for day, _value in view.points])
    values = np.array([value for _day, value in view.points])
    color = look.tokens.measure(score.color)
    pen.line(days, values, color=color, linewidth=3.0, gid="line")
    marker, size = look.marker(score.color), _DOT * look.marker_size(score.color)
    pen.markers(
        days,
        values,
        marker=marker,
        markersize=size,
        color=color,
        markeredgewidth=0,
        clip_on=False,
        gid="score",
    )
    pen.markers(  # the newest stands out
        days[-1:],
        values[-1:],
        marker="o",
        markersize=size + _RING,
        markerfacecolor="none",
        markeredgecolor=look.color("accent"),
        markeredgewidth=2.0,
        clip_on=False,
        gid="newest",
    )
    _write_numbers(pen, view)
    _write_dates(pen, view)
    lefts, bottoms = frame.xs(days) - _REACH, frame.ys(values) - _REACH
    return Drawn(Boxes(lefts, bottoms, 2 * _REACH, 2 * _REACH), (frame,), leap=12)


def _axis(score: Score) -> ValueAxis:
    ticks = tuple(float(tick) for tick in score.ticks)
    return ValueAxis(score.low, score.high, ticks, ticks)


def _frame(figure: Figure, view: ScoreView, look: Look) -> Frame:
    """Lay out the frame; a single point stands at the right, where the newest always is."""
    width, height = size_of(figure)
    score, foot, head = view.score, look.px(FOOT), look.px(_HEAD)
    left = gutter([_axis(score)], look)
    words = [text_width(_(word), look.text_size) for _height, word in score.words]
    right = max(width - max(words, default=0.0) - look.px(_BESIDE) - 2, left + 3 * _SIDE)
    top = max(height, foot + head + 2 * _UNDER)
    first, last = (day_number(point[0]) for point in (view.points[0], view.points[-1]))
    first = min(first, last - 1)
    a_day = (last - first) / (right - left - 2 * _SIDE)
    a_pixel = (score.high - score.low) / (top - foot - head - _UNDER)
    return Frame(
        Box(left, foot, right, top),
        first - _SIDE * a_day,
        last + _SIDE * a_day,
        score.low - _UNDER * a_pixel,
        score.high + head * a_pixel,
    )


def _write_numbers(pen: Pen, view: ScoreView) -> None:
    """Write the number over each dot, from the newest back, as far as there is room."""
    frame, look = pen.frame, pen.look
    free_to = np.inf
    for at, (day, value) in enumerate(reversed(view.points)):
        words = plain_number(value)
        ring = 0.0 if at else _RING / 2
        middle = frame.y(value) + look.px(9.0) + _DOT / 2 + ring
        box = pen.centred_box(words, frame.x(day_number(day)), middle, frame.box)
        if box.right <= free_to:
            pen.text(box, words, gid="number", color=look.color("ink"), weight=STRONG)
            free_to = box.left - _BETWEEN


def _write_dates(pen: Pen, view: ScoreView) -> None:
    """Date the points from the newest back, as far as there is room."""
    frame, look = pen.frame, pen.look
    middle = frame.box.bottom - look.px(FOOT) / 2 - 2
    within = Box(0.0, 0.0, frame.box.right, frame.box.top)
    years = (view.points[-1][0] - view.points[0][0]).days >= DAYS_A_YEAR
    free_to = np.inf
    for day, _value in reversed(view.points):
        words = with_year(short_date(day), day) if years else short_date(day)
        box = pen.centred_box(words, frame.x(day_number(day)), middle, within)
        if box.right <= free_to:
            pen.text(box, words, gid="date")
            free_to = box.left - _BETWEEN
