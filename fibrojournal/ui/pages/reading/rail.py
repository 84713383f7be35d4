"""What stands beside a reading: the person's own days, or a picture from research; then sources."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fibrojournal.learn.library import SOURCES
from fibrojournal.learn.topics import Topic
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.pages.reading.findings import Findings
from fibrojournal.ui.pages.reading.own_days import OwnDays
from fibrojournal.ui.pages.reading.sources import Sources
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import draw_card
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.scroll import ScrollPage

_MARGIN, _TOP = 20, 26
_WIDTH = 290


class Rail(QWidget):
    """Made anew for each topic."""

    day_wanted = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, around: Surroundings, shown: Topic, today: Callable[[], date]) -> None:
        super().__init__()
        theme = around.theme
        self._theme = theme
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self._is_card = False
        self.own: OwnDays | None = None
        self.sources: Sources | None = None
        parts: list[QWidget] = []
        if shown.measures:
            self.own = OwnDays(around, shown, today)
            self.own.day_wanted.connect(self.day_wanted)
            self.own.page_wanted.connect(self.page_wanted)
            parts.append(self.own)
        if shown.findings:
            parts.append(Findings(theme, shown))
        if shown.sources and shown.id != SOURCES:
            self.sources = Sources(theme, shown.sources)
            parts.append(self.sources)
        for place, part in enumerate(parts):
            if place:
                column.addWidget(Line(theme))
            column.addWidget(part)
        column.addStretch(1)
        self.is_empty = not parts
        """Whether there is nothing to stand beside the text."""

    def set_apart(self, *, apart: bool) -> None:
        """Be a card below the text: it has no column of its own, and pictures no other surface."""
        self._is_card = apart and not self.is_empty
        around = _MARGIN if self._is_card else 0
        self._column.setContentsMargins(around, around + self._above, around, around)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        if self._is_card:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QRectF(self.rect()).adjusted(0, self._above, 0, 0)
            draw_card(painter, place, self._theme)

    @property
    def _above(self) -> int:
        """How far a card stands off the text above it."""
        return self._theme.size("space", "l") if self._is_card else 0

    @property
    def shows_table(self) -> bool:
        """Tell whether it needs the width of the text."""
        return self.own is not None and self.own.shows_table


class RailPlace(QFrame):
    """The column at the far side, on a surface of its own, with a line before it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        area, body = ScrollPage(theme), QWidget()
        self.inside = QVBoxLayout(body)
        self.inside.setContentsMargins(_MARGIN, _TOP, _MARGIN - ScrollPage.GUTTER // 2, _MARGIN)
        area.show_page(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, and the line between it and the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.qcolor("surface"))
        left = self.rect().right() if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 1, self.height(), self._theme.qcolor("border"))

    def _dress(self) -> None:
        self.setFixedWidth(rail_width(self._theme))
        self.update()


def rail_width(theme: Theme) -> int:
    """Return how wide the column is, in px."""
    return max(_WIDTH, theme.px(_WIDTH))
