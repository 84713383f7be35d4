"""One day as a square: its date, its answer, and marks for an event and for today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from fibrojournal.text import _, short_date
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

_GAP = 2
"""Half the distance between two squares."""
_MARGIN = QSizeF(9, 6)
_FLAG = 15
_BAR = QSizeF(26, 3)
_DOT = 6
_SELECTED = 2
_DOTS, _FINE_DOTS = (2.5, 2), (1.5, 1.5)


class Noted(Enum):
    """What the journal holds for a day, as far as the chosen measure goes."""

    VALUE = "value"
    OTHER = "other"
    """Something is noted, but not this measure."""
    NOTHING = "nothing"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class DayCell:
    """A square of the calendar. `step` (0-10) is its place on the ramp.

    `spoken` is what a screen reader says of it, `number` what stands in it.
    """

    day: date
    noted: Noted
    spoken: str = ""
    number: str = ""
    step: int = 0
    has_event: bool = False
    is_today: bool = False
    names_month: bool = False

    @property
    def has_come(self) -> bool:
        """Tell whether the day can be opened."""
        return self.noted is not Noted.FUTURE


class Selection(Enum):
    """Whether the square is the selected one, and whether keys go to it."""

    NONE = "none"
    SELECTED = "selected"
    FOCUSED = "focused"


def draw_day(
    painter: QPainter,
    theme: Theme,
    ramp: tuple[str, ...],
    place: QRectF,
    cell: DayCell,
    *,
    selection: Selection = Selection.NONE,
) -> None:
    """Draw a square with its ring inside `place`."""
    box = place.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    if selection is Selection.FOCUSED:
        box = _draw_ring(painter, theme, place)
    fill = theme.hex_color(ramp[cell.step]) if cell.noted is Noted.VALUE else None
    ink = _ink(theme, cell, fill)
    draw_outline(painter, theme, box, cell.noted, fill)
    if selection is Selection.SELECTED:
        draw_box(painter, box, theme.size("radius", "cell"), None, ink, width=_SELECTED)
    width, height = _MARGIN.width(), _MARGIN.height()
    inner = place.adjusted(width + _GAP, height + _GAP, -width - _GAP, -height - _GAP)
    date_end = _draw_date(painter, theme, inner, cell, ink)
    _draw_answer(painter, theme, inner, cell, ink)
    if cell.has_event:
        _draw_flag(painter, theme, inner, ink, date_end)
    if cell.is_today:
        bar = QSizeF(theme.px(_BAR.width()), theme.px(_BAR.height()))
        painter.fillRect(_at_start(painter, inner, inner.bottom() - bar.height(), bar), ink)


def draw_outline(
    painter: QPainter, theme: Theme, box: QRectF, noted: Noted, fill: QColor | None = None
) -> None:
    """Draw the empty square: filled, framed, dotted (nothing noted) or faint (not yet come)."""
    radius = min(theme.size("radius", "cell"), box.height() / 3)
    if noted is Noted.VALUE:
        draw_box(painter, box, radius, fill)
        return
    border = theme.qcolor("border" if noted is Noted.FUTURE else "border_strong")
    if noted is Noted.NOTHING:
        pen = QPen(border, 1)
        pen.setDashPattern(_DOTS if box.height() > theme.size("size", "target") else _FINE_DOTS)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return
    draw_box(painter, box, radius, theme.qcolor("inset") if noted is Noted.OTHER else None, border)


def _draw_ring(painter: QPainter, theme: Theme, place: QRectF) -> QRectF:
    """Draw the focus ring with its halo; return the room that is left for the square."""
    ring, halo = theme.size("size", "focus_ring"), theme.size("size", "focus_offset")
    radius = theme.size("radius", "cell") + _GAP
    draw_box(painter, place, radius, None, theme.qcolor("focus"), width=ring)
    within = place.adjusted(ring, ring, -ring, -ring)
    draw_box(painter, within, radius - ring, None, theme.qcolor("focus_halo"), width=halo)
    return within.adjusted(halo, halo, -halo, -halo)


def _ink(theme: Theme, cell: DayCell, fill: QColor | None) -> QColor:
    if fill is not None:
        return theme.hex_color(theme.tokens.heat_ink(fill.name().upper()))
    return theme.qcolor("ink_2" if cell.has_come else "ink_3")


def _draw_date(painter: QPainter, theme: Theme, inner: QRectF, cell: DayCell, ink: QColor) -> float:
    """Draw the date; return how wide it is."""
    font = theme.font("caption_medium")
    words = short_date(cell.day) if cell.names_month else str(cell.day.day)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, words)
    return QFontMetricsF(font).horizontalAdvance(words)


def _draw_answer(
    painter: QPainter, theme: Theme, inner: QRectF, cell: DayCell, ink: QColor
) -> None:
    corner = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom
    match cell.noted:
        case Noted.VALUE:
            painter.setFont(theme.font("heat"))
            painter.drawText(inner.adjusted(0, 0, 0, theme.px(3)), corner, cell.number)
        case Noted.NOTHING:
            font, words = theme.font("caption"), _("add")
            if QFontMetricsF(font).horizontalAdvance(words) <= inner.width():
                painter.setFont(font)  # else the dotted frame has to do
                painter.drawText(inner, corner, words)
        case Noted.OTHER:
            side = theme.px(_DOT)
            dot = QRectF(0, inner.bottom() - 2 * side, side, side)
            is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            dot.moveLeft(inner.left() if is_mirrored else inner.right() - side)
            painter.setBrush(ink)
            painter.drawEllipse(dot)


def _draw_flag(
    painter: QPainter, theme: Theme, inner: QRectF, ink: QColor, date_width: float
) -> None:
    """Draw the flag at the end of the first line, or where that is too short, at the bottom."""
    side = theme.px(_FLAG)
    place = QRectF(inner.right() - side, inner.top(), side, side)
    if inner.width() < date_width + side:
        place = _at_start(painter, inner, inner.bottom() - side - theme.px(5), place.size())
    elif painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        place.moveLeft(inner.left())
    icons.draw(painter, "flag", ink, place)


def _at_start(painter: QPainter, inner: QRectF, top: float, size: QSizeF) -> QRectF:
    """Place something where lines begin."""
    place = QRectF(QPointF(inner.left(), top), size)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        place.moveRight(inner.right())
    return place
