"""The picture of a network: one Tab stop, walked by arrow keys; what is chosen stands out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.charts.network_view import NetworkView
from fibrojournal.charts.view import View
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from fibrojournal.ui.widgets.scroll import page_around

_AROUND = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NetworkPicture(ChartPicture):
    """Left and Right go from part to part, Up and Down along the arrows of the one reached.

    A click, or a key, makes a mark stand out with all that is joined to it; Enter goes to its
    place, Escape or a click beside lets go of it.
    """

    chosen = Signal(object)
    """The number of the mark that stands out, or None."""
    entered = Signal()
    """The person wants to go to the place of what stands out."""

    def __init__(self, theme: Theme, name: str, words: QWidget) -> None:
        super().__init__(theme, name)
        self._words = words
        """Where the card reads out what is pointed at."""

    def show_view(self, view: View, name: str) -> None:
        """Draw a network, or another picture in its place."""
        self._part = 0
        super().show_view(view, name)

    def choose(self, at: int | None) -> None:
        """Let a mark stand out."""
        view = self._view
        if not isinstance(view, NetworkView):
            self.chosen.emit(at)
            return
        if at is not None and at not in view.touching(view.parts[self._part]):
            self._part = view.parts.index(view.part_at(at)) if view.is_link(at) else at
        if at != view.chosen:
            self._view = view.choosing(at)
            self._draw_later()
            self.chosen.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the parts, and the arrows of one."""
        key, view = Qt.Key(event.key()), self._view
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if key == Qt.Key.Key_Escape and self._at is not None:
            self._point(None)
            self.choose(None)
        elif key in _ENTERS and self._at is not None:
            self.entered.emit()
        elif plain and isinstance(view, NetworkView) and (at := self._step(view, key)) is not None:
            self._point(at)
            self.choose(at)
            self._keep_in_sight(at)
        else:
            super().keyPressEvent(event)
            if self._at is not None and not isinstance(view, NetworkView):
                self.choose(self._at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer, or let go where nothing is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self._at)

    def _keep_in_sight(self, at: int) -> None:
        """Show a mark, and what is read out of it if both have room."""
        page = page_around(self)
        if page is not None and self._drawn is not None:
            area = self._drawn.area(at)
            place = QRectF(area.left, area.top, area.width, area.height).toAlignedRect()
            words = self._words.geometry().translated(-self.pos())
            page.keep_in_sight(self, place, words)

    def _step(self, view: NetworkView, key: Qt.Key) -> int | None:
        """Return the mark that a key leads to; None where it leads nowhere."""
        count = len(view.parts)
        if key in _AROUND:
            if self._at is None:
                return 0 if key == Qt.Key.Key_Right else count - 1
            return (self._part + _AROUND[key]) % count
        if key in _ALONG:
            ways = (self._part, *view.touching(view.parts[self._part]))
            place = ways.index(self._at) if self._at in ways else 0
            return ways[(place + _ALONG[key]) % len(ways)]
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: count - 1}.get(key)
