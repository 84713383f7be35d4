"""Shapes that several controls share: framed boxes, the focus ring, the markers of measures."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from fibrojournal.ui.theme import Theme


def draw_box(
    painter: QPainter,
    place: QRectF,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    *,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose border lies inside `place`, so that it stays sharp."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(place, radius, radius)
        return
    pen = QPen(border, width)
    if dashed:
        pen.setDashPattern([4 / width, 3 / width])
    painter.setPen(pen)
    inset = width / 2
    inner = place.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def leave_to_rows(view: QWidget) -> None:
    """Let what stands in a list or table draw its own ground and its own selection."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
    view.setPalette(palette)


def draw_ring(painter: QPainter, theme: Theme, control: QRectF, radius: float) -> None:
    """Draw the focus ring around a control, with a gap between them."""
    thick, gap = theme.size("size", "focus_ring"), theme.size("size", "focus_offset")
    out = gap + thick
    around = control.adjusted(-out, -out, out, out)
    draw_box(painter, around, radius + out, None, theme.qcolor("focus"), width=thick)


def draw_marker(
    painter: QPainter, marker: str, color: QColor, center: QPointF, size: float
) -> None:
    """Draw the marker of a measure (see `Tokens.marker`), about `size` px high and wide."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    path = _MARKERS[marker](size / 2)
    painter.drawPath(path.translated(center))


def _polygon(points: list[tuple[float, float]]) -> Callable[[float], QPainterPath]:
    def path(half: float) -> QPainterPath:
        shape = QPainterPath()
        shape.addPolygon(QPolygonF([QPointF(x * half, y * half) for x, y in points]))
        shape.closeSubpath()
        return shape

    return path


def _regular(corners: int) -> Callable[[float], QPainterPath]:
    turns = [2 * pi * i / corners - pi / 2 for i in range(corners)]
    return _polygon([(cos(turn), sin(turn)) for turn in turns])


def _circle(half: float) -> QPainterPath:
    shape = QPainterPath()
    shape.addEllipse(QPointF(0, 0), half, half)
    return shape


def _plus(half: float) -> QPainterPath:
    arm = half * 0.72
    shape = QPainterPath()
    shape.addRect(QRectF(-half, -arm / 2, 2 * half, arm))
    upright = QPainterPath()
    upright.addRect(QRectF(-arm / 2, -half, arm, 2 * half))
    return shape.united(upright)


def _cross(half: float) -> QPainterPath:
    arm, far = 0.36, 1.0
    corners = [
        (-far, -far + arm),
        (-far + arm, -far),
        (0, -arm),
        (far - arm, -far),
        (far, -far + arm),
        (arm, 0),
        (far, far - arm),
        (far - arm, far),
        (0, arm),
        (-far + arm, far),
        (-far, far - arm),
        (-arm, 0),
    ]
    return _polygon(corners)(half)


_MARKERS: dict[str, Callable[[float], QPainterPath]] = {
    "circle": _circle,
    "square": _polygon([(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]),
    "triangle": _polygon([(0, -0.95), (1, 0.85), (-1, 0.85)]),
    "triangle_down": _polygon([(0, 0.95), (1, -0.85), (-1, -0.85)]),
    "diamond": _polygon([(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)]),
    "thin_diamond": _polygon([(0, -1.2), (0.72, 0), (0, 1.2), (-0.72, 0)]),
    "plus": _plus,
    "cross": _cross,
    "hexagon": _regular(6),
    "pentagon": _regular(5),
}
