"""The page that says in a few sentences why a journal is not open, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.wish import Wish

TARGET = 44
"""Every button is at least so many px high."""
_WIDTH = 600
_MARGIN = 28


@dataclass(frozen=True, slots=True)
class Way:
    """A way to go on: what its button says, and what it opens instead or does meanwhile."""

    label: str
    opens: Wish | None = None
    does: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the page says: a heading, sentences below it, and ways beside Close, the main first."""

    title: str
    sentences: Sequence[str]
    ways: Sequence[Way] = ()


class RefusalPage(QDialog):
    """Shows a refusal until a way that closes it is chosen."""

    def __init__(self, theme: Theme, refusal: Refusal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("fibrojournal")
        self.chosen: Wish | None = None
        """What is to be opened instead; None where the page was just closed."""
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(theme.size("space", "m"))
        column.addWidget(page_title(theme, refusal.title))
        for sentence in refusal.sentences:
            column.addWidget(Label(theme, sentence, wraps=True))
        column.addSpacing(theme.size("space", "s"))
        add_layout(column, self._build_ways(theme, refusal.ways))
        width = theme.px(_WIDTH)
        self.setFixedSize(width, column.totalHeightForWidth(width))
        self.setAccessibleName(refusal.title)
        self.setAccessibleDescription(" ".join(refusal.sentences))

    def _build_ways(self, theme: Theme, ways: Sequence[Way]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "m"))
        row.addStretch(1)
        buttons = []
        for place, way in enumerate((*ways, Way(_("Close")))):
            button = (TextButton if place else PrimaryButton)(theme, way.label)
            button.setAutoDefault(True)  # Enter presses the button that has the focus
            button.clicked.connect(way.does or partial(self._leave, way.opens))
            row.addWidget(button)
            buttons.append(button)
        buttons[0].setFocus()
        return row

    def _leave(self, wish: Wish | None) -> None:
        self.chosen = wish
        self.accept()


def show_refusal(theme: Theme, refusal: Refusal) -> Wish | None:
    """Show a refusal and wait; return what is wished instead. Needs a running application."""
    page = RefusalPage(theme, refusal)
    page.exec()
    return page.chosen
