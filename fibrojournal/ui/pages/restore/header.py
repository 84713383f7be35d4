"""The top of the Restore page: which copy is looked at, and how it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.labels import IconLabel, Label, page_title
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 12
_ICON_ROOM = 60


class RestoreHeader(QWidget):
    """Title, the choice of a copy, and a line of what was seen of it with its size."""

    chosen = Signal(int)
    """The person chose this copy of the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "m"))
        self._title = self._build_title()
        self.status = self._build_status()
        words = _("No copies yet. One is made when you close the journal.")
        self.empty = Label(theme, words, color="ink_2", wraps=True)
        for part in (self._title, self.status, self.empty):
            column.addWidget(part)
        for hidden in (self.choice, self.status, self.empty):  # until it is known which there are
            hidden.hide()

    def show_copies(self, names: Sequence[str], place: int) -> None:
        """List the copies and show which one is chosen, without telling anyone."""
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems(list(names))
            self.choice.setCurrentIndex(place if names else -1)
        self.choice.updateGeometry()
        self._title.arrange()
        for part in (self.choice, self.status):
            part.setVisible(bool(names))
        self.empty.setVisible(not names)

    def show_size(self, words: str) -> None:
        """Say how large the copy is."""
        self.size_of.setText(words)

    def say(self, sentence: str, *, icon: str = "") -> None:
        """Say how the copy is; whole ones with a check."""
        self._check.setVisible(bool(icon))
        self.line.setText(sentence)
        announce(self, sentence)

    def _build_title(self) -> SideBySide:
        theme, titles = self._theme, QWidget()
        column = QVBoxLayout(titles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = page_title(theme, _("Restore a backup"))
        words = _("Look at it first. Nothing changes until you say so.")
        about = Label(theme, words, role="small", color="ink_2", wraps=True)
        column.addWidget(title)
        column.addWidget(about)
        self.choice = Choice(theme, _("Backup to look at"), "server")
        self.choice.currentIndexChanged.connect(self.chosen)

        def on_one_line() -> int:
            words = max(title.line_width(), about.line_width())
            return words + _GAP + self.choice.sizeHint().width()

        both = SideBySide((titles, self.choice), on_one_line, stretches=(1, 0))
        theme.changed.connect(both.arrange)
        return both

    def _build_status(self) -> SideBySide:
        theme, left = self._theme, QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._check = IconLabel(theme, "check", "accent", side=18)
        self.line = Label(theme, role="label", wraps=True)
        row.addWidget(self._check)
        row.addWidget(self.line, 1)
        self.size_of = Label(theme, role="small", color="ink_3")

        def on_one_line() -> int:
            return self.line.line_width() + theme.px(_ICON_ROOM) + self.size_of.sizeHint().width()

        both = SideBySide((left, self.size_of), on_one_line, stretches=(1, 0))
        theme.changed.connect(both.arrange)
        return both
