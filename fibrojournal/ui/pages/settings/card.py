"""What every card of Settings has in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.side_by_side import SideBySide

_GAP = 10
_LINK_RISE = 12
"""So many px higher begins a heading with a link: as high as that, its words stand lower."""


class SettingsCard(Card):
    """A card of Settings: a title with a few words beside it, then its controls in `box`.

    `link` stands at the far end of the title's line.
    """

    page_wanted = Signal(str)
    """The id of a page that the person wants to go to."""
    told = Signal(str)
    """A sentence for the notice above the page."""
    did = Signal(str)
    """What was done in one step, as a sentence; the window offers to take it back."""

    def __init__(
        self, around: Surroundings, title: str, words: str, link: QWidget | None = None
    ) -> None:
        super().__init__(around.theme)
        theme = around.theme
        name = Label(theme, title, role="heading")
        about = Label(theme, words, role="small", color="ink_3", wraps=True)

        def on_one_line() -> int:
            return name.sizeHint().width() + _GAP + about.line_width()

        heading = SideBySide((name, about), on_one_line, stretches=(0, 1), gap=_GAP)
        theme.changed.connect(heading.arrange)
        self.box.addWidget(heading if link is None else self._with_link(heading, link, on_one_line))

    def _with_link(
        self, words: SideBySide, link: QWidget, on_one_line: Callable[[], int]
    ) -> SideBySide:
        """Stand a link at the far end of the title's line, or below where there is no room."""
        theme = self._theme
        heading = SideBySide(
            (words, in_lines(link)),
            lambda: on_one_line() + _GAP + link.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )

        def arrange() -> None:
            words.setMinimumHeight(link.sizeHint().height())
            heading.arrange()

        theme.changed.connect(arrange)
        arrange()
        margins = self.box.contentsMargins()
        margins.setTop(margins.top() - _LINK_RISE)
        self.box.setContentsMargins(margins)
        return heading

    def shown(self) -> None:
        """Get ready: the page comes to the front."""
