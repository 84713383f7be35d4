"""What every button has in common, whatever it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from fibrojournal.ui.widgets.focus import RingFocus


class Push(RingFocus, QPushButton):
    """A button that Enter presses as well as Space, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, unless Qt does so: in a dialog the default button has it."""
        super().keyPressEvent(event)
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enter and not event.isAccepted():
            event.accept()
            self.click()
