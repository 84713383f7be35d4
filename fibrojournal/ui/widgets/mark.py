"""A small icon in a tinted circle: decoration, words beside it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

_TINT, _TINT_DARK = 0.14, 0.22


def draw_mark(painter: QPainter, theme: Theme, icon: str, color: QColor, place: QRectF) -> None:
    """Draw the circle with the icon in it, half as large."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = theme.mixed("surface", color.name(), _TINT_DARK if theme.is_dark else _TINT)
    draw_box(painter, place, place.height() / 2, tint)
    inset = place.height() / 4
    icons.draw(painter, icon, color, place.adjusted(inset, inset, -inset, -inset))
