"""A sum of two parts as small cells in a row: a picture beside the words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.drawing import Drawing
from fibrojournal.ui.widgets.paint import draw_box

_WIDEST, _HEIGHT, _GAP = 400, 26, 2.5
_WORDS, _APART = 24, 12.0
_Part = tuple[int, str]
"""How many cells, and in words."""


class SumStrip(Drawing):
    """`most` cells: first those of one part, then those of the other, then empty ones."""

    def __init__(self, theme: Theme, most: int, colors: tuple[str, str]) -> None:
        super().__init__()
        self._theme, self._most, self._colors = theme, most, colors
        self._parts: tuple[_Part, _Part] = (0, ""), (0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_parts(self, first: _Part, second: _Part) -> None:
        """Show both parts, each with its words below it."""
        self._parts = first, second
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for cells that can be counted."""
        return QSize(_WIDEST, max(_HEIGHT, self._theme.px(_HEIGHT)) + self._theme.px(_WORDS))

    def minimumSizeHint(self) -> QSize:
        """Return what the cells shrink to."""
        return QSize(min(self._most * 6, _WIDEST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = min(self.width(), _WIDEST) / self._most
        (first, words), (second, others) = self._parts
        below = self.height() - theme.px(_WORDS)
        for place in range(self._most):
            cell = QRectF(place * pitch, 0, pitch - _GAP, below)
            if place < first + second:
                draw_box(painter, cell, 3, theme.measure_qcolor(self._colors[place >= first]))
            else:
                draw_box(painter, cell, 3, theme.qcolor("surface"), theme.qcolor("border_strong"))
        painter.setFont(theme.font("caption_strong"))
        metrics = QFontMetricsF(painter.font())
        widths = [metrics.horizontalAdvance(text) + 1 for text in (words, others)]
        left = max(first * pitch, widths[0] + _APART)
        left = max(min(left, self.width() - widths[1]), 0.0)
        for text, color, at, width in zip(
            (words, others), self._colors, (0.0, left), widths, strict=True
        ):
            painter.setPen(theme.measure_qcolor(color))
            spot = QRectF(at, below, width, theme.px(_WORDS))
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, text)
