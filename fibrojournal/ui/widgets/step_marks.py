"""The steps of something that is done one after the other, and which of them is now."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.flow import FlowLayout

_CIRCLE = 27
_HEIGHT = 30
_GAP = 7
_LINE = 30
_AROUND_LINE = 11
_CHECK = 15


class StepMark(QLabel):
    """One step: its number in a circle, or a check where it is done, and its name."""

    def __init__(self, theme: Theme, number: int, title: str, *, of: int) -> None:
        super().__init__(title)
        self._theme, self._number, self._of = theme, number, of
        self._now = 1
        theme.changed.connect(self._restyle)
        self.show_step(1)

    def show_step(self, now: int) -> None:
        """Show which step is now."""
        self._now = now
        state = ""
        if self._number == now:
            state = _("Step {number} of {count}, {title}, now")
        elif self._number < now:
            state = _("Step {number} of {count}, {title}, done")
        name = state or _("Step {number} of {count}, {title}")
        text = self.text()
        self.setAccessibleName(name.format(number=self._number, count=self._of, title=text))
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for the line before it, the circle, and the words when bold."""
        theme = self._theme
        words = QFontMetricsF(theme.font("small_strong")).horizontalAdvance(self.text())
        width = self._left() + theme.px(_CIRCLE + _GAP) + ceil(words)
        return QSize(width, max(_HEIGHT, theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the step."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, left = theme.px(_CIRCLE), self._left()
        middle = self.height() / 2
        circle = QRectF(left + 1, middle - side / 2 + 1, side - 2, side - 2)
        if left:
            around = theme.px(_AROUND_LINE)
            painter.setPen(QPen(theme.qcolor("border_strong"), 1))
            painter.drawLine(around, round(middle), left - around, round(middle))
        is_now, is_done = self._number == self._now, self._number < self._now
        fill = "accent" if is_now else "accent_soft" if is_done else "surface"
        frame = "accent" if is_now or is_done else "border_strong"
        painter.setPen(QPen(theme.qcolor(frame), 1.5))
        painter.setBrush(theme.qcolor(fill))
        painter.drawEllipse(circle)
        if is_done:
            check = QRectF(0, 0, theme.px(_CHECK), theme.px(_CHECK))
            check.moveCenter(circle.center())
            icons.draw(painter, "check", theme.qcolor("accent"), check)
        else:
            painter.setFont(theme.font("caption_strong"))
            painter.setPen(theme.qcolor("on_accent" if is_now else "ink_2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        words = QRectF(self.rect())
        words.setLeft(left + side + theme.px(_GAP))
        painter.setFont(theme.font("small_strong" if is_now else "small"))
        painter.setPen(theme.qcolor("ink" if is_now else "ink_2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _left(self) -> int:
        return self._theme.px(_LINE + 2 * _AROUND_LINE) if self._number > 1 else 0

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small"))
        self.updateGeometry()
        self.update()


class StepMarks(QWidget):
    """All steps in a line."""

    def __init__(self, theme: Theme, titles: Sequence[str]) -> None:
        super().__init__()
        self._layout = layout = FlowLayout(self, gap=0)
        count = len(titles)
        self._marks = [StepMark(theme, i + 1, title, of=count) for i, title in enumerate(titles)]
        for mark in self._marks:
            layout.addWidget(mark)

    def line_width(self) -> int:
        """Return the width at which all stand on one line."""
        return self._layout.line_width()

    def show_step(self, now: int) -> None:
        """Show which step is now, from 1."""
        for mark in self._marks:
            mark.show_step(now)
