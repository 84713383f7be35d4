"""Rows of what goes with something: a name, an effect with its interval, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.effect_axis import LEAST_REACH, Interval
from fibrojournal.ui.widgets.effect_painter import EffectPainter
from fibrojournal.ui.widgets.paint import leave_to_rows
from fibrojournal.ui.widgets.scroll import ScrollPage

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What a row says: to the eye, and to a reader as `spoken`. Without an icon it is a heading."""

    title: str
    icon: str = ""
    factor: str = ""
    """The id of the factor whose colour the icon wears."""
    measure: str = ""
    """The id of the measure whose colour the interval has."""
    under: str = ""
    """A few words below the title: how many days."""
    headline: str = ""
    """The effect in a few words."""
    label: str = ""
    dots: int | None = None
    """How many of three dots are solid; None where there is nothing to be sure of."""
    interval: Interval | None = None
    is_found: bool = False
    pips: tuple[int, int] | None = None
    """How many days there are, of how many that it takes, where there is no interval yet."""
    spoken: str = ""


class EffectList(QListWidget):
    """One Tab stop, as high as its rows. Arrows choose a row, Enter opens what it is about."""

    chosen = Signal(int)
    """The person went to this row."""
    opened = Signal(int)
    """The person wants to know more of what this row names."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[EffectRow, ...] = ()
        self.reach = LEAST_REACH
        self.is_stale = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.currentRowChanged.connect(self._choose)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def rows(self) -> tuple[EffectRow, ...]:
        """What the rows say, in order."""
        return self._rows

    def show_rows(self, rows: Sequence[EffectRow], reach: int, current: int) -> None:
        """Show other rows on a scale that reaches so many points, without telling anyone."""
        self.reach = reach
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            with QSignalBlocker(self):
                self.clear()
                for row in self._rows:
                    self.addItem(_item(row))
        with QSignalBlocker(self):
            self.setCurrentRow(current)
        self._fit()

    def set_stale(self, *, stale: bool) -> None:
        """Grey what is out of date while it is worked out anew."""
        self.is_stale = stale
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row."""
        if event.key() in _OPENS and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Home:  # the first row is a heading
            self.setCurrentRow(next((at for at, row in enumerate(self._rows) if row.icon), -1))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: single letters are shortcuts of the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break texts anew where the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, self.height())

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let the page follow to a row: the list itself has nothing to scroll."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, ScrollPage):
            area = area.parentWidget()
        if area is not None and self.hasFocus():
            area.keep_in_sight(self, self.visualRect(index))

    def _choose(self, row: int) -> None:
        self.viewport().update()
        if row >= 0:
            self.chosen.emit(row)

    def _fit(self) -> None:
        """Make every row as high as its words, and the list as high as its rows."""
        painter, whole = EffectPainter(self._theme, self), 0
        for place, row in enumerate(self._rows):
            height = painter.height(row, self.viewport().width())
            self.item(place).setSizeHint(QSize(1, height))
            whole += height
        self.setFixedHeight(max(whole, 1))
        self.viewport().update()

    def _dress(self) -> None:
        leave_to_rows(self)
        self._fit()


class _Row(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, rows: EffectList) -> None:
        super().__init__(rows)
        self._list, self._painter = rows, EffectPainter(theme, rows)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows = self._list.rows
        last = index.row() == len(rows) - 1 or not rows[index.row() + 1].icon
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, option, rows[index.row()], index.row(), is_last=last)
        painter.restore()


def _item(row: EffectRow) -> QListWidgetItem:
    item = QListWidgetItem(row.title)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken or row.title)
    if not row.icon:
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # a heading: read, and passed over by keys
    return item
