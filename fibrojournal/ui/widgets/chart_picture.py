"""The picture of a chart: what is pointed at, by keys or the pointer, is marked over it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from fibrojournal import trace
from fibrojournal.charts.picture import ChartCanvas, Picture
from fibrojournal.charts.view import View
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SETTLING_MS = 30
_AROUND = 3.0
"""How far the ring stands off the mark that is pointed at."""


class ChartPicture(RingFocus, QLabel):
    """The picture. Arrows move from mark to mark; Enter or a click opens the day of one."""

    pointed = Signal(object)
    """The number of the mark that is pointed at, or None."""
    day_chosen = Signal(object)

    narrowest = 320
    """Narrower than this, in px, few charts can be read."""

    _canvas = ChartCanvas()
    """All are drawn on one, in turn: what is on show is the pixmap, and a figure is large."""

    def __init__(self, theme: Theme, id: str) -> None:
        super().__init__()
        self._theme, self._id = theme, id
        self._view: View | None = None
        self._drawn: Picture | None = None
        self._at: int | None = None
        self._is_stale = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._draw)
        theme.changed.connect(self._draw_later)

    @property
    def view(self) -> View | None:
        """The chart on show."""
        return self._view

    @property
    def at(self) -> int | None:
        """The number of the mark that is pointed at."""
        return self._at

    @property
    def drawn(self) -> Picture | None:
        """The picture on show, once it is drawn."""
        return self._drawn

    def show_view(self, view: View, name: str) -> None:
        """Draw a chart."""
        self._view, self._at = view, None
        self.setAccessibleName(name)
        self.setAccessibleDescription(view.description)
        self.updateGeometry()
        self._draw_later()

    def sizeHint(self) -> QSize:
        """Return the size at which the chart can be read; it takes what it gets."""
        width = max(self.width(), self.narrowest)
        height = self._view.height(width, self._theme.scale) if self._view else 0
        return QSize(self.narrowest, height)

    def minimumSizeHint(self) -> QSize:
        """Below this a chart says nothing."""
        return self.sizeHint()

    def _draw_later(self) -> None:
        self._is_stale = True
        self._later.start(0)

    def _draw(self) -> None:
        if self._view is None or self.width() < 2 or not self.isVisible():
            return  # what nobody sees is drawn when it comes into sight
        self._is_stale = False
        ratio = self.devicePixelRatioF()
        drawn = self._canvas.render(
            self._view,
            (self.width(), self.height()),
            self._theme.tokens,
            scale=self._theme.scale,
            ratio=ratio,
        )
        is_first = self.pixmap().isNull()
        image = QImage(drawn.rgba, drawn.width, drawn.height, QImage.Format.Format_RGBA8888)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(drawn.ratio)
        self.setPixmap(pixmap)
        self._drawn = replace(drawn, rgba=b"")  # from here on the pixmap holds the pixels
        trace.mark(f"{'chart' if is_first else 'redraw'} {self._id}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size, once."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # a chart may be higher where it is narrow
        self._is_stale = True
        # What stands around it may still be finding its place.
        self._later.start(_SETTLING_MS if self._drawn is not None else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while nobody saw it."""
        super().showEvent(event)
        if self._is_stale:
            self._later.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to another mark, or open its day."""
        drawn = self._drawn
        if drawn is None or not drawn.count or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        key, last = Qt.Key(event.key()), drawn.count - 1
        former = self._at if self._at is not None else drawn.count
        if key in (step := self._steps(drawn)):
            self._point(min(max(former + step[key], 0), last))
        elif key in _ROWS and drawn.drawn.row:
            self._point(drawn.beside(min(former, last), _ROWS[key]))
        elif key == Qt.Key.Key_Home:
            self._point(0)
        elif key == Qt.Key.Key_End:
            self._point(last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._open(self._at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what is under the pointer."""
        spot = event.position()
        at = self._drawn.nearest(spot.x(), spot.y()) if self._drawn else None
        if at != self._at:
            self._point(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._at is not None:
            self._open(self._at)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the mark away with the pointer."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and, over it, a line or a ring at what is pointed at."""
        super().paintEvent(event)
        if self._drawn is None or self._at is None:
            return
        painter, area = QPainter(self), self._drawn.area(self._at)
        bottom = area.top + area.height
        if not area.width:
            painter.setPen(QPen(self._theme.qcolor("accent"), 1.5))
            painter.drawLine(QPointF(area.left, area.top), QPointF(area.left, bottom))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.qcolor("accent"), 2))
        place = QRectF(area.left, area.top, area.width, area.height)
        place.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
        painter.drawRoundedRect(place, _AROUND + 1, _AROUND + 1)

    @staticmethod
    def _steps(drawn: Picture) -> dict[Qt.Key, int]:
        return {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -drawn.drawn.leap,
            Qt.Key.Key_PageDown: drawn.drawn.leap,
        }

    def _open(self, at: int) -> None:
        day = self._view.day_at(at) if self._view else None
        if day is not None:
            self.day_chosen.emit(day)

    def _point(self, at: int | None) -> None:
        self._at = at
        self.update()
        self.pointed.emit(at)
