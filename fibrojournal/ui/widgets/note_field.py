"""A text field that saves itself while one writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.scroll import ScrollBar

SAVE_AFTER_MS = 500
_LINES = 4
_PADDING = QSize(10, 9)


class NoteField(RingFocus, QPlainTextEdit):
    """Several lines of text. `written(text)` comes half a second after the last key, or on leaving.

    Undo and redo pass to the journal once the text is saved, so that Ctrl+Z means the same
    everywhere; while a word is still being typed they are the field's own.
    """

    written = Signal(str)

    ring_on_click = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._given = self._shown = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        """Show a note without saying that it was written; what is being written stays."""
        if text == self._given or not self.is_saved:
            return
        had_text, self._given = bool(self.toPlainText()), text
        cursor = self.textCursor().position() if had_text else 0
        self.setPlainText(text)
        # As the field gives it back: with other ends of lines, and spaces that may break.
        self._shown = self.toPlainText()
        if had_text:  # the cursor of an empty field is at the start, as is that of a new text
            back = self.textCursor()
            back.setPosition(min(cursor, self.document().characterCount() - 1))
            self.setTextCursor(back)
        self._pause.stop()

    def hand_over(self) -> None:
        """Say now what was written, if anything was."""
        self._pause.stop()
        if not self.is_saved:
            self._given = self._shown = self.toPlainText()
            # A paste can bring the one character that tables of text cannot hold.
            self.written.emit(self._shown.replace("\0", ""))

    def _typed(self) -> None:
        if not self.is_saved:
            self._pause.start()

    def sizeHint(self) -> QSize:
        """Return the room for four lines; longer notes scroll."""
        around = 2 * (self._theme.px(_PADDING.height()) + round(self.document().documentMargin()))
        lines = self.fontMetrics().lineSpacing() * _LINES
        return QSize(super().sizeHint().width(), lines + around)

    def minimumSizeHint(self) -> QSize:
        """Return the height that it has; any width will do."""
        return QSize(1, self.sizeHint().height())

    def _dress(self) -> None:
        theme = self._theme
        self.setFont(theme.font("body"))
        palette = theme.palette()
        # The text's ground is that of the frame: nothing asks for the viewport, whose type PySide
        # would look for among every kind of widget there is (15 ms).
        palette.setColor(QPalette.ColorRole.Base, theme.qcolor("surface"))
        self.setPalette(palette)
        across, up = theme.px(_PADDING.width()), theme.px(_PADDING.height())
        self.setViewportMargins(across, up, across, up)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over on leaving."""
        super().focusOutEvent(event)
        self.hand_over()

    def event(self, event: QEvent) -> bool:
        """Draw the frame; let undo and redo pass to the window once the text is saved."""
        if event.type() == QEvent.Type.Paint:  # of the frame: the text paints itself inside
            self._draw_frame()
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.is_saved
            and _is_undo_or_redo(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _draw_frame(self) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface, border = theme.qcolor("surface"), theme.qcolor("border_strong")
        draw_box(painter, QRectF(self.rect()), theme.size("radius", "control"), surface, border)


def _is_undo_or_redo(event: QKeyEvent) -> bool:
    from PySide6.QtGui import QKeySequence  # no key is pressed before the first paint

    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)
