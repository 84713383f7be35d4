"""Tiles: doors side by side, each with an icon, its name and, in words, how things stand there."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import Button
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus

_HEIGHT = 56
_SIDE, _ICON_GAP, _LINE_GAP, _ABOVE = 16, 14, 2, 8
_GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap.value
_TALL = 10_000
_KNOWN = 8
"""At so many widths a layout may ask in turn, and is answered without measuring again."""


class Tile(Button):
    """Opens a page, or something in place: then it is checkable, and checked while that is open."""

    role = "label"

    def __init__(self, theme: Theme, title: str, icon: str, *, opens_below: bool = False) -> None:
        super().__init__(theme, title, icon)
        self._state = ""
        self._known: dict[tuple[int, str, str], tuple[QSize, QSize]] = {}
        self.setCheckable(opens_below)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def state(self) -> str:
        """How things stand, in words."""
        return self._state

    def show_state(self, shown: str, described: str = "") -> None:
        """Say how things stand; readers get `described` if it is given."""
        self._state = shown
        self.setAccessibleDescription(described or shown)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the name on one line."""
        width = self.line_width()
        return QSize(width, self.heightForWidth(width))

    def line_width(self) -> int:
        """Return the width at which the name stands on one line."""
        name = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return self._left() + self._theme.px(_SIDE) + name

    def heightForWidth(self, width: int) -> int:
        """Return 56 px, or more where the words need more lines."""
        title, state = self._sizes(width)
        inner = title.height() + _LINE_GAP + state.height()
        return max(_HEIGHT, inner + 2 * self._theme.px(_ABOVE))

    def draw_frame(self, painter: QPainter) -> None:
        """Draw the box; quiet themes draw none around it."""
        theme, radius = self._theme, self._theme.size("radius", "control")
        place = QRectF(self.rect())
        if self.isChecked():
            soft, accent = theme.qcolor("accent_soft"), theme.qcolor("accent")
            draw_box(painter, place, radius, soft, accent, width=2)
            return
        lit = self.underMouse() or self.isDown()
        border = None if theme.is_quiet else theme.qcolor("border_strong")
        draw_box(painter, place, radius, theme.qcolor("inset" if lit else "surface"), border)

    def draw_content(self, painter: QPainter) -> None:
        """Draw the icon before the two lines."""
        theme = self._theme
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = theme.px(self.icon_side)
        title, state = self._sizes(self.width())
        left, inner = self._left(), self._inner(self.width())
        top = (self.height() - title.height() - _LINE_GAP - state.height()) // 2
        spot = QRectF(theme.px(_SIDE), (self.height() - side) / 2, side, side)
        name = QRect(left, top, inner, title.height())
        words = QRect(left, name.bottom() + 1 + _LINE_GAP, inner, state.height())
        if mirrored:
            spot.moveRight(self.width() - theme.px(_SIDE))
            name.moveRight(self.width() - left - 1)
            words.moveRight(self.width() - left - 1)
        icons.draw(painter, self._icon, theme.qcolor("accent"), spot)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink"))
        painter.drawText(name, _WRAP, self.text())
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.qcolor("ink_2"))
        painter.drawText(words, _WRAP, self._state)

    def _left(self) -> int:
        return self._theme.px(_SIDE) + self._theme.px(self.icon_side) + self._theme.px(_ICON_GAP)

    def _inner(self, width: int) -> int:
        return max(width - self._left() - self._theme.px(_SIDE) // 2, 1)

    def _sizes(self, width: int) -> tuple[QSize, QSize]:
        """Return the room of the two lines; layouts ask for it again and again."""
        asked = (width, self._state, self.font().key())
        if asked not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[asked] = self._measured(width)
        return self._known[asked]

    def _measured(self, width: int) -> tuple[QSize, QSize]:
        room = QRect(0, 0, self._inner(width), _TALL)
        title = QFontMetrics(self.font()).boundingRect(room, _WRAP, self.text()).size()
        small = QFontMetrics(self._theme.font("caption"))
        return title, small.boundingRect(room, _WRAP, self._state or " ").size()


class TileRow(QWidget):
    """Tiles of one width in a row; in two, or below each other, where the names need it.

    One Tab stop: arrows move among them.
    """

    def __init__(self, theme: Theme, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles = tuple(tiles)
        for tile in tiles:
            tile.setParent(self)
        RovingFocus(self).set_buttons(self._tiles)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.arrange)

    def sizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest name, and the height of one line."""
        return QSize(max((tile.line_width() for tile in self._tiles), default=0), _HEIGHT)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        heights = self._heights(width)
        return sum(heights) + _GAP * (len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles."""
        super().resizeEvent(event)
        self._place()

    def arrange(self) -> None:
        """Place the tiles anew: a state, or the size of text, has changed."""
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        columns = self._columns(self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pitch, top = (self.width() + _GAP) / columns, 0
        for line, height in enumerate(self._heights(self.width())):
            for index, tile in enumerate(self._tiles[line * columns : (line + 1) * columns]):
                place = columns - 1 - index if mirrored else index
                left, right = round(place * pitch), round((place + 1) * pitch - _GAP)
                tile.setGeometry(left, top, right - left, height)
            top += height + _GAP

    def _heights(self, width: int) -> list[int]:
        columns = self._columns(width)
        tile = int((width + _GAP) / columns) - _GAP
        starts = range(0, len(self._tiles), columns)
        lines = (self._tiles[start : start + columns] for start in starts)
        return [max(one.heightForWidth(tile) for one in line) for line in lines]

    def _columns(self, width: int) -> int:
        count, least = len(self._tiles), self.minimumSizeHint().width()
        for columns in (count, ceil(count / 2)):
            if columns * (least + _GAP) - _GAP <= width:
                return columns
        return 1
