"""The short word at the bottom of the window after something that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget
from shiboken6 import isValid

from fibrojournal.ui.theme import Theme, application
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

_ABOVE_EDGE = 20


class Toast(QFrame):
    """Shows a sentence with one button for ten seconds; waits while it is looked at or focused.

    It never takes the focus. Esc closes it while it has the focus. In a quiet theme nothing lies
    over a page: there it is a line below the page, without a frame.
    """

    acted = Signal()
    """The button was pressed."""

    def __init__(self, theme: Theme, window: QWidget, page: QWidget) -> None:
        super().__init__(window)
        self._theme, self._page = theme, page
        self._layout = layout = QHBoxLayout(self)
        layout.setSpacing(6)
        self._label = Label(theme, parent=self)
        self.button = LinkButton(theme, parent=self)
        layout.addWidget(self._label)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._act)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.leave)
        self._left_ms = 0
        self._back_to: QWidget | None = None
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.finished.connect(self._end_fade)
        theme.changed.connect(self._place)
        self.hide()

    @property
    def _window(self) -> QWidget:
        window = self.parentWidget()  # not kept in Python: the window holds the toast already
        if window is None:
            raise RuntimeError("a toast stands in a window")
        return window

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, action: str) -> None:
        """Show a sentence and a button, and tell screen readers."""
        self._label.setText(text)
        self.button.setText(action)
        self._fade.stop()
        if self.isHidden():
            self._page.installEventFilter(self)
            application().focusChanged.connect(self._follow_focus)
        self._place()
        self.show()
        self._make_room()
        self.raise_()
        self._fade_to(1.0)
        self._left_ms = self._theme.size("motion", "toast_ms")
        self._go_on()
        announce(self, text)

    def leave(self) -> None:
        """Go away; the focus returns to where it was."""
        if self.isHidden():
            return
        self._timer.stop()
        self._left_ms = 0
        if self.button.hasFocus() and self._back_to is not None and isValid(self._back_to):
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fade_to(0.0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is here."""
        self._wait()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and its frame; of a line the edge alone."""
        theme, painter = self._theme, QPainter(self)
        if theme.is_quiet:
            painter.fillRect(0, 0, self.width(), 1, theme.qcolor("border"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = theme.qcolor("surface"), theme.qcolor("border_strong")
        draw_box(painter, QRectF(self.rect()), theme.size("radius", "control"), fill, border)

    def _act(self) -> None:
        self.leave()
        self.acted.emit()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.button:
            self._back_to = old
            self._wait()
        elif old is self.button:
            self._go_on()

    def _wait(self) -> None:
        if self._timer.isActive():
            self._left_ms = self._timer.remainingTime()
            self._timer.stop()

    def _go_on(self) -> None:
        if self._left_ms > 0 and not self.underMouse() and not self.button.hasFocus():
            self._timer.start(self._left_ms)

    def _fade_to(self, opacity: float) -> None:
        duration = self._theme.fade_ms
        self._fade.setEndValue(opacity)
        if duration == 0:
            self._end_fade()
            return
        self._effect.setEnabled(True)
        self._fade.setStartValue(1.0 - opacity)
        self._fade.setDuration(duration)
        self._fade.start()

    def _end_fade(self) -> None:
        self._effect.setEnabled(False)
        if self._fade.endValue() == 0.0:
            self.hide()
            self._page.removeEventFilter(self)
            self._make_room()
            application().focusChanged.disconnect(self._follow_focus)

    def _place(self) -> None:
        window, theme = self._window, self._theme
        below = self._page.geometry() if theme.is_quiet else window.rect()
        edge = 0 if theme.is_quiet else _ABOVE_EDGE
        start = theme.size("size", "content_margin") if theme.is_quiet else 18
        self._layout.setContentsMargins(start, 4, 6, 4)
        room = below.width() - 2 * edge
        self._label.setWordWrap(False)
        if self.sizeHint().width() > room:
            self._label.setWordWrap(True)
        self._layout.setStretch(0, int(self._label.wordWrap()))
        self._layout.setStretch(2, int(not self._label.wordWrap()))
        width = room if theme.is_quiet else min(self.sizeHint().width(), room)
        height = self._layout.heightForWidth(width) if self._label.wordWrap() else 0
        height = max(height, self.sizeHint().height())
        left = below.left() + (below.width() - width) // 2
        self.setGeometry(left, window.height() - height - edge, width, height)
        self._make_room()

    def _make_room(self) -> None:
        """Let the page end above the line."""
        is_line = self._theme.is_quiet and not self.isHidden()
        self._page.setContentsMargins(0, 0, 0, self.height() if is_line else 0)
