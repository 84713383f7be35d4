"""The shapes of the body figure: 19 areas on a front and a back view, drawn by us.

A figure stands in a box of `WIDTH` x `HEIGHT` units; x is counted from its middle line, y from the
top of the head. Left and right are the person's own: in the front view the left side lies at the
right of the picture, as in a photo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from fibrojournal.journal.areas import AREAS

WIDTH, HEIGHT = 172.0, 392.0
_MIRROR = QTransform.fromScale(-1, 1)
_CORNER = 9
"""So many straight pieces stand for the round end of a limb."""


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
    return _view(is_front=True)


@cache
def back() -> View:
    """Return the back view."""
    return _view(is_front=False)


def _view(*, is_front: bool) -> View:
    # The shapes are those at the right of the picture: the person's left in the front view.
    near, far = ("left", "right") if is_front else ("right", "left")
    areas = {"neck": _neck()}
    for name, shape in _SIDES.items():
        areas[f"{name}_{near}"] = shape()
        areas[f"{name}_{far}"] = _MIRROR.map(shape())
    middle = ("chest", "abdomen") if is_front else ("upper_back", "lower_back")
    areas |= {middle[0]: _upper_trunk(), middle[1]: _lower_trunk()}
    if not is_front:
        del areas["jaw_left"], areas["jaw_right"]
    ends = (_ellipse(73.5, 213, 6.5, 11.5), _ellipse(25, 373, 9.5, 8))
    head = _head() - (_jaw() | _MIRROR.map(_jaw())) if is_front else _head()
    rest = (head, *ends, *(_MIRROR.map(end) for end in ends))
    return View({area.id: areas[area.id] for area in AREAS if area.id in areas}, rest)


def _head() -> QPainterPath:
    path = QPainterPath(QPointF(0, 1))
    path.cubicTo(15, 1, 22, 12, 21, 26)
    path.cubicTo(20, 40, 11, 53, 0, 53)
    path.cubicTo(-11, 53, -20, 40, -21, 26)
    path.cubicTo(-22, 12, -15, 1, 0, 1)
    return path


def _jaw() -> QPainterPath:
    lower = QPainterPath()
    lower.addRect(QRectF(0, 33, 30, 30))
    return _head() & lower


def _neck() -> QPainterPath:
    path = QPainterPath(QPointF(-9, 53))
    path.quadTo(0, 57, 9, 53)
    path.cubicTo(9, 60, 11, 63, 15, 66)
    path.quadTo(0, 70, -15, 66)
    path.cubicTo(-11, 63, -9, 60, -9, 53)
    return path


def _shoulder() -> QPainterPath:
    path = QPainterPath(QPointF(18, 67.5))
    path.cubicTo(30, 70, 45, 70, 53, 77)
    path.cubicTo(60, 84, 61, 93, 59.5, 99)
    path.quadTo(49, 94, 39, 96)
    path.cubicTo(36, 86, 28, 77, 18, 67.5)
    return path


def _upper_trunk() -> QPainterPath:
    path = QPainterPath(QPointF(-15, 69))
    path.quadTo(0, 73, 15, 69)
    path.cubicTo(26, 79, 34, 90, 36, 102)
    path.cubicTo(36, 110, 34, 116, 33, 121)
    path.quadTo(0, 126, -33, 121)
    path.cubicTo(-34, 116, -36, 110, -36, 102)
    path.cubicTo(-34, 90, -26, 79, -15, 69)
    return path


def _lower_trunk() -> QPainterPath:
    path = QPainterPath(QPointF(-32.5, 124))
    path.quadTo(0, 129, 32.5, 124)
    path.cubicTo(30, 134, 29.5, 144, 32, 158)
    path.quadTo(0, 163, -32, 158)
    path.cubicTo(-29.5, 144, -30, 134, -32.5, 124)
    return path


def _hip() -> QPainterPath:
    path = QPainterPath(QPointF(1.2, 163.3))
    path.quadTo(17, 163.3, 32.5, 161)
    path.cubicTo(36, 172, 39, 181, 39.5, 192)
    path.cubicTo(31, 203, 16, 205, 4, 213)
    path.quadTo(1.2, 211, 1.2, 206)
    path.closeSubpath()
    return path


def _upper_arm() -> QPainterPath:
    return _limb(50.5, 108, 9.6, 59.5, 146, 7.8)


def _lower_arm() -> QPainterPath:
    return _limb(62, 162.5, 7.8, 70.5, 194, 5.2)


def _upper_leg() -> QPainterPath:
    path = QPainterPath(QPointF(4.5, 217))
    path.cubicTo(16, 208, 30, 205, 39.5, 196.5)
    path.cubicTo(41, 220, 36, 252, 33, 272)
    path.cubicTo(31, 285, 13, 285, 10.5, 272)
    path.cubicTo(8, 252, 5, 232, 4.5, 217)
    return path


def _lower_leg() -> QPainterPath:
    path = QPainterPath(QPointF(11, 289))
    path.cubicTo(14, 283, 30, 283, 33, 289)
    path.cubicTo(38, 308, 33, 332, 30.5, 355)
    path.cubicTo(29.5, 363, 19, 363, 18, 355)
    path.cubicTo(14, 332, 8, 308, 11, 289)
    return path


_SIDES = {
    "jaw": _jaw,
    "shoulder": _shoulder,
    "upper_arm": _upper_arm,
    "lower_arm": _lower_arm,
    "hip": _hip,
    "upper_leg": _upper_leg,
    "lower_leg": _lower_leg,
}


def _ellipse(x: float, y: float, across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), across, down)
    return path


def _limb(  # noqa: PLR0917  two ends, each a place and how thick it is there
    x: float, y: float, radius: float, to_x: float, to_y: float, to_radius: float
) -> QPainterPath:
    """Return the outline around two round ends of which one may be thinner."""
    along = atan2(to_y - y, to_x - x)
    corners = [
        QPointF(x + radius * cos(turn), y + radius * sin(turn))
        for turn in (along + pi / 2 + pi * step / _CORNER for step in range(_CORNER + 1))
    ]
    corners += [
        QPointF(to_x + to_radius * cos(turn), to_y + to_radius * sin(turn))
        for turn in (along - pi / 2 + pi * step / _CORNER for step in range(_CORNER + 1))
    ]
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
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
