"""A choice of one from a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.words import BROKEN, MOST, words_size

_ROW = 44
_ABOVE = 9
_BESIDE = Qt.AlignmentFlag.AlignVCenter.value | BROKEN
_SIDE = 14
_ICON, _CHEVRON, _GAP = 18, 18, 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class Choice(RingFocus, QComboBox):
    """Shows what is chosen, after its icon if it has one; the wheel chooses nothing by accident."""

    is_snug = False
    """Whether it is as wide as what is chosen, rather than as the longest entry."""
    most = MOST
    """How wide its words may be before they break, in px; in the open list they never do."""

    def __init__(
        self, theme: Theme, name: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else turning the wheel takes the focus
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setItemDelegate(_Entry(theme, self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the longest entry, or for what is chosen; as high as the latter."""
        theme = self._theme
        texts = [self.itemText(place) for place in range(self.count())]
        if self.is_snug:
            texts = [self.currentText()]
        sizes = [words_size(self.font(), text, self.most) for text in texts]
        words = max((size.width() for size in sizes), default=0)
        icon = _ICON + _GAP if self._icon else 0
        width = theme.px(2 * _SIDE + icon + _CHEVRON + _GAP) + words + 2
        chosen = words_size(self.font(), self.currentText(), self.most)
        height = chosen.height() + 2 * theme.px(_ABOVE)
        return QSize(width, max(_ROW, theme.px(_ROW), height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def showPopup(self) -> None:
        """Open the list, as wide as its entries."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the icon, the words and the hand that opens the list."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.qcolor("inset" if self.underMouse() else "surface")
        radius, frame = (
            theme.size("radius", "control"),
            theme.qcolor("border_strong" if self.isEnabled() else "border"),
        )
        draw_box(painter, QRectF(self.rect()), radius, fill, frame)
        side, icon, chevron = theme.px(_SIDE), theme.px(_ICON), theme.px(_CHEVRON)
        first = QRectF(side, (self.height() - icon) / 2, icon, icon)
        last = QRectF(0, (self.height() - chevron) / 2, chevron, chevron)
        last.moveRight(self.width() - side)
        words = QRectF(self.rect())
        words.setLeft(first.right() + theme.px(_GAP) if self._icon else side)
        words.setRight(last.left() - theme.px(_GAP))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for part in (first, last, words):
                part.moveLeft(self.width() - part.right())
        if self._icon:
            accent = theme.qcolor("accent" if self.isEnabled() else "ink_3")
            icons.draw(painter, self._icon, accent, first)
        icons.draw(painter, "chevron-down", theme.qcolor("ink_2"), last)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink" if self.isEnabled() else "ink_3"))
        painter.drawText(words, _BESIDE, self.currentText())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small_strong"))
        self.setPalette(self._theme.palette())
        self.updateGeometry()
        self.update()


class _Entry(QStyledItemDelegate):
    """An entry of the open list, high enough for a finger."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__(choice)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * self._theme.px(_SIDE), max(_ROW, self._theme.px(_ROW)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, side = self._theme, self._theme.px(_SIDE)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, theme.qcolor("accent" if is_current else "surface"))
        painter.setFont(theme.font("small_strong" if is_current else "small"))
        painter.setPen(theme.qcolor("on_accent" if is_current else "ink"))
        words = option.rect.adjusted(side, 0, -side, 0)
        painter.drawText(words, int(_MIDDLE), str(index.data()))
        painter.restore()
