"""The choice of a theme, each shown as a little picture of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.tokens import Tokens, mix, tokens
from fibrojournal.ui import icons
from fibrojournal.ui.theme import SYSTEM, Theme
from fibrojournal.ui.widgets.one_of import OneOf, Option
from fibrojournal.ui.widgets.paint import draw_box

_NARROWEST = 132
_EDGE = 8
_PICTURE = QSizeF(116, 62)
_CORNER = 6
_LEFT, _BELOW = 12, 40
_SIZE_WITH_HINT = (166, 56)
_MARK = 20
_MEASURE = "pain"
_CELLS, _CHOSEN = 6, 3


class Swatch(Option):
    """A theme: its picture, its name, and a mark when it is the one in force."""

    hint = ""
    """A word or two below the name, about when the theme is kind to the eyes."""
    longest = ""
    longest_hint = ""
    """The longest of all that stand side by side: they are equally wide."""

    def sizeHint(self) -> QSize:
        """Return the room for the picture and the words, with the mark beside them."""
        theme = self._theme
        words = QFontMetrics(self.font()).horizontalAdvance(self.longest or self.text())
        narrowest, below = _SIZE_WITH_HINT if self.hint else (_NARROWEST, _BELOW)
        hints = QFontMetrics(theme.font("caption")).horizontalAdvance(self.longest_hint)
        width = max(narrowest, max(words, hints) + 3 * _LEFT + theme.px(_MARK))
        below = max(below, theme.px(below))
        return QSize(width, _EDGE + round(self._picture(width).height()) + below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the picture, the name and the mark."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        draw_box(
            painter,
            QRectF(self.rect()),
            theme.size("radius", "control"),
            theme.qcolor("inset" if self.underMouse() and not on else "surface"),
            theme.qcolor("accent" if on else "border_strong"),
            width=2 if on else 1,
        )
        picture = self._picture(self.width())
        self._draw_picture(painter, picture)
        below = QRectF(self.rect())
        below.setTop(picture.bottom())
        words = below.adjusted(_LEFT, 0, -_LEFT, 0)
        if on:
            self._draw_mark(painter, words)
        if self.hint:
            words, line = words.adjusted(0, 8, 0, 0), QRectF(words)
            words.setHeight((words.height() - 8) / 2)
            line.setTop(words.bottom())
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.qcolor("ink_2"))
            painter.drawText(line, Qt.AlignmentFlag.AlignTop, self.hint)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _picture(self, width: int) -> QRectF:
        """Return the place of the picture, as wide as the frame leaves."""
        inner = width - 2 * _EDGE
        return QRectF(_EDGE, _EDGE, inner, inner * _PICTURE.height() / _PICTURE.width())

    def _draw_mark(self, painter: QPainter, words: QRectF) -> None:
        theme, side = self._theme, self._theme.px(_MARK)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(words.center())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            mark.moveLeft(words.left())
        else:
            mark.moveRight(words.right() + 4)
        draw_box(painter, mark, side / 2, theme.qcolor("accent"))
        inner = side * 0.14
        spot = mark.adjusted(inner, inner, -inner, -inner)
        icons.draw(painter, "check", theme.qcolor("on_accent"), spot)

    def _draw_picture(self, painter: QPainter, place: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(place, _CORNER, _CORNER)
        halves = QRectF(place), QRectF(place)
        halves[0].setRight(place.center().x())
        halves[1].setLeft(place.center().x())
        names = ("light", "dark") if self.id == SYSTEM else (self.id,)
        for name, half in zip(names, halves if len(names) > 1 else (place,), strict=True):
            painter.save()
            painter.setClipPath(outline)
            painter.setClipRect(half, Qt.ClipOperation.IntersectClip)
            _draw_window(painter, self._theme, tokens(name), place)
            painter.restore()
        draw_box(painter, place, _CORNER, None, self._theme.qcolor("border"))


def _draw_window(painter: QPainter, theme: Theme, look: Tokens, place: QRectF) -> None:
    """Draw a window in small: the navigation, a card with a title, a rating and a button."""

    def box(x: float, y: float, size: tuple[float, float], color: str, *, radius: float) -> None:
        draw_box(painter, QRectF(QPointF(x, y), QSizeF(*size)), radius, theme.hex_color(color))

    painter.translate(place.topLeft())
    scale = place.width() / _PICTURE.width()
    painter.scale(scale, scale)
    painter.fillRect(QRectF(QPointF(), _PICTURE), theme.hex_color(look.color("bg")))
    for line in range(3):
        box(6, 12 + 12 * line, (16, 3), look.color("ink_2"), radius=1.5)
    box(29, 6, (_PICTURE.width() - 35, 50), look.color("surface"), radius=5)
    box(36, 13, (36, 4), look.color("ink"), radius=2)
    measure = look.measure(_MEASURE)
    tint = mix(look.color("surface"), measure, look.tint_below)
    for cell in range(_CELLS):
        below = tint if cell < _CHOSEN else look.color("inset")
        box(36 + 11 * cell, 23, (9, 9), measure if cell == _CHOSEN else below, radius=2)
    box(36, 39, (32, 9), look.color("accent"), radius=3)


class Swatches(OneOf[Swatch]):
    """A choice of themes; ids are those of `theme.CHOICES`."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[tuple[str, str]],
        hints: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        swatches = [Swatch(theme, id, label) for id, label in choices]
        for swatch in swatches:
            swatch.hint = (hints or {}).get(swatch.id, "")
            swatch.setAccessibleDescription(swatch.hint)
            swatch.longest_hint = max((hints or {}).values(), key=len, default="")
            swatch.longest = max((other.text() for other in swatches), key=len)
        super().__init__(theme, name, swatches, gap=theme.size("space", "m"), parent=parent)
