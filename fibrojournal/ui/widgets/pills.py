"""A choice of one that looks like chips: for more names than a frame of segments holds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chips import chip_size, draw_chip
from fibrojournal.ui.widgets.one_of import OneOf, Option

_GAP = 8


class Pill(Option):
    """One of the choices; as wide chosen as not, so that its neighbours stay in place."""

    def sizeHint(self) -> QSize:
        """Return the room for the words in their bolder form."""
        return chip_size(self._theme, self.text())

    def ring_radius(self) -> float:
        """Follow the round ends."""
        return self.height() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        draw_chip(self, self._theme)


class Pills(OneOf[Pill]):
    """The choices in lines; none may be chosen yet."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        pills = [Pill(theme, id, label) for id, label in choices]
        super().__init__(theme, name, pills, gap=_GAP, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
