"""The parts of the window that F6 goes round: navigation, page, reading sidebar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fibrojournal.ui.navigation import Navigation
from fibrojournal.ui.page import Page
from fibrojournal.ui.sidebar_place import SidebarPlace


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
        panes: list[QWidget] = [self._navigation, self._pages]
        if self._sidebar.isVisible():
            panes.append(self._sidebar)
        focus = QApplication.focusWidget()
        here = next((i for i, p in enumerate(panes) if focus and p.isAncestorOf(focus)), 1)
        pane = panes[(here + by) % len(panes)]
        if focus is not None and panes[here] is self._pages:
            self._left = focus
        if pane is self._navigation:
            self._navigation.focus_current()
        elif pane is self._sidebar:
            self._sidebar.focus_text()
        else:
            self.go_back_to_page()

    def go_back_to_page(self) -> None:
        """Focus what was left on the page, if it is still there."""
        left = self._left
        if left is not None and isValid(left) and self._front().isAncestorOf(left):
            left.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._front().focus_first()
