"""The list at the side of a long page: choose a part of it, and see where one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box, leave_to_rows
from fibrojournal.ui.widgets.scroll import ScrollBar

_ROW = 44
_WIDTH = 192
_FEWEST = 3
_ICON, _ICON_LEFT, _TEXT_LEFT = 16, 13, 40
_RIGHT = 16
_INSET = 3
_WITHIN = 5
_HEADING_BELOW = 7
_LOW = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
_KEYS_IN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SectionList(QListWidget):
    """Rows of an icon and a name; one Tab stop. It scrolls where not all of them fit.

    A row without an icon is a heading: it is read, and passed over by keys and pointer.
    """

    GUTTER = ScrollBar.WIDTH
    """So much room at the right is kept for the bar."""

    chosen = Signal(int)
    """The person went to this row."""
    entered = Signal(int)
    """The person wants to go into what this row names."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        rows: Sequence[tuple[str, str]],
        *,
        factors: Mapping[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show rows of a title and the name of an icon; `factors` are rows that wear a colour."""
        super().__init__(parent)
        self._theme = theme
        self.factors = factors or {}
        """The factor of a row whose icon has that factor's colour."""
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._fill(rows)
        self._first = next(row for row, (_title, icon) in enumerate(rows) if icon)
        self.setCurrentRow(self._first)
        self.currentRowChanged.connect(self.chosen)
        self.itemClicked.connect(self._click)
        theme.changed.connect(self._dress)
        self._dress()

    def follow(self, row: int) -> None:
        """Show where the person is, without telling anyone."""
        with QSignalBlocker(self):
            self.setCurrentRow(row)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the chosen part with Enter, and to the first one with Home."""
        if event.key() in _KEYS_IN:
            self.entered.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Home:  # which Qt takes for the heading above it
            self.setCurrentRow(self._first)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole rows alone."""
        super().resizeEvent(event)
        rest = self.height() % self.row_size().height()
        if self.viewportMargins().bottom() != rest:
            self.setViewportMargins(0, 0, 0, rest)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: single letters are shortcuts of the window."""

    def sizeHint(self) -> QSize:
        """Return the room for all rows."""
        size = self.row_size()
        return QSize(size.width() + self.GUTTER, size.height() * self.count())

    def row_size(self) -> QSize:
        """Return the size of the widest row."""
        theme, metrics = self._theme, QFontMetrics(self._theme.font("small_strong"))
        titles = [self.item(row).text() for row in range(self.count())]
        words = max(map(metrics.horizontalAdvance, titles), default=0)
        width = theme.px(_TEXT_LEFT) + words + theme.px(_RIGHT)
        return QSize(max(_WIDTH, width), max(_ROW, theme.px(_ROW)))

    def _fill(self, rows: Sequence[tuple[str, str]]) -> None:
        count, place = sum(bool(icon) for _title, icon in rows), 0
        for title, icon in rows:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, icon)
            if icon:
                place += 1
                words = _("{title}, {place} of {count}")
                spoken = words.format(title=title, place=place, count=count)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            else:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)

    def _click(self, item: QListWidgetItem) -> None:
        if item.data(Qt.ItemDataRole.UserRole):
            self.chosen.emit(self.row(item))

    def _dress(self) -> None:
        leave_to_rows(self)
        size = self.row_size()
        for row in range(self.count()):
            self.item(row).setSizeHint(size)
        self.setFixedWidth(size.width() + self.GUTTER)
        self.setMinimumHeight(size.height() * min(_FEWEST, self.count()))
        self.setMaximumHeight(size.height() * self.count())
        self.updateGeometry()
        self.viewport().update()


class _Row(QStyledItemDelegate):
    """Paints a row; the current one lies on a soft box, with the ring while it has the focus."""

    def __init__(self, theme: Theme, rows: SectionList) -> None:
        super().__init__(rows)
        self._theme, self._rows = theme, rows

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, rect = self._theme, QRect(option.rect)
        icon = str(index.data(Qt.ItemDataRole.UserRole))
        if not icon:
            self._paint_heading(painter, rect, str(index.data()))
            return
        on = index.row() == self._rows.currentRow()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, place = theme.size("radius", "control"), QRectF(rect)
        box = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if on and self._rows.hasFocus():
            ring = theme.size("size", "focus_ring")
            draw_box(painter, place, radius, None, theme.qcolor("focus"), width=ring)
            within = place.adjusted(_WITHIN, _WITHIN, -_WITHIN, -_WITHIN)
            draw_box(painter, within, radius - _WITHIN, theme.qcolor("accent_soft"))
        elif on:
            draw_box(
                painter, box, radius, theme.qcolor("accent_soft"), theme.qcolor("accent"), width=2
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, box, radius, theme.qcolor("inset"))
        side = theme.px(_ICON)
        spot = QRectF(theme.px(_ICON_LEFT), rect.center().y() + 0.5 - side / 2, side, side)
        words = QRectF(rect).adjusted(theme.px(_TEXT_LEFT), 0, 0, 0)
        if self._rows.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            spot.moveRight(rect.right() - theme.px(_ICON_LEFT))
            words.moveLeft(0)
        ink = theme.qcolor("ink" if on else "ink_2")
        factor = self._rows.factors.get(index.row())
        icons.draw(painter, icon, theme.factor_qcolor(factor) if factor else ink, spot)
        painter.setFont(theme.font("small_strong" if on else "small"))
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        """Draw a heading near the rows that it stands above."""
        theme, left = self._theme, self._theme.px(_ICON_LEFT)
        words = QRectF(rect).adjusted(left, 0, -left, -theme.px(_HEADING_BELOW))
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.qcolor("ink_2"))
        painter.drawText(words, _LOW, title)
