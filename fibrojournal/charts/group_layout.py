"""Where panels of groups of days stand, with the words around each.

Panels stand side by side where there is room, broad as they have columns, else one under the other;
those of one row share the height of their words, so that their frames are level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fibrojournal.charts.layout import Box, Frame
from fibrojournal.charts.over_days import gutter
from fibrojournal.charts.style import STRONG, Look, text_lines, text_width
from fibrojournal.text import plural

if TYPE_CHECKING:
    from fibrojournal.charts.groups import Panel

# Lengths in pixels at 100 % text.
LINE = 19.0
"""From one line of text to the next."""
GAP = 6.0
"""Between the frame and the words over and under it."""
SAMPLE = 26.0
"""The line that names a series."""

_PLOT = 190.0  # from the lowest to the highest tick
_UNDER = 8.0  # under the lowest tick, and over the highest
_BETWEEN = 26.0  # from one panel to the next
_A_COLUMN = 74.0  # panels stand side by side if each column gets as much
_BETWEEN_LABELS = 6.0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands over and under a panel's frame, in lines."""

    title: list[str]
    keys: list[list[str]]
    """The names of the series."""
    labels: list[list[str]]
    """What the columns are."""
    turns: int
    """The labels of the columns stand in one row, or take turns in several where they are long."""
    counts: list[list[str]]
    """How many days each group is, one row a series."""
    gutter: float
    """The room for the numbers of the upright axis."""

    @property
    def over(self) -> int:
        """How many lines stand over the frame."""
        return len(self.title) + sum(len(key) for key in self.keys)

    @property
    def label_lines(self) -> int:
        """How many lines one row of labels needs."""
        return max(len(label) for label in self.labels)

    @property
    def under(self) -> int:
        """How many lines stand under the frame."""
        return self.turns * self.label_lines + len(self.counts)


class Layout:
    """Panels with their words, laid out for a width."""

    def __init__(self, panels: Sequence[Panel], look: Look, width: float) -> None:
        self._look, self._panels = look, panels
        columns = [len(panel.columns) for panel in panels]
        free = width - look.px(_BETWEEN) * (len(panels) - 1)
        self._widths = [free * count / sum(columns) for count in columns]
        self.words = self._worded()
        self._is_row = all(
            broad - words.gutter >= look.px(_A_COLUMN) * count
            for broad, words, count in zip(self._widths, self.words, columns, strict=True)
        )
        if not self._is_row:
            self._widths = [width] * len(panels)
            self.words = self._worded()

    @property
    def height(self) -> float:
        """How high the panels should be together."""
        return self._bare + self._look.px(_PLOT) * len(self._rows)

    def frames(self, height: float) -> list[Frame]:
        """Place the panels' frames in a height; what is over the wanted one goes to the plots."""
        # A window may be too small for a chart for a moment; it is drawn, beyond its edges.
        plot = max((height - self._bare) / len(self._rows), 1.0)
        frames, top = [], height
        for row in self._rows:
            upper = top - self._over(row)
            lower = upper - plot - 2 * _UNDER
            frames += [self._frame(at, lower, upper, plot) for at in row]
            top = lower - self._under(row) - self._between
        return frames

    def head(self, at: int) -> float:
        """Return how far over a panel's frame its words begin: level with those beside it."""
        return self._over(next(row for row in self._rows if at in row))

    def _frame(self, at: int, bottom: float, top: float, plot: float) -> Frame:
        panel, gutter, width = self._panels[at], self.words[at].gutter, self._widths[at]
        left = sum(self._widths[:at]) + self._between * at if self._is_row else 0.0
        box = Box(left + gutter, bottom, left + max(width, gutter + 1), top)
        margin = _UNDER * (panel.axis.high - panel.axis.low) / plot
        last = len(panel.columns) - 0.5
        return Frame(box, -0.5, last, panel.axis.low - margin, panel.axis.high + margin)

    def _worded(self) -> list[Words]:
        both = zip(self._panels, self._widths, strict=True)
        return [words_of(panel, self._look, width) for panel, width in both]

    @property
    def _rows(self) -> list[list[int]]:
        every = list(range(len(self._panels)))
        return [every] if self._is_row else [[at] for at in every]

    @property
    def _between(self) -> float:
        return self._look.px(_BETWEEN)

    @property
    def _bare(self) -> float:
        """The height without what lies between the lowest and the highest ticks."""
        rows = self._rows
        words = sum(self._over(row) + self._under(row) + 2 * _UNDER for row in rows)
        return words + self._between * (len(rows) - 1)

    def _over(self, row: Sequence[int]) -> float:
        return self._look.px(LINE * max(self.words[at].over for at in row) + GAP)

    def _under(self, row: Sequence[int]) -> float:
        return self._look.px(LINE * max(self.words[at].under for at in row) + GAP)


def words_of(panel: Panel, look: Look, width: float) -> Words:
    """Break the words around a panel into lines that fit its width."""
    size = look.text_size
    numbers = gutter([panel.axis], look)
    column = (width - numbers) / len(panel.columns)
    words = [word for label in panel.columns for word in label.split(" ")]
    turns, room = _turns(max(text_width(word, size) for word in words), column, len(panel.columns))
    return Words(
        text_lines(panel.title, size, width, STRONG),
        [
            text_lines(series.name, size, width - look.px(SAMPLE + GAP))
            for series in panel.series
            if series.name
        ],
        [_balanced(label, size, room) for label in panel.columns],
        turns,
        _counts(panel, size, column - _BETWEEN_LABELS),
        numbers,
    )


def _balanced(label: str, size: float, room: float) -> list[str]:
    """Break a label into no more lines than it needs, as even as they can be."""
    lines = text_lines(label, size, room)
    while True:
        longest = max(text_width(line, size) for line in lines)
        narrower = text_lines(label, size, longest - 1)
        if len(narrower) > len(lines) or narrower == lines:
            return lines
        lines = narrower


def _turns(longest: float, column: float, columns: int) -> tuple[int, float]:
    """Return in how many rows the labels take turns, and how broad each may then be.

    A label may hang over its neighbours' columns, but at the sides it is moved towards them.
    """
    for turns in range(1, columns):
        room = column * max(turns - 0.5, 1) - _BETWEEN_LABELS
        if longest <= room:
            return turns, room
    return columns, column * columns


def _counts(panel: Panel, size: float, room: float) -> list[list[str]]:
    """Count the days of each group, in words where all of them have room."""
    counts = [[group.n for group in series.groups] for series in panel.series]
    worded = [[plural("{n} day", "{n} days", n) for n in row] for row in counts]
    if any(text_width(text, size) > room for row in worded for text in row):
        return [[str(n) for n in row] for row in counts]
    return worded
