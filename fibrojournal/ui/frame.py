"""Navigation, page and reading sidebar side by side, as far as the window's width allows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from fibrojournal.ui.choices import Choices
from fibrojournal.ui.navigation import Navigation
from fibrojournal.ui.page import Page
from fibrojournal.ui.sidebar_place import BESIDE_FROM, SidebarPlace
from fibrojournal.ui.theme import LARGE_TEXT, Theme

WIDE_NAVIGATION_FROM = 1000
"""Window width in px from which the navigation has its icons beside their names.

Like `BESIDE_FROM` at text that is not large; it grows with larger text.
"""


class Frame(QWidget):
    """Holds the three parts. Over a page that leaves it no room, the sidebar comes and goes."""

    leaving_sidebar = Signal()
    """The sidebar goes, and the focus is in it."""

    def __init__(
        self,
        theme: Theme,
        choices: Choices,
        navigation: Navigation,
        content: QWidget,
        front: Callable[[], Page],
    ) -> None:
        super().__init__()
        self._theme, self._choices, self._front = theme, choices, front
        self._navigation = navigation
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(navigation)
        self._row.addWidget(content, 1)
        self.sidebar = SidebarPlace(theme, choices.now.sidebar_width, self)
        self.sidebar.setVisible(choices.now.shows_sidebar)
        self.sidebar.closed.connect(self.toggle_sidebar)
        self._row.addWidget(self.sidebar)
        theme.changed.connect(self.arrange)

    @property
    def is_sidebar_over(self) -> bool:
        """Tell whether the sidebar lies over the page now."""
        return self.sidebar.isVisible() and not self._is_beside

    def toggle_sidebar(self) -> None:
        """Open or close the sidebar; beside a page that is a choice that is kept."""
        is_open = not self.sidebar.isVisible()
        if self._is_beside:
            self._choices.take(self._choices.now.with_sidebar(shown=is_open))
        else:
            self._show_sidebar(shown=is_open)
        self.arrange()

    def follow(self) -> None:
        """Show the sidebar or not, as was chosen."""
        if self._is_beside:
            self._show_sidebar(shown=self._choices.now.shows_sidebar)
        self.arrange()

    def arrange(self) -> None:
        """Give the parts the room that there is."""
        self._navigation.set_narrow(narrow=not self._has_room(WIDE_NAVIGATION_FROM))
        side, stands = self.sidebar, self._row.indexOf(self.sidebar) >= 0
        if self._is_beside and not stands:
            side.stand_beside()
            self._row.addWidget(side)
            side.setVisible(self._choices.now.shows_sidebar)
        elif not self._is_beside and stands:
            self._row.removeWidget(side)
            side.hide()
        if not self._is_beside:
            side.lie_over(self.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at what fits."""
        super().resizeEvent(event)
        self.arrange()

    def _show_sidebar(self, *, shown: bool) -> None:
        if not shown and self.sidebar.isAncestorOf(QApplication.focusWidget() or self):
            self.leaving_sidebar.emit()
        self.sidebar.setVisible(shown)

    @property
    def _is_beside(self) -> bool:
        return self._front().leaves_room and self._has_room(BESIDE_FROM)

    def _has_room(self, least: int) -> bool:
        return self.width() >= least * max(1.0, self._theme.scale / LARGE_TEXT)
