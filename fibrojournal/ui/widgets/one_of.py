"""One choice of a few, as radio buttons that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSizePolicy, QWidget

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.tools import HearsTools


class Option(RingFocus, HearsTools, QRadioButton):
    """One of the choices; how it looks is up to its kind."""

    def __init__(self, theme: Theme, id: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._theme, self.id = theme, id
        self.hear_tools()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(point)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("small_strong"))
        self.updateGeometry()
        self.update()


AnyOption = TypeVar("AnyOption", bound=Option)


class OneOf(QWidget, Generic[AnyOption]):
    """A choice of one. Tab comes to the chosen one; arrows choose another."""

    chosen = Signal(str)
    """The id that the person chose."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[AnyOption],
        *,
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options, self._gap = tuple(options), gap
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        layout = FlowLayout(self, gap=gap, line_gap=gap)
        self._roving = RovingFocus(self)
        self._roving.set_buttons(self._options)
        self._roving.moved.connect(self._take)
        for option in self._options:
            option.clicked.connect(partial(self._say, option))
            layout.addWidget(option)
        theme.changed.connect(self.update)

    @property
    def options(self) -> tuple[AnyOption, ...]:
        """The choices, in order."""
        return self._options

    @property
    def choice(self) -> str:
        """The id chosen now, or nothing."""
        return next((one.id for one in self._options if one.isChecked()), "")

    def show_choice(self, id: str) -> None:
        """Show a choice without telling anyone. Raises KeyError for one that is not there."""
        option = next((one for one in self._options if one.id == id), None)
        if option is None:
            raise KeyError(id)
        option.setChecked(True)
        self._roving.stop_at(option)

    def show_none(self) -> None:
        """Show that nothing is chosen, without telling anyone."""
        for option in self._options:  # one that excludes the others cannot be unchecked by itself
            option.setAutoExclusive(False)
            option.setChecked(False)
            option.setAutoExclusive(True)
        self._roving.stop_at(self._options[0])

    def sizeHint(self) -> QSize:
        """Return the room for all choices on one line."""
        sizes = [option.sizeHint() for option in self._options]
        width = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
        return QSize(width, max(size.height() for size in sizes))

    def _take(self, button: QAbstractButton) -> None:
        button.click()

    def _say(self, option: AnyOption) -> None:
        self.chosen.emit(option.id)
