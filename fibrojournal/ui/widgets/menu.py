"""Menus whose entries are as high as everything else that one aims at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme

_ROW = 44
_SIDE = 16
_CHECK = 18
_LOOK = """
QMenu {{ background: {surface}; border: 1px solid {border_strong}; padding: {edge}px;
         menu-scrollable: 1; }}
QMenu::item {{ color: {ink}; padding: {above}px {right}px {above}px {side}px;
               border-radius: {radius}px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {ink_3}; }}
QMenu::right-arrow {{ image: none; width: {check}px; }}
QMenu::indicator {{ width: {check}px; height: {check}px; margin-left: {side}px; image: none; }}
"""


class Menu(QMenu):
    """A menu in the colours and the text size of the theme; longer than the screen, it scrolls.

    A style sheet gives it its looks: made when it is opened, it costs the first paint nothing.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self._dressed_for: tuple[str, float] | None = None
        self.setAccessibleName(title)
        self.aboutToShow.connect(self.dress)

    def add_part(self, title: str) -> Menu:
        """Add a menu that opens from an entry of this one."""
        part = Menu(self._theme, title, self)
        self.addMenu(part)
        return part

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries, the marks of those that are chosen, and of those that open a menu."""
        super().paintEvent(event)
        painter = QPainter(self)
        for action in self.actions():
            if action.isChecked():
                self._mark(painter, action, "check", at_end=False)
            if action.menu() is not None:
                self._mark(painter, action, "chevron-right", at_end=True)

    def _mark(self, painter: QPainter, action: QAction, icon: str, *, at_end: bool) -> None:
        """Draw an icon before the words of an entry, or at its end."""
        theme, side = self._theme, self._theme.px(_CHECK)
        place, inset = QRectF(self.actionGeometry(action)), theme.px(_SIDE)
        spot = QRectF(0, place.center().y() - side / 2, side, side)
        if at_end == (self.layoutDirection() == Qt.LayoutDirection.RightToLeft):
            spot.moveLeft(place.left() + inset)
        else:
            spot.moveRight(place.right() - inset)
        ink = "on_accent" if action is self.activeAction() else "ink"
        icons.draw(painter, icon, theme.qcolor(ink), spot)

    def dress(self) -> None:
        """Take on the theme in force, before the size is asked for."""
        theme = self._theme
        if self._dressed_for == (theme.name, theme.scale):
            return
        self._dressed_for = (theme.name, theme.scale)
        font = theme.font("body")
        self.setFont(font)
        rest = max(_ROW, theme.px(_ROW)) - QFontMetrics(font).height()
        colors = {
            name: theme.tokens.color(name)
            for name in ("surface", "border_strong", "ink", "ink_3", "accent", "on_accent")
        }
        self.setStyleSheet(
            _LOOK.format(
                **colors,
                above=-(-rest // 2),
                side=theme.px(_SIDE),
                check=theme.px(_CHECK),
                right=theme.px(2 * _SIDE),
                edge=theme.size("space", "xs"),
                radius=theme.size("radius", "cell"),
            )
        )
