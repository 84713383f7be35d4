"""A picture from research where a diary can show none: a title, dots of a hundred, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.learn.topics import Finding, Topic
from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.paint import draw_box

_ACROSS, _DOWN = 20, 5
_PITCH = 12
_DOT = 0.84
"""Diameter of a dot as a share of the room it has."""


class Findings(QWidget):
    """What research found, one below the other."""

    def __init__(self, theme: Theme, shown: Topic) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            Label(theme, _("A picture from research"), role="caption_strong", color="ink_2")
        )
        for finding in shown.findings:
            self._add(theme, finding, shown.factor, column)

    def _add(self, theme: Theme, finding: Finding, factor: str, column: QVBoxLayout) -> None:
        column.addWidget(Label(theme, finding.title, role="block", wraps=True))
        if finding.of_100 is not None:
            column.addWidget(Dots(theme, finding.of_100, factor))
        column.addWidget(Label(theme, finding.text, role="small", color="ink_2", wraps=True))
        column.addSpacing(6)


class Dots(QLabel):
    """A hundred dots of which some are filled."""

    def __init__(self, theme: Theme, filled: int, factor: str) -> None:
        super().__init__()
        self._theme, self._filled, self._factor = theme, filled, factor
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{n} of 100 dots are filled").format(n=filled))

    def sizeHint(self) -> QSize:
        """Return the room for five lines of twenty."""
        return QSize(round(_ACROSS * _PITCH), round(_DOWN * _PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the filled dots column by column, from the side where reading starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ring = self._theme.factor_qcolor(self._factor), self._theme.qcolor("ink_3")
        side = _PITCH * _DOT
        for at in range(_ACROSS * _DOWN):
            column, row = divmod(at, _DOWN)
            dot = QRectF(column * _PITCH, row * _PITCH, side, side)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                dot.moveRight(self.width() - dot.left())
            filled = at < self._filled
            draw_box(painter, dot, side / 2, fill if filled else None, None if filled else ring)
