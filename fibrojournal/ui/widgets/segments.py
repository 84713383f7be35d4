"""Segments: one choice of a few, side by side in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSizePolicy, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus

_HEIGHT = 46
_PADDING = 15
_NARROWEST = 76
_INSET = 4


class Segment(RingFocus, QRadioButton):
    """One of the choices."""

    def __init__(self, theme: Theme, id: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._theme, self.id = theme, id
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for the words in their bolder form."""
        theme = self._theme
        words = QFontMetrics(theme.font("small_strong")).horizontalAdvance(self.text())
        width = max(words + 2 * theme.px(_PADDING), _NARROWEST)
        return QSize(width, max(_HEIGHT, theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on the segment."""
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words; the chosen one is framed and bolder."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        ink = "ink" if self.underMouse() else "ink_2"
        if self.isChecked():
            ink = "accent"
            inner = place.adjusted(_INSET, _INSET, -_INSET, -_INSET)
            surface, radius = theme.qcolor("surface"), theme.size("radius", "cell")
            draw_box(painter, inner, radius, surface, theme.qcolor(ink), width=2)
        painter.setFont(theme.font("small_strong" if self.isChecked() else "small"))
        painter.setPen(theme.qcolor(ink if self.isEnabled() else "ink_3"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small_strong"))
        self.updateGeometry()
        self.update()


class Segments(QWidget):
    """A choice of one. Tab comes to the chosen one; arrows choose another."""

    chosen = Signal(str)
    """The id that the person chose."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        layout = FlowLayout(self, gap=0, line_gap=0)
        self._segments = [Segment(theme, id, label, self) for id, label in choices]
        self._roving = RovingFocus(self)
        self._roving.set_buttons(self._segments)
        self._roving.moved.connect(self._take)
        for segment in self._segments:
            segment.clicked.connect(partial(self._say, segment))
            layout.addWidget(segment)
        theme.changed.connect(self.update)

    @property
    def segments(self) -> Sequence[Segment]:
        """The choices, in order."""
        return tuple(self._segments)

    @property
    def choice(self) -> str:
        """The id chosen now, or nothing."""
        return next((one.id for one in self._segments if one.isChecked()), "")

    def show_choice(self, id: str) -> None:
        """Show a choice without telling anyone. Raises KeyError for one that is not there."""
        segment = next((one for one in self._segments if one.id == id), None)
        if segment is None:
            raise KeyError(id)
        segment.setChecked(True)
        self._roving.stop_at(segment)

    def sizeHint(self) -> QSize:
        """Return the room for all choices on one line."""
        sizes = [segment.sizeHint() for segment in self._segments]
        return QSize(sum(size.width() for size in sizes), sizes[0].height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = theme.qcolor("inset"), theme.qcolor("border")
        draw_box(painter, QRectF(self.rect()), 12, fill, border)

    def _take(self, button: QAbstractButton) -> None:
        button.click()

    def _say(self, segment: Segment) -> None:
        self.chosen.emit(segment.id)
