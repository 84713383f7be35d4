"""A chart on a page: its picture, the day under the cursor in words, and the same as a table."""

from __future__ import annotations

from datetime import date, timedelta

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
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal import trace
from fibrojournal.charts.picture import Picture, TrendCanvas
from fibrojournal.charts.trend import wanted_height
from fibrojournal.charts.trend_view import TrendView
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.day_table import DayRow, DayTable
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.labels import Label

_NARROWEST = 320
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -30,
    Qt.Key.Key_PageDown: 30,
}


class ChartView(QWidget):
    """Shows a trend as a picture or as a table of the same numbers."""

    day_chosen = Signal(object)
    """The date of a day that the person wants to open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: TrendView | None = None
        self._name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "xs"))
        self.picture = TrendPicture(theme)
        self.picture.day_pointed.connect(self._read_out)
        self.picture.day_chosen.connect(self.day_chosen)
        self.table = DayTable(theme)
        self.table.day_opened.connect(self.day_chosen)
        self.table.hide()
        self._words = Label(theme, role="caption", color="ink_2", wraps=True)
        column.addWidget(self._words)
        column.addWidget(self.picture, 1)
        column.addWidget(self.table)
        self._read_out(None)

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table."""
        return not self.table.isHidden()

    def show_view(self, view: TrendView, name: str) -> None:
        """Show a trend under a name, which readers hear with its description."""
        self._view, self._name = view, name
        self.picture.show_view(view, name)
        if self.shows_table:
            self._fill_table(view)
        self._read_out(None)

    def toggle_table(self) -> None:
        """Change between picture and table; the focus stays on the chart."""
        if self._view is None:
            return
        was_table = self.shows_table
        focused = self.picture.hasFocus() or self.table.hasFocus()
        if not was_table:
            self._fill_table(self._view)
        shown: QWidget = self.picture if was_table else self.table
        self.table.setVisible(not was_table)
        self.picture.setVisible(was_table)
        if focused:
            shown.setFocus(Qt.FocusReason.TabFocusReason)
        self._read_out(None)

    def _fill_table(self, view: TrendView) -> None:
        numbers = view.table()
        days = [view.start + timedelta(days=at) for at in range(view.days)]
        rows = [
            DayRow(day, (*(text or None for text in texts[:-1]), texts[-1]))
            for day, texts in zip(days, numbers.rows, strict=True)
        ]
        self.table.setAccessibleName(_("{chart}, as a table").format(chart=self._name))
        self.table.show_rows(numbers.headers, rows[::-1])

    def _read_out(self, day: date | None) -> None:
        if self._view is not None and day is not None:
            words = self._view.day_text(day)
            announce(self.picture, words)
        elif self.shows_table:
            words = _("Newest day first; Enter opens a day, Ctrl+T brings the picture back.")
        else:
            words = _("Arrow keys or the pointer read out a day; Enter or a click opens it.")
        self._words.setText(words)


class TrendPicture(RingFocus, QLabel):
    """The picture. Arrows move a day line over it; Enter or a click opens that day."""

    day_pointed = Signal(object)
    """The date under the line, or None."""
    day_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._canvas = TrendCanvas()
        self._view: TrendView | None = None
        self._drawn: Picture | None = None
        self._day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw)
        theme.changed.connect(self._later.start)

    def show_view(self, view: TrendView, name: str) -> None:
        """Draw a trend."""
        self._view, self._day = view, None
        self.setAccessibleName(name)
        self.setAccessibleDescription(view.description)
        self.updateGeometry()
        self._later.start()

    def sizeHint(self) -> QSize:
        """Return the size at which the chart can be read; it takes what it gets."""
        panels = len(self._view.panels) if self._view else 1
        return QSize(_NARROWEST, wanted_height(panels, self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        """Below this a chart says nothing."""
        return self.sizeHint()

    def _draw(self) -> None:
        if self._view is None or self.width() < 2:
            return
        ratio = self.devicePixelRatioF()
        self._drawn = self._canvas.render(
            self._view,
            (self.width(), self.height()),
            self._theme.tokens,
            scale=self._theme.scale,
            ratio=ratio,
        )
        drawn = self._drawn
        image = QImage(drawn.rgba, drawn.width, drawn.height, QImage.Format.Format_RGBA8888)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(drawn.ratio)
        self.setPixmap(pixmap)
        trace.mark("redraw trends")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size, once."""
        super().resizeEvent(event)
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the day line, or open its day."""
        step = _STEPS.get(Qt.Key(event.key()))
        if self._view is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif step is not None:
            self._point((self._day or self._view.end + timedelta(days=1)) + timedelta(days=step))
        elif event.key() == Qt.Key.Key_Home:
            self._point(self._view.start)
        elif event.key() == Qt.Key.Key_End:
            self._point(self._view.end)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._day is not None:
            self.day_chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the day line under the pointer."""
        day = self._drawn.day_at(event.position().x()) if self._drawn else None
        if day != self._day:
            self._set_day(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._day is not None:
            self.day_chosen.emit(self._day)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the line away with the pointer."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._set_day(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and, over it, the day line."""
        super().paintEvent(event)
        if self._drawn is None or self._day is None:
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.qcolor("accent"), 1.5))
        x = self._drawn.x_of(self._day)
        for area in self._drawn.areas:
            place = QRectF(area.left, area.top, area.width, area.height)
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _point(self, day: date) -> None:
        if self._view is not None:
            self._set_day(min(max(day, self._view.start), self._view.end))

    def _set_day(self, day: date | None) -> None:
        self._day = day
        self.update()
        self.day_pointed.emit(day)
