"""The 19 areas of the body as check boxes: the equal of the figure, for keys and readers."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.still import hold_still
from fibrojournal.ui.widgets.tools import HearsTools

_ROW, _BOX, _GAP, _EDGE = 44, 24, 9, 2
_APART = 8
"""How far what says that nothing hurt stands from the areas, in px."""
_LINES: tuple[tuple[str, ...], ...] = (
    ("jaw_left", "jaw_right"),
    ("neck", "chest"),
    ("shoulder_left", "shoulder_right"),
    ("upper_arm_left", "upper_arm_right"),
    ("lower_arm_left", "lower_arm_right"),
    ("upper_back", "abdomen"),
    ("lower_back",),
    ("hip_left", "hip_right"),
    ("upper_leg_left", "upper_leg_right"),
    ("lower_leg_left", "lower_leg_right"),
)
"""From head to foot, with both sides of a pair on one line."""
NOTHING = "nothing"
"""The id of the box that says that no area hurts."""


class AreaBox(RingFocus, HearsTools, QCheckBox):
    """One area."""

    reached = Signal()
    """The pointer or the focus has come to it."""

    def __init__(self, theme: Theme, id: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._theme, self.id = theme, id
        self.hear_tools()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for the box and the words in their bolder form."""
        theme = self._theme
        words = QFontMetrics(theme.font("small_strong")).horizontalAdvance(self.text())
        width = theme.px(_BOX + _GAP) + words + 2 * _EDGE
        return QSize(width, max(_ROW, theme.px(_ROW)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on the row."""
        return self.rect().contains(point)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the focus is here."""
        super().focusInEvent(event)
        self.reached.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer is here."""
        super().enterEvent(event)
        self.reached.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, with a check mark where it is ticked, and the name."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, takes = theme.px(_BOX), self.isEnabled()
        box = QRectF(_EDGE, (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(box.right() + theme.px(_GAP), 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - _EDGE)
            words.moveRight(box.left() - theme.px(_GAP))
        frame = "border_strong" if takes else "border"
        fill = "inset" if self.underMouse() and takes else "surface"
        if self.isChecked():
            fill = frame = "accent"
        draw_box(painter, box, 6, theme.qcolor(fill), theme.qcolor(frame), width=2)
        if self.isChecked():
            inner = side * 0.14
            spot = box.adjusted(inner, inner, -inner, -inner)
            icons.draw(painter, "check", theme.qcolor("on_accent"), spot)
        painter.setFont(theme.font("small_strong" if self.isChecked() else "small"))
        painter.setPen(theme.qcolor("ink" if takes else "ink_3"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small_strong"))
        self.updateGeometry()
        self.update()


class AreaList(QWidget):
    """All areas in two columns, or in one where there is little room; one Tab stop."""

    ticked = Signal(str, bool)
    """The id of an area, or `NOTHING`, that the person set, and whether it is checked now."""
    reached = Signal(str)
    """The id of the box that the focus or the pointer has come to."""

    def __init__(
        self, theme: Theme, name: str, *, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._boxes = {
            id: self._make_box(id, AREA_BY_ID[id].label) for line in _LINES for id in line
        }
        self._nothing = self._make_box(NOTHING, nothing)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(theme.size("space", "xs"))
        self._is_narrow: bool | None = None
        self._roving = RovingFocus(self)
        self._roving.set_buttons(self.boxes)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def boxes(self) -> tuple[AreaBox, ...]:
        """Every box in the order of reading; the last one says that nothing hurt."""
        return (*self._boxes.values(), self._nothing)

    def show_marks(self, areas: Collection[str] | None) -> None:
        """Show which areas are marked, without telling anyone; None: nothing was answered."""
        for id, box in self._boxes.items():
            box.setChecked(areas is not None and id in areas)
        self._nothing.setChecked(areas is not None and not areas)

    def focus_first(self) -> None:
        """Focus the box that Tab would come to."""
        stop = next(box for box in self.boxes if box.focusPolicy() & Qt.FocusPolicy.TabFocus)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def hold_still(self, why: str) -> None:
        """Show what is marked and take nothing."""
        for box in self.boxes:
            hold_still(box, why)

    def line_width(self) -> int:
        """Return the width of two columns."""
        widest = max(box.sizeHint().width() for box in self.boxes)
        return 2 * widest + self._grid.horizontalSpacing()

    def sizeHint(self) -> QSize:
        """Ask for two columns."""
        return QSize(self.line_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column: narrower than two, they stand below each other."""
        widest = max(box.sizeHint().width() for box in self.boxes)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one column and two."""
        super().resizeEvent(event)
        self._arrange()

    def _make_box(self, id: str, label: str) -> AreaBox:
        box = AreaBox(self._theme, id, label, self)
        box.clicked.connect(lambda checked: self.ticked.emit(id, checked))
        box.reached.connect(lambda: self.reached.emit(id))
        return box

    def _arrange(self) -> None:
        is_narrow = self.width() < self.line_width()
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        row = 0
        for line in _LINES:
            for column, id in enumerate(line):
                self._grid.addWidget(self._boxes[id], row, 0 if is_narrow else column)
                row += is_narrow
            row += not is_narrow
        self._grid.setRowMinimumHeight(row, _APART)
        self._grid.addWidget(self._nothing, row + 1, 0)
        self.updateGeometry()
