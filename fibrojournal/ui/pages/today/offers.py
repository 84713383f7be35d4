"""The quiet lines that may stand below the form of Today: one of them at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.today.company import CompanyLine
from fibrojournal.ui.pages.today.suspects_line import SuspectsLine
from fibrojournal.ui.theme import Theme


def offers(
    theme: Theme, diary: Diary, today: Callable[[], date]
) -> tuple[CompanyLine, SuspectsLine]:
    """Make them; what is kindest comes first, and looks first."""
    company = CompanyLine(theme, diary, today)
    return company, SuspectsLine(theme, diary, today, company)
