"""Deleting something of one's own; what holds answers stays, and the line says why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.text import _, plural
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label


class DeleteLine(QWidget):
    """A button, and below it a sentence."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.delete = TextButton(theme, _("Delete it"), "x")
        self.delete.clicked.connect(self.wanted)
        self.line = Label(theme, role="caption", color="ink_3", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(theme.size("space", "s"))
        column.addWidget(in_lines(self.delete))
        column.addWidget(self.line)

    def offer(self, name: str) -> None:
        """Offer to delete one."""
        self.delete.setEnabled(True)
        self.delete.setAccessibleName(_("Delete “{name}”").format(name=name))
        self.line.setText(_("Only while it holds no answers. This can be taken back."))

    def refuse(self, days: int) -> None:
        """Say that it holds answers, and what can be done instead."""
        words = plural(
            "It holds answers of {n} day, so it stays. It can be hidden, or joined with another.",
            "It holds answers of {n} days, so it stays. It can be hidden, or joined with another.",
            days,
        )
        self.line.setText(words)
        announce(self, words)
