"""What every page of the navigation has in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.ui.backing_up import BackingUp
from fibrojournal.ui.choices import Choices
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.insights import Insights
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.scroll import ScrollPage

RING_ROOM = 6
"""Room in px above what scrolls, so that a focus ring there is not cut off."""
_ABOVE = 24


class Surroundings(NamedTuple):
    """What pages are made with."""

    theme: Theme
    diary: Diary
    choices: Choices
    journal: Path
    """The journal's file."""
    now: Callable[[], datetime]
    backups: BackingUp
    insights: Insights


class Page(QWidget):
    """A page. Signals go up to the window; the window calls the methods below."""

    leaves_room = True
    """Whether the reading sidebar may stand beside it; else it lies over the page when wanted."""

    subject_changed = Signal(object, str)
    """What the person looks at now (a measure, a trigger or a topic's id), and why, in words."""
    day_wanted = Signal(object)
    """A date that the person wants to open on Today."""
    page_wanted = Signal(str)
    """The id of a page that the person wants to go to; after a colon that of a part of it."""
    told = Signal(str)
    """A sentence for the notice above the page."""
    did = Signal(str)
    """What was done in one step, as a sentence; the window offers to take it back."""

    def look_at(self, day: date) -> None:
        """Take the day that Today shows; comes before `shown`."""

    def is_about(self, day: date) -> bool:
        """Tell whether the page shows what changes on a day."""
        return False

    def open_at(self, part: str) -> None:
        """Turn to a part of the page, by its id; comes before `shown`."""

    def came_from(self, page_id: str) -> None:
        """Learn which page was in front until now; comes before `shown`."""

    def shown(self) -> None:
        """Get ready: the page comes to the front."""

    def focus_first(self) -> None:
        """Put the focus where the person most likely wants it."""
        self.setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) day or period."""

    def go_on(self) -> None:
        """Go to the next step of what is done in steps."""

    def toggle_table(self) -> None:
        """Show a chart as a table, or the table as a chart."""

    def parts(self) -> list[QWidget]:
        """Return the parts that F6 stops at one by one, where the page is not one of its own."""
        return []

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


def all_scrolling(page: QWidget, theme: Theme) -> tuple[ScrollPage, QVBoxLayout]:
    """Make a page that scrolls as a whole, and the column that its contents go into."""
    area, column = scrolling(theme)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    return area, column


def titled(theme: Theme, title: str, line: Label) -> QVBoxLayout:
    """Stand the title of a page above a line of words."""
    titles = QVBoxLayout()
    titles.setSpacing(2)
    titles.addWidget(page_title(theme, title))
    titles.addWidget(line)
    return titles


def lead_back(theme: Theme, column: QVBoxLayout, link: QWidget) -> None:
    """Stand the way back first in the column of a page that was reached from another one."""
    margins = column.contentsMargins()
    margins.setTop(theme.size("space", "m"))
    column.setContentsMargins(margins)
    column.insertWidget(0, link, 0, Qt.AlignmentFlag.AlignLeading)


class Breadth(QWidget):
    """As broad as there is room, up to lines that are still easy to read at the text's size."""

    def __init__(self, theme: Theme, margins: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._margins = theme, margins
        theme.changed.connect(self._limit)
        self._limit()

    def _limit(self) -> None:
        most = self._theme.size("size", "content_max")
        self.setMaximumWidth(max(most, self._theme.px(most)) + self._margins)


class Top(Breadth):
    """The top of a page: it stays while the rest scrolls. Its contents go into `row`.

    With large text it scrolls along: it would leave too little room below it. It is made before
    the rest of the page, so that Tab comes to it first.
    """

    def __init__(self, theme: Theme, page: Page) -> None:
        super().__init__(theme, 2 * theme.size("size", "content_margin"), page)
        self.row = QHBoxLayout(self)
        self._above: QVBoxLayout | None = None
        self._inside: QVBoxLayout | None = None
        theme.changed.connect(self._arrange)

    def stand(self, above: QVBoxLayout, inside: QVBoxLayout) -> None:
        """Stand first in `above`, the column of the page, or in `inside`, that of what scrolls."""
        self._above, self._inside = above, inside
        self._arrange()

    def _arrange(self) -> None:
        theme, scrolls = self._theme, self._theme.is_large_text
        column = self._inside if scrolls else self._above
        if column is None:
            return
        margin = 0 if scrolls else theme.size("size", "content_margin")
        below = 0 if scrolls else theme.size("space", "m") - RING_ROOM
        self.row.setContentsMargins(margin, _ABOVE - RING_ROOM * scrolls, margin, below)
        if column.indexOf(self) < 0:
            focused = QApplication.focusWidget()
            held = focused if focused and self.isAncestorOf(focused) else None
            column.insertWidget(0, self)
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)
