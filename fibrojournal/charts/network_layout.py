"""Where the parts of a network stand: around the one that most is joined to, few arrows crossing.

The same network always gives the same picture: nothing is drawn by lot, nothing moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

import numpy as np
from numpy.typing import NDArray

from fibrojournal.charts.layout import Box, Pixels

Pair = tuple[int, int]

_SQUARENESS = 3.0
"""Exponent of the ring's shape: 2 is an ellipse, more comes nearer to a rectangle."""
_STEPS = 1440
_FLATNESS, _LEAST = 0.55, 360.0
"""A ring is so high, as a share of its width or in px, even where its boxes need less; one of a few
boxes is no higher than they are with as much room between them."""
_HIGHER = 8.0
"""By so many px a ring grows until all boxes fit."""
_PULLS = (0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
"""How far a curve may bend towards the middle, the least first."""
_ASIDES = (0.6, -0.6, 0.9, -0.9, 1.2, -1.2, 1.6, -1.6, 2.0, -2.0)
"""How far it may swing out past what stands in the middle, in widths of a box."""
_BESIDE = 0.8
"""Of the gap between boxes, that much is enough side by side: an arrow still has a line there."""
_FEWEST = 3
"""So many arrows make a part the middle of the picture."""
_POINTS = 160
_CLEAR = 4.0
"""A curve ends so many px before a part, and passes others at that distance."""


@dataclass(frozen=True, slots=True, eq=False)
class Ring:
    """The middles of equally wide boxes on a ring, clockwise from the top.

    Where one of them stands in the middle, it is the first.
    """

    xs: Pixels
    ys: Pixels
    box: tuple[float, float]
    """How wide they are, and how high the highest is."""
    highs: Pixels
    """How high each is."""
    height: float

    def at(self, place: int) -> Box:
        """Return the box of that number."""
        across, up = self.box[0] / 2, float(self.highs[place]) / 2
        x, y = float(self.xs[place]), float(self.ys[place])
        return Box(x - across, y - up, x + across, y + up)

    def raised(self, up: float) -> Ring:
        """Return the ring so many px higher in its figure."""
        return replace(self, ys=self.ys + up)

    def curve(self, pair: Pair, aside: float) -> Pixels:
        """Return points of a curve from one box to another that passes by all others.

        It bends towards the middle or swings out as much as it must, and so many px to its left.
        """
        points = self._bent(pair, _PULLS[0], aside)
        for swing, pull in chain(product((0.0,), _PULLS), product(_ASIDES, _PULLS)):
            tried = self._bent(pair, pull, aside + swing * self.box[0])
            if self._is_free(tried, pair):
                points = tried
                break
        inside = _within(points, self.at(pair[0]).wider(_CLEAR, _CLEAR))
        inside |= _within(points, self.at(pair[1]).wider(_CLEAR, _CLEAR))
        outside = np.flatnonzero(~inside)
        return points[outside] if outside.size > 1 else points

    def _bent(self, pair: Pair, pull: float, aside: float) -> Pixels:
        start, end = (np.array((self.xs[at], self.ys[at])) for at in pair)
        along = end - start
        left = np.array((-along[1], along[0])) / max(float(np.hypot(*along)), 1.0)
        first, second = (
            point + pull * (self._inwards(point) - point) + 4 / 3 * aside * left
            for point in (start, end)
        )
        t = np.linspace(0, 1, _POINTS)[:, np.newaxis]
        near, far = (1 - t) ** 2, t**2
        curve: Pixels = (
            near * (1 - t) * start
            + 3 * near * t * first
            + 3 * (1 - t) * far * second
            + t * far * end
        )
        return curve

    def _inwards(self, point: Pixels) -> Pixels:
        """Return the point in the middle of the ring that lies nearest, which may be a long one."""
        low, high = (np.array((limit(self.xs), limit(self.ys))) for limit in (np.min, np.max))
        middle, reach = (low + high) / 2, (high - low) / 2
        room = np.maximum(reach - reach.min(), 0.0)
        inner: Pixels = np.clip(point, middle - room, middle + room)
        return inner

    def _is_free(self, points: Pixels, pair: Pair) -> bool:
        """Tell whether a curve stays in the figure, and meets no box but its own."""
        reach = self.box[0] / 2, self.box[1] / 2
        for at, places in enumerate((self.xs, self.ys)):
            low, high = places.min() - reach[at], places.max() + reach[at]
            if points[:, at].min() < low or points[:, at].max() > high:
                return False
        inside = np.abs(points[:, :1] - self.xs) < self.box[0] / 2 + _CLEAR
        inside &= np.abs(points[:, 1:] - self.ys) < self.highs / 2 + _CLEAR
        inside[:, list(pair)] = False
        return not inside.any()


def ring(
    highs: Sequence[float], width: float, across: float, gap: float, *, has_middle: bool = False
) -> Ring:
    """Stand boxes on a ring as wide as a figure, and as high as they need to fit.

    `highs` are their heights, `across` is their width. With `has_middle` the first stands within
    the ring of the others, where three have room side by side.
    """
    box = (across, max(highs))
    has_middle = has_middle and width >= 3 * across + 2 * gap
    count = len(highs) - has_middle
    few = 2 * len(highs) * box[1]
    least = max(min(_FLATNESS * width, _LEAST, few), 2 * box[1])
    # On the last height all have room in two columns, wherever a figure has room for two.
    most = least + count * (box[1] + gap) + gap
    heights = np.append(np.arange(least, most, _HIGHER), most)
    for height in heights.tolist():
        xs, ys = _ring(count, width, height, box, gap)
        if has_middle:
            xs, ys = np.append(width / 2, xs), np.append(height / 2, ys)
        found = Ring(xs, ys, box, np.array(highs, dtype=np.float64), height)
        if not _overlap(found, gap):
            break
    return found


def middle_of(count: int, arrows: Sequence[Pair]) -> int | None:
    """Return the part that most arrows join, if it is worth standing among the others."""
    joined = np.bincount([part for pair in arrows for part in pair], minlength=max(count, 1))
    most = int(joined.argmax())
    return most if joined[most] >= _FEWEST and count > _FEWEST else None


def in_order(count: int, arrows: Sequence[Pair]) -> tuple[int, ...]:
    """Order parts on a ring so that few arrows cross, then that they are short.

    Two parts change places as long as that helps, beginning with the order they come in: what is
    not joined to others stays where it was.
    """
    order = np.arange(count)  # the place of each part
    pairs = np.array(sorted({(min(pair), max(pair)) for pair in arrows}), dtype=np.intp)
    if not pairs.size:
        return tuple(range(count))
    best = _cost(order[pairs], count)
    is_better = True
    while is_better:
        is_better = False
        for one, other in combinations(range(count), 2):
            tried = order.copy()
            tried[[one, other]] = order[[other, one]]
            if (cost := _cost(tried[pairs], count)) < best:
                order, best, is_better = tried, cost, True
    return tuple(np.argsort(order).tolist())


def mark_places(curves: Sequence[Pixels], boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Choose a point near the middle of each curve, as far from all others as can be."""
    taken = [((box.left + box.right) / 2, (box.bottom + box.top) / 2) for box in boxes]
    chosen = []
    for curve in curves:
        candidates = curve[len(curve) // 4 : max(3 * len(curve) // 4, len(curve) // 4 + 1)]
        others = np.array(taken)
        away = np.hypot(candidates[:, :1] - others[:, 0], candidates[:, 1:] - others[:, 1]).min(
            axis=1
        )
        x, y = candidates[int(away.argmax())].tolist()
        taken.append((x, y))
        chosen.append((x, y))
    return chosen


def _ring(
    count: int, width: float, height: float, box: tuple[float, float], gap: float
) -> tuple[Pixels, Pixels]:
    across, up = max((width - box[0]) / 2 - 2, 0.0), max((height - box[1]) / 2 - 2, 0.0)
    angle = np.pi / 2 - np.linspace(0, 2 * np.pi, _STEPS + 1)
    x, y = (
        np.sign(one) * np.abs(one) ** (2 / _SQUARENESS) for one in (np.cos(angle), np.sin(angle))
    )
    x, y = across * x, up * y
    # Equal steps in the sense that counts for boxes: they may be close in one direction only.
    steps = np.maximum(np.abs(np.diff(x)) / (box[0] + gap), np.abs(np.diff(y)) / (box[1] + gap))
    way = np.append(0.0, np.cumsum(steps))
    places = np.searchsorted(way, way[-1] * np.arange(count) / max(count, 1))
    return x[places] + width / 2, y[places] + height / 2


def _overlap(found: Ring, gap: float) -> bool:
    near = np.abs(found.xs[:, np.newaxis] - found.xs) < found.box[0] + _BESIDE * gap
    least = (found.highs[:, np.newaxis] + found.highs + gap) / 2
    near &= np.abs(found.ys[:, np.newaxis] - found.ys) < least
    return bool(near.sum() > found.xs.size)


def _cost(places: NDArray[np.intp], count: int) -> tuple[int, int]:
    low, high = places.min(axis=1), places.max(axis=1)
    inside = (low[:, np.newaxis] < low) & (low < high[:, np.newaxis])
    crossings = int((inside & (high > high[:, np.newaxis])).sum())
    lengths = np.minimum(high - low, count - (high - low))
    return crossings, int(lengths.sum())


def _within(points: Pixels, box: Box) -> NDArray[np.bool_]:
    x, y = points[:, 0], points[:, 1]
    inside: NDArray[np.bool_] = (x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)
    return inside
