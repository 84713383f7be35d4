"""Fields for a line of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box

_HEIGHT = 44
_PADDING = 12


class TextField(RingFocus, QLineEdit):
    """One line of text; `name` is what its visible label says."""

    ring_on_click = True

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return a field of 44 px."""
        return QSize(super().sizeHint().width(), max(_HEIGHT, self._theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return a field of 44 px."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then what Qt draws: text, selection, cursor."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.size("radius", "control")
        surface, border = theme.qcolor("surface"), theme.qcolor("border_strong")
        draw_box(painter, QRectF(self.rect()), radius, surface, border)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body"))
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        padding = theme.px(_PADDING)
        self.setTextMargins(padding, 0, padding, 0)
        self.updateGeometry()
