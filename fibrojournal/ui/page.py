"""What every page of the navigation has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.scroll import ScrollPage

RING_ROOM = 6
"""Room in px above what scrolls, so that a focus ring there is not cut off."""


class Page(QWidget):
    """A page. Signals go up to the window; the window calls the methods below."""

    subject_changed = Signal(object, str)
    """What the person looks at now (a measure, a trigger or a topic's id), and why, in words."""
    day_wanted = Signal(object)
    """A date that the person wants to open on Today."""

    def shown(self) -> None:
        """Get ready: the page comes to the front."""

    def focus_first(self) -> None:
        """Put the focus where the person most likely wants it."""
        self.setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) day or period."""

    def toggle_table(self) -> None:
        """Show a chart as a table, or the table as a chart."""

    def finish(self) -> None:
        """Hand over what is still being typed, before the page or the window goes."""


def scrolling(theme: Theme) -> tuple[ScrollPage, QVBoxLayout]:
    """Make the scrolling part of a page, and the column that its contents go into."""
    area = ScrollPage(theme)
    margin = theme.size("size", "content_margin")
    right = margin - ScrollPage.GUTTER
    body = Breadth(theme, margin + right)
    column = QVBoxLayout(body)
    column.setContentsMargins(margin, RING_ROOM, right, theme.size("space", "m"))
    column.setSpacing(theme.size("space", "m"))
    area.show_page(body)
    return area, column


def header(theme: Theme) -> tuple[QWidget, QHBoxLayout]:
    """Make the top of a page, which stays while the rest scrolls, and the row that fills it."""
    margin = theme.size("size", "content_margin")
    top = Breadth(theme, 2 * margin)
    row = QHBoxLayout(top)
    row.setContentsMargins(margin, 24, margin, theme.size("space", "m") - RING_ROOM)
    row.setSpacing(9)
    return top, row


class Breadth(QWidget):
    """As broad as there is room, up to lines that are still easy to read at the text's size."""

    def __init__(self, theme: Theme, margins: int) -> None:
        super().__init__()
        self._theme, self._margins = theme, margins
        theme.changed.connect(self._limit)
        self._limit()

    def _limit(self) -> None:
        most = self._theme.size("size", "content_max")
        self.setMaximumWidth(max(most, self._theme.px(most)) + self._margins)
