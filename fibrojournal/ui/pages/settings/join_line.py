"""Joining something of one's own with another: which one, and whose answers stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.text import _, plural
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label


class JoinLine(QWidget):
    """Offers the others; where days hold both, it asks whose answer stays before it is done."""

    wanted = Signal(str)
    """The id of the other one."""
    decided = Signal(bool)
    """Whether the answers of the one that goes stay on days that hold both."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.others = Choice(theme, _("Join it with"), "arrow-left-right")
        self.join = TextButton(theme, _("Join"))
        self.join.clicked.connect(lambda: self.wanted.emit(self.others.currentData()))
        words = _("Its answers become the other's, and it goes. This can be taken back.")
        label = Label(theme, _("Join it with"), role="small_strong")
        label.setMinimumHeight(self.others.sizeHint().height())
        self._both = Label(theme, role="small", color="ink_2", wraps=True)
        self.ways: tuple[TextButton, ...] = ()
        """Whose answers may stay, while that is asked: those of the other one, or its own."""
        self._whose: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(theme.size("space", "s"))
        self._column.addWidget(in_lines(label, self.others, self.join))
        self._column.addWidget(Label(theme, words, role="caption", color="ink_3", wraps=True))
        self._column.addWidget(self._both)
        self._both.hide()

    def offer(self, others: Sequence[tuple[str, str]]) -> None:
        """Offer others by id and name; none of them hides the whole."""
        self._end_question()
        self.others.clear()
        for id, name in others:
            self.others.addItem(name, id)
        self.setVisible(bool(others))

    def ask_whose(self, gone: str, stays: str, days: int) -> None:
        """Ask whose answers stay on days that hold both."""
        self._end_question()
        words = plural(
            "{n} day holds different answers to both. Which of them stays? The other remains in "
            "the history.",
            "{n} days hold different answers to both. Which of them stay? The others remain in "
            "the history.",
            days,
        )
        self._both.setText(words)
        self._both.show()
        self.ways = (self._way(stays, gone_wins=False), self._way(gone, gone_wins=True))
        self._whose = in_lines(*self.ways)
        self._column.addWidget(self._whose)
        self._whose.show()
        tab_after(self.join, self._whose)
        self.ways[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _way(self, name: str, *, gone_wins: bool) -> TextButton:
        button = TextButton(self._theme, _("Keep those of “{name}”").format(name=name))
        button.clicked.connect(lambda: self.decided.emit(gone_wins))
        return button

    def _end_question(self) -> None:
        self._both.hide()
        self.ways = ()
        if self._whose is not None:
            self._whose.hide()
            self._whose.deleteLater()
            self._whose = None
