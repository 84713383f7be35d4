"""A text field that saves itself while one writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from fibrojournal.ui.theme import Theme

SAVE_AFTER_MS = 500
_LINES = 4
_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NoteField(QPlainTextEdit):
    """Several lines of text. `written(text)` comes half a second after the last key, or on leaving.

    Undo and redo pass to the journal once the text is saved, so that Ctrl+Z means the same
    everywhere; while a word is still being typed they are the field's own.
    """

    written = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = ""
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._pause.timeout.connect(self.hand_over)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def is_saved(self) -> bool:
        """Tell whether the text is as it was last handed over or shown."""
        return self.toPlainText() == self._shown

    def show_text(self, text: str) -> None:
        """Show a note without saying that it was written."""
        if text == self._shown and self.is_saved:
            return
        self._shown = text
        cursor = self.textCursor().position()
        self.setPlainText(text)
        back = self.textCursor()
        back.setPosition(min(cursor, len(text)))
        self.setTextCursor(back)
        self._pause.stop()

    def hand_over(self) -> None:
        """Say now what was written, if anything was."""
        self._pause.stop()
        if not self.is_saved:
            self._shown = self.toPlainText()
            self.written.emit(self._shown)

    def _typed(self) -> None:
        if not self.is_saved:
            self._pause.start()

    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES + self._theme.px(24))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over on leaving."""
        super().focusOutEvent(event)
        self.hand_over()

    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass to the window once the text is saved."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.is_saved
            and any(event.matches(key) for key in _UNDO_KEYS)
        ):
            event.ignore()
            return False
        return super().event(event)
