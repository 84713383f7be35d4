"""What the pages are called, for a link that leads back to one."""

from __future__ import annotations

from fibrojournal.text import _
from fibrojournal.ui.actions import GROUPS
from fibrojournal.ui.navigation import PAGES, SIDE_PAGES


def name_of(page_id: str) -> tuple[str, str]:
    """Return a page to go back to, and its name: one without a name leads to its entry."""
    names = {command.id: command.name for _title, group in GROUPS for command in group}
    names |= {page.id: page.title for page in PAGES}
    goal = page_id if page_id in names else SIDE_PAGES.get(page_id, "today")
    return goal, _(names[goal])
