"""Undo and redo from any page, each said in a toast whose button does the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.toast import Toast


class UndoToast(Toast):
    """Says what was done, taken back or done again, and offers the way back."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        page: QWidget,
        diary: Diary,
        hand_over: Callable[[], None],
    ) -> None:
        super().__init__(theme, window, page)
        self._diary, self._hand_over = diary, hand_over
        self._act_now: Callable[[], None] = self.undo
        self.acted.connect(self._pressed)

    def undo(self) -> None:
        """Take back the last step; what is being typed is a step of its own before."""
        self._hand_over()
        words = self._diary.undo()
        if words:
            self._act_now = self.redo
            self.say(_("Taken back: {what}").format(what=words), _("Redo"))

    def redo(self) -> None:
        """Do again what was last taken back."""
        words = self._diary.redo()
        if words:
            self.offer_undo(_("Done again: {what}").format(what=words))

    def offer_undo(self, done: str) -> None:
        """Say what was done."""
        self._act_now = self.undo
        self.say(done, _("Undo"))

    def _pressed(self) -> None:
        self._act_now()
