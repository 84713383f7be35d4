"""Words broken into lines, with some of them marked: bold, in a colour, on a soft ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from fibrojournal.journal.finding import Span
from fibrojournal.ui.theme import Theme

_LEADING = 1.5
"""Line height as a share of the letters' size."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a theme that mark words: theirs, and that of the ground under them."""

    theme: Theme
    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text that was laid out to a width."""

    layout: QTextLayout
    height: float
    natural_width: float
    baseline: float

    def draw(self, painter: QPainter, place: QRectF, ink: QColor) -> None:
        """Draw it from the top of a place."""
        painter.setPen(ink)
        self.layout.draw(painter, place.topLeft())


def lay_out(text: str, spans: Sequence[Span], font: QFont, width: float, inks: Inks) -> MarkedText:
    """Break a text into lines of a width, with hits marked."""
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.setFormats([_format(text, span, inks) for span in spans])
    layout.beginLayout()
    height = widest = baseline = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        pitch = max(line.height(), font.pixelSize() * _LEADING)
        line.setPosition(QPointF(0, height + (pitch - line.height()) / 2))
        baseline = baseline or line.y() + line.ascent()
        height += pitch
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return MarkedText(layout, height, widest, baseline)


def _format(text: str, span: Span, inks: Inks) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in span)
    marked.start, marked.length = start, end - start
    look = QTextCharFormat()
    look.setForeground(inks.theme.qcolor(inks.ink))
    look.setBackground(inks.theme.qcolor(inks.ground))
    look.setFontWeight(QFont.Weight.DemiBold)
    marked.format = look
    return marked
