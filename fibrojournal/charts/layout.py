"""Where the parts of a chart stand, in pixels from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.float64]

_WORTH_THINNING = 4
_FILLS = 16
_CELL = 3.0
"""Crowding is counted in squares of so many pixels."""
TAKEN = 1000.0
"""The weight of a place where other text stands already."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its height."""
        return self.top - self.bottom

    def wider(self, across: float, up: float = 0.0) -> Box:
        """Return the box with room around it."""
        return Box(self.left - across, self.bottom - up, self.right + across, self.top + up)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Many boxes of one size or each of its own, in order of preference."""

    left: Pixels
    bottom: Pixels
    width: float | Pixels
    height: float | Pixels

    def wider(self, across: float) -> Boxes:
        """Return the boxes with room left and right of them."""
        return Boxes(self.left - across, self.bottom, self.width + 2 * across, self.height)

    def at(self, index: int) -> Box:
        """Return one of them."""
        left, bottom = float(self.left[index]), float(self.bottom[index])
        width, height = (
            float(np.broadcast_to(size, self.left.shape)[index])
            for size in (self.width, self.height)
        )
        return Box(left, bottom, left + width, bottom + height)


@dataclass(frozen=True, slots=True)
class Frame:
    """The area in which one measure is drawn, and what its edges stand for."""

    box: Box
    first: float
    last: float
    low: float
    high: float

    def x(self, day: float) -> float:
        """Place a day, given as a count from 1970-01-01."""
        return self.box.left + (day - self.first) / (self.last - self.first) * self.box.width

    def y(self, value: float) -> float:
        """Place a value."""
        return self.box.bottom + (value - self.low) / (self.high - self.low) * self.box.height

    def day_at(self, x: float) -> float:
        """Return what stands at a pixel, as a count from 1970-01-01 with a fraction."""
        return self.first + (x - self.box.left) / self.box.width * (self.last - self.first)

    def value_at(self, y: float) -> float:
        """Return the value that stands at a pixel."""
        return self.low + (y - self.box.bottom) / self.box.height * (self.high - self.low)

    def xs(self, days: NDArray[np.int64] | Pixels) -> Pixels:
        """Place days."""
        scale = self.box.width / (self.last - self.first)
        return (days.astype(np.float64) - self.first) * scale + self.box.left

    def ys(self, values: Pixels) -> Pixels:
        """Place values; NaN stays NaN."""
        return (values - self.low) * (self.box.height / (self.high - self.low)) + self.box.bottom


class Crowd:
    """How crowded each place of an area is, to find room for a label."""

    def __init__(self, area: Box) -> None:
        self._area = area
        columns, rows = int(area.width / _CELL) + 2, int(area.height / _CELL) + 2
        self._weights = np.zeros((rows, columns))

    def add_points(self, x: Pixels, y: Pixels, weight: float) -> None:
        """Note points; those that are NaN or outside are left out."""
        rows, columns = self._weights.shape
        seen = np.isfinite(x) & np.isfinite(y)
        column = ((x[seen] - self._area.left) / _CELL).astype(int)
        row = ((y[seen] - self._area.bottom) / _CELL).astype(int)
        inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        np.add.at(self._weights, (row[inside], column[inside]), weight)

    def add_columns(self, lefts: Pixels, rights: Pixels, weight: float) -> None:
        """Note upright bands over the whole height."""
        columns = self._weights.shape[1]
        steps = np.zeros(columns + 1)
        np.add.at(steps, _cells(lefts - self._area.left, columns), weight)
        np.add.at(steps, _cells(rights - self._area.left, columns) + 1, -weight)
        self._weights += steps.cumsum()[:-1]

    def add_box(self, box: Box, weight: float = TAKEN) -> None:
        """Note a box."""
        rows, columns = self._weights.shape
        across = _cells(np.array((box.left, box.right)) - self._area.left, columns)
        up = _cells(np.array((box.bottom, box.top)) - self._area.bottom, rows)
        self._weights[up[0] : up[1] + 1, across[0] : across[1] + 1] += weight

    def freest(
        self, boxes: Boxes, margin: float = 0.0, enough: float = 0.0
    ) -> tuple[Box, float] | None:
        """Return the first box that is empty enough, else the emptiest, with its weight.

        Each is weighed with a margin around it. One that leaves the area counts as taken; None if
        all are.
        """
        weights = self._weigh(boxes, margin)
        if not weights.size:
            return None
        empty = np.flatnonzero(weights <= enough)
        at = int(empty[0] if empty.size else weights.argmin())
        return (boxes.at(at), float(weights[at])) if weights[at] < TAKEN else None

    def _weigh(self, boxes: Boxes, margin: float) -> Pixels:
        area = self._area
        left, bottom = boxes.left - margin, boxes.bottom - margin
        right, top = boxes.left + boxes.width + margin, boxes.bottom + boxes.height + margin
        outside = (left < area.left) | (right > area.right)
        outside |= (bottom < area.bottom) | (top > area.top)
        rows, columns = self._weights.shape
        first, last = (_cells(x - area.left, columns) for x in (left, right))
        lowest, highest = (_cells(y - area.bottom, rows) for y in (bottom, top))
        sums = np.pad(self._weights.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        weights = sums[highest + 1, last + 1] - sums[lowest, last + 1]
        weights += sums[lowest, first] - sums[highest + 1, first]
        return np.where(outside, TAKEN, weights)


def _cells(pixels: Pixels, count: int) -> NDArray[np.intp]:
    return np.clip((pixels / _CELL).astype(np.intp), 0, count - 1)


def plot_height(height: float, scale: float) -> float:
    """Return how high a plot should be at a scale of text, for a height at 100 %.

    Marks do not grow with the text, but what is written among them does.
    """
    return height * max(1.0, 0.7 * scale)


def thinned(x: Pixels, y: Pixels) -> NDArray[np.intp]:
    """Choose what can be seen of a long line: of each pixel column first, lowest, highest, last.

    Returns indices, ascending. NaN breaks the line; a break stays wherever it fills a column.
    """
    columns = np.floor(x).astype(np.intp)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    if x.size < _WORTH_THINNING * starts.size:
        return np.arange(x.size)
    lengths = np.diff(starts, append=x.size)
    kept = [starts, starts + lengths - 1]
    for values in (np.where(np.isnan(y), np.inf, y), np.where(np.isnan(y), np.inf, -y)):
        extreme = np.repeat(np.minimum.reduceat(values, starts), lengths)
        at_extreme = np.flatnonzero(values == extreme)
        kept.append(at_extreme[np.searchsorted(at_extreme, starts)])
    return np.unique(np.concatenate(kept))


def extremes(x: Pixels, y: Pixels) -> tuple[NDArray[np.intp], Pixels, Pixels] | None:
    """Return, of a line that fills its pixel columns, each column's first index, low and high.

    None where a column holds so few points that the line can be told from a filled area. A column
    without any point is NaN.
    """
    columns = np.floor(x).astype(np.intp)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    if x.size < _FILLS * starts.size:
        return None
    low = np.fmin.reduceat(y, starts)
    high = np.fmax.reduceat(y, starts)
    return starts, low, high


def apart(x: Pixels, y: Pixels) -> NDArray[np.intp]:
    """Choose, of points that fall on the same pixel column and height, the first; indices."""
    places = np.floor(x) + 1j * y
    _places, first = np.unique(places, return_index=True)
    return np.sort(first)
