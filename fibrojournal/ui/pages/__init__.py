"""The pages that the window can show, one module each."""

from __future__ import annotations

from fibrojournal.ui.page import Page, Surroundings


def make_page(page_id: str, around: Surroundings) -> Page:
    """Make a page that the window does not need for its first paint, when it is first wanted.

    Raises KeyError for an id that no page has.
    """
    # Imported here: charts and their libraries must not hold up the first paint.
    if page_id == "calendar":
        from fibrojournal.ui.pages.calendar import CalendarPage

        return CalendarPage(around.theme, around.diary, around.now)
    if page_id == "trends":
        from fibrojournal.ui.pages.trends import TrendsPage

        return TrendsPage(around.theme, around.diary, around.now)
    if page_id == "settings":
        from fibrojournal.ui.pages.settings_page import SettingsPage

        return SettingsPage(around)
    if page_id == "history":
        from fibrojournal.ui.pages.history import HistoryPage

        return HistoryPage(around.theme, around.diary, around.now)
    if page_id in ("lock", "lock_code"):
        from fibrojournal.ui.pages.lock_page import LockPage, NewCodePage

        return LockPage(around) if page_id == "lock" else NewCodePage(around)
    if page_id in ("lock_passphrase", "lock_off"):
        from fibrojournal.ui.pages.lock_forms import LockOffPage, PassphrasePage

        return PassphrasePage(around) if page_id == "lock_passphrase" else LockOffPage(around)
    raise KeyError(page_id)
