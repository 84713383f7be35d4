"""Cards, and the row that opens one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import Button
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.words import BROKEN, words_size

_SIDE, _TOP, _BOTTOM = 20, 17, 12
_OPEN_TOP = 8
_ABOVE = 10
_CHEVRON = 20
_GAP = 11
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Card(QFrame):
    """A framed surface whose contents stand one below the other in `box`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        self.box.setSpacing(_GAP)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface and its frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, QRectF(self.rect()), self._theme)


def draw_card(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Draw the surface of a card and its frame."""
    fill, border = theme.qcolor("surface"), theme.qcolor("border")
    draw_box(painter, place, theme.size("radius", "card"), fill, border)


class FoldRow(Button):
    """The heading that opens and closes what stands below it, with a few words of what is inside.

    Checked is open.
    """

    role = "label"

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent=parent)
        self._summary = ""
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._tell)
        self._tell()

    def set_summary(self, shown: str, described: str = "") -> None:
        """Say in a few words what is inside; readers get `described` if it is given."""
        self._summary = shown
        self.setAccessibleDescription(described or shown)
        self.updateGeometry()
        self.update()

    def ring_radius(self) -> float:
        """Follow the card's corners."""
        return self._theme.size("radius", "card")

    def sizeHint(self) -> QSize:
        """Return a row that holds the title; the page gives it more width."""
        theme = self._theme
        width = words_size(self.font(), self.text()).width()
        width += 2 * _SIDE + theme.px(_GAP) + self._hand_width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def heightForWidth(self, width: int) -> int:
        """Return 44 px, and room for the summary where it stands below the title."""
        theme = self._theme
        line = self._line_height(width)
        if self._fits_one_line(width):
            return line
        summary = self._summary_size(width - 2 * _SIDE)
        return line + summary.height() + theme.px(6)

    def draw_frame(self, painter: QPainter) -> None:
        """Show the pointer; the card around draws the frame."""
        if self.underMouse() and not self.isChecked():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            radius = self._theme.size("radius", "card") - 1
            draw_box(painter, inner, radius, self._theme.qcolor("inset"))

    def draw_content(self, painter: QPainter) -> None:
        """Draw the title, the summary, and the hand with which to open or close."""
        theme, mirrored = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        one_line = self._fits_one_line(self.width())
        line = self.height() if one_line else self._line_height(self.width())
        inner = QRectF(_SIDE, 0, self.width() - 2 * _SIDE, line)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink"))
        hand = self._hand_width() + theme.px(_GAP)
        name = inner.adjusted(hand, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -hand, 0)
        painter.drawText(name, _MIDDLE.value | BROKEN, self.text())
        title = QFontMetrics(self.font()).horizontalAdvance(self.text()) + theme.px(_GAP)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.qcolor("ink_3"))
        if one_line:
            beside = inner.adjusted(0, 0, -title, 0) if mirrored else inner.adjusted(title, 0, 0, 0)
            painter.drawText(beside, _MIDDLE, self._summary)
        else:
            below = QRectF(_SIDE, line - theme.px(4), inner.width(), self.height() - line)
            painter.drawText(below, Qt.TextFlag.TextWordWrap, self._summary)
        self._draw_hand(painter, inner, mirrored=mirrored)

    def _draw_hand(self, painter: QPainter, inner: QRectF, *, mirrored: bool) -> None:
        theme, side = self._theme, self._theme.px(_CHEVRON)
        accent = theme.qcolor("accent")
        hand = QRectF(inner)
        hand.setWidth(self._hand_width())
        if not mirrored:
            hand.moveRight(inner.right())
        spot = QRectF(0, (inner.height() - side) / 2, side, side)
        spot.moveRight(hand.right()) if mirrored else spot.moveLeft(hand.left())
        icons.draw(painter, "chevron-up" if self.isChecked() else "chevron-down", accent, spot)
        if self.isChecked():
            painter.setFont(theme.font("small_strong"))
            painter.setPen(accent)
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(hand, end, _("Close"))

    def _hand_width(self) -> int:
        theme = self._theme
        if not self.isChecked():
            return theme.px(_CHEVRON)
        words = QFontMetrics(theme.font("small_strong")).horizontalAdvance(_("Close"))
        return theme.px(_CHEVRON + 8) + words

    def _line_height(self, width: int) -> int:
        """Return the height of the title, which is broken where it is very long."""
        theme, room = self._theme, width - 2 * _SIDE - self._hand_width()
        title = words_size(self.font(), self.text(), room - theme.px(_GAP))
        return max(44, theme.px(44), title.height() + 2 * theme.px(_ABOVE))

    def _fits_one_line(self, width: int) -> bool:
        title = QFontMetrics(self.font()).horizontalAdvance(self.text())
        summary = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._summary)
        gaps = 2 * self._theme.px(_GAP)
        return title + summary + gaps + self._hand_width() <= width - 2 * _SIDE

    def _summary_size(self, width: int) -> QSize:
        metrics = QFontMetrics(self._theme.font("small"))
        room, wrap = QRect(0, 0, max(width, 1), 10_000), Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(room, wrap, self._summary).size()

    def _tell(self) -> None:
        text = _("{title}, open") if self.isChecked() else _("{title}, closed")
        self.setAccessibleName(text.format(title=self.text()))
        self.updateGeometry()
        self.update()


class FoldCard(Card):
    """A card that opens: closed, only its row shows. Contents go into `body`.

    Focus goes into the card when it opens, and back to the row when it closes.
    """

    opened = Signal(bool)
    """The person, or `set_open`, opened (True) or closed the card; fill `body` on the first."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.row = FoldRow(theme, title)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(_SIDE, 4, _SIDE, _BOTTOM)
        self.body.setSpacing(_GAP)
        self._inside.hide()
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(self.row)
        self.box.addWidget(self._inside)
        self.row.toggled.connect(self._fold)

    @property
    def is_open(self) -> bool:
        """Tell whether the contents show."""
        return self.row.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the card."""
        self.row.setChecked(is_open)

    def _fold(self, is_open: bool) -> None:  # noqa: FBT001  Qt's signal decides
        self.opened.emit(is_open)
        holds_focus = self._inside.isAncestorOf(QApplication.focusWidget() or self)
        self._inside.setVisible(is_open)
        self.box.setContentsMargins(0, _OPEN_TOP if is_open else 0, 0, 0)
        stops = tab_after(self.row, self._inside)
        if is_open and self.row.hasFocus() and stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif holds_focus:
            self.row.setFocus(Qt.FocusReason.BacktabFocusReason)
