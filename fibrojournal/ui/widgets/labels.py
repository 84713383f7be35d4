"""Text on a page, in a font and colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme


class Label(QLabel):
    """Plain text; `role` is a font role of the theme, `color` a colour of it."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        role: str = "body",
        color: str = "ink",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._role, self._color = theme, role, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wraps:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._restyle()
        self.setText(text)
        theme.changed.connect(self._restyle)

    def set_color(self, color: str) -> None:
        """Take another colour of the theme."""
        if color != self._color:
            self._color = color
            self._restyle()

    def line_width(self) -> int:
        """Return how wide the text is on one line."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.qcolor(self._color))
        self.setPalette(palette)


class Phrase(Label):
    """A few words on one line, broken only where there is no room for it."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: str = "body", color: str = "ink"
    ) -> None:
        super().__init__(theme, text, role=role, color=color, wraps=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        width = self.line_width() + 2
        return QSize(width, self.heightForWidth(width))


class IconLabel(QWidget):
    """A small icon that stands before words which say the same; readers pass over it."""

    def __init__(self, theme: Theme, icon: str, color: str, *, side: int = 16) -> None:
        super().__init__()
        self._theme, self._icon, self._color, self._side = theme, icon, color, side
        theme.changed.connect(self._restyle)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        spot = QRectF(self.rect())
        icons.draw(QPainter(self), self._icon, self._theme.qcolor(self._color), spot)

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(self._side), self._theme.px(self._side))
        self.update()


def page_title(theme: Theme, text: str = "") -> Label:
    """Make the title of a page, in the serif."""
    return Label(theme, text, role="display", wraps=True)


def card_title(theme: Theme, text: str = "") -> Label:
    """Make the heading of a card."""
    return Label(theme, text, role="heading", wraps=True)
