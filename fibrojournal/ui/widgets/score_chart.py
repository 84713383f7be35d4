"""The scores of check-ins as dots on a line over time, drawn by the window itself: they are few."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.charts.score_view import Score, ScoreView
from fibrojournal.text import _, short_date
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.drawing import Drawing
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.text_table import TextTable

_HEIGHT, _NARROWEST = 210, 320
_ABOVE, _BELOW, _LEFT, _BESIDE = 22, 26, 10, 12
_DOT, _LINE = 4.5, 3.0
_MOST_NUMBERED = 14
"""Of more points than that, numbers beside each would run into one another."""
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_COLORS = {"psd": "pain", "phq2": "mood", "gad2": "stress", "overall_change": "energy_evening"}


def color_of(score: Score) -> str:
    """Return the measure whose colour draws a score."""
    return _COLORS[score.id]


class ScoreCard(QWidget):
    """A sentence, the picture, and the same as a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "xs"))
        self._sentence = card_title(theme)
        self._detail = Label(theme, role="caption", color="ink_2", wraps=True)
        self.picture = ScorePicture(theme)
        self.table = TextTable(theme)
        self.table.hide()
        for part in (self._sentence, self._detail):
            column.addWidget(part)
        column.addSpacing(theme.size("space", "xs"))  # for the focus ring
        column.addWidget(self.picture)
        column.addWidget(self.table)

    @property
    def shows_table(self) -> bool:
        """Tell whether the numbers stand there as a table."""
        return not self.table.isHidden()

    @property
    def sentence(self) -> str:
        """What it says above the picture."""
        return self._sentence.text()

    def show_view(self, view: ScoreView) -> None:
        """Show the points of one score."""
        self._sentence.setText(view.sentence)
        self._detail.setText(view.detail)
        self.picture.show_view(view)
        self.table.show_texts(view.headers, view.rows)
        self.table.setAccessibleName(_("{chart}, as a table").format(chart=view.score.label))

    def set_table(self, *, shown: bool) -> None:
        """Show the table or the picture; the focus stays."""
        had_focus = self.picture.hasFocus() or self.table.hasFocus()
        self.table.setVisible(shown)
        self.picture.setVisible(not shown)
        if had_focus:
            place: QWidget = self.table if shown else self.picture
            place.setFocus(Qt.FocusReason.TabFocusReason)


class ScorePicture(RingFocus, Drawing):
    """The picture: a dot a check-in, its number above it, words for the heights at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: ScoreView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_view(self, view: ScoreView) -> None:
        """Draw the points of one score."""
        self._view = view
        self.setAccessibleName(view.score.label)
        self.setAccessibleDescription(f"{view.sentence} {view.detail}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height at which the words at the right stand apart."""
        return QSize(_NARROWEST, self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, line, dots and words."""
        view = self._view
        if view is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caption = QFontMetricsF(theme.font("caption"))
        numbers = max(caption.horizontalAdvance(str(tick)) for tick in view.score.ticks)
        words = [_(word) for _height, word in view.score.words]
        beside = max(map(caption.horizontalAdvance, words), default=0) + _BESIDE
        frame = QRectF(self.rect()).adjusted(
            numbers + _LEFT, theme.px(_ABOVE), -beside, -theme.px(_BELOW)
        )
        self._draw_axis(painter, view.score, frame)
        spots = [
            QPointF(_x(view, day, frame), _y(view.score, value, frame))
            for day, value in view.points
        ]
        color = theme.measure_qcolor(color_of(view.score))
        painter.setPen(QPen(color, _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(spots)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for spot in spots:
            painter.drawEllipse(spot, _DOT, _DOT)
        painter.setPen(QPen(theme.qcolor("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spots[-1], _DOT + 4, _DOT + 4)
        self._draw_numbers(painter, view, spots)
        self._draw_dates(painter, view, spots, frame)

    def _draw_axis(self, painter: QPainter, score: Score, frame: QRectF) -> None:
        theme = self._theme
        line = theme.px(18)
        painter.setFont(theme.font("caption"))
        for tick in score.ticks:
            y = _y(score, tick, frame)
            painter.setPen(QPen(theme.qcolor("border_strong" if tick == score.low else "grid"), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(theme.qcolor("ink_2"))
            place = QRectF(0, y - line / 2, frame.left() - _LEFT + 2, line)
            painter.drawText(place, _RIGHT, str(tick))
        painter.setPen(theme.qcolor("ink_3"))
        for height, word in score.words:
            y = _y(score, height, frame)
            place = QRectF(frame.right() + _BESIDE, y - line / 2, self.width(), line)
            place.setRight(self.width() + 1.0)
            painter.drawText(place, _START, _(word))

    def _draw_numbers(self, painter: QPainter, view: ScoreView, spots: list[QPointF]) -> None:
        if len(spots) > _MOST_NUMBERED:
            return
        theme = self._theme
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.qcolor("ink"))
        width, line = theme.px(40), theme.px(18)
        for spot, (_day, value) in zip(spots, view.points, strict=True):
            place = QRectF(spot.x() - width / 2, spot.y() - line - _DOT - 2, width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{value:.0f}")

    def _draw_dates(
        self, painter: QPainter, view: ScoreView, spots: list[QPointF], frame: QRectF
    ) -> None:
        """Date the points from the newest back, as far as there is room."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("caption"))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.qcolor("ink_2"))
        free_to = float("inf")
        for spot, (day, _value) in reversed(list(zip(spots, view.points, strict=True))):
            words = short_date(day)
            width = metrics.horizontalAdvance(words) + 2
            left = min(max(spot.x() - width / 2, 0.0), self.width() - width)
            if left + width <= free_to:
                place = QRectF(left, frame.bottom() + 4, width, theme.px(_BELOW) - 4)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
                free_to = left - 8


def _x(view: ScoreView, day: date, frame: QRectF) -> float:
    """Place a day; a single point stands at the right, where the newest always is."""
    first, last = view.points[0][0], view.points[-1][0]
    span = (last - first).days
    share = (day - first).days / span if span else 1.0
    inset = _DOT + 12
    return frame.left() + inset + share * (frame.width() - 2 * inset)


def _y(score: Score, value: float, frame: QRectF) -> float:
    return frame.bottom() - (value - score.low) / (score.high - score.low) * frame.height()
