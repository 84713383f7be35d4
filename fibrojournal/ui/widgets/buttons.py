"""Buttons: framed with words, framed with an icon, plain like a link, and the one that leads on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.push import Push
from fibrojournal.ui.widgets.words import BROKEN, MOST, words_size

_HEIGHT = 44
_ABOVE = 9
_WORDS = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value | BROKEN


class Button(Push):
    """The common part: an optional icon before the words, at least 44 px high and wide.

    The names of colours are those of the theme; an empty name draws nothing.
    """

    role = "small_strong"
    ink = "ink"
    fill = "surface"
    fill_hovered = "inset"
    border = "border_strong"
    underlined = False
    padding = 16
    icon_side = 18
    icon_gap = 10

    def __init__(
        self, theme: Theme, text: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)  # with words at once, PySide would look whether they are an icon
        self.setText(text)
        self._theme, self._icon = theme, icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words with the padding, at least 44 px each way."""
        theme = self._theme
        width = 2 * theme.px(self.padding) + self._content_width()
        words = words_size(self.font(), self._words(), self.widest())
        height = words.height() + 2 * theme.px(_ABOVE)
        return QSize(max(_HEIGHT, width), max(_HEIGHT, theme.px(_HEIGHT), height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_frame(painter)
        self.draw_content(painter)

    def draw_frame(self, painter: QPainter) -> None:
        """Draw the box."""
        theme = self._theme
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        fill = self.fill_hovered if lit else self.fill
        draw_box(
            painter,
            QRectF(self.rect()),
            theme.size("radius", "control"),
            theme.qcolor(fill) if fill else None,
            theme.qcolor(self.border if self.isEnabled() else "border") if self.border else None,
        )

    def draw_content(self, painter: QPainter) -> None:
        """Draw icon and words, in the middle."""
        theme = self._theme
        ink = theme.qcolor(self.ink if self.isEnabled() else "ink_3")
        left = (self.width() - self._content_width()) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            side = theme.px(self.icon_side)
            spot = QRectF(left, (self.height() - side) / 2, side, side)
            if mirrored:
                spot.moveRight(self.width() - left)
            icons.draw(painter, self._icon, ink, spot)
        if self.text():
            painter.setFont(self.font())
            painter.setPen(ink)
            words = self.width_of(self._words())
            place = QRectF(
                left if mirrored else self.width() - left - words, 0, words + 1, self.height()
            )
            painter.drawText(place, _WORDS, self.text())

    def _content_width(self) -> int:
        theme, text = self._theme, self._words()
        width = theme.px(self.icon_side) if self._icon else 0
        if text:
            width += self.width_of(self._words())
        if self._icon and text:
            width += theme.px(self.icon_gap)
        return width

    def width_of(self, words: str) -> int:
        """Return how wide words are on the button, in whole px."""
        return words_size(self.font(), words, self.widest()).width()

    def widest(self) -> int:
        """Return the width in px beyond which words are broken."""
        return MOST

    def _words(self) -> str:
        """Return the text without the marks of access keys."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _restyle(self) -> None:
        font = self._theme.font(self.role)
        if self.underlined:
            font = QFont(font)
            font.setUnderline(True)
        self.setFont(font)
        self.updateGeometry()
        self.update()


class TextButton(Button):
    """A framed button with words, and an icon before them if it helps."""


class PrimaryButton(Button):
    """The button that leads on; at most one on a card."""

    ink = "on_accent"
    fill = "accent"
    fill_hovered = "accent_hover"
    border = ""

    def draw_frame(self, painter: QPainter) -> None:
        """Draw the box; a disabled one is framed instead of filled."""
        if self.isEnabled():
            super().draw_frame(painter)
            return
        theme, radius = self._theme, self._theme.size("radius", "control")
        draw_box(
            painter, QRectF(self.rect()), radius, theme.qcolor("inset"), theme.qcolor("border")
        )


class LinkButton(Button):
    """A button that looks like a link: accent, no frame."""

    ink = "accent"
    fill = ""
    fill_hovered = "accent_soft"
    border = ""
    padding = 12
    icon_gap = 9


class FlushLink(LinkButton):
    """A link below text, in line with it: the eye sees no frame that it would stand in."""

    padding = 2


class IconButton(Button):
    """A square button with an icon alone; its words are its name and its tool tip."""

    padding = 0
    icon_side = 20

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", icon, parent)
        if plain:
            self.fill = self.border = ""
        self.set_name(name)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = max(_HEIGHT, self._theme.px(_HEIGHT))
        return QSize(side, side)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)
