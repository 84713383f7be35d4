"""A switch: on or off, said in a word as well."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.tools import HearsTools

_SIZE = QSize(92, 44)
_LEFT = 8
_TRACK = QSize(48, 28)
_GAP = 8
_RIM = 5


class Switch(RingFocus, HearsTools, QCheckBox):
    """On when checked; `name` is what the label beside it says."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hear_tools()
        self.toggled.connect(self._tell)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._tell()

    def sizeHint(self) -> QSize:
        """Return the room for the switch and the longer of its words."""
        theme, metrics = self._theme, QFontMetrics(self.font())
        words = max(map(metrics.horizontalAdvance, (_("on"), _("off"))))
        width = 2 * _LEFT + theme.px(_TRACK.width() + _GAP) + words
        return QSize(max(_SIZE.width(), width), max(_SIZE.height(), theme.px(_SIZE.height())))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the knob at the side of its state, and the word."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on = self.isChecked()
        size = QSize(theme.px(_TRACK.width()), theme.px(_TRACK.height()))
        track = QRectF(_LEFT, (self.height() - size.height()) / 2, size.width(), size.height())
        words = QRectF(self.rect())
        words.setLeft(track.right() + theme.px(_GAP))
        if mirrored:
            track.moveRight(self.width() - _LEFT)
            words.setRect(0, 0, track.left() - theme.px(_GAP), self.height())
        rest = "inset" if self.underMouse() else "surface"
        fill = theme.qcolor("accent" if on else rest)
        frame = theme.qcolor("accent" if on else "border_strong")
        draw_box(painter, track, track.height() / 2, fill, frame, width=2)
        knob = track.adjusted(_RIM, _RIM, -_RIM, -_RIM)
        knob.setWidth(knob.height())
        if on != mirrored:
            knob.moveRight(track.right() - _RIM)
        color = theme.qcolor("on_accent" if on else "border_strong")
        draw_box(painter, knob, knob.height() / 2, color)
        painter.setFont(self.font())
        painter.setPen(theme.qcolor("ink_2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("on") if on else _("off"))

    def _tell(self) -> None:
        self.setAccessibleDescription(_("on") if self.isChecked() else _("off"))

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small"))
        self.updateGeometry()
        self.update()
