"""The scale that rows of effects share: where a number of points stands at a width."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.text import _, number
from fibrojournal.ui.theme import Theme

LEAST_REACH, MOST_REACH = 2, 4
"""Points to either side of 0: small effects look small, and one wild interval squeezes no other.

Only an effect itself that is larger asks for more.
"""
_WIDE = 560
"""From this width on, in px at 100 %, name, picture and words stand side by side."""
_NAMES, _WORDS = 0.29, 0.36
"""Shares of the width that names and words take there."""
_SIDE, _INDENT = 14, 60
_TICK_ROOM, _TICK = 30, 80
_ABOVE = 3


@dataclass(frozen=True, slots=True)
class Interval:
    """An effect with the span in which it is likely to lie, in points."""

    effect: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a row that the picture takes, and how many points it shows to either side."""

    left: float
    right: float
    reach: int

    def x(self, points: float) -> float:
        """Place a number of points; what lies beyond the picture stands at its edge."""
        share = min(max(points / self.reach, -1.0), 1.0)
        return (self.left + self.right) / 2 + share * (self.right - self.left) / 2


@dataclass(frozen=True, slots=True)
class Columns:
    """How a row is shared out; `words_left` is 0 where words stand below the name."""

    names: tuple[float, float]
    picture: tuple[float, float]
    words: tuple[float, float]
    is_wide: bool


def columns_of(theme: Theme, width: float) -> Columns:
    """Share out a row of a width."""
    indent, side = theme.px(_INDENT), theme.px(_SIDE)
    if theme.is_large_text or width < theme.px(_WIDE):
        rest = (indent, width - side)
        return Columns(rest, (2.0 * side, width - 2 * side), rest, is_wide=False)
    names = width * _NAMES
    words = width * (1 - _WORDS)
    return Columns(
        (indent, names), (names + side, words - side), (words, width - side), is_wide=True
    )


def reach_of(intervals: Iterable[Interval]) -> int:
    """Return how many points the picture shows to either side of 0: all effects stand inside."""
    shown = tuple(intervals)
    furthest = max((max(-one.low, one.high) for one in shown), default=0.0)
    effects = max((abs(one.effect) for one in shown), default=0.0)
    return max(min(math.ceil(furthest), MOST_REACH), math.ceil(effects), LEAST_REACH)


class AxisStrip(QWidget):
    """The words of both directions above the rows, or the numbers below them.

    Readers pass over it: each row says its numbers.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heads: tuple[str, str] | None = None
        self._reach = LEAST_REACH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_heads(self, less: str, more: str) -> None:
        """Name what lies to the left and to the right of 0."""
        self._heads = less, more
        self.update()

    def show_reach(self, reach: int) -> None:
        """Write the points up to so many to either side."""
        self._reach = reach
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        metrics = QFontMetrics(self._theme.font("caption"))
        return QSize(1, metrics.height() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words or the numbers."""
        theme, painter = self._theme, QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.qcolor("ink_2"))
        left, right = columns_of(theme, self.width()).picture
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = self.width() - right, self.width() - left
        span = Span(left, right, self._reach)
        if self._heads is None:
            self._draw_ticks(painter, span)
        else:
            self._draw_heads(painter, span, *self._heads)

    def _draw_heads(self, painter: QPainter, span: Span, less: str, more: str) -> None:
        gap, height = self._theme.px(8), self.height()
        middle = Qt.AlignmentFlag.AlignVCenter.value
        to_left = QRectF(0, 0, span.x(0) - gap, height)
        to_right = QRectF(span.x(0) + gap, 0, self.width() - span.x(0) - gap, height)
        painter.drawText(to_left, middle | Qt.AlignmentFlag.AlignRight.value, less)
        painter.drawText(to_right, middle | Qt.AlignmentFlag.AlignLeft.value, more)

    def _draw_ticks(self, painter: QPainter, span: Span) -> None:
        room = (span.right - span.left) / (2 * span.reach)
        least = self._theme.px(_TICK_ROOM) / room
        steps = (step for step in (1, 2) if step >= least and span.reach % step == 0)
        step = next(steps, span.reach)
        for points in range(-span.reach, span.reach + 1, step):
            written = f"+{points}" if points > 0 else number(points)
            place = QRectF(0, 0, self._theme.px(_TICK), self.height())
            place.moveLeft(span.x(points) - place.width() / 2)
            aligned = Qt.AlignmentFlag.AlignCenter.value
            if points == span.reach:  # the number stands below its line, the word after it
                metrics = painter.fontMetrics()
                start = span.x(points) - metrics.horizontalAdvance(written) / 2
                in_full = _("{n} points").format(n=written)
                if start + metrics.horizontalAdvance(in_full) < self.width():
                    written, aligned = in_full, Qt.AlignmentFlag.AlignVCenter.value
                    place = QRectF(start, 0, self.width() - start, self.height())
            painter.drawText(place, aligned, written)
