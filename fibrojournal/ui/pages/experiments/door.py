"""The way from Factors, or from the place of one, to Try it out: one quiet card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from fibrojournal.text import _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title


class TryOutDoor(Card):
    """Says what a fair test of one's own is for, and leads there."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, about: str = "") -> None:
        """Let the plan begin with what suits `about`, the id of a factor."""
        super().__init__(theme)
        self.box.setContentsMargins(20, 17, 20, 17)
        self.box.addWidget(card_title(theme, _("Try it out")))
        words = _(
            "What goes together may have a third thing behind it. Two ways of doing a small thing,"
            " in an order that chance decides, tell more."
        )
        self.box.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True))
        goal = f"try_out:about:{about}" if about else "try_out"
        self.go = TextButton(theme, _("Plan a fair test"), "scale")
        self.go.clicked.connect(partial(self.page_wanted.emit, goal))
        self.box.addWidget(in_lines(self.go))
