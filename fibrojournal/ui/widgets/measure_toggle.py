"""The pill that adds a measure to a chart, with the marker that draws it there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from fibrojournal.journal.measures import Measure
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box, draw_marker
from fibrojournal.ui.widgets.tools import HearsTools
from fibrojournal.ui.widgets.words import words_size

_HEIGHT = 44
_LEFT = 17
_MARKER = 12
_GAP = 8
_RIGHT = 18


class MeasureToggle(RingFocus, HearsTools, QCheckBox):
    """Shows whether a chart draws a measure; the owner decides how many may be on."""

    def __init__(self, theme: Theme, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(measure.short_label, parent)
        self._theme, self.measure = theme, measure
        self.hear_tools()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(_("drawn in the chart when checked"))
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for marker and words in their bolder form."""
        theme = self._theme
        words = words_size(theme.font("small_strong"), self.text()).width()
        width = theme.px(_LEFT + _MARKER + _GAP + _RIGHT) + words
        return QSize(width, max(_HEIGHT, theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on the pill."""
        return self.rect().contains(point)

    def ring_radius(self) -> float:
        """Follow the round ends."""
        return self.height() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill; checked, its frame is thicker and coloured, its words bolder."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, color = QRectF(self.rect()), theme.measure_qcolor(self.measure.id)
        on = self.isChecked()
        draw_box(
            painter,
            place,
            place.height() / 2,
            theme.qcolor("inset" if self.underMouse() and not on else "surface"),
            color if on else theme.qcolor("border_strong"),
            width=2 if on else 1,
        )
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, side = theme.px(_LEFT), theme.px(_MARKER)
        x = left + side / 2
        center = QPointF(self.width() - x if mirrored else x, self.height() / 2)
        draw_marker(painter, theme.tokens.marker(self.measure.id), color, center, side)
        words = place.adjusted(left + side + theme.px(_GAP), 0, 0, 0)
        if mirrored:
            words.moveLeft(0)
        painter.setFont(theme.font("small_strong" if on else "small"))
        painter.setPen(theme.qcolor("ink" if on else "ink_2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small_strong"))
        self.updateGeometry()
        self.update()
