"""Averages of groups of days, drawn: a marker for the average, a bar for how far it may be off.

Two kinds of days in one column stand apart; the second is a grey dash and joined by dashes, so
that print without colour tells them apart too. How many days each is stands under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from fibrojournal.charts.group_layout import GAP, LINE, SAMPLE, Layout, Words
from fibrojournal.charts.layout import Box, Boxes, Crowd
from fibrojournal.charts.over_days import draw_ticks, size_of
from fibrojournal.charts.pen import Numbers, Pen, clean_axes
from fibrojournal.charts.style import STRONG, Look, text_width
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.charts.view import Drawn
from fibrojournal.tokens import mix, tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from fibrojournal.charts.groups import GroupsView, Panel

# Lengths in pixels at 100 % text.
_ASIDE = 13.0  # two series in a column stand so far to the left and to the right
_MOST_ASIDE = 0.24  # of a column
_BAR = 8.0
_MARKER = 10.0
_DASH = 3.5  # how thick the second series is marked
_BAR_MIX = 0.38
_TO_VALUE = 4.0
_STEP = 3.0  # how finely lines are noted where values look for room
_AROUND_MARK = 6.0

_A_BAR, _A_LINE = 0.5, 1.0
"""How much a written value avoids to stand on something."""
_FULL = 12.0
"""A place that is so crowded stays without a value."""


def wanted_height(view: GroupsView, width: float, scale: float) -> int:
    """Return how high the panels should be at a width, in px."""
    look = Look(tokens("light"), scale)  # sizes are the same in every theme
    return round(Layout(view.panels, look, width).height)


def draw(figure: Figure, view: GroupsView, look: Look) -> Drawn:
    """Draw the panels over a whole figure."""
    width, height = size_of(figure)
    layout = Layout(view.panels, look, width)
    frames = layout.frames(height)
    axes = clean_axes(figure, [frame.box for frame in frames])
    drawn = []
    for at, (panel, words) in enumerate(zip(view.panels, layout.words, strict=True)):
        pen = Pen(axes[at], frames[at], look)
        rows = [Row(pen, panel, series) for series in range(len(panel.series))]
        draw_ticks(pen, panel.axis, panel.axis.few_ticks)
        _draw_head(pen, rows, words, layout.head(at))
        _draw_foot(pen, rows, words)
        _draw_rows(pen, rows)
        drawn.append(rows)
    return Drawn(_marks(view, drawn, look))


class Row:
    """Draws one series of a panel."""

    def __init__(self, pen: Pen, panel: Panel, at: int) -> None:
        look, frame = pen.look, pen.frame
        self._pen, self._measure, self.frame = pen, panel.measure, frame
        self._is_second = at > 0
        self.is_joined = panel.is_joined
        self.color = look.color("ink_3") if at else look.tokens.measure(panel.measure.id)
        a_pixel = (frame.last - frame.first) / frame.box.width
        aside = min(look.px(_ASIDE) * a_pixel, _MOST_ASIDE) if len(panel.series) > 1 else 0.0
        self.columns = np.arange(len(panel.columns)) + aside * (2 * at - 1)
        groups = panel.series[at].groups
        self.shown = np.array([group.is_shown for group in groups])
        numbers = np.array([(group.mean, group.low, group.high) for group in groups])
        self.means, self.lows, self.highs = numbers[self.shown].T

    def draw(self, crowd: Crowd) -> None:
        """Draw the bars, the averages and what joins them."""
        pen, x = self._pen, self.columns[self.shown]
        width = pen.look.px(_BAR)
        color = mix(pen.look.color("surface"), self.color, _BAR_MIX)
        pen.intervals(
            x,
            self.lows,
            self.highs,
            color=color,
            linewidth=width,
            solid_capstyle="butt",
            gid="interval",
        )
        if self.is_joined:
            self.line(x, self.means)
        self.markers(x, self.means, "mean")
        self._note(crowd)

    def line(self, x: Numbers, y: Numbers) -> None:
        """Draw a line of this series."""
        if self._is_second:
            self._pen.line(
                x, y, color=self.color, linewidth=1.5, dashes=(4, 3), clip_on=False, gid="line"
            )
        else:
            self._pen.line(x, y, color=self.color, linewidth=2.0, clip_on=False, gid="line")

    def markers(self, x: Numbers, y: Numbers, gid: str) -> None:
        """Draw markers of this series."""
        look, id = self._pen.look, self._measure.id
        if self._is_second:
            self._pen.markers(
                x,
                y,
                marker="_",
                markersize=look.px(_MARKER),
                color=self.color,
                markeredgewidth=look.px(_DASH),
                clip_on=False,
                gid=gid,
            )
            return
        self._pen.markers(
            x,
            y,
            marker=look.marker(id),
            markersize=look.px(_MARKER) * look.marker_size(id),
            markerfacecolor=self.color,
            markeredgecolor=look.color("surface"),
            markeredgewidth=1.5,
            clip_on=False,
            gid=gid,
        )

    def write_means(self, crowd: Crowd, *, beside: bool) -> None:
        """Write each average beside its marker, or over or under its bar, where there is room."""
        pen, look = self._pen, self._pen.look
        half, gap = look.px(_MARKER) / 2, look.px(LINE) / 2 + 1
        for x, y, low, high, mean in self._places():
            text = mean_text(self._measure, mean)
            width = text_width(text, look.text_size, STRONG)
            lefts, middles = [x - width / 2] * 2, [max(high, y + half) + gap]
            middles.append(min(low, y - half) - gap)
            if beside:
                lefts.insert(0, x + half + look.px(_TO_VALUE))
                middles.insert(0, y)
            boxes = pen.boxes_of(text, np.array(lefts), np.array(middles), STRONG)
            found = crowd.freest(boxes, 1.0)
            if found is not None and found[1] < _FULL:
                pen.text(found[0], text, gid="average", color=look.color("ink"), weight=STRONG)
                crowd.add_box(found[0].wider(2.0))

    def _places(self) -> list[tuple[float, float, float, float, float]]:
        """Where each average stands, in pixels, with its bar's ends and its value."""
        frame = self.frame
        heights = (frame.ys(values) for values in (self.means, self.lows, self.highs))
        x = frame.xs(self.columns[self.shown])
        return list(zip(x, *heights, self.means, strict=True))

    def _note(self, crowd: Crowd) -> None:
        half = self._pen.look.px(_MARKER) / 2
        places = self._places()
        for x, y, low, high, _mean in places:
            crowd.add_box(Box(x - half, low, x + half, high), _A_BAR)
            crowd.add_box(Box(x - half, y - half, x + half, y + half), _A_LINE)
        if self.is_joined and places:
            across, heights = np.array(places)[:, :2].T
            steps = np.arange(across[0], across[-1], _STEP)
            crowd.add_points(steps, np.interp(steps, across, heights), _A_LINE)


