"""The date at the top of Today, as long as there is room for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from fibrojournal.ui.page import Page
from fibrojournal.ui.pages.today.top import DayTop
from fibrojournal.ui.theme import Theme


@pytest.fixture
def top(theme: Theme, qtbot: QtBot) -> Iterator[DayTop]:
    page = Page()
    qtbot.addWidget(page)
    top = DayTop(theme, page, "")
    page.resize(1000, 800)
    page.show()
    yield top
    page.close()


def shown(top: DayTop, day: date, width: int) -> str:
    top.resize(width, 80)
    top.show_day(day, day)
    return top._title.text()


@pytest.mark.parametrize(
    ("day", "width", "words"),
    [
        (date(2026, 3, 12), 768, "Thursday 12 March"),
        (date(2026, 9, 30), 768, "Wed 30 September"),
        (date(2026, 9, 30), 936, "Wednesday 30 September"),
        (date(2026, 9, 30), 500, "Wednesday 30 September"),
    ],
)
def test_the_date_is_as_long_as_there_is_room(
    top: DayTop, day: date, width: int, words: str
) -> None:
    assert shown(top, day, width) == words


def test_readers_always_hear_the_whole_date(top: DayTop) -> None:
    shown(top, date(2026, 9, 30), 768)
    assert top._title.accessibleName() == "Wednesday 30 September"


def test_the_buttons_stand_below_where_there_is_no_room_beside(top: DayTop) -> None:
    shown(top, date(2026, 9, 30), 768)
    assert top._parts.is_row
    shown(top, date(2026, 9, 30), 500)
    assert not top._parts.is_row
