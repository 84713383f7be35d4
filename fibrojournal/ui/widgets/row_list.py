"""What lists of painted rows have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QSizePolicy, QStyledItemDelegate, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import leave_to_rows


class RowList(QListWidget):
    """One Tab stop, as high as its rows, each as high as its words at the width there is.

    Who makes one calls `dress` once its parts are there, and gives it what paints the rows.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)

    def dress(self, painter: QStyledItemDelegate) -> None:
        """Let rows be painted, in this look and in every other that comes."""
        self.setItemDelegate(painter)
        self._theme.changed.connect(self._dress)
        self._dress()

    def row_heights(self) -> list[int]:
        """Return how high each row is at the present width."""
        raise NotImplementedError

    def seen_of(self, heights: Sequence[int]) -> int:
        """Return how high the list is with rows of these heights."""
        return sum(heights)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: single letters are shortcuts of the window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break texts anew where the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, self.height())

    def fit(self) -> None:
        """Make every row as high as its words, and the list as high as its rows."""
        heights = self.row_heights()
        for place, height in enumerate(heights):
            self.item(place).setSizeHint(QSize(1, height))
        self.setFixedHeight(max(self.seen_of(heights), 1))
        self.viewport().update()

    def _dress(self) -> None:
        leave_to_rows(self)
        self.fit()
