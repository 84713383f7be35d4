"""The heading of a part of the plan, after its number in a circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label, card_title

_SIDE = 28


class _Circle(QWidget):
    """A number in a circle; readers hear the headings in their order."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and its number."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.qcolor("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.qcolor("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _restyle(self) -> None:
        side = self._theme.px(_SIDE)
        self.setFixedSize(side, side)


class Numbered(QWidget):
    """A heading that may become another one while it is shown."""

    def __init__(self, theme: Theme, number: int, title: str = "") -> None:
        super().__init__()
        self.title: Label = card_title(theme, title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "s"))
        row.addWidget(_Circle(theme, number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)


class NumberedCard(Card):
    """A card below such a heading."""

    def __init__(self, theme: Theme, heading: Numbered) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(20, 17, 20, 17)
        self.box.addWidget(heading)
