"""The level shifts of a trend: a thin step from one level to the next, with its words beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts import trend_words as words
from fibrojournal.charts.layout import Boxes, Crowd, Pixels
from fibrojournal.charts.pen import Pen
from fibrojournal.charts.style import text_width

if TYPE_CHECKING:
    from fibrojournal.charts.trend_view import Panel

# Lengths in pixels at 100 % text.
_REACH = 28.0
"""How many days of a level are drawn on either side of a shift."""
_LEAST_REACH = 26.0  # the same in px, where days are narrow
_LINE = 1.4
_AWAY = (14.0, 22.0, 32.0, 44.0, 58.0)
_MARGIN = 3.0
_A_STEP = 8.0
_FEW = 6.0
"""A label that would stand on more than a dot or two is left out: words say it all the same."""


def draw_shifts(pen: Pen, panel: Panel, crowd: Crowd, *, years: bool) -> None:
    """Draw the steps over everything else; label those that have room."""
    frame, shifts = pen.frame, panel.shifts
    if not shifts:
        return
    reach = max(_REACH, _LEAST_REACH * (frame.last - frame.first) / frame.box.width)
    edges = [frame.first, *(shift.day - 0.5 for shift in shifts), frame.last]
    days, levels = [], []
    for shift, (before, at), after in zip(shifts, pairwise(edges), edges[2:], strict=False):
        left, right = max(at - reach, before), min(at + reach, after)
        days += [left, at, at, right, np.nan]
        levels += [shift.before, shift.before, shift.after, shift.after, np.nan]
    color = pen.look.color("ink_2")
    pen.line(days, levels, color=color, linewidth=_LINE, solid_capstyle="butt", gid="shift")
    xs, ys = frame.xs(np.array(days)), frame.ys(np.array(levels))
    for start in range(0, xs.size, 5):
        between = np.linspace(xs[start], xs[start + 3], 40)
        crowd.add_points(
            between, np.interp(between, xs[start : start + 4], ys[start : start + 4]), 1
        )
    for at, shift in enumerate(shifts):
        label = words.shift_label(panel.measure, shift, years=years)
        found = crowd.freest(
            _places(pen, label, xs[5 * at + 1], ys[5 * at + 1 : 5 * at + 3]), _MARGIN
        )
        if found is not None and found[1] < _FEW:
            pen.text(found[0], label, gid="shift", color=color)
            crowd.add_box(found[0])


def _places(pen: Pen, label: str, x: float, levels: Pixels) -> Boxes:
    """Return places over and under a step, the nearest first."""
    look = pen.look
    width = text_width(label, look.text_size)
    away = np.array([look.px(distance) for distance in _AWAY])
    heights = np.concatenate((levels.max() + away, levels.min() - away))
    order = np.argsort(np.tile(away, 2), kind="stable")
    lefts = np.array([x - width / 2, x + _A_STEP, x - _A_STEP - width])
    middles = np.repeat(heights[order], lefts.size)
    return pen.boxes_of(label, np.tile(lefts, order.size), middles)
