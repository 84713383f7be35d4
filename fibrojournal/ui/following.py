"""What changes in the window when the person chooses something about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fibrojournal.ui.actions import set_letters
from fibrojournal.ui.customs import follow_first_weekday
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.sidebar_place import SidebarPlace
from fibrojournal.ui.theme import application
from fibrojournal.ui.widgets.rating import RatingScale


class Following(QObject):
    """Lets theme, keys, sidebar and the way from question to question follow each choice."""

    def __init__(
        self,
        around: Surroundings,
        actions: Mapping[str, QAction],
        sidebar: SidebarPlace,
        arrange: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._choices, self._theme = around.choices, around.theme
        self._actions, self._sidebar, self._arrange = actions, sidebar, arrange
        self._asked: RatingScale | None = None
        around.choices.changed.connect(self._follow)
        follow_first_weekday(QLocale(), around.choices.now.first_weekday)
        application().focusChanged.connect(self._listen)
        self._listen(None, QApplication.focusWidget())

    def _follow(self) -> None:
        chosen = self._choices.now
        if follow_first_weekday(QLocale(), chosen.first_weekday):
            self._theme.changed.emit()  # so that charts are drawn anew
        self._theme.set_choice(chosen.theme)
        self._theme.set_scale(chosen.text_scale)
        self._theme.set_reduced_motion(reduced=chosen.reduce_motion)
        set_letters(self._actions, on=chosen.single_letter_keys)
        self._sidebar.set_width(chosen.sidebar_width)
        self._arrange()

    def _listen(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._asked is not None and isValid(self._asked):
            self._asked.number_typed.disconnect(self._go_on)
        self._asked = new if isinstance(new, RatingScale) else None
        if self._asked is not None:
            self._asked.number_typed.connect(self._go_on)

    def _go_on(self) -> None:
        """Go to the next question after a number, as Down does."""
        if self._choices.now.next_after_number and self._asked is not None:
            self._asked.left_row.emit(1)
