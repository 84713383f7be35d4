"""Line icons (Lucide), drawn sharp in any colour of the theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from fibrojournal import resources


def draw(painter: QPainter, name: str, color: QColor, place: QRectF) -> None:
    """Draw an icon in the middle of a place, as large as its shorter side."""
    side = min(place.width(), place.height())
    picture = pixmap(name, color.name(), side, painter.device().devicePixelRatioF())
    corner = place.center() - QPointF(side / 2, side / 2)
    painter.drawPixmap(QRectF(corner, QSizeF(side, side)), picture, QRectF(picture.rect()))


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, side: float, ratio: float = 1.0) -> QPixmap:
    """Render an icon once for a colour ("#RRGGBB"), a side in px and a device pixel ratio.

    Raises FileNotFoundError for an icon that does not exist.
    """
    # Qt draws `currentColor` black whatever the palette says.
    svg = _source(name).replace("currentColor", color)
    picture = QPixmap(QSizeF(side * ratio, side * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return resources.text(f"icons/{name}.svg")
