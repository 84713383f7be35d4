"""A body from the front and from the back, on which areas are marked or shaded.

It is a picture: whatever can be done to it can be done, by keys too, in the list that stands
beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.heat import heat_ramp, heat_step
from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.body_shapes import HEIGHT, WIDTH, View, back, front
from fibrojournal.ui.widgets.drawing import Drawing

_LARGEST = 1.3
"""With larger text the figure grows, but not beyond this."""
_CAPTION, _SIDES_AT = 24, 236.0
_REACH = 22.0
"""A click so many px beside an area still meets it: with it each is at least 44 px wide."""
_CHECK = 13.0
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class BodyFigure(Drawing):
    """Both views side by side. `size` 1.0 is the size on the page of the body map."""

    area_pressed = Signal(str)
    """The id of the area that was clicked."""
    area_pointed = Signal(str)
    """The id of the area under the pointer, or nothing."""

    def __init__(self, theme: Theme, *, size: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._fills: dict[str, str] = {}
        self._marked: frozenset[str] = frozenset()
        self._current = self._pointed = ""
        self._takes_clicks = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("A body from the front and from the back"))
        theme.changed.connect(self._restyle)

    def take_clicks(self, *, taken: bool) -> None:
        """Let areas be clicked, or only looked at."""
        self._takes_clicks = taken
        self.setMouseTracking(taken)

    def show_marks(self, marked: AbstractSet[str]) -> None:
        """Mark areas; `setAccessibleDescription` says the same in words."""
        self._marked = frozenset(marked)
        self._fills = {}
        self.update()

    def show_shares(self, shares: Mapping[str, float]) -> None:
        """Shade each area from 0.0, never, to 1.0, always; an area without a share stays plain."""
        self._marked = frozenset()
        ramp = heat_ramp(self._theme.tokens, "pain")
        self._fills = {id: ramp[heat_step(share)] for id, share in shares.items()}
        self.update()

    def show_current(self, area: str) -> None:
        """Frame the area that the list has come to; nothing frames none."""
        if area != self._current:
            self._current = area
            self.update()

    def area_at(self, point: QPointF) -> str:
        """Return the area at a point of the widget, or the nearest one; nothing far away."""
        unit = self._unit(self.width())
        found = []
        for view, left in self._places():
            units = QPointF((point.x() - left) / unit - WIDTH / 2, point.y() / unit)
            nearest = view.nearest(units, _REACH / unit)
            found += [nearest] if nearest else []
        return min(found, key=lambda one: one[1])[0] if found else ""

    def center_of(self, area: str) -> QPointF:
        """Return the middle of an area, in this widget, in the first view that shows it."""
        unit = self._unit(self.width())
        view, left = next(place for place in self._places() if area in place[0].areas)
        middle = view.areas[area].boundingRect().center()
        return QPointF(left + (middle.x() + WIDTH / 2) * unit, middle.y() * unit)

    # Qt

    def sizeHint(self) -> QSize:
        """Return both views side by side, with a line of words below."""
        width = round(2 * WIDTH * self._largest_unit())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return half the width: the figure shrinks with the room that there is."""
        return QSize(round(WIDTH), self.heightForWidth(round(WIDTH)))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(HEIGHT * self._unit(width)) + self._theme.px(_CAPTION)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the nearest area."""
        area = self.area_at(event.position())
        if self._takes_clicks and area and event.button() == Qt.MouseButton.LeftButton:
            self.area_pressed.emit(area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the nearest area."""
        self._point_at(self.area_at(event.position()) if self._takes_clicks else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both views and the words below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._unit(self.width())
        for (view, left), name in zip(self._places(), (_("Front"), _("Back")), strict=True):
            painter.save()
            painter.translate(left + WIDTH / 2 * unit, 0)
            self._draw_view(painter, view, unit)
            painter.restore()
            self._draw_words(painter, name, left, unit, mirrored=name == _("Back"))

    # Drawing

    def _draw_view(self, painter: QPainter, view: View, unit: float) -> None:
        theme, scaled = self._theme, QTransform.fromScale(unit, unit)
        line = theme.qcolor("border_strong")
        painter.setPen(QPen(line, 1.2))
        painter.setBrush(theme.qcolor("surface"))
        for path in view.rest:
            painter.drawPath(scaled.map(path))
        for id, path in view.areas.items():
            painter.setPen(QPen(line, 1.2))
            painter.setBrush(self._fill_of(id))
            painter.drawPath(scaled.map(path))
        for id in view.areas.keys() & {self._current, self._pointed}:
            shape = scaled.map(view.areas[id])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.qcolor("focus_halo"), 5))
            painter.drawPath(shape)
            painter.setPen(QPen(theme.qcolor("focus"), 2.5))
            painter.drawPath(shape)
        side = _CHECK * unit
        for id in view.areas.keys() & self._marked:
            place = QRectF(0, 0, side, side)
            place.moveCenter(scaled.map(view.areas[id].boundingRect().center()))
            icons.draw(painter, "check", theme.hex_color(theme.tokens.selected_ink), place)

    def _fill_of(self, area: str) -> QColor:
        if area in self._marked:
            return self._theme.measure_qcolor("pain")
        if area in self._fills:
            return self._theme.hex_color(self._fills[area])
        return self._theme.qcolor("inset")

    def _draw_words(
        self, painter: QPainter, name: str, left: float, unit: float, *, mirrored: bool
    ) -> None:
        theme, height = self._theme, self._theme.px(_CAPTION)
        font = theme.font("small_strong")
        beyond = max(QFontMetricsF(font).horizontalAdvance(name) + 1 - WIDTH * unit, 0) / 2
        below = QRectF(left, HEIGHT * unit, WIDTH * unit, height)
        below.adjust(-beyond, 0, beyond, 0)
        painter.setFont(font)
        painter.setPen(theme.qcolor("ink_2"))
        painter.drawText(below, _MIDDLE, name)
        sides = (_("right"), _("left"))
        room = (WIDTH / 2 - 41) * unit
        font = theme.font("caption")
        if max(map(QFontMetricsF(font).horizontalAdvance, sides)) > room:
            return  # the line below the figure says it too
        painter.setFont(font)
        painter.setPen(theme.qcolor("ink_3"))
        for words, at in zip(sides[::-1] if mirrored else sides, (-1, 1), strict=True):
            start = left if at < 0 else left + WIDTH * unit - room
            painter.drawText(QRectF(start, _SIDES_AT * unit, room, height), _MIDDLE, words)

    # Places

    def _places(self) -> tuple[tuple[View, float], tuple[View, float]]:
        """Return each view with its left edge."""
        wide = WIDTH * self._unit(self.width())
        gap = max(self.width() - 2 * wide, 0.0) / 3
        return (front(), gap), (back(), 2 * gap + wide)

    def _unit(self, width: int) -> float:
        """Return how many px a unit of the shapes has at a width."""
        return min(self._largest_unit(), width / (2 * WIDTH))

    def _largest_unit(self) -> float:
        return self._size * min(max(self._theme.scale, 1.0), _LARGEST)

    def _point_at(self, area: str) -> None:
        if area != self._pointed:
            self._pointed = area
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if area else Qt.CursorShape.ArrowCursor
            )
            self.update()
            self.area_pointed.emit(area)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
