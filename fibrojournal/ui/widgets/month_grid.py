"""Six weeks of days as squares: the stronger the colour, the higher the number in them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fibrojournal.heat import heat_ramp
from fibrojournal.text import _, weekday_name
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.day_square import DayCell, Selection, draw_day

WEEKS, WEEKDAYS = 6, 7
DAYS = WEEKS * WEEKDAYS
EARLIEST = date(1900, 1, 1)
"""No key leads further back."""

_CELL = QSize(96, 60)
_HEADER_HEIGHT = 30
_HEADER_MARGIN = 10
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select})
_DAYS_BY_KEY = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEKDAYS,
    Qt.Key.Key_Down: WEEKDAYS,
}
_MONTHS_BY_KEY = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

_WINDOW_KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier

_Index = QModelIndex | QPersistentModelIndex


class MonthGrid(QTableView):
    """The squares of six weeks, one Tab stop; arrows move, Enter or Space opens a day.

    Home and End go to the ends of the week, PageUp and PageDown a month, with Shift a year. Keys
    may lead beyond what is shown: the owner then shows the weeks that hold `selected_day`.
    """

    day_selected = Signal(object)
    """A date that the person moved to; it may lie outside the six weeks, never after today."""
    day_opened = Signal(object)
    """A date that the person wants to open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.max
        self._day = date.min
        self._model = _Days(self)
        self.setModel(self._model)
        self._squares = _Squares(theme, self)
        self.setItemDelegate(self._squares)
        self._build()
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def selected_day(self) -> date:
        """The day that keys start from; it may lie outside the six weeks."""
        return self._day

    def cell(self, day: date) -> DayCell | None:
        """Return the square of a day, or None where it is not shown."""
        at = self._model.index_of(day)
        return self._model.cell(at) if at.isValid() else None

    def show_days(self, cells: Sequence[DayCell], measure_id: str, today: date) -> None:
        """Show six weeks of squares of a measure, beginning with a first day of the week."""
        if len(cells) != DAYS:
            raise ValueError(f"a month grid holds {DAYS} days")
        self._today = today
        self._squares.show_measure(measure_id)
        self._model.show_cells(tuple(cells))
        self._put_current()

    def select(self, day: date) -> None:
        """Move to a day without telling; it may come into sight with the next `show_days`."""
        self._day = day
        self._put_current()

    def place_of(self, day: date) -> QRect:
        """Return where a day is drawn, in this widget; empty where it is not shown."""
        place = self.visualRect(self._model.index_of(day))
        return place.translated(self.viewport().pos()) if place.isValid() else place

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, weeks and months, or open the day; leave other keys to the window."""
        if not self._model.rowCount() or event.modifiers() & _WINDOW_KEYS:
            event.ignore()
            return
        if event.key() in _OPENING:
            self.day_opened.emit(self._day)
            return
        target = self._target(event)
        if target is None:
            event.ignore()
        else:
            self._go_to(target)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: a digit or a letter must not move to another day."""

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell when a click, or an assistive tool, has moved to another day."""
        super().currentChanged(current, previous)
        if current.isValid() and self._model.cell(current).day != self._day:
            self._day = self._model.cell(current).day
            self.day_selected.emit(self._day)

    def _target(self, event: QKeyEvent) -> date | None:
        key, day = Qt.Key(event.key()), self._day
        in_week = (day - self._model.first_day).days % WEEKDAYS
        match key:
            case Qt.Key.Key_Home:
                return day - timedelta(days=in_week)
            case Qt.Key.Key_End:
                return day + timedelta(days=WEEKDAYS - 1 - in_week)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                by_year = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return months_away(day, _MONTHS_BY_KEY[key] * (12 if by_year else 1))
        if key not in _DAYS_BY_KEY:
            return None
        is_turned = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return day + timedelta(days=-_DAYS_BY_KEY[key] if is_turned else _DAYS_BY_KEY[key])

    def _go_to(self, target: date) -> None:
        day = max(min(target, self._today), EARLIEST)
        if day != self._day:
            self.select(day)
            self.day_selected.emit(day)

    def _open(self, at: _Index) -> None:
        if at.isValid() and self._model.cell(at).has_come:
            self.day_opened.emit(self._model.cell(at).day)

    def _put_current(self) -> None:
        at = self._model.index_of(self._day)
        if at.isValid():
            self.setCurrentIndex(at)

    # Looks

    def sizeHint(self) -> QSize:
        """Return the size at the text scale; squares take all the width there is."""
        height = WEEKS * self._theme.px(_CELL.height()) + self._theme.px(_HEADER_HEIGHT)
        return QSize(WEEKDAYS * _CELL.width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which every square is easy to hit."""
        return QSize(WEEKDAYS * self._theme.size("size", "target"), self.sizeHint().height())

    def _build(self) -> None:
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
        self._weekdays = _Weekdays(self._theme, self)
        self.setHorizontalHeader(self._weekdays)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_CELL.height()))
        self._weekdays.setFixedHeight(self._theme.px(_HEADER_HEIGHT))
        self.setFixedHeight(self.sizeHint().height())
        palette = self.palette()  # the square draws its own selection
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().update()


def months_away(day: date, months: int) -> date:
    """Return the same day of another month, or its last day where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


class _Days(QAbstractTableModel):
    """The squares, a row a week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: tuple[DayCell, ...] = ()

    @property
    def first_day(self) -> date:
        return self._cells[0].day

    def show_cells(self, cells: tuple[DayCell, ...]) -> None:
        is_same_span = bool(self._cells) and self.first_day == cells[0].day
        if is_same_span:
            self._cells = cells
            self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, WEEKDAYS - 1))
            return
        self.beginResetModel()
        self._cells = cells
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        at = (day - self.first_day).days if self._cells else -1
        return self.index(*divmod(at, WEEKDAYS)) if 0 <= at < DAYS else QModelIndex()

    def cell(self, at: _Index) -> DayCell:
        return self._cells[at.row() * WEEKDAYS + at.column()]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells) // WEEKDAYS

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEKDAYS

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.cell(index).has_come:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and not cell.has_come:
            return _("This day has not come yet")
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or not self._cells:
            return None
        weekday = self._cells[section].day.weekday()
        if role == Qt.ItemDataRole.DisplayRole:
            return weekday_name(weekday, short=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return weekday_name(weekday)
        return None


class _Weekdays(QHeaderView):
    """The names of the weekdays above the squares."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(theme.size("size", "target"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Weekdays"))
        self.viewport().setAutoFillBackground(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.setFont(self._theme.font("caption_medium"))
        painter.setPen(self._theme.qcolor("ink_2"))
        place = rect.adjusted(_HEADER_MARGIN, 0, -_HEADER_MARGIN, -self._theme.px(8))
        name = self.model().headerData(logical_index, Qt.Orientation.Horizontal)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom, name)


class _Squares(QStyledItemDelegate):
    """Paints the squares."""

    def __init__(self, theme: Theme, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._theme, self._grid = theme, grid
        self._measure_id = ""
        theme.changed.connect(self._dress)
        self._dress()

    def show_measure(self, measure_id: str) -> None:
        self._measure_id = measure_id
        self._dress()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, _Days):
            raise TypeError("squares are made of days")
        selection = Selection.NONE
        if index == self._grid.currentIndex():
            selection = Selection.FOCUSED if self._grid.hasFocus() else Selection.SELECTED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._grid.layoutDirection())
        place = QRectF(option.rect)
        draw_day(painter, self._theme, self._ramp, place, model.cell(index), selection=selection)
        painter.restore()

    def _dress(self) -> None:
        self._ramp = heat_ramp(self._theme.tokens, self._measure_id)
