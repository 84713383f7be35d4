"""The parts of the window that F6 goes round: navigation, page or its parts, reading sidebar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fibrojournal.ui.navigation import Navigation
from fibrojournal.ui.page import Page
from fibrojournal.ui.sidebar_place import SidebarPlace
from fibrojournal.ui.widgets.focus import first_stop


class Panes:
    """Moves the focus from part to part, and back to what was left on the page."""

    def __init__(
        self,
        navigation: Navigation,
        pages: QWidget,
        sidebar: SidebarPlace,
        front: Callable[[], Page],
    ) -> None:
        self._navigation, self._pages, self._sidebar = navigation, pages, sidebar
        self._front = front
        self._left: QWidget | None = None

    def go(self, by: int) -> None:
        """Focus the next (1) or previous (-1) part that can be seen."""
        parts = [part for part in self._front().parts() if part.isVisible()]
        panes: list[QWidget] = [self._navigation, *(parts or [self._pages])]
        if self._sidebar.isVisible():
            panes.append(self._sidebar)
        focus = QApplication.focusWidget()
        if focus is not None and self._pages.isAncestorOf(focus):
            self._left = focus
        pane = panes[(self._here(panes, focus, by) + by) % len(panes)]
        if pane is self._navigation:
            self._navigation.focus_current()
        elif pane is self._sidebar:
            self._sidebar.focus_text()
        elif pane in parts and (stop := first_stop(pane)) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.go_back_to_page()

    def _here(self, panes: list[QWidget], focus: QWidget | None, by: int) -> int:
        """Return the place of the part that has the focus.

        What stands on the page around its parts comes before the first of them, or after the last.
        """
        for place, pane in enumerate(panes):
            if focus is not None and pane.isAncestorOf(focus):
                return place
        is_one = self._pages in panes
        return 1 if is_one else 0 if by > 0 else len(panes) - self._sidebar.isVisible()

    def go_back_to_page(self) -> None:
        """Focus what was left on the page, if it is still there."""
        left = self._left
        if left is not None and isValid(left) and self._front().isAncestorOf(left):
            left.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._front().focus_first()
