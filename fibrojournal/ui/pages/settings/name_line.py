"""One line in which something gets a name. Enter takes it, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.chosen import LONGEST_WORDS
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Phrase
from fibrojournal.ui.widgets.side_by_side import SideBySide

_FIELD = 160


class NameLine(QWidget):
    """A label, a field and a button. `field_name` says to readers what the name is of."""

    named = Signal(str)
    """What was written, which may be nothing."""
    left = Signal()
    """The line was left without a name."""

    def __init__(self, theme: Theme, label: str, field_name: str, button: str) -> None:
        super().__init__()
        words = Phrase(theme, label, role="small_strong")
        self.field = TextField(theme, field_name)
        self.field.setMaxLength(LONGEST_WORDS)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        words.setBuddy(self.field)
        self.button = TextButton(theme, button)
        self.button.clicked.connect(self._take)
        parts, gap = (words, self.field, self.button), theme.size("space", "m")
        both = SideBySide(
            parts,
            lambda: (
                words.line_width() + theme.px(_FIELD) + self.button.sizeHint().width() + 2 * gap
            ),
            stretches=(0, 1, 0),
            gap=gap,
        )
        theme.changed.connect(both.arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(both)

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
