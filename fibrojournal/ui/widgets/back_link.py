"""The way back from a page that was reached from another one."""

from __future__ import annotations

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton


class BackLink(LinkButton):
    """A link with an arrow, such as "Back to Settings"; it stands above the title of a page."""

    padding = 5

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, "chevron-left")
