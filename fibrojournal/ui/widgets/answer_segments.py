"""An answer of a few, side by side, that may also be left open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.still import hold_still, with_reason

_CLEARING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class AnswerSegments(Segments):
    """Nothing is chosen at first; Delete, or choosing the same again, takes the choice back.

    Each choice says what is asked as well, for those who hear it alone.
    """

    answered = Signal(object)
    """The id that the person chose, or None where it was taken back."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, choices, parent)
        self._answer: str | None = None
        self._why_still = ""
        self.chosen.connect(self._choose)
        for option in self.options:
            spoken = _("{question}: {answer}").format(question=name, answer=option.text())
            option.setAccessibleName(spoken)
        self.show_answer(None)

    @property
    def answer(self) -> str | None:
        """What is chosen now."""
        return self._answer

    def show_answer(self, answer: str | None) -> None:
        """Show an answer without telling anyone."""
        self._answer = answer
        if answer is None:
            self.show_none()
        else:
            self.show_choice(answer)
        state = "" if answer else _("not noted")
        for option in self.options:
            option.setAccessibleDescription(with_reason(state, self._why_still))

    def hold_still(self, why: str) -> None:
        """Show what is chosen and take nothing."""
        self._why_still = why
        for option in self.options:
            hold_still(option, why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back."""
        if Qt.Key(event.key()) in _CLEARING and self._answer is not None:
            self._give(None)
            return
        super().keyPressEvent(event)

    def _choose(self, id: str) -> None:
        self._give(None if id == self._answer else id)

    def _give(self, answer: str | None) -> None:
        self.show_answer(answer)
        self.answered.emit(answer)
