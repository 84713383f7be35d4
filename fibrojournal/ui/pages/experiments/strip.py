"""The pairs of an experiment as small boxes: what has been with its mark, what comes sealed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fibrojournal.journal.experiments import Experiment, Period, Way
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

_SIDE, _WIDE, _HIGH, _GAP, _PAIR_GAP = 13, 30, 34, 3, 10
_EDGE = 2.0


def draw_way(painter: QPainter, theme: Theme, way: Way, center: QPointF) -> None:
    """Draw the mark of a way: round and filled where it is tried, else an open square."""
    side = theme.px(_SIDE)
    if way is Way.FIRST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.qcolor("accent"))
        painter.drawEllipse(center, side / 2, side / 2)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.qcolor("ink_2"), _EDGE))
    inner = side - _EDGE
    painter.drawRect(QRectF(center.x() - inner / 2, center.y() - inner / 2, inner, inner))


class WayMark(QWidget):
    """The mark of a way before its words; readers pass over it."""

    def __init__(self, theme: Theme, way: Way) -> None:
        super().__init__()
        self._theme, self._way = theme, way
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_way(self, way: Way) -> None:
        """Show another way."""
        self._way = way
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_way(painter, self._theme, self._way, QRectF(self.rect()).center())

    def _restyle(self) -> None:
        side = self._theme.px(_SIDE) + 4
        self.setFixedSize(side, side)


class WayRow(QWidget):
    """A way in words after its mark."""

    def __init__(self, theme: Theme, way: Way, *, role: str = "small") -> None:
        super().__init__()
        self.mark = WayMark(theme, way)
        self.words = Label(
            theme, role=role, color="ink_2" if role == "small" else "ink", wraps=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "s"))
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)


class PairStrip(QWidget):
    """As many pairs in a line as there is room for. The words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._periods: tuple[Period, ...] = ()
        self._today = date.min
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_experiment(self, experiment: Experiment, today: date) -> None:
        """Show what has been of it, and the period of today."""
        self._periods = experiment.periods()
        self._today = today
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for some pairs."""
        width = round(4 * self._pitch)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the room for one pair in a line."""
        return QSize(round(self._pitch), self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        """Return the room for all lines."""
        lines = -(-len(self._periods) // (2 * self._in_line(width)))
        return round(lines * self._theme.px(_HIGH + _PAIR_GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every period."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, period in enumerate(self._periods):
            self._draw(painter, period, self._place(at))

    @property
    def _pitch(self) -> float:
        theme = self._theme
        return 2 * theme.px(_WIDE) + theme.px(_GAP) + theme.px(_PAIR_GAP)

    def _in_line(self, width: int) -> int:
        return max(int((width + self._theme.px(_PAIR_GAP)) // self._pitch), 1)

    def _place(self, at: int) -> QRectF:
        theme, pair = self._theme, at // 2
        line, column = divmod(pair, self._in_line(self.width()))
        left = column * self._pitch + (at % 2) * (theme.px(_WIDE) + theme.px(_GAP))
        place = QRectF(left, line * theme.px(_HIGH + _PAIR_GAP), theme.px(_WIDE), theme.px(_HIGH))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(self.width() - left)
        return place

    def _draw(self, painter: QPainter, period: Period, place: QRectF) -> None:
        theme = self._theme
        is_now = period.start <= self._today <= period.last
        inner = place.adjusted(1, 1, -1, -1)
        border = theme.qcolor("accent" if is_now else "border")
        draw_box(painter, inner, 8, theme.qcolor("surface"), border, width=2 if is_now else 1)
        if period.start <= self._today:
            draw_way(painter, theme, period.way, inner.center())
            return
        side = theme.px(14)
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(inner.center())
        icons.draw(painter, "lock", theme.qcolor("ink_3"), spot)
