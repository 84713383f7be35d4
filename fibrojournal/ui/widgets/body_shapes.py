"""The shapes of the body figure as paths of Qt, to be painted and clicked.

What they look like stands in `charts/body_shapes.py`, as the window and the charts draw the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from fibrojournal.charts import body_shapes
from fibrojournal.charts.body_shapes import HEIGHT, WIDTH, Figure, Outline

__all__ = ["HEIGHT", "WIDTH", "View", "back", "front"]


@dataclass(frozen=True, slots=True)
class View:
    """One side of the body: the shape of every area seen there, and what only completes it."""

    areas: Mapping[str, QPainterPath]
    rest: tuple[QPainterPath, ...]
    """Head, hands and feet, which are no areas."""

    def nearest(self, point: QPointF, reach: float) -> tuple[str, float] | None:
        """Return the area at a point, or the nearest one within reach, and how far away it is."""
        away = {id: _distance(path, point) for id, path in self.areas.items()}
        id = min(away, key=lambda id: away[id])
        return (id, away[id]) if away[id] <= reach else None


@cache
def front() -> View:
    """Return the front view."""
    return _view(body_shapes.front())


@cache
def back() -> View:
    """Return the back view."""
    return _view(body_shapes.back())


def _view(figure: Figure) -> View:
    areas = {id: _path(outline) for id, outline in figure.areas.items()}
    return View(areas, tuple(_path(outline) for outline in figure.rest))


def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath(QPointF(*outline.start))
    for piece in outline.pieces:
        points = [QPointF(*point) for point in piece]
        match points:
            case [end]:
                path.lineTo(end)
            case [handle, end]:
                path.quadTo(handle, end)
            case [near, far, end]:
                path.cubicTo(near, far, end)
    path.closeSubpath()
    return path


def _distance(path: QPainterPath, point: QPointF) -> float:
    """Return how far a point lies outside of a shape; 0 inside."""
    if path.contains(point):
        return 0.0
    outline = path.toFillPolygon()
    corners = [outline.at(place) for place in range(outline.count())]
    pieces = zip(corners, [*corners[1:], corners[0]], strict=True)
    return min(_to_piece(point, start, end) for start, end in pieces)


def _to_piece(point: QPointF, start: QPointF, end: QPointF) -> float:
    along, to_point = end - start, point - start
    length = QPointF.dotProduct(along, along)
    share = min(max(QPointF.dotProduct(to_point, along) / length, 0.0), 1.0) if length else 0.0
    off = to_point - along * share
    return hypot(off.x(), off.y())
