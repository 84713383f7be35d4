"""A notice in the page: what happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import LinkButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

Action = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One or two sentences and up to two buttons. It never takes the focus and blames nobody.

    A strip has its buttons at the end of its line.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, is_strip: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._is_strip = theme, is_strip
        across = QBoxLayout.Direction.LeftToRight
        self._outer = outer = QBoxLayout(across if is_strip else QBoxLayout.Direction.Down, self)
        outer.setContentsMargins(16, 10, 16, 10)
        outer.setSpacing(20 if is_strip else 0)
        self._label = Label(theme, color="notice_ink", wraps=True)
        outer.addWidget(self._label, 1)
        self._ways = in_lines(gap=20, line_gap=0)
        outer.addWidget(self._ways)
        self._buttons: list[LinkButton] = []
        theme.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    @property
    def labels(self) -> tuple[str, ...]:
        """What its buttons say."""
        return tuple(button.text() for button in self._buttons)

    def say(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Show a text with its actions (label and what to do), and tell screen readers."""
        self._label.setText(text)
        self._set_actions(actions)
        self.show()
        announce(self, text)

    def _set_actions(self, actions: Sequence[Action]) -> None:
        row = self._ways.line
        while row.count():
            row.takeAt(0)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for label, act in actions:
            button = _NoticeButton(self._theme, label, parent=self)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons.append(button)
        bottom = 0 if actions else 10  # the buttons' own height is room enough
        self._outer.setContentsMargins(16, bottom if self._is_strip else 10, 16, bottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.size("radius", "control")
        draw_box(painter, QRectF(self.contentsRect()), radius, theme.qcolor("notice_bg"))


class _NoticeButton(LinkButton):
    ink = "notice_ink"
    fill_hovered = ""
    underlined = True
    padding = 0
