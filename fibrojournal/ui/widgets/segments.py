"""Segments: one choice of a few, side by side in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import stop_before, tab_after
from fibrojournal.ui.widgets.one_of import OneOf, Option
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.words import BROKEN, words_size

_HEIGHT = 46
_PADDING = 15
_ABOVE = 10
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | BROKEN
_NARROWEST = 76
_INSET = 4


class Segment(Option):
    """One of the choices."""

    def sizeHint(self) -> QSize:
        """Return the room for the words in their bolder form."""
        theme = self._theme
        words = words_size(theme.font("small_strong"), self.text())
        width = max(words.width() + 2 * theme.px(_PADDING), _NARROWEST)
        height = words.height() + 2 * theme.px(_ABOVE)
        return QSize(width, max(_HEIGHT, theme.px(_HEIGHT), height))

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
        painter.drawText(place, _MIDDLE, self.text())


class Segments(OneOf[Segment]):
    """A choice of one, in a frame."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, name, [Segment(theme, id, label) for id, label in choices], parent=parent
        )

    @property
    def segments(self) -> Sequence[Segment]:
        """The choices, in order."""
        return self.options

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = theme.qcolor("inset"), theme.qcolor("border")
        draw_box(painter, QRectF(self.rect()), 12, fill, border)


class ChangingSegments(QWidget):
    """Segments whose choices may become others while they are shown."""

    chosen = Signal(str)
    """The id that the person chose."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._inside: Segments | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    @property
    def segments(self) -> Sequence[Segment]:
        """The choices, in order."""
        return self._inside.segments if self._inside is not None else ()

    def offer(self, choices: Iterable[tuple[str, str]], choice: str) -> None:
        """Offer these from now on, the one with the id `choice` chosen."""
        former = self._inside
        self._inside = inside = Segments(self._theme, self._name, choices)
        inside.show_choice(choice)
        inside.chosen.connect(self.chosen)
        self._row.addWidget(inside)
        if former is None:
            return
        former.hide()
        former.deleteLater()
        inside.show()  # at once, so that Tab comes to it
        before = stop_before(self)
        if before is not None:
            tab_after(before, self)
