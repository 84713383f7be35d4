"""A table of words to read: every text whole, a row at least as high as a finger needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
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
from fibrojournal.ui.widgets.scroll import page_around

_ROW = 44
_HEADING = 36
_DASH = "\N{EN DASH}"
_PADDING = QSize(10, 8)
_LAST_SHARE = 0.3
"""The last column may claim so much of the width before the others wrap for it."""
_SLACK = 4
"""A line may come out wider than it was measured, by the hinting of its letters."""
_FAR = 10_000
_WRAPPED = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_Index = QModelIndex | QPersistentModelIndex

Texts = tuple[str | None, ...]
"""The words of a row, one text a column; None where a question was not answered."""


@dataclass(frozen=True, slots=True)
class _Width:
    """How wide a column is with every text on one line, and with every word on its own."""

    natural: int
    least: int


class TextTable(QTableWidget):
    """Rows of words, one Tab stop. It is as high as its rows: the page around it scrolls.

    Columns are as wide as their words where there is room, and wrap them where there is not. The
    last one takes the room that is left.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headings: tuple[str, ...] = ()
        self._texts: tuple[Texts, ...] = ()
        self._widths: tuple[_Width, ...] = ()
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
        theme.changed.connect(self._dress)
        self._dress()

    def show_texts(self, headings: Sequence[str], rows: Sequence[Texts]) -> None:
        """Show rows in order, with a heading a column."""
        self._headings, self._texts = tuple(headings), tuple(rows)
        with QSignalBlocker(self):
            self.clear()
            self.setColumnCount(len(headings))
            self.setHorizontalHeaderLabels(list(headings))
            self.setRowCount(len(rows))
            for place, texts in enumerate(rows):
                for column, text in enumerate(texts):
                    self.setItem(place, column, _item(text))
        self._measure()
        self._fit()

    def current_place(self) -> QRect:
        """Return where the current cell is drawn, in this widget."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a page up or down by what is in sight: the table itself shows all its rows."""
        by = _PAGES.get(Qt.Key(event.key()))
        if by is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        seen = self.viewport().visibleRegion().boundingRect().height()
        at = self.visualRect(self.currentIndex()).center().y() + by * seen
        rows = self.verticalHeader()
        row = rows.visualIndexAt(min(max(at, 0), max(rows.length() - 1, 0)))
        self.setCurrentCell(row, self.currentColumn())

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: single letters are shortcuts of the window."""

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let the page follow to a cell: the table itself has nothing to scroll."""
        area = page_around(self)
        if area is not None:
            place = self.visualRect(index).translated(self.viewport().pos())
            area.keep_in_sight(self, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap texts anew where the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        height = self.horizontalHeader().height() + self.verticalHeader().length()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows; any width will do."""
        return QSize(1, self.sizeHint().height())

    def font_of(self, column: int) -> QFont:
        """Return the font of a column: the first one names its row."""
        return self._theme.font("small_medium" if column == 0 else "small")

    def room_before(self, column: int) -> int:
        """Return how many px before the words of a column are kept free to draw in."""
        return 0

    def draw_before(self, painter: QPainter, place: QRectF, row: int, column: int) -> None:
        """Draw in the room before the words of a cell; readers hear the words alone."""

    # Fitting

    def _measure(self) -> None:
        heading = QFontMetrics(self._theme.font("caption_medium"))
        least = self._theme.size("size", "target")
        widths = []
        for column, name in enumerate(self._headings):
            metrics = QFontMetrics(self.font_of(column))
            texts = {texts[column] or _DASH for texts in self._texts}
            lines = {line for text in texts for line in text.splitlines()}
            words = {word for line in lines for word in line.split()}
            widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
            longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
            longest_name = max(map(heading.horizontalAdvance, name.split()), default=0)
            around, before = 2 * _PADDING.width() + _SLACK, self.room_before(column)
            widths.append(
                _Width(
                    max(widest + before, heading.horizontalAdvance(name)) + around,
                    max(max(longest + before, longest_name) + around, least),
                )
            )
        self._widths = tuple(
            _Width(max(width.natural, width.least), width.least) for width in widths
        )

    def _fit(self) -> None:
        """Share the width out, then make every row as high as its words."""
        columns = self._shared(self.viewport().width())
        for column, width in enumerate(columns):
            self.setColumnWidth(column, width)
        self._fit_headings(columns)
        rows = self.verticalHeader()
        least = max(_ROW, self._theme.px(_ROW))
        rows.setDefaultSectionSize(least)
        wrapped = [
            (column, QFontMetrics(self.font_of(column)), width - self._around(column))
            for column, width in enumerate(columns)
        ]
        for row, texts in enumerate(self._texts):
            height = least
            for column, metrics, width in wrapped:
                text = texts[column] or ""
                if "\n" in text or metrics.horizontalAdvance(text) > width:
                    needed = _wrapped(metrics, width, text) + 2 * _PADDING.height()
                    height = max(height, needed)
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)
        self.setFixedHeight(self.sizeHint().height())

    def _around(self, column: int) -> int:
        return 2 * _PADDING.width() + _SLACK + self.room_before(column)

    def _fit_headings(self, columns: Sequence[int]) -> None:
        metrics = QFontMetrics(self._theme.font("caption_medium"))
        heights = [
            _wrapped(metrics, width - 2 * _PADDING.width(), name)
            for width, name in zip(columns, self._headings, strict=True)
        ]
        least = self._theme.px(_HEADING)
        self.horizontalHeader().setFixedHeight(
            max([least, *(height + 2 * _PADDING.height() for height in heights)])
        )

    def _shared(self, room: int) -> list[int]:
        """Return the width of each column: its words on one line, or wrapped where they must."""
        if not self._widths:
            return []
        *others, last = self._widths
        claim = max(last.least, min(last.natural, round(room * _LAST_SHARE)))
        excess = sum(width.natural for width in others) + claim - room
        slack = sum(width.natural - width.least for width in others)
        share = min(max(excess / slack, 0.0), 1.0) if slack else 0.0
        shared = [width.natural - round((width.natural - width.least) * share) for width in others]
        over = sum(shared) + last.least - room
        if over > 0 and share < 1.0:  # by rounding: a px or two, from where most is to spare
            spare = [have - width.least for have, width in zip(shared, others, strict=True)]
            shared[spare.index(max(spare))] -= min(over, max(spare))
        return [*shared, max(room - sum(shared), last.least)]

    def _dress(self) -> None:
        palette = self.palette()  # the cells draw their own selection
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFont(self._theme.font("small"))
        self._measure()
        self._fit()


def _item(text: str | None) -> QTableWidgetItem:
    item = QTableWidgetItem(_DASH if text is None else text)
    if text is None:
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _("not answered"))
    return item


def _wrapped(metrics: QFontMetrics, width: int, text: str) -> int:
    """Return the height of a text wrapped at a width, both in px."""
    return metrics.boundingRect(QRect(0, 0, max(width, 1), _FAR), int(_WRAPPED), text).height()


class _Headings(QHeaderView):
    """The names of the columns, over a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setMinimumSectionSize(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.setFont(self._theme.font("caption_medium"))
        painter.setPen(self._theme.qcolor("ink_2"))
        place = rect.adjusted(_PADDING.width(), 0, -_PADDING.width(), 0)
        painter.drawText(place, _WRAPPED, self._name(logical_index))
        _draw_line_below(painter, self._theme, rect)

    def _name(self, column: int) -> str:
        # Qt numbers a column, as an int, until it is named.
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))


