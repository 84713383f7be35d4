"""Rows of what goes with something: a name, an effect with its interval, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.effect_axis import LEAST_REACH, Interval
from fibrojournal.ui.widgets.effect_painter import EffectPainter
from fibrojournal.ui.widgets.row_list import RowList
from fibrojournal.ui.widgets.scroll import page_around

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


class EffectList(RowList):
    """One Tab stop, as high as its rows. Arrows choose a row, Enter opens what it is about."""

    chosen = Signal(int)
    """The person went to this row."""
    opened = Signal(int)
    """The person wants to know more of what this row names."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._rows: tuple[EffectRow, ...] = ()
        self.reach = LEAST_REACH
        self.is_stale = False
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._choose)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))
        self.dress(_Row(theme, self))

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
        self.fit()

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

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Let the page follow to a row: the list itself has nothing to scroll."""
        area = page_around(self)
        if area is not None and self.hasFocus():
            area.keep_in_sight(self, self.visualRect(index))

    def _choose(self, row: int) -> None:
        self.viewport().update()
        if row >= 0:
            self.chosen.emit(row)

    def row_heights(self) -> list[int]:
        """Return how high each row is at the present width."""
        painter, width = EffectPainter(self._theme, self), self.viewport().width()
        return [painter.height(row, width) for row in self._rows]


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
