"""The last weeks at a glance: a picture, a column a week, in the colours of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fibrojournal.heat import heat_ramp
from fibrojournal.text import month_name
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_square import DayCell, draw_outline

_SQUARE = QSizeF(14, 11)
_GAP = 2
_NAMES_HEIGHT = 20
_WEEKDAYS = 7


class WeekStrip(QLabel):
    """Small squares, a row a weekday; the same days can be reached in the calendar itself.

    A label, because one that shows a picture has the accessible role of a picture.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: tuple[DayCell, ...] = ()
        self._first = date.min
        self._columns = 1
        self._measure_id = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)

    def show_days(self, cells: Sequence[DayCell], measure_id: str, first: date, weeks: int) -> None:
        """Show the squares of some days, in `weeks` columns from the first day of a week on."""
        self._cells, self._measure_id = tuple(cells), measure_id
        self._first, self._columns = first, weeks
        self._draw()

    def _draw(self) -> None:
        pitch = self._pitch
        names = self._theme.px(_NAMES_HEIGHT)
        size = QSizeF(self._columns * pitch.width(), names + _WEEKDAYS * pitch.height())
        ratio = self.devicePixelRatioF()
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_months(painter, size.width())
        self._draw_days(painter, size.width())
        painter.end()
        self.setPixmap(picture)

    @property
    def _pitch(self) -> QSizeF:
        theme = self._theme
        return QSizeF(theme.px(_SQUARE.width() + _GAP), theme.px(_SQUARE.height() + _GAP))

    def _draw_days(self, painter: QPainter, width: float) -> None:
        ramp = heat_ramp(self._theme.tokens, self._measure_id)
        pitch, top = self._pitch, self._theme.px(_NAMES_HEIGHT)
        square = QSizeF(pitch.width() - _GAP, pitch.height() - _GAP)
        for cell in self._cells:
            column, row = divmod((cell.day - self._first).days, _WEEKDAYS)
            corner = QPointF(column * pitch.width(), top + row * pitch.height())
            place = self._mirrored(QRectF(corner, square), width)
            fill = self._theme.hex_color(ramp[cell.step])
            draw_outline(painter, self._theme, place, cell.noted, fill)

    def _draw_months(self, painter: QPainter, width: float) -> None:
        font = self._theme.font("caption")
        painter.setFont(font)
        painter.setPen(self._theme.qcolor("ink_2"))
        metrics, free_from = QFontMetricsF(font), 0.0
        for cell in self._cells:
            name = month_name(cell.day.month, short=True)
            left = (cell.day - self._first).days // _WEEKDAYS * self._pitch.width()
            extent = metrics.horizontalAdvance(name)
            if cell.day.day != 1 or left < free_from or left + extent > width:
                continue
            line = QRectF(left, 0, extent + 1, self._theme.px(_NAMES_HEIGHT - 3))
            painter.drawText(self._mirrored(line, width), Qt.AlignmentFlag.AlignVCenter, name)
            free_from = left + extent + _GAP

    def _mirrored(self, place: QRectF, width: float) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(width - place.right())
        return place
