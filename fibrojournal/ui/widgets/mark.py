"""A small icon in a tinted circle: decoration, words beside it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

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


class Mark(QWidget):
    """The circle with an icon in a colour of the theme, beside words."""

    def __init__(self, theme: Theme, icon: str, color: str, side: int) -> None:
        super().__init__()
        self._theme, self._icon, self._color, self._side = theme, icon, color, side
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        color, place = self._theme.qcolor(self._color), QRectF(self.rect())
        draw_mark(QPainter(self), self._theme, self._icon, color, place)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()
