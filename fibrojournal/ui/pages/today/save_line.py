"""The line above Today's questions: what is saved, and that all of it can be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.labels import IconLabel, Label, Phrase
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 12


class SaveLine(SideBySide):
    """Says one sentence, with a check before it where all is saved."""

    def __init__(self, theme: Theme, *, can_undo: bool) -> None:
        saying = QWidget()
        saying.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(saying)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "s"))
        self.check = IconLabel(theme, "check", "accent")
        row.addWidget(self.check)
        self.hint = Label(theme, role="small", color="ink_2", wraps=True)
        row.addWidget(self.hint, 1)
        self._undo = Phrase(theme, _("Ctrl+Z undoes anything"), role="small", color="ink_3")
        self._can_undo = can_undo
        super().__init__((saying, self._undo), self._least, stretches=(1, 0), gap=_GAP)
        self._undo.setVisible(can_undo)
        theme.changed.connect(self.arrange)

    def say(self, words: str, *, saved: bool) -> None:
        """Say how it stands with what was answered."""
        self.check.setVisible(saved)
        self.hint.setText(words)
        self.arrange()

    def _least(self) -> int:
        check = self.check.width() + _GAP
        undo = self._undo.sizeHint().width() + _GAP if self._can_undo else 0
        return self.hint.line_width() + check + undo
