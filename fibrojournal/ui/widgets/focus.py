"""The focus ring: drawn over the page around the control that has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_ring

if TYPE_CHECKING:
    _Control = QWidget
else:
    _Control = object  # at run time the Qt control comes after this class


class RingFocus(_Control):
    """Draws the ring around a control while it has the focus; name it before the Qt class.

    A mouse click moves the focus without a ring, unless `ring_on_click` says otherwise.
    """

    ring_on_click = False
    _theme: Theme
    _ring: FocusRing | None = None

    def ring_radius(self) -> float:
        """Return the corner radius of the control, which the ring follows."""
        return self._theme.size("radius", "control")

    def ring_place(self) -> QRect:
        """Return the part of the control that the ring surrounds."""
        return self.rect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        if self.ring_on_click or event.reason() != Qt.FocusReason.MouseFocusReason:
            self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring also where a click brought the focus: the keys are in use now."""
        self._show_ring()
        super().keyPressEvent(event)

    def _show_ring(self) -> None:
        if self._ring is None and self.hasFocus():
            self._ring = FocusRing(self._theme, self)


def all_below(widget: QWidget) -> Iterator[QWidget]:
    """Yield all that stands in a widget, each before what stands in it.

    Not `findChildren`: PySide (6.11) then takes the widget that was asked for the parent of all of
    them. When its Python side goes, what lives on in the window goes with it (seen: an entry of the
    lock page, in one of three runs).
    """
    waiting = widget.children()[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, QWidget):
            yield child
            waiting += child.children()[::-1]


def tab_after(first: QWidget, container: QWidget) -> list[QWidget]:
    """Let Tab go from `first` through what stands in a container, in the order it was made.

    Qt puts what is made later at the end of the window. Returns the stops on the way.
    """
    window = container.window()  # the list that a choice opens is one of its own
    inside = [
        w
        for w in all_below(container)
        if w.focusPolicy() & _BY_TAB_OR_CLICK and w.window() is window
    ]
    for before, after in pairwise([first, *inside]):
        QWidget.setTabOrder(before, after)
    return [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]


def stop_before(container: QWidget) -> QWidget | None:
    """Return what Tab comes to before a container; None where there is nothing."""
    at = container.previousInFocusChain()
    while at is not None and at is not container:
        if not container.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return at
        at = at.previousInFocusChain()
    return None


def first_stop(container: QWidget) -> QWidget | None:
    """Return what Tab comes to first in a container; None where there is nothing to come to."""
    at = container.nextInFocusChain()
    while at is not None and at is not container:
        can = container.isAncestorOf(at) and at.isEnabled() and at.isVisible()
        if can and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return at
        at = at.nextInFocusChain()
    return None


def last_stop(container: QWidget) -> QWidget | None:
    """Return what Tab comes to last in a container; None where there is nothing to come to."""
    last, at = None, container.nextInFocusChain()
    while at is not None and at is not container:
        if container.isAncestorOf(at) and at.focusPolicy() & _BY_TAB_OR_CLICK:
            last = at
        at = at.nextInFocusChain()
    return last


class FocusRing(QWidget):
    """A see-through widget over the page that draws the ring; it follows the control.

    It holds no control and no page in Python: a window that is let go may have one, and Python
    would then take the cycle apart in an order that Qt does not survive.
    """

    def __init__(self, theme: Theme, control: RingFocus) -> None:
        super().__init__(_page_of(control))
        self._theme, self._control = theme, ref(control)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in self._on_the_way(control):
            widget.installEventFilter(self)
        self._follow(control)

    def leave(self) -> None:
        """Hide and go."""
        control = self._control()
        if control is not None:
            for widget in self._on_the_way(control):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it, or what it stands in, moves."""
        control = self._control() if event.type() in _MOVES else None
        if control is not None and isValid(control):
            self._follow(control)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        control = self._control()
        if control is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = self._margin()
        around = QRectF(self.rect().adjusted(margin, margin, -margin, -margin))
        draw_ring(painter, self._theme, around, control.ring_radius())

    def _margin(self) -> int:
        return self._theme.size("size", "focus_ring") + self._theme.size("size", "focus_offset")

    def _on_the_way(self, control: QWidget) -> Iterator[QWidget]:
        """Yield the control and what it stands in, up to the page that the ring is on."""
        widget: QWidget | None = control
        while widget is not None and widget is not self.parentWidget():
            yield widget
            widget = widget.parentWidget()

    def _follow(self, control: RingFocus) -> None:
        page = self.parentWidget()
        if page is None:
            return
        corner = control.mapTo(page, QPoint(0, 0))
        margin = self._margin()
        place = control.ring_place().translated(corner)
        self.setGeometry(place.adjusted(-margin, -margin, margin, margin))
        self.setVisible(control.isVisible())
        self.raise_()


_BY_TAB_OR_CLICK = Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    }
)


def _page_of(control: QWidget) -> QWidget:
    """Find the widget to draw on: what a scroll area shows, so that the ring scrolls along."""
    page = control
    while (parent := page.parentWidget()) is not None and not page.isWindow():
        area = parent.parentWidget()
        if (
            isinstance(area, QAbstractScrollArea)
            and area.viewport() is parent
            and page is not control
        ):
            return page
        page = parent
    return page
