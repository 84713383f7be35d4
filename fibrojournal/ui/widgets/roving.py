"""One Tab stop for many buttons: arrows, Home and End move the focus among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RovingFocus(QObject):
    """Lets Tab enter a set of buttons where it was left, and keys move inside it."""

    moved = Signal(QAbstractButton)
    """A key brought the focus to this button."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def set_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """Take these buttons, in the order of reading; Tab first comes to the first."""
        for button in self._buttons:
            button.removeEventFilter(self)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        if self._buttons:
            self.stop_at(self._buttons[0])

    def stop_at(self, stop: QAbstractButton) -> None:
        """Let Tab come to this button next time."""
        for button in self._buttons:
            tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the keys; stay where the focus is."""
        if not isinstance(watched, QAbstractButton):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.stop_at(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._move(watched, event)
        return False

    def _move(self, start: QAbstractButton, event: QKeyEvent) -> bool:
        key, places = Qt.Key(event.key()), self._reachable()
        if key not in _KEYS or start not in places:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()  # the window's, not the button's: it would move the focus by itself
            return True
        goal = self._goal(places, start, key)
        if goal is not start:
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(goal)
        return True

    def _reachable(self) -> list[QAbstractButton]:
        return [one for one in self._buttons if one.isEnabled() and not one.isHidden()]

    def _goal(
        self, places: list[QAbstractButton], start: QAbstractButton, key: Qt.Key
    ) -> QAbstractButton:
        if key in _LINES:
            return _in_next_line(places, start, _LINES[key])
        if key == Qt.Key.Key_Home:
            return places[0]
        if key == Qt.Key.Key_End:
            return places[-1]
        step = _STEPS[key]
        if start.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        index = places.index(start) + step
        return places[min(max(index, 0), len(places) - 1)]


_KEYS = frozenset({*_STEPS, *_LINES, Qt.Key.Key_Home, Qt.Key.Key_End})


def _in_next_line(
    places: list[QAbstractButton], start: QAbstractButton, by: int
) -> QAbstractButton:
    """Find the button above or below; in a single line, the one before or after."""
    at = start.geometry().center()
    beyond = [one for one in places if (one.geometry().center().y() - at.y()) * by > 0]
    if beyond:
        line = min(abs(one.geometry().center().y() - at.y()) for one in beyond)
        nearest = [one for one in beyond if abs(one.geometry().center().y() - at.y()) == line]
        return min(nearest, key=lambda one: abs(one.geometry().center().x() - at.x()))
    if len({one.geometry().center().y() for one in places}) > 1:
        return start
    index = places.index(start) + by
    return places[min(max(index, 0), len(places) - 1)]
