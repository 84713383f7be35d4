"""One line in which something gets a name. Enter takes it, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fibrojournal.journal.chosen import LONGEST_WORDS
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label


class NameLine(QWidget):
    """A label, a field and a button. `field_name` says to readers what the name is of."""

    named = Signal(str)
    """What was written, which may be nothing."""
    left = Signal()
    """The line was left without a name."""

    def __init__(self, theme: Theme, label: str, field_name: str, button: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(theme.size("space", "m"))
        words = Label(theme, label, role="small_strong")
        self.field = TextField(theme, field_name)
        self.field.setMaxLength(LONGEST_WORDS)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        words.setBuddy(self.field)
        self.button = TextButton(theme, button)
        self.button.clicked.connect(self._take)
        for part in (words, self.field, self.button):
            row.addWidget(part, 1 if part is self.field else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the line on Esc."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.field.clear()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        name = self.field.text().strip()
        self.field.clear()
        self.named.emit(name)
