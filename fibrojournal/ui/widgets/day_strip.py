"""The last days as a strip of ticks, some of them taller: a picture."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fibrojournal.text import month_name
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

DAYS = 120
_TICK, _MARK, _NAMES = 16, 26, 22
_SHARE = 0.72
"""How much of a day's room its tick takes."""
_LEAST_MARK = 5


class DayStrip(QLabel):
    """Shows on which of the last days something was found; the list below says the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = date.min
        self._marked: frozenset[date] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_days(self, last: date, marked: Collection[date], words: str) -> None:
        """Mark days among those up to `last`; `words` say the same."""
        self._last, self._marked = last, frozenset(marked)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the marks and of the months' names."""
        return QSize(1, _MARK + self._theme.px(_NAMES))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks, oldest first, and the months below."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        metrics, free_from = QFontMetricsF(painter.font()), 0.0
        pitch = self.width() / DAYS
        for place in range(DAYS):
            day = self._last - timedelta(days=DAYS - 1 - place)
            left = place * pitch
            self._draw_day(painter, left, pitch, on=day in self._marked)
            name = month_name(day.month, short=True)
            extent = metrics.horizontalAdvance(name) + 1
            if day.day == 1 and left >= free_from and left + extent <= self.width():
                line = QRectF(left, _MARK, extent, theme.px(_NAMES))
                painter.setPen(theme.qcolor("ink_2"))
                painter.drawText(self._mirrored(line), Qt.AlignmentFlag.AlignVCenter, name)
                free_from = left + extent

    def _draw_day(self, painter: QPainter, left: float, pitch: float, *, on: bool) -> None:
        height = _MARK if on else _TICK
        width = max(pitch * _SHARE, _LEAST_MARK) if on else pitch * _SHARE
        tick = QRectF(left + (pitch - width) / 2, (_MARK - height) / 2, width, height)
        color = self._theme.qcolor("accent" if on else "border")
        draw_box(painter, self._mirrored(tick), 2 if on else 1, color)

    def _mirrored(self, place: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right())
        return place