class _TextCell(QStyledItemDelegate):
    """Paints a cell: its words, a line below, and the focus ring."""

    def __init__(self, theme: Theme, table: TextTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() < self._table.rowCount() - 1:
            _draw_line_below(painter, theme, rect)
        painter.setFont(self._table.font_of(index.column()))
        painter.setPen(theme.qcolor("ink"))
        margins = _PADDING.width(), _PADDING.height()
        inner = rect.adjusted(margins[0], margins[1], -margins[0], -margins[1])
        if before := self._table.room_before(index.column()):
            inner = self._drawn_before(painter, inner, before, index)
        painter.drawText(inner, _WRAPPED, str(index.data() or ""))
        if index == self._table.currentIndex() and self._table.hasFocus():
            radius, thick = theme.size("radius", "cell"), theme.size("size", "focus_ring")
            draw_box(painter, QRectF(rect), radius, None, theme.qcolor("focus"), width=thick)
        painter.restore()

    def _drawn_before(self, painter: QPainter, inner: QRect, before: int, index: _Index) -> QRect:
        """Let the table draw before the words, and return what is left for them."""
        place, words = QRect(inner), QRect(inner)
        if self._table.isRightToLeft():
            place.setLeft(inner.right() - before + 1)
            words.setRight(inner.right() - before)
        else:
            place.setWidth(before)
            words.setLeft(inner.left() + before)
        painter.save()
        self._table.draw_before(painter, QRectF(place), index.row(), index.column())
        painter.restore()
        return words


def _draw_line_below(painter: QPainter, theme: Theme, rect: QRect) -> None:
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.qcolor("border"))
