"""An entry of the navigation: icon and words, always both."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.push import Push
from fibrojournal.ui.widgets.tools import HearsTools
from fibrojournal.ui.widgets.words import BROKEN, words_size

_HEIGHT = 44
_WIDTH = 168
_NARROW = (76, 51)
_BAR = (4, 24)
_ICON_LEFT = 17
_TEXT_LEFT = 48
_ICON, _ICON_TOP = 18, 8
_MOST_NARROW = 80
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | BROKEN
_AFTER = Qt.AlignmentFlag.AlignVCenter.value | BROKEN
_BESIDE = 6


class NavItem(HearsTools, Push):
    """Leads to a page; checked while its page is shown. Narrow, the icon stands over the words."""

    def __init__(self, theme: Theme, label: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # as in `Button`: words at once would bring QIcon in
        self.setText(label)
        self._theme, self._icon, self._narrow = theme, icon, False
        self.setCheckable(True)
        self.hear_tools()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the icon over the words, or beside them."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def nextCheckState(self) -> None:
        """Stay checked: only another entry takes it away."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """Return the size beside the page; words widen it where they must."""
        theme = self._theme
        if self._narrow:
            words = words_size(self.font(), self.text(), theme.px(_MOST_NARROW))
            width, height = _NARROW
            wide = max(width, words.width() + 2 * theme.px(_BESIDE))
            return QSize(wide, max(height, theme.px(height), self._icon_end() + words.height()))
        words = words_size(self.font(), self.text())
        width = theme.px(_TEXT_LEFT) + words.width() + theme.px(12)
        return QSize(max(_WIDTH, width), max(_HEIGHT, theme.px(_HEIGHT), words.height()))

    def _icon_end(self) -> int:
        return self._theme.px(_ICON_TOP) + self._theme.px(_ICON)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and words; the page that is shown lies on a card with a bar at its edge."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(self.rect())
        if self.isChecked():
            draw_box(painter, place, theme.size("radius", "control"), theme.qcolor("surface"))
            width, height = _BAR[0], theme.px(_BAR[1])
            bar = QRectF(0, (self.height() - height) / 2, width, height)
            if mirrored:
                bar.moveRight(self.width())
            draw_box(painter, bar, width / 2, theme.qcolor("accent"))
        elif self.underMouse():
            draw_box(painter, place, theme.size("radius", "control"), theme.qcolor("inset"))
        icon_color = theme.qcolor("accent" if self.isChecked() else "ink_2")
        painter.setFont(self._words_font())
        painter.setPen(theme.qcolor("ink" if self.isChecked() else "ink_2"))
        side = theme.px(_ICON)
        if self._narrow:
            spot = QRectF((self.width() - side) / 2, theme.px(_ICON_TOP), side, side)
            words = QRectF(0, spot.bottom(), self.width(), self.height() - spot.bottom())
            painter.drawText(words, _MIDDLE, self.text())
        else:
            spot = QRectF(theme.px(_ICON_LEFT), (self.height() - side) / 2, side, side)
            words = place.adjusted(theme.px(_TEXT_LEFT), 0, 0, 0)
            if mirrored:
                spot.moveRight(self.width() - theme.px(_ICON_LEFT))
                words.moveLeft(0)
            painter.drawText(words, _AFTER, self.text())
        icons.draw(painter, self._icon, icon_color, spot)

    def _words_font(self) -> QFont:
        size = "caption" if self._narrow else "body"
        strong = "caption_strong" if self._narrow else "label"
        return self._theme.font(strong if self.isChecked() else size)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("caption_strong" if self._narrow else "label"))
        self.updateGeometry()
        self.update()
