"""The pages that the navigation can show, one module each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fibrojournal.ui.diary import Diary
from fibrojournal.ui.page import Page
from fibrojournal.ui.theme import Theme


def make_page(page_id: str, theme: Theme, diary: Diary, now: Callable[[], datetime]) -> Page:
    """Make a page that the window does not need for its first paint, when it is first wanted.

    Raises KeyError for an id that is not in the navigation.
    """
    # Imported here: charts and their libraries must not hold up the first paint.
    if page_id == "calendar":
        from fibrojournal.ui.pages.calendar import CalendarPage

        return CalendarPage(theme, diary, now)
    if page_id == "trends":
        from fibrojournal.ui.pages.trends import TrendsPage

        return TrendsPage(theme, diary, now)
    raise KeyError(page_id)
