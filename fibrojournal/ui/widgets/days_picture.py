"""The picture of a chart along which days run: it can be moved, and looked at closer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from fibrojournal.charts.axis import day_of
from fibrojournal.charts.layout import Frame
from fibrojournal.ui.widgets.chart_picture import ChartPicture

_NOTCH = 120
_A_NOTCH_SCALES = 1.25
_CLOSER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_FURTHER = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Underscore})
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DaysPicture(ChartPicture):
    """Says how the person wants to look at other days; whoever shows it draws them.

    Plus and minus, Shift with an arrow, the wheel with Ctrl, and drags. While it is dragged the
    picture itself moves; it is drawn anew at rest. Where no days run, it is as any other picture.
    """

    stepped = Signal(int, object)
    """To the next usual length: 1 closer, -1 further; around a day, or None."""
    scaled = Signal(float, object)
    """To so many times the length, around a day."""
    paged = Signal(int)
    """Part of the way to earlier (-1) or later (1) days."""
    moved = Signal(int)
    """By so many days, later where positive."""

    can_move = False
    """Whether somebody follows these wishes."""

    _grabbed: QPointF | None = None
    _shift = 0.0

    @property
    def _frames(self) -> tuple[Frame, ...]:
        """Those along which the picture can be moved."""
        return self.drawn.drawn.frames if self.drawn is not None and self.can_move else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look closer, further, or to the side."""
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not self._frames:
            super().keyPressEvent(event)
        elif key in _CLOSER | _FURTHER:
            self.stepped.emit(1 if key in _CLOSER else -1, self._day_pointed())
        elif key in _SIDEWAYS and shift:
            self.paged.emit(_SIDEWAYS[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look closer or further with Ctrl; without it the page scrolls."""
        turns = event.angleDelta().y() / _NOTCH
        if (
            not self._frames
            or not turns
            or event.modifiers() != Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        self.scaled.emit(_A_NOTCH_SCALES**-turns, self._day_under(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        super().mousePressEvent(event)
        if self._frames and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held; else point at what is under the pointer."""
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        away = event.position().x() - self._grabbed.x()
        if self._shift or abs(away) >= QApplication.startDragDistance():
            self._shift = away
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: other days are wanted where it was moved, else the one under the pointer."""
        grabbed, self._grabbed = self._grabbed, None
        shift, self._shift = self._shift, 0.0
        if grabbed is None or not shift:
            super().mouseReleaseEvent(event)
            return
        frame = self._frames[0]
        self.update()
        self.moved.emit(-round(shift * (frame.last - frame.first) / frame.box.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture; what is held of it, where it was moved to."""
        if not self._shift:
            super().paintEvent(event)
            return
        painter, box = QPainter(self), self._frames[0].box
        painter.drawPixmap(QPointF(0, 0), self.pixmap())
        place = QRectF(box.left, 0, box.width, self.height())
        painter.setClipRect(place)
        painter.fillRect(place, self._theme.qcolor("surface"))
        painter.drawPixmap(QPointF(self._shift, 0), self.pixmap())

    def _day_pointed(self) -> date | None:
        return self.view.day_at(self.at) if self.view is not None and self.at is not None else None

    def _day_under(self, x: float) -> date:
        frame = self._frames[0]
        day = min(max(frame.day_at(x), frame.first), frame.last)
        return day_of(round(day))
