"""A choice that may stay open: its first entry is no answer, and Delete comes back to it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.choice import Choice

_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AnswerChoice(Choice):
    """Asks for one of some answers, given as id and label."""

    answered = Signal(str)
    """The id of the answer that the person chose, or nothing where it was taken away."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        answers: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, "", parent)
        self.addItem(_("Not answered"), "")
        for id, label in answers:
            self.addItem(label, id)
        self.activated.connect(lambda _place: self.answered.emit(self.currentData()))

    def show_answer(self, id: str) -> None:
        """Show an answer without telling anyone."""
        self.setCurrentIndex(max(self.findData(id), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer away."""
        if event.key() not in _CLEAR:
            super().keyPressEvent(event)
        elif self.currentIndex() > 0:
            self.setCurrentIndex(0)
            self.answered.emit("")
