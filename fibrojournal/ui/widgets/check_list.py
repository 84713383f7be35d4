"""A list of rows to read and to tick: a name, what it is about, and what would come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.row_list import RowList
from fibrojournal.ui.widgets.scroll import ScrollBar

_ROW, _ABOVE = 44, 8
_BOX, _ICON, _GAP, _EDGE = 22, 16, 12, 8
_NARROWEST = 200
"""Below this width in px, at 100 % text, what a row is about stands below its name."""
_FAR = 10_000
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
_TOGGLES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What a row says."""

    name: str
    icon: str
    what: str
    outcome: str
    can_be_chosen: bool = True


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row stand, from its top left corner."""

    box: QRect
    name: QRect
    icon: QRect
    what: QRect
    outcome: QRect
    height: int


class CheckList(RowList):
    """One Tab stop: arrows go through the rows, Space ticks one. Long lists scroll inside."""

    chosen = Signal()
    """Other rows are ticked now."""

    def __init__(
        self, theme: Theme, name: str, most_rows: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._most_rows = most_rows
        self._rows: tuple[CheckRow, ...] = ()
        self._chosen: set[int] = set()
        self._has_boxes = True
        self._columns = 0, 0
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.dress(_Row(theme, self))

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """What the rows say, in order."""
        return self._rows

    @property
    def chosen_rows(self) -> list[int]:
        """The ticked rows, in order."""
        return sorted(self._chosen)

    @property
    def has_boxes(self) -> bool:
        """Tell whether rows can be ticked now."""
        return self._has_boxes

    def show_rows(self, rows: Sequence[CheckRow]) -> None:
        """Show other rows, none of them ticked."""
        self._rows, self._chosen = tuple(rows), set()
        self.clear()
        for row in self._rows:
            self.addItem(QListWidgetItem(row.name))
        if rows:
            self.setCurrentRow(0)
        self._tell()
        self.fit()

    def show_boxes(self, *, shown: bool) -> None:
        """Let rows be ticked, or only read."""
        if shown != self._has_boxes:
            self._has_boxes = shown
            self._tell()
            self.fit()

    def is_chosen(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return row in self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the current row with Space."""
        if event.key() in _TOGGLES:
            self._toggle(self.currentRow())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the row under the pointer."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._toggle(index.row())

    def places(self, row: CheckRow) -> _Places:
        """Lay a row out at the width there is: on one line, or each part below the other."""
        theme, width = self._theme, self.viewport().width()
        gap, least = theme.px(_GAP), max(_ROW, theme.px(_ROW))
        box_side = theme.px(_BOX)
        left = _EDGE + box_side + gap if self._has_boxes else 0
        name, outcome = self._columns
        icon = theme.px(_ICON)
        what_left = left + name + gap + icon + gap
        room = width - what_left - gap - outcome - _EDGE
        if room >= theme.px(_NARROWEST):
            height = max(least, self._height("small", row.what, room) + 2 * _ABOVE)
            return _Places(
                QRect(_EDGE, (height - box_side) // 2, box_side, box_side),
                QRect(left, 0, name, height),
                QRect(left + name + gap, (height - icon) // 2, icon, icon),
                QRect(what_left, 0, room, height),
                QRect(width - outcome - _EDGE, 0, outcome, height),
                height,
            )
        room, line = max(width - left - gap, 1), _ABOVE
        tops = []
        for role, text in (("small_strong", row.name), ("small", row.what), ("small", row.outcome)):
            tops.append(QRect(left, line, room, self._height(role, text, room)))
            line = tops[-1].bottom() + 1
        height = max(least, line + _ABOVE)
        return _Places(
            QRect(_EDGE, _ABOVE, box_side, box_side), tops[0], QRect(), tops[1], tops[2], height
        )

    def _toggle(self, row: int) -> None:
        if self._has_boxes and 0 <= row < len(self._rows) and self._rows[row].can_be_chosen:
            self._chosen ^= {row}
            self._tell()
            self.viewport().update()
            self.chosen.emit()

    def _tell(self) -> None:
        """Let readers hear a row whole, with its state."""
        for place, row in enumerate(self._rows):
            words = f"{row.name}, {row.what}, {row.outcome}"
            if self._has_boxes and row.can_be_chosen:
                state = _("chosen") if place in self._chosen else _("not chosen")
                words = f"{words}, {state}"
            self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _widest(self, role: str, texts: list[str]) -> int:
        metrics = QFontMetrics(self._theme.font(role))
        return max(map(metrics.horizontalAdvance, texts), default=0) + 2

    def _height(self, role: str, text: str, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(role))
        return metrics.boundingRect(QRect(0, 0, width, _FAR), int(_WORDS), text).height()

    def row_heights(self) -> list[int]:
        """Return how high each row is at the present width, with columns as wide as they need."""
        self._columns = (
            self._widest("small_strong", [row.name for row in self._rows]),
            self._widest("small", [row.outcome for row in self._rows]),
        )
        return [self.places(row).height for row in self._rows]

    def seen_of(self, heights: Sequence[int]) -> int:
        """Show a few rows, and scroll to the rest; at large text show all."""
        return sum(heights if self._theme.is_large_text else heights[: self._most_rows])


class _Row(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, rows: CheckList) -> None:
        super().__init__(rows)
        self._theme, self._list = theme, rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        row = self._list.rows[index.row()]
        places = self._list.places(row)
        mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def put(place: QRect) -> QRect:
            moved = place.translated(rect.topLeft())
            if mirrored:
                moved.moveRight(rect.right() - place.left())
            return moved

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() < len(self._list.rows) - 1:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, theme.qcolor("border"))
        if self._list.has_boxes and row.can_be_chosen:
            self._draw_box(painter, QRectF(put(places.box)), on=self._list.is_chosen(index.row()))
        if places.icon.isValid():
            icons.draw(painter, row.icon, theme.qcolor("accent"), QRectF(put(places.icon)))
        is_line = places.icon.isValid()
        for role, ink, place, text, flags in (
            ("small_strong", "ink", places.name, row.name, _WORDS),
            ("small", "ink_2", places.what, row.what, _WORDS),
            ("small", "ink_3", places.outcome, row.outcome, _END if is_line else _WORDS),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.qcolor(ink))
            painter.drawText(put(place), int(flags), text)
        if index.row() == self._list.currentRow() and self._list.hasFocus():
            radius, thick = theme.size("radius", "cell"), theme.size("size", "focus_ring")
            draw_box(painter, QRectF(rect), radius, None, theme.qcolor("focus"), width=thick)
        painter.restore()

    def _draw_box(self, painter: QPainter, place: QRectF, *, on: bool) -> None:
        theme = self._theme
        fill = theme.qcolor("accent" if on else "surface")
        frame = theme.qcolor("accent" if on else "border_strong")
        draw_box(painter, place, 6, fill, frame, width=2)
        if on:
            inner = place.width() * 0.14
            spot = place.adjusted(inner, inner, -inner, -inner)
            icons.draw(painter, "check", theme.qcolor("on_accent"), spot)
