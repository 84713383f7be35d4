"""A few columns side by side: in each a mean with the middle half of the days behind it.

Weekdays, parts of the day, months: whatever has an order and few names. The frame's days are the
numbers of the columns, from 0.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.analysis.summary import Usual
from fibrojournal.charts.axis import ValueAxis
from fibrojournal.charts.layout import Box, Boxes, Frame, plot_height
from fibrojournal.charts.over_days import FOOT, UNDER, draw_values, gutter, size_of
from fibrojournal.charts.pen import Pen, Style, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.view import Drawn, View
from fibrojournal.text import _, number
from fibrojournal.tokens import mix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Lengths in pixels at 100 % text.
_PLOT = 180.0
_HEAD = 24.0
_TO_NAME = 10.0
_BETWEEN = 6.0  # from one name of a column to the next
_BAR = 14.0
_MARKER = 9.0
_REACH = 8.0  # from the middle of a marker to the edge of what can be pointed at
_TINT = 0.22
_DASHES = (5.0, 2.5)


@dataclass(frozen=True, slots=True)
class Point:
    """What stands in one column: a middle, and the half of the days around it."""

    middle: float
    low: float
    high: float
    n: int
    """How many days stand behind it."""

    @classmethod
    def of(cls, n: int, mean: float | None, usual: Usual | None, fewest: int = 1) -> Point | None:
        """Make a point of what was found, if so many days stand behind it."""
        if mean is None or usual is None or n < fewest:
            return None
        return cls(mean, usual.low, usual.high, n)

    def cells(self) -> tuple[str, str, str]:
        """Return its middle, the half around it, and its days, for a table."""
        half = _("{low} to {high}").format(low=number(self.low, 1), high=number(self.high, 1))
        return number(self.middle, 1), half, str(self.n)

    def read_out(self, name: str) -> str:
        """Say what stands under a name."""
        return _(
            "{name}: {middle} on average, half of the days between {low} and {high}. Days: {n}."
        ).format(
            name=name,
            middle=number(self.middle, 1),
            low=number(self.low, 1),
            high=number(self.high, 1),
            n=self.n,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One measure from column to column; None where too little is noted."""

    measure_id: str
    points: tuple[Point | None, ...]
    name: str = ""
    """Written beside its last point, where there is more than one row."""
    is_joined: bool = False
    """Whether columns follow one another in time, so that a line joins them."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Everything that is drawn."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    axis: ValueAxis
    above: tuple[str, ...] = ()
    """A few signs over each column."""
    marked: float | None = None
    """A level that means something by itself, such as no difference."""

    def point_at(self, at: int) -> tuple[int, int, Point]:
        """Return the column, the row and the point of a mark."""
        return list(self.order())[at]

    def order(self) -> Iterator[tuple[int, int, Point]]:
        """Go through the points as they are read: columns from left to right, rows in each."""
        for column in range(len(self.names)):
            for row, one in enumerate(self.rows):
                point = one.points[column]
                if point is not None:
                    yield column, row, point


class ColumnsView(View):
    """A view that is columns and nothing else: a mark is a point."""

    __slots__ = ()

    @property
    @abstractmethod
    def columns(self) -> Columns:
        """What is drawn."""

    def height(self, width: float, scale: float) -> int:
        """Return how high the picture should be; the width does not matter."""
        return round(plot_height(_PLOT, scale) + UNDER + scale * (_HEAD + FOOT))

    def draw(self, figure: Figure, look: Look) -> Drawn:
        """Draw over a whole figure."""
        return draw(figure, self.columns, look)


def draw(figure: Figure, columns: Columns, look: Look) -> Drawn:
    """Draw over a whole figure; a mark is a point."""
    frame = _frame(figure, columns, look)
    pen = Pen(clean_axes(figure, [frame.box])[0], frame, look)
    draw_values(pen, columns.axis, look.px(_HEAD))
    if columns.marked is not None:
        pen.levels([columns.marked], look.color("ink_3"), "marked")
    _draw_names(pen, columns)
    for row in columns.rows:
        _draw_spread(pen, row)
    for at, row in enumerate(columns.rows):
        _draw_middles(pen, row, is_dashed=at > 0)
    _name_rows(pen, columns)
    points = list(columns.order())
    lefts = frame.xs(np.array([column for column, _row, _point in points], dtype=np.float64))
    bottoms = frame.ys(np.array([point.middle for _column, _row, point in points]))
    return Drawn(Boxes(lefts - _REACH, bottoms - _REACH, 2 * _REACH, 2 * _REACH))


def _frame(figure: Figure, columns: Columns, look: Look) -> Frame:
    width, height = size_of(figure)
    axis = columns.axis
    left = gutter([axis], look)
    names = (text_width(row.name, look.text_size, STRONG) for row in columns.rows)
    right = max(names, default=0.0)
    right += look.px(_TO_NAME) if right else 2.0
    head, foot = look.px(_HEAD), look.px(FOOT)
    box = Box(left, foot, max(width - right, left + 20), max(height, foot + head + UNDER + 1))
    a_pixel = (axis.high - axis.low) / (box.height - head - UNDER)
    side = 0.35 if any(row.name for row in columns.rows) else 0.5
    last = len(columns.names) - 1 + side
    return Frame(box, -side, last, axis.low - UNDER * a_pixel, axis.high + head * a_pixel)


def _draw_names(pen: Pen, columns: Columns) -> None:
    """Name the columns below, as many as have room, and write what stands over them."""
    frame, look = pen.frame, pen.look
    width = pen.width
    below = frame.box.bottom - look.px(FOOT) / 2 - 2
    over = frame.box.top - look.px(_HEAD) / 2
    lines = (
        (columns.names, below, Box(0, 0, width, frame.box.top)),
        (columns.above, over, frame.box),
    )
    for texts, middle, within in lines:
        free_from = within.left - _BETWEEN
        for at, text in enumerate(texts):
            box = pen.centred_box(text, frame.x(at), middle, within)
            if text and box.left >= free_from + _BETWEEN:
                pen.text(box, text, gid="name" if texts is columns.names else "above")
                free_from = box.right


def _draw_spread(pen: Pen, row: Row) -> None:
    """Draw where half of the days lie: a band under a line, a bar where there is none."""
    look, color = pen.look, pen.look.tokens.measure(row.measure_id)
    ends = ((math.nan, math.nan) if one is None else (one.low, one.high) for one in row.points)
    lows, highs = np.array(list(ends)).T
    noted = np.isfinite(lows)
    joined = np.zeros_like(noted)
    if row.is_joined:
        pairs = noted[1:] & noted[:-1]
        joined[1:] |= pairs
        joined[:-1] |= pairs
        low, high = (np.where(joined, edge, math.nan) for edge in (lows, highs))
        # See-through: bands may cross.
        band = f"{color}{round(255 * _TINT):02X}"
        pen.ribbon(np.arange(lows.size, dtype=np.float64), low, high, band, "half")
    alone = np.flatnonzero(noted & ~joined)
    tint = mix(look.color("surface"), color, _TINT)
    pen.upright_bars(alone, lows[alone], highs[alone], _BAR, tint)


def _draw_middles(pen: Pen, row: Row, *, is_dashed: bool) -> None:
    """Draw the middles; the line of another row is dashed, as the two may cross in grey."""
    look = pen.look
    color = look.tokens.measure(row.measure_id)
    middles = [math.nan if point is None else point.middle for point in row.points]
    if row.is_joined:
        width: float = look.tokens.data["size"]["chart_line"]
        drawn: Style = {"color": color, "linewidth": width, "gid": "middle line"}
        if is_dashed:
            drawn["dashes"] = _DASHES
        pen.line(range(len(middles)), middles, **drawn)
    pen.markers(
        range(len(middles)),
        middles,
        marker=look.marker(row.measure_id),
        markersize=_MARKER * look.marker_size(row.measure_id),
        color=color,
        markeredgewidth=0,
        clip_on=False,
        gid="middle",
    )


def _name_rows(pen: Pen, columns: Columns) -> None:
    """Write each row's name beside its last point; names that would touch move apart."""
    frame, look = pen.frame, pen.look
    named = []
    for row in columns.rows:
        last = next((point for point in reversed(row.points) if point is not None), None)
        if row.name and last is not None:
            named.append((frame.y(last.middle), row))
    line = 1.2 * look.text_size
    below = -math.inf
    for wanted, row in sorted(named, key=lambda one: one[0]):
        below = max(wanted, below + line)
        box = pen.box_of(row.name, frame.box.right + look.px(_TO_NAME) / 2, below, STRONG)
        color = look.tokens.measure(row.measure_id)
        pen.text(box, row.name, gid="row", color=color, weight=STRONG)
