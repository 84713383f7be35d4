"""How sure a link in one's own days is: three dots, always beside their word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

MOST = 3
_DOT, _PITCH, _EDGE = 8.0, 12.0, 1.4
_AFTER = 6
_SIDE, _ABOVE = 10, 5


def dots_width(theme: Theme) -> float:
    """Return how much room the dots take, with the gap before their word."""
    return theme.px(_PITCH) * MOST + theme.px(_AFTER) - theme.px(_PITCH - _DOT)


def draw_dots(painter: QPainter, theme: Theme, left: float, middle: float, filled: int) -> None:
    """Draw three dots from the left, centred on a height; the first `filled` are solid."""
    ink, across, pitch = theme.qcolor("ink_2"), theme.px(_DOT), theme.px(_PITCH)
    painter.setPen(QPen(ink, _EDGE))
    for at in range(MOST):
        painter.setBrush(ink if at < filled else Qt.BrushStyle.NoBrush)
        center = QPointF(left + at * pitch + across / 2, middle)
        painter.drawEllipse(center, (across - _EDGE) / 2, (across - _EDGE) / 2)


class CertaintyDots(QLabel):
    """The dots and their word in a pill; to readers the word alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._filled = theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_label(self, filled: int, word: str) -> None:
        """Show so many solid dots beside their word."""
        self._filled = filled
        self.setText(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for dots and word."""
        theme, metrics = self._theme, QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.text()) + 2
        width = dots_width(theme) + words + 2 * theme.px(_SIDE)
        return QSize(round(width), metrics.height() + 2 * theme.px(_ABOVE))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, the dots and the word."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        draw_box(painter, place, place.height() / 2, theme.qcolor("inset"))
        side, room = theme.px(_SIDE), dots_width(theme)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = place.right() - side - room + theme.px(_AFTER) if mirrored else place.left() + side
        draw_dots(painter, theme, left, place.center().y(), self._filled)
        words = place.adjusted(side, 0, -side - room, 0)
        if not mirrored:
            words.translate(room, 0)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("caption_medium"))
        self.updateGeometry()
        self.update()
