"""The days that a search found, each with its words and the hits marked in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fibrojournal.journal.finding import Span
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.mark import draw_mark
from fibrojournal.ui.widgets.marked_text import Inks, lay_out
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.row_list import RowList

_LEAST, _ABOVE, _BELOW = 64, 12, 10
_ROUND, _ICON, _GAP, _CHEVRON = 38, 18, 14, 18
_EDGE = 8
_BETWEEN = 10
"""Room between the day and its numbers."""
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a row says: to the eye, and to a reader as `spoken` with the text in full."""

    icon: str
    title: str
    beside: str
    text: str
    spans: tuple[Span, ...]
    spoken: str
    whole: str
    factor: str = ""
    """The id of a factor whose colour the icon wears."""


class ResultList(RowList):
    """One Tab stop, as high as its rows: the page around it scrolls. A click or Enter opens."""

    opened = Signal(int)
    """The person wants what this row names."""
    left = Signal()
    """The person goes back to where the words are typed."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._rows: tuple[ResultRow, ...] = ()
        self.setMouseTracking(True)
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))
        self.dress(_Row(theme, self))

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """What the rows say, in order."""
        return self._rows

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """Show other rows; the same ones stay as they are."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.clear()
        for row in self._rows:
            item = QListWidgetItem(row.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, row.whole)
            self.addItem(item)
        if rows:
            self.setCurrentRow(0)
        self.fit()

    def current_place(self) -> QRect:
        """Return where the current row is drawn, in this widget."""
        return self.visualItemRect(self.currentItem()) if self._rows else QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row; leave with Esc, or upwards from the first row."""
        key = event.key()
        if key in _OPENS and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentRow() <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def draw(self, row: ResultRow, width: float, painter: QPainter | None, at: QRectF) -> float:
        """Lay a row out, draw it if there is a painter, and return how high it is."""
        theme = self._theme
        left = _EDGE + theme.px(_ROUND) + theme.px(_GAP)
        room = max(width - left - theme.px(_CHEVRON) - 2 * _EDGE, 1)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inks = Inks(theme, "accent", "accent_soft")
        title = lay_out(row.title, (), theme.font("label"), room, inks)
        beside = lay_out(row.beside, (), theme.font("caption"), room, inks)
        text = lay_out(row.text, row.spans, theme.font("body"), room, inks)
        fits = title.natural_width + _BETWEEN + beside.natural_width <= room
        y = at.top() + _ABOVE
        height = title.height if fits else title.height + beside.height

        def put(words: QRectF) -> QRectF:
            if mirrored:
                words.moveRight(at.left() + at.right() - words.left())
            return words

        if painter is not None:
            start = at.left() + left
            title.draw(painter, put(QRectF(start, y, room, title.height)), theme.qcolor("ink"))
            below = QRectF(start, y + title.height, room, beside.height)
            if fits:
                lower = y + title.baseline - beside.baseline
                after = title.natural_width + _BETWEEN
                below = QRectF(start + after, lower, room - after, beside.height)
            beside.draw(painter, put(below), theme.qcolor("ink_2"))
            at_words = put(QRectF(start, y + height + 2, room, text.height))
            text.draw(painter, at_words, theme.qcolor("ink"))
        return max(theme.px(_LEAST), _ABOVE + height + 2 + text.height + _BELOW)

    def row_heights(self) -> list[int]:
        """Return how high each row is at the present width."""
        width = self.viewport().width()
        return [round(self.draw(row, width, None, QRectF())) for row in self._rows]


class _Row(QStyledItemDelegate):
    """Paints a row; the current one has the ring while the list has the focus."""

    def __init__(self, theme: Theme, rows: ResultList) -> None:
        super().__init__(rows)
        self._theme, self._list = theme, rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, place = self._theme, QRectF(option.rect)
        row = self._list.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            inner = place.adjusted(0, 2, 0, -3)
            draw_box(painter, inner, theme.size("radius", "control"), theme.qcolor("inset"))
        if index.row() < len(self._list.rows) - 1:
            line = QRectF(place.left() + _EDGE, place.bottom() - 1, place.width() - 2 * _EDGE, 1)
            painter.fillRect(line, theme.qcolor("border"))
        self._draw_icons(painter, row, place)
        self._list.draw(row, place.width(), painter, place)
        if index.row() == self._list.currentRow() and self._list.hasFocus():
            radius, thick = theme.size("radius", "control"), theme.size("size", "focus_ring")
            draw_box(painter, place, radius, None, theme.qcolor("focus"), width=thick)
        painter.restore()

    def _draw_icons(self, painter: QPainter, row: ResultRow, place: QRectF) -> None:
        theme = self._theme
        across, icon, chevron = theme.px(_ROUND), theme.px(_ICON), theme.px(_CHEVRON)
        round_ = QRectF(place.left() + _EDGE, place.top() + _ABOVE, across, across)
        hand = QRectF(0, place.center().y() - chevron / 2, chevron, chevron)
        hand.moveRight(place.right() - _EDGE)
        onward = "chevron-right"
        if self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            round_.moveRight(place.right() - _EDGE)
            hand.moveLeft(place.left() + _EDGE)
            onward = "chevron-left"
        soft, ink = ("accent_soft", "accent") if row.icon == "text" else ("inset", "ink_2")
        if row.factor:
            draw_mark(painter, theme, row.icon, theme.factor_qcolor(row.factor), round_)
        else:
            draw_box(painter, round_, across / 2, theme.qcolor(soft))
            spot = QRectF(0, 0, icon, icon)
            spot.moveCenter(round_.center())
            icons.draw(painter, row.icon, theme.qcolor(ink), spot)
        icons.draw(painter, onward, theme.qcolor("ink_3"), hand)