def _marks(view: GroupsView, drawn: Sequence[Sequence[Row]], look: Look) -> Boxes:
    """Return where each average stands."""
    size = look.px(_MARKER) + _AROUND_MARK
    lefts, bottoms = [], []
    for place in view.places:
        row = drawn[place.panel][place.series]
        lefts.append(row.frame.x(row.columns[place.column]) - size / 2)
        bottoms.append(row.frame.y(view.group(place).mean) - size / 2)
    return Boxes(np.array(lefts), np.array(bottoms), size, size)


def _draw_head(pen: Pen, rows: Sequence[Row], words: Words, height: float) -> None:
    """Write the title and name the series, each beside a sample of it, from a height down."""
    frame, look = pen.frame, pen.look
    left = frame.box.left - words.gutter
    middle = frame.box.top + height - look.px(LINE) / 2
    for line in words.title:
        box = pen.box_of(line, left, middle, STRONG)
        pen.text(box, line, gid="title", color=look.color("ink"), weight=STRONG)
        middle -= look.px(LINE)
    for row, lines in zip(rows, words.keys, strict=False):
        start, end = frame.day_at(left), frame.day_at(left + look.px(SAMPLE))
        height = frame.value_at(middle)
        if row.is_joined:
            row.line([start, end], [height, height])
        row.markers([(start + end) / 2], [height], "key")
        for line in lines:
            pen.text(pen.box_of(line, left + look.px(SAMPLE + GAP), middle), line, gid="key")
            middle -= look.px(LINE)


def _draw_foot(pen: Pen, rows: Sequence[Row], words: Words) -> None:
    """Write what the columns are, and how many days stand behind each of their groups."""
    frame, look = pen.frame, pen.look
    left = frame.box.left - words.gutter
    within = Box(left, 0, frame.box.right, frame.box.top)
    top = frame.box.bottom - look.px(GAP + LINE / 2)
    for column, label in enumerate(words.labels):
        first = column % words.turns * words.label_lines
        for at, line in enumerate(label, first):
            box = pen.centred_box(line, frame.x(column), top - look.px(LINE) * at, within)
            pen.text(box, line, gid="column")
    top -= look.px(LINE) * words.turns * words.label_lines
    for at, (row, counts) in enumerate(zip(rows, words.counts, strict=True)):
        middle = top - look.px(LINE) * at
        if len(rows) > 1:
            x = frame.day_at(left + look.px(_MARKER) / 2)
            row.markers([x], [frame.value_at(middle)], "key")
        for column, text in enumerate(counts):
            box = pen.centred_box(text, frame.x(column), middle, within)
            pen.text(box, text, gid="count", color=look.color("ink_3"))


def _draw_rows(pen: Pen, rows: Sequence[Row]) -> None:
    crowd = Crowd(pen.frame.box)
    for row in rows:
        row.draw(crowd)
    for row in rows:
        row.write_means(crowd, beside=len(rows) == 1)
