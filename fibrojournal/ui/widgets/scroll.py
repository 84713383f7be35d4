"""A page that scrolls up and down only, and keeps the focused control in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from fibrojournal.ui.theme import Theme, application
from fibrojournal.ui.widgets.paint import draw_box

_HANDLE = 8
_GUTTER = 14
_SHORTEST = 44
_ROOM, _NEAR = 28, 12


class ScrollPage(QScrollArea):
    """Shows a page as wide as the room there is. It takes no focus itself.

    The gutter of 14 px at the right is always there, so that nothing moves when the bar comes.
    """

    GUTTER = _GUTTER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.hold(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Made here: to tell the type of Qt's own viewport, PySide makes up every kind of widget.
        viewport = QWidget()
        viewport.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.verticalScrollBar().rangeChanged.connect(self._keep_focus_in_sight)
        self._followed = QRect()
        self._opened: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_again)

    def show_page(self, page: QWidget) -> None:
        """Show this page."""
        sheet = _Sheet(page)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the focus."""
        super().showEvent(event)
        application().focusChanged.connect(self._follow_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cease to follow the focus."""
        super().hideEvent(event)
        application().focusChanged.disconnect(self._follow_focus)

    def scroll_to(self, value: int) -> None:
        """Scroll to a place, as soon as what is shown has its height."""
        self.verticalScrollBar().setValue(value)
        if value:
            QTimer.singleShot(0, self.verticalScrollBar(), lambda: self._settle_at(value))

    def show_opened(self, part: QWidget) -> None:
        """Bring a part that has just opened into sight: all of it, or else from its top."""
        self._opened = part
        self._later.start()

    def keep_in_sight(self, part: QWidget, place: QRect, beside: QRect | None = None) -> None:
        """Scroll no further than needed to show a place in a part of the page.

        What is `beside` it is shown too, if both have room.
        """
        corner = self._place_of(part).topLeft()
        if self._place_of(part).isValid():
            both = place.united(beside) if beside is not None else place
            has_room = both.height() + 2 * _NEAR <= self.viewport().height()
            self._show((both if has_room else place).translated(corner), _NEAR)

    def _settle_at(self, value: int) -> None:
        self.verticalScrollBar().setValue(value)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        place = self._focus_place(new)
        # A click must end where it began: the page may not move under the pressed button.
        if new is None or not place.isValid() or QApplication.mouseButtons():
            return
        if self._fits(place):
            self._show(place, self._room)
        else:
            self.ensureWidgetVisible(new, 0, self._room)
        self._followed = place
        self._later.start()

    def _keep_focus_in_sight(self) -> None:
        """Look again where the focus is when the page has grown: it may have been pushed out."""
        top = self.verticalScrollBar().value()
        if QRect(0, top, self.width(), self.viewport().height()).contains(self._followed):
            self._later.start()

    def _look_again(self) -> None:
        """Follow once more where the focus is on what has got its place only now."""
        opened, self._opened = self._place_of(self._opened), None
        if opened.isValid():
            height = min(opened.height(), self.viewport().height() - 2 * _NEAR)
            self._show(QRect(0, opened.top(), 1, height), _NEAR)
        place = self._focus_place(QApplication.focusWidget())
        if self._fits(place) and place != self._followed:
            self._show(place, self._room)

    @property
    def _room(self) -> int:
        """Room around what has the focus: enough for words above or below it."""
        return self._theme.px(_ROOM)

    def _fits(self, place: QRect) -> bool:
        return place.isValid() and place.height() + 2 * self._room <= self.viewport().height()

    def _show(self, place: QRect, room: int) -> None:
        """Scroll no further than needed to show a place that fits, with room around it."""
        bar = self.verticalScrollBar()
        lowest = place.bottom() + 1 + room - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), place.top() - room))

    def _focus_place(self, part: QWidget | None) -> QRect:
        """Return where what has the focus stands; of a list or a table that is a row or a cell."""
        place = self._place_of(part)
        if place.isValid() and isinstance(part, QAbstractItemView):
            current = part.visualRect(part.currentIndex()).translated(part.viewport().pos())
            return current.translated(place.topLeft()) if current.isValid() else place
        return place

    def _place_of(self, part: QWidget | None) -> QRect:
        """Return where a part stands on the page; nothing for one that stands elsewhere."""
        page = self.widget()
        if part is None or page is None or not isValid(part) or not page.isAncestorOf(part):
            return QRect()
        return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


class _Sheet(QWidget):
    """Holds the page, as high as it needs to be at the width there is.

    Without it Qt would make the page as high as its parts are where each is narrowest.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(page, 1)
        self._box.addStretch(0)  # beyond the page's largest width

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width, if it depends on it."""
        smallest = super().minimumSizeHint()
        return QSize(smallest.width(), 0) if self._box.hasHeightForWidth() else smallest


class ScrollBar(QScrollBar):
    """A handle without arrows; it draws nothing where there is nothing to scroll."""

    WIDTH = _GUTTER

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme
        self._grip: float | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the gutter."""
        return QSize(_GUTTER, 2 * _SHORTEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle."""
        if self.maximum() <= self.minimum():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, self._handle(), _HANDLE / 2, self._theme.qcolor("border_strong"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or go a page up or down."""
        handle, y = self._handle(), event.position().y()
        if handle.top() <= y <= handle.bottom():
            self._grip = y - handle.top()
        elif self.maximum() > self.minimum():
            step = QScrollBar.SliderAction.SliderPageStepSub
            if y > handle.bottom():
                step = QScrollBar.SliderAction.SliderPageStepAdd
            self.triggerAction(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer with the handle."""
        if self._grip is None:
            return
        handle = self._handle()
        room = self.height() - handle.height()
        if room > 0:
            share = (event.position().y() - self._grip) / room
            self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the handle go."""
        self._grip = None

    def _handle(self) -> QRectF:
        span = self.maximum() - self.minimum()
        length = max(self.height() * self.pageStep() / max(span + self.pageStep(), 1), _SHORTEST)
        top = (self.height() - length) * (self.value() - self.minimum()) / max(span, 1)
        return QRectF((self.width() - _HANDLE) / 2, top, _HANDLE, length)


def page_around(part: QWidget) -> ScrollPage | None:
    """Return the page that a part scrolls with, if it stands on one."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, ScrollPage):
        area = area.parentWidget()
    return area
