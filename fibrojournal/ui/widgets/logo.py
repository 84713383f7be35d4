"""The mark of the program."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fibrojournal.ui.theme import Theme


class Logo(QWidget):
    """Two rings that hold each other: the loop that the journal is about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(28, 22))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rings; the first passes over the second above, and under it below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = QPen(self._theme.measure_qcolor("pain"), 3)
        second = QPen(self._theme.qcolor("accent"), 3)
        left, right = QRectF(2.5, 4, 14, 14), QRectF(11, 4, 14, 14)
        for pen, ring in ((first, left), (second, right)):
            painter.setPen(pen)
            painter.drawEllipse(ring)
        painter.setPen(first)
        painter.drawArc(left, 0, 16 * 80)
