"""Days as a plain table: what a picture shows, for eyes and readers that want words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box

_ROW = 44
_DASH = "\N{EN DASH}"
_PADDING = QSize(10, 8)
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_WRAPPED = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day and its words, one text a column; None where a question was not answered."""

    day: date
    texts: tuple[str | None, ...]


class DayTable(QTableWidget):
    """A row a day, at least 44 px high, one Tab stop. It is as high as its rows: the page scrolls.

    The last column takes the room that is left; texts wrap and are never cut off.
    """

    day_selected = Signal(object)
    day_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[DayRow, ...] = ()
        self.setItemDelegate(_TextCell(theme, self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalHeader(_Headings(theme, self))
        self.verticalHeader().hide()
        self.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        self.currentCellChanged.connect(lambda row, *_others: self._tell(row))
        theme.changed.connect(self._dress)
        self._dress()

    def show_rows(self, headings: Sequence[str], rows: Sequence[DayRow]) -> None:
        """Show days in order, with a heading a column; the current day stays current."""
        current = self.selected_day
        self._rows = tuple(rows)
        with QSignalBlocker(self):
            self.clear()
            self.setColumnCount(len(headings))
            self.setHorizontalHeaderLabels(list(headings))
            self.setRowCount(len(rows))
            for place, row in enumerate(rows):
                for column, text in enumerate(row.texts):
                    self.setItem(place, column, _item(text))
        self._fit()
        if current is not None:
            self.select(current)

    @property
    def selected_day(self) -> date | None:
        """The day of the current row, if there is one."""
        row = self.currentRow()
        return self._rows[row].day if 0 <= row < len(self._rows) else None

    def select(self, day: date) -> None:
        """Go to the row of a day, or to the nearest, without telling."""
        if not self._rows:
            return
        nearest = min(range(len(self._rows)), key=lambda row: abs(self._rows[row].day - day))
        with QSignalBlocker(self):
            self.setCurrentCell(nearest, max(self.currentColumn(), 0))
        self.viewport().update()

    def current_place(self) -> QRect:
        """Return where the current cell is drawn, in this widget."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the day with Enter or Space."""
        if event.key() in _OPENING:
            self._open(self.currentRow())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: single letters are shortcuts of the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap texts anew where the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(super().sizeHint().width(), self.horizontalHeader().height() + rows)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows; any width will do."""
        return QSize(1, self.sizeHint().height())

    def _fit(self) -> None:
        header = self.horizontalHeader()
        last = self.columnCount() - 1
        for column in range(last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if last >= 0:
            header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        self.resizeRowsToContents()
        self.setFixedHeight(self.sizeHint().height())

    def _dress(self) -> None:
        palette = self.palette()  # the cells draw their own selection
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.verticalHeader().setMinimumSectionSize(self._theme.px(_ROW))
        self.horizontalHeader().setFont(self._theme.font("caption_medium"))
        self.setFont(self._theme.font("small"))
        self._fit()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.day_opened.emit(self._rows[row].day)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.day_selected.emit(self._rows[row].day)


def _item(text: str | None) -> QTableWidgetItem:
    item = QTableWidgetItem(_DASH if text is None else text)
    if text is None:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _("not answered"))
    return item


class _Headings(QHeaderView):
    """The names of the columns, over a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption_medium"))
        width = metrics.horizontalAdvance(self._name(logical_index)) + 2 * _PADDING.width()
        return QSize(width, max(metrics.height() + 2 * _PADDING.height(), self._theme.px(36)))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.setFont(self._theme.font("caption_medium"))
        painter.setPen(self._theme.qcolor("ink_2"))
        place = rect.adjusted(_PADDING.width(), 0, -_PADDING.width(), 0)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, leading, self._name(logical_index))
        _draw_line_below(painter, self._theme, rect)

    def _name(self, column: int) -> str:
        # Qt numbers a column, as an int, until it is named.
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))


class _TextCell(QStyledItemDelegate):
    """Paints a cell: its words, a line below, and the focus ring."""

    def __init__(self, theme: Theme, table: DayTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(self._font(index))
        words = str(index.data() or "")
        padding = _PADDING * 2
        is_last = index.column() == self._table.columnCount() - 1
        width = self._table.columnWidth(index.column()) - padding.width() if is_last else 10_000
        text = metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, words).size()
        return (text + padding).expandedTo(QSize(1, self._theme.px(_ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_line_below(painter, theme, rect)
        painter.setFont(self._font(index))
        painter.setPen(theme.qcolor("ink"))
        margins = _PADDING.width(), _PADDING.height()
        inner = rect.adjusted(margins[0], margins[1], -margins[0], -margins[1])
        painter.drawText(inner, _WRAPPED, str(index.data() or ""))
        if index == self._table.currentIndex() and self._table.hasFocus():
            radius, thick = theme.size("radius", "cell"), theme.size("size", "focus_ring")
            draw_box(painter, QRectF(rect), radius, None, theme.qcolor("focus"), width=thick)
        painter.restore()

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        return self._theme.font("small_medium" if index.column() == 0 else "small")


def _draw_line_below(painter: QPainter, theme: Theme, rect: QRect) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.qcolor("border"))
