"""A recovery code as numbered groups to copy by hand: all of them, or one in large type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import FlowLayout, in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

_CELL = QSize(90, 69)
_GAP = 7
_LINE_GAP = 9
_IN_A_LINE = 7
_SPREAD = 1.5
_COVER = "••••"


class GroupLabel(Label):
    """One group. Readers spell it; covered, they say that it is."""

    def __init__(self, theme: Theme, role: str = "code") -> None:
        super().__init__(theme, role=role)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_group(self, number: int, group: str, *, covered: bool) -> None:
        """Show a group by its number, from 1, or dots in its place."""
        self.setText(_COVER if covered else group)
        self.setAccessibleName(spoken(number, group, covered=covered))

    def _restyle(self) -> None:
        super()._restyle()
        font = QFont(self.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(_SPREAD))
        self.setFont(font)


def spoken(number: int, group: str, *, covered: bool) -> str:
    """Say a group letter by letter."""
    if covered:
        return _("Group {number}, covered while you type it back").format(number=number)
    return _("Group {number}: {signs}").format(number=number, signs=", ".join(group))


class GroupCell(QFrame):
    """A group under its number."""

    def __init__(self, theme: Theme, number: int, group: str) -> None:
        super().__init__()
        self._theme, self._number, self._group = theme, number, group
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 8)
        column.setSpacing(0)
        count = Label(theme, str(number), role="caption", color="ink_2")
        count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label = GroupLabel(theme)
        column.addWidget(count)
        column.addWidget(self._label, 1)
        self.cover(covered=False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def cover(self, *, covered: bool) -> None:
        """Show dots in place of the group, or the group."""
        self._label.show_group(self._number, self._group, covered=covered)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cell."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = theme.qcolor("inset"), theme.qcolor("border")
        draw_box(painter, QRectF(self.rect()), theme.size("radius", "control"), fill, border)

    def _restyle(self) -> None:
        theme = self._theme
        self.setFixedSize(theme.px(_CELL.width()), theme.px(_CELL.height()))
        self.update()


class AllGroups(QWidget):
    """Every group in its cell, seven in a line where there is room."""

    def __init__(self, theme: Theme, groups: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        layout = FlowLayout(self, gap=_GAP, line_gap=_LINE_GAP)
        self._cells = [GroupCell(theme, i + 1, group) for i, group in enumerate(groups)]
        for cell in self._cells:
            layout.addWidget(cell)
        theme.changed.connect(self._restyle)
        self._restyle()

    def cover(self, number: int) -> None:
        """Cover one group, by its number from 1; 0 covers none."""
        for at, cell in enumerate(self._cells):
            cell.cover(covered=at + 1 == number)

    def _restyle(self) -> None:
        width = _IN_A_LINE * (self._theme.px(_CELL.width()) + _GAP) - _GAP
        self.setMaximumWidth(width)


class OneGroup(QWidget):
    """One group at a time in large type, with the way to the next."""

    def __init__(self, theme: Theme, groups: Sequence[str]) -> None:
        super().__init__()
        self._groups, self._at, self._covered = tuple(groups), 0, 0
        self._place = Label(theme, role="small", color="ink_2", wraps=True)
        self._label = GroupLabel(theme, "code_large")
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._back = TextButton(theme, _("Previous group"), "chevron-left")
        self._on = TextButton(theme, _("Next group"), "chevron-right")
        self._back.clicked.connect(lambda: self._go(-1))
        self._on.clicked.connect(lambda: self._go(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self._place, self._label, in_lines(self._back, self._on)):
            column.addWidget(part)
        self._show()

    def cover(self, number: int) -> None:
        """Cover one group, by its number from 1; 0 covers none."""
        self._covered = number
        self._show()

    def _go(self, by: int) -> None:
        self._at = (self._at + by) % len(self._groups)
        self._show()
        announce(self, self._label.accessibleName())

    def _show(self) -> None:
        number = self._at + 1
        self._label.show_group(number, self._groups[self._at], covered=number == self._covered)
        place = _("Group {number} of {count}")
        self._place.setText(place.format(number=number, count=len(self._groups)))
