"""Lays out and paints a row of an `EffectList`: the same plan gives its height and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.certainty import dots_width, draw_dots
from fibrojournal.ui.widgets.effect_axis import Columns, Interval, Span, columns_of
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.marked_text import Inks, MarkedText, lay_out
from fibrojournal.ui.widgets.paint import draw_box

if TYPE_CHECKING:
    from fibrojournal.ui.widgets.effect_list import EffectList, EffectRow

_LEAST, _ABOVE, _HEADING = 60, 9, 30
_MARK, _EDGE = 34, 14
_PICTURE = 26
"""How high the picture is where it stands below the words."""
_BAR, _DOT, _HALO = 4.0, 14.0, 2.0
_ARROW = 5.0
_AFTER_DOTS = 6
_PIP, _PIP_PITCH = 16, 15
_FAR = 10_000.0


class EffectPainter:
    """Paints rows of one list."""

    def __init__(self, theme: Theme, rows: EffectList) -> None:
        self._theme, self._list = theme, rows

    def height(self, row: EffectRow, width: float) -> int:
        """Return how high a row is at a width."""
        if not row.icon:
            return self._heading_height(row, width)
        columns = columns_of(self._theme, width)
        names, words = self._names_height(row, columns), self._words_height(row, columns)
        if columns.is_wide:
            inner = max(names, words)
        else:
            inner = names + words
            if row.interval is not None or row.pips is not None:
                inner += self._theme.px(_PICTURE)
        return max(self._theme.px(_LEAST), round(inner) + 2 * self._theme.px(_ABOVE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: EffectRow,
        at: int,
        *,
        is_last: bool,
    ) -> None:
        """Paint a row in its place; the chosen one is framed, and has the ring with the focus."""
        theme, place = self._theme, QRectF(option.rect)
        if not row.icon:
            self._paint_heading(painter, row, place)
            return
        columns = columns_of(theme, place.width())
        is_framed = self._is_framed(at)
        if is_framed:
            inner = place.adjusted(1, 2, -1, -3)
            soft, accent = theme.qcolor("accent_soft"), theme.qcolor("accent")
            draw_box(painter, inner, theme.size("radius", "control"), soft, accent, width=1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            inner = place.adjusted(1, 2, -1, -3)
            draw_box(painter, inner, theme.size("radius", "control"), theme.qcolor("inset"))
        if not (is_last or is_framed or self._is_framed(at + 1)):
            line = QRectF(place.left() + _EDGE, place.bottom() - 1, place.width() - 2 * _EDGE, 1)
            painter.fillRect(line, theme.qcolor("border"))
        self._paint_words(painter, row, place, columns)
        if row.interval is not None:
            self._paint_picture(painter, row, place, columns, row.interval)
        elif row.pips is not None:
            self._paint_pips(painter, row, place, columns, row.pips)
        if is_framed and self._list.hasFocus():
            radius, thick = theme.size("radius", "control"), theme.size("size", "focus_ring")
            draw_box(painter, place, radius, None, theme.qcolor("focus"), width=thick)

    def _is_framed(self, at: int) -> bool:
        """Tell whether a row is framed as the chosen one.

        What has no number yet leads to nothing further, so it is framed while keys move in it only.
        """
        row = self._list.rows[at] if at < len(self._list.rows) else None
        if row is None or at != self._list.currentRow():
            return False
        return row.interval is not None or self._list.hasFocus()

    # Words

    def _names_height(self, row: EffectRow, columns: Columns) -> float:
        theme, width = self._theme, columns.names[1] - columns.names[0]
        title = laid(theme, row.title, "label", width)
        return title.height + (laid(theme, row.under, "caption", width).height if row.under else 0)

    def _words_height(self, row: EffectRow, columns: Columns) -> float:
        theme, width = self._theme, columns.words[1] - columns.words[0]
        height = laid(theme, row.headline, "small", width).height if row.headline else 0
        if not row.label:
            return height
        return height + laid(theme, row.label, "caption", width - self._before_label(row)).height

    def _before_label(self, row: EffectRow) -> float:
        return 0 if row.dots is None else dots_width(self._theme)

    def _paint_words(
        self, painter: QPainter, row: EffectRow, place: QRectF, columns: Columns
    ) -> None:
        theme, stale = self._theme, self._list.is_stale
        names, words = self._names_height(row, columns), self._words_height(row, columns)
        mark = theme.px(_MARK)
        if columns.is_wide:
            top, words_top, mark_top = (
                place.top() + (place.height() - height) / 2 for height in (names, words, mark)
            )
        else:
            top = mark_top = place.top() + theme.px(_ABOVE)
            words_top = top + names
        put = _Put(theme, painter, place, is_mirrored=self._is_mirrored)
        color = theme.factor_qcolor(row.factor) if row.factor else theme.qcolor("ink_2")
        round_ = put.mirrored(QRectF(place.left() + _EDGE, mark_top, mark, mark))
        draw_mark(painter, theme, row.icon, color, round_)
        ink, quieter = (theme.qcolor("ink_3" if stale else name) for name in ("ink", "ink_2"))
        y = put.words(row.title, "label", ink, columns.names, top)
        put.words(row.under, "caption", quieter, columns.names, y)
        y = put.words(row.headline, "small", ink, columns.words, words_top)
        before, (left, right) = self._before_label(row), columns.words
        put.words(row.label, "caption", quieter, (left + before, right), y)
        if row.dots is not None:
            line = laid(theme, "x", "caption", _FAR)
            spot = put.mirrored(QRectF(place.left() + left, y, before, line.height))
            first = spot.left() + (theme.px(_AFTER_DOTS) if self._is_mirrored else 0)
            draw_dots(painter, theme, first, spot.center().y(), row.dots)

    # Heading

    def _heading_height(self, row: EffectRow, width: float) -> int:
        words = laid(self._theme, row.title, "caption_strong", width - 2 * _EDGE)
        return max(self._theme.px(_HEADING), round(words.height) + self._theme.px(8))

    def _paint_heading(self, painter: QPainter, row: EffectRow, place: QRectF) -> None:
        theme, column = self._theme, (float(_EDGE), place.width() - _EDGE)
        words = laid(theme, row.title, "caption_strong", column[1] - column[0])
        put = _Put(theme, painter, place, is_mirrored=self._is_mirrored)
        top = place.bottom() - words.height - theme.px(4)
        put.words(row.title, "caption_strong", theme.qcolor("ink_2"), column, top)

    # Picture

    def _paint_picture(
        self,
        painter: QPainter,
        row: EffectRow,
        place: QRectF,
        columns: Columns,
        interval: Interval,
    ) -> None:
        theme = self._theme
        left, right = columns.picture
        if self._is_mirrored:
            left, right = place.width() - right, place.width() - left
        span = Span(place.left() + left, place.left() + right, self._list.reach)
        top, middle = place.top(), place.center().y()
        if not columns.is_wide:
            middle = place.bottom() - theme.px(_ABOVE) - theme.px(_PICTURE) / 2
            top = middle - theme.px(_PICTURE) / 2
        self._paint_grid(painter, span, top, place.bottom())
        color = theme.qcolor("ink_3")
        if row.is_found and not self._list.is_stale:
            color = self._color(row)
        self._paint_bar(painter, span, interval, middle, color)
        ground = theme.qcolor("surface")
        if row is self._list.rows[max(self._list.currentRow(), 0)]:
            ground = theme.qcolor("accent_soft")
        painter.setBrush(color)
        painter.setPen(QPen(ground, _HALO))
        center, half = QPointF(span.x(interval.effect), middle), theme.px(_DOT) / 2
        if row.is_found:
            painter.drawEllipse(center, half, half)
        else:  # also told apart without colour
            side = half * 0.88
            painter.drawRect(QRectF(center.x() - side, middle - side, 2 * side, 2 * side))

    def _paint_pips(
        self,
        painter: QPainter,
        row: EffectRow,
        place: QRectF,
        columns: Columns,
        pips: tuple[int, int],
    ) -> None:
        """Draw a small box for each day that it takes, filled for each that there is."""
        theme, (have, need) = self._theme, pips
        left, right = columns.picture
        middle = place.center().y()
        if not columns.is_wide:
            middle = place.bottom() - theme.px(_ABOVE) - theme.px(_PICTURE) / 2
        pitch = min((right - left) / need, theme.px(_PIP_PITCH))
        across, up = pitch - max(pitch * 0.3, 2), theme.px(_PIP)
        color, frame = self._color(row), theme.qcolor("border_strong")
        put = _Put(theme, painter, place, is_mirrored=self._is_mirrored)
        for at in range(need):
            box = QRectF(place.left() + left + at * pitch, middle - up / 2, across, up)
            fill = color if at < have else None
            draw_box(painter, put.mirrored(box), min(4.0, across / 2), fill, fill or frame)

    def _paint_grid(self, painter: QPainter, span: Span, top: float, bottom: float) -> None:
        theme = self._theme
        has_grid = theme.tokens.data["chart"]["grid"][theme.name]
        for points in range(-span.reach, span.reach + 1):
            if points == 0 or has_grid:
                color = theme.qcolor("border" if points else "border_strong")
                painter.fillRect(QRectF(round(span.x(points)), top, 1, bottom - top), color)

    def _paint_bar(
        self, painter: QPainter, span: Span, interval: Interval, middle: float, color: QColor
    ) -> None:
        """Draw the interval; an arrow says that it goes on beyond the picture."""
        pen = QPen(color, self._theme.px(_BAR))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        low, high = span.x(interval.low), span.x(interval.high)
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        pen.setWidthF(self._theme.px(_BAR) / 2)
        painter.setPen(pen)
        for end, points, back in ((low, interval.low, 1), (high, interval.high, -1)):
            if abs(points) > span.reach:
                for side in (-1, 1):
                    tip = QPointF(end + back * _ARROW, middle + side * _ARROW)
                    painter.drawLine(QPointF(end, middle), tip)

    def _color(self, row: EffectRow) -> QColor:
        theme = self._theme
        own = theme.tokens.data["theme"][theme.name]["measure"]
        if row.measure in own or not row.factor:
            return theme.measure_qcolor(row.measure)
        return theme.factor_qcolor(row.factor)

    @property
    def _is_mirrored(self) -> bool:
        return self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft


def laid(theme: Theme, text: str, role: str, width: float) -> MarkedText:
    """Break a text into lines of a width."""
    return lay_out(text, (), theme.font(role), max(width, 1.0), Inks(theme, "ink", "surface"))


class _Put:
    """Draws words in the columns of a row."""

    def __init__(
        self, theme: Theme, painter: QPainter, place: QRectF, *, is_mirrored: bool
    ) -> None:
        self._theme, self._painter, self._place = theme, painter, place
        self._is_mirrored = is_mirrored

    def words(
        self, text: str, role: str, ink: QColor, column: tuple[float, float], y: float
    ) -> float:
        """Draw a text at a height, and return where the next one stands."""
        if not text:
            return y
        left, right = column
        lines = laid(self._theme, text, role, right - left)
        spot = QRectF(self._place.left() + left, y, right - left, lines.height)
        lines.draw(self._painter, self.mirrored(spot), ink)
        return y + lines.height

    def mirrored(self, spot: QRectF) -> QRectF:
        """Return the same spot for a language that is written from right to left."""
        if self._is_mirrored:
            spot.moveRight(self._place.left() + self._place.right() - spot.left())
        return spot
