"""Means of spans of days, drawn: panels one above the other, a marker and a bar for each span."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.slow_and_fast import BLOCK
from fibrojournal.charts.axis import ValueAxis, day_number, value_axis
from fibrojournal.charts.layout import Box, Boxes, Frame, Pixels
from fibrojournal.charts.over_days import (
    FOOT,
    SIDE,
    UNDER,
    days_frame,
    draw_dates,
    draw_values,
    gutter,
    size_of,
)
from fibrojournal.charts.pen import Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look
from fibrojournal.charts.view import Drawn
from fibrojournal.journal.measures import Measure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.four_weeks import FourWeeksView

# Lengths in pixels at 100 % text.
_PLOT = 110.0
_HEAD = 26.0  # over the highest tick, for the name
_BETWEEN = 10.0
_MARKER = 8.0
_SPAN = 3.0


def wanted_height(panels: int, scale: float) -> int:
    """Return how high so many panels should be, in px."""
    words = scale * (_HEAD * panels + _BETWEEN * (panels - 1) + FOOT)
    return round(panels * (_PLOT * scale + UNDER) + words)


def draw(figure: Figure, view: FourWeeksView, look: Look) -> Drawn:
    """Draw the panels over a whole figure, on the same days."""
    axes = [value_axis(measure, np.array([])) for measure in view.measures]
    frames = _frames(figure, view, axes, look)
    middles = np.array([day_number(start) for start in view.starts]) + (BLOCK - 1) / 2
    places = clean_axes(figure, [frame.box for frame in frames])
    for at, (measure, means) in enumerate(zip(view.measures, view.means, strict=True)):
        pen = Pen(places[at], frames[at], look)
        draw_values(pen, axes[at], look.px(_HEAD))
        _draw_name(pen, measure)
        _draw_means(pen, measure, middles, means)
        if at == len(frames) - 1:
            draw_dates(pen, view.starts[0], view.end)
    bottom, top = frames[-1].box.bottom, frames[0].box.top
    marks = Boxes(frames[0].xs(middles), np.full(middles.size, bottom), 0.0, top - bottom)
    return Drawn(marks, leap=6)


def _frames(figure: Figure, view: FourWeeksView, axes: list[ValueAxis], look: Look) -> list[Frame]:
    width, height = size_of(figure)
    left = gutter(axes, look)
    head = look.px(_HEAD)
    each = (height - look.px(FOOT) - look.px(_BETWEEN) * (len(axes) - 1)) / len(axes)
    # A window may be too small for a chart for a moment; it is drawn, beyond its edges.
    each, width = max(each, head + UNDER + 1), max(width, left + 2 * SIDE + 1)
    tops = [height - at * (each + look.px(_BETWEEN)) for at in range(len(axes))]
    return [
        days_frame(Box(left, top - each, width, top), axis, view.starts[0], view.end, head)
        for axis, top in zip(axes, tops, strict=True)
    ]


def _draw_name(pen: Pen, measure: Measure) -> None:
    frame, look = pen.frame, pen.look
    middle = frame.box.top - look.px(_HEAD) / 2
    box = pen.box_of(measure.short_label, frame.box.left, middle, STRONG)
    color = look.tokens.measure(measure.id)
    pen.text(box, measure.short_label, gid="name", color=color, weight=STRONG)


def _draw_means(pen: Pen, measure: Measure, middles: Pixels, means: Pixels) -> None:
    look = pen.look
    color = look.tokens.measure(measure.id)
    half = (BLOCK - 1) / 2
    broad = BLOCK * pen.frame.box.width / (pen.frame.last - pen.frame.first)
    spans = np.column_stack((middles - half, middles + half, np.full(middles.size, np.nan)))
    pen.line(
        spans.ravel(),
        np.column_stack((means, means, np.full(means.size, np.nan))).ravel(),
        color=color,
        linewidth=_SPAN,
        solid_capstyle="butt",
        gid="span",
    )
    pen.markers(
        middles,
        means,
        marker=look.marker(measure.id),
        markersize=min(look.px(_MARKER), broad) * look.marker_size(measure.id),
        markerfacecolor=color,
        markeredgecolor=look.color("surface"),
        markeredgewidth=1.0,
        clip_on=False,
        gid="mean",
    )
