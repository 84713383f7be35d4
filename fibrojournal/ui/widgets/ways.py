"""Two or three ways to go on, each with a line that says what it means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.one_of import Option
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.side_by_side import SideBySide

_SIDE, _ABOVE, _DOT, _GAP = 14, 9, 22, 13
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
_FAR = 10_000
_NARROWEST = 250


class Way(Option):
    """A radio button on a card of its own: a name, and below it what it means."""

    def __init__(self, theme: Theme, id: str, label: str, parent: QWidget | None = None) -> None:
        self._meaning = ""
        super().__init__(theme, id, label, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_meaning(self, words: str) -> None:
        """Say what it means."""
        self._meaning = words
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the name and the meaning, each on a line."""
        texts = ((self.font(), self.text()), (self._theme.font("small"), self._meaning))
        words = max(QFontMetrics(font).horizontalAdvance(text) for font, text in texts)
        width = self._left() + words + _SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for its words, broken where they must be."""
        metrics = QFontMetrics(self.font())
        longest = max(map(metrics.horizontalAdvance, f"{self.text()} {self._meaning}".split()))
        return QSize(self._left() + longest + _SIDE, max(44, self._theme.px(44)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts, broken at a width."""
        name, meaning = self._heights(width)
        return max(44, name + meaning + 2 * self._theme.px(_ABOVE))

    def ring_radius(self) -> float:
        """Follow the card's corners."""
        return self._theme.size("radius", "card")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the dot and the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() and self.isEnabled()
        fill = theme.qcolor("inset" if lit else "surface")
        frame = theme.qcolor("accent" if self.isChecked() else "border_strong")
        radius = theme.size("radius", "card")
        draw_box(painter, QRectF(self.rect()), radius, fill, frame)
        self._draw_dot(painter)
        name, meaning = self._heights(self.width())
        top = (self.height() - name - meaning) // 2
        room = self.width() - self._left() - _SIDE
        left = _SIDE if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self._left()
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink" if self.isEnabled() else "ink_3"))
        painter.drawText(QRect(left, top, room, name), int(_WRAPPED), self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.qcolor("ink_2" if self.isEnabled() else "ink_3"))
        painter.drawText(QRect(left, top + name, room, meaning), int(_WRAPPED), self._meaning)

    def _draw_dot(self, painter: QPainter) -> None:
        theme, side = self._theme, self._theme.px(_DOT)
        dot = QRectF(_SIDE, (self.height() - side) / 2, side, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            dot.moveRight(self.width() - _SIDE)
        color = theme.qcolor("accent" if self.isChecked() else "border_strong")
        draw_box(painter, dot, side / 2, theme.qcolor("surface"), color, width=2)
        if self.isChecked():
            inner = side * 0.25
            within = dot.adjusted(inner, inner, -inner, -inner)
            draw_box(painter, within, within.width() / 2, color)

    def _left(self) -> int:
        return _SIDE + self._theme.px(_DOT + _GAP)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width - self._left() - _SIDE, 1), _FAR)
        name = QFontMetrics(self.font()).boundingRect(room, int(_WRAPPED), self.text())
        small = QFontMetrics(self._theme.font("small"))
        meaning = small.boundingRect(room, int(_WRAPPED), self._meaning)
        return name.height(), meaning.height()


class Ways(SideBySide):
    """A choice of one way. Tab comes to the chosen one; arrows choose another."""

    chosen = Signal(str)
    """The id that the person chose."""

    def __init__(self, theme: Theme, name: str, named: Iterable[tuple[str, str]]) -> None:
        self.options = tuple(Way(theme, id, label) for id, label in named)
        count = len(self.options)
        super().__init__(self.options, lambda: count * theme.px(_NARROWEST), stretches=[1] * count)
        self.setAccessibleName(name)
        self._roving = RovingFocus(self)
        self._roving.set_buttons(self.options)
        self._roving.moved.connect(self._take)
        for option in self.options:
            option.clicked.connect(partial(self._say, option))
        theme.changed.connect(self.arrange)

    @property
    def choice(self) -> str:
        """The id chosen now, or nothing."""
        return next((one.id for one in self.options if one.isChecked()), "")

    def show_choice(self, id: str) -> None:
        """Show a choice without telling anyone."""
        for option in self.options:
            if option.id == id:
                option.setChecked(True)
                self._roving.stop_at(option)

    def _take(self, button: QAbstractButton) -> None:
        button.click()

    def _say(self, option: Way) -> None:
        self.chosen.emit(option.id)
