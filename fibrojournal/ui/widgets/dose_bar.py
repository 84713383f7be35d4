"""The doses of a medicine over time, as a bar; its words say the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fibrojournal.text import _, day_and_month
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

_TINTS = (0.20, 0.38)
_WORDS, _BAR, _AXIS = 22, 30, 26
_GAP, _PADDING = 8, 12
_SHORTEST = timedelta(days=60)
_LONGEST = timedelta(days=730)
_AHEAD = 0.14
"""So much of the width stands behind today, for what is being written."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Stretch(NamedTuple):
    """A dose from one day on; `words` is empty where none was given, `start` None before all."""

    start: date | None
    words: str
    is_taken: bool = True


class DoseBar(QLabel):
    """Draws stretches up to today, and dashed the one that is being written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stretches: tuple[Stretch, ...] = ()
        self._next: Stretch | None = None
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_doses(self, stretches: Sequence[Stretch], today: date, words: str) -> None:
        """Show doses in order of their start; readers get the words."""
        self._stretches, self._today, self._next = tuple(stretches), today, None
        self.setAccessibleName(words)
        self.update()

    def show_next(self, following: Stretch | None) -> None:
        """Show what is being written, dashed."""
        self._next = following
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the words, the bar and the months."""
        return QSize(1, self._theme.px(_WORDS + _BAR + _AXIS))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        if not self._stretches:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        room = 0.0
        following = [*self._stretches[1:], None]
        for number, (stretch, later) in enumerate(zip(self._stretches, following, strict=True)):
            left = 0.0 if stretch.start is None else self._x(stretch.start)
            end = self._x(self._today) if later is None else self._x(later.start or date.min)
            if stretch.is_taken and end > left:
                self._draw_stretch(painter, QRectF(left, 0, end - left, 0), stretch, number)
            if stretch.start is not None and left >= room:
                room = left + self._draw_above(painter, left, stretch, is_first=number == 0)
        self._draw_today(painter, room)
        if self._next is not None:
            self._draw_next(painter, self._next)

    def _draw_today(self, painter: QPainter, room: float) -> None:
        words, font = _("today"), self._theme.font("caption")
        wide = QFontMetricsF(font).horizontalAdvance(words)
        left = self._x(self._today) - wide
        if left >= room:
            painter.setFont(font)
            painter.setPen(self._theme.qcolor("accent"))
            painter.drawText(QRectF(left, 0, wide + 2, self._theme.px(_WORDS)), _MIDDLE, words)

    def _draw_stretch(self, painter: QPainter, span: QRectF, stretch: Stretch, number: int) -> None:
        theme = self._theme
        place = self._bar(span.left(), span.right() - 1)
        tint = theme.mixed("surface", "accent", _TINTS[number % len(_TINTS)])
        draw_box(painter, place, min(theme.size("radius", "cell"), place.width() / 2), tint)
        self._write(painter, place, stretch.words)

    def _draw_next(self, painter: QPainter, following: Stretch) -> None:
        theme = self._theme
        left = self._x(following.start or self._today)
        place = self._bar(left, float(self.width()))
        if left < self._x(self._today):  # it takes the place of what stands there
            draw_box(painter, place, 0, theme.qcolor("surface"))
        radius, accent = theme.size("radius", "cell"), theme.qcolor("accent")
        draw_box(painter, place, radius, theme.qcolor("surface"), accent, width=2, dashed=True)
        self._write(painter, place, following.words, ink="accent")

    def _draw_above(
        self, painter: QPainter, left: float, stretch: Stretch, *, is_first: bool
    ) -> float:
        theme = self._theme
        form = _("change, {day}")
        if not stretch.is_taken:
            form = _("stop, {day}")
        elif is_first:
            form = _("start, {day}")
        words = form.format(day=day_and_month(stretch.start or self._today))
        font = theme.font("caption")
        wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(theme.qcolor("ink_2"))
        at = min(left, self.width() - wide - 1)
        painter.drawText(QRectF(at, 0, wide + 2, theme.px(_WORDS)), _MIDDLE, words)
        return at - left + wide + theme.px(_GAP)

    def _draw_axis(self, painter: QPainter) -> None:
        theme = self._theme
        line = theme.px(_WORDS + _BAR) + 3.0
        painter.setPen(theme.qcolor("border_strong"))
        painter.drawLine(QPointF(0, line), QPointF(self.width(), line))
        font = theme.font("caption")
        painter.setFont(font)
        metrics, free = QFontMetricsF(font), 0.0
        for month in self._months():
            words = day_and_month(month)
            wide = metrics.horizontalAdvance(words)
            middle = self._x(month)
            if middle - wide / 2 < free or middle + wide / 2 > self.width():
                continue
            free = middle + wide / 2 + theme.px(2 * _GAP)
            painter.setPen(theme.qcolor("border_strong"))
            painter.drawLine(QPointF(middle, line), QPointF(middle, line + 4))
            painter.setPen(theme.qcolor("ink_2"))
            below = QRectF(middle - wide / 2, line + 3, wide + 2, theme.px(_AXIS) - 4)
            painter.drawText(below, _MIDDLE, words)

    def _months(self) -> list[date]:
        first = self._first()
        months, at = [], date(first.year, first.month, 1)
        while at <= self._today:
            if at >= first:
                months.append(at)
            at = (at + timedelta(days=32)).replace(day=1)
        return months

    def _write(self, painter: QPainter, place: QRectF, words: str, ink: str = "ink") -> None:
        font = self._theme.font("small_strong")
        inner = place.adjusted(self._theme.px(_PADDING), 0, -4, 0)
        if QFontMetricsF(font).horizontalAdvance(words) <= inner.width():
            painter.setFont(font)
            painter.setPen(self._theme.qcolor(ink))
            painter.drawText(inner, _MIDDLE, words)

    def _bar(self, left: float, right: float) -> QRectF:
        return QRectF(left, self._theme.px(_WORDS), right - left, self._theme.px(_BAR))

    def _first(self) -> date:
        starts = [one.start for one in self._stretches if one.start is not None]
        earliest = min(starts, default=self._today)
        if len(starts) < len(self._stretches):
            earliest -= _SHORTEST / 2
        length = max(min(self._today - earliest, _LONGEST), _SHORTEST)
        return self._today - length * 1.08

    def _x(self, day: date) -> float:
        """Say where a day stands; what is before the first day stands at the edge."""
        first = self._first()
        share = (day - first) / (self._today - first)
        return max(0.0, min(share, 1 + _AHEAD)) * self.width() * (1 - _AHEAD)
