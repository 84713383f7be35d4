"""All that a person can have in front of them, and the way there.

A module `rooms_of_*` holds the rooms of a group of pages; a new room is one line in its `ROOMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from fibrojournal.app import Program
from fibrojournal.ui.pages.trends.page import TrendsPage
from tests.ui.checks import (
    rooms_of_days,
    rooms_of_experiments,
    rooms_of_factors,
    rooms_of_parts,
    rooms_of_reading,
    rooms_of_settings,
    rooms_of_spans,
    rooms_of_window,
)
from tests.ui.checks.visit import Visit, Way, settle
from tests.ui.conftest import Person, today_page

ROOMS: dict[str, Way] = {
    **rooms_of_days.ROOMS,
    **rooms_of_parts.ROOMS,
    **rooms_of_spans.ROOMS,
    **rooms_of_factors.ROOMS,
    **rooms_of_experiments.ROOMS,
    **rooms_of_reading.ROOMS,
    **rooms_of_settings.ROOMS,
    **rooms_of_window.ROOMS,
}
LEAVING: dict[str, Callable[[Program], None]] = {
    **rooms_of_factors.LEAVING,
    **rooms_of_experiments.LEAVING,
    **rooms_of_settings.LEAVING,
    **rooms_of_window.LEAVING,
}
"""What brings a room back to what it was."""
ALONE = ("keyboard list", "licences", "first run", "how is it now", "large text")
"""What is a window of its own."""
IN_WINDOW = tuple(room for room in ROOMS if "menu" not in room and room not in ALONE)


def dealt(hand: int, hands: int, rooms: tuple[str, ...] = tuple(ROOMS)) -> tuple[str, ...]:
    """Deal the rooms to so many checks that resemble each other: every room comes to one.

    Each size and theme is looked at in enough rooms to see what breaks in it; to see every room in
    every one of them takes minutes, which `make sheets` has.
    """
    return rooms[hand::hands]


def _as_it_is(program: Program) -> None:
    """Leave a room that needs nothing put back."""


@contextmanager
def visiting(person: Person, program: Program, room: str) -> Iterator[Visit]:
    """Go to a room, and leave it as it was."""
    window = program.window
    sidebar = window._side.isVisible()
    front = ROOMS[room](person, program)
    settle()
    yield Visit(person, program, room, front)
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    if front is not window:
        front.close()
    window.activateWindow()
    window._notices.notice.hide()
    window._toast.leave()
    window.show_page("today")  # beside which the sidebar has room: elsewhere it is away
    if window._side.isVisible() != sidebar:
        window._toggle_sidebar()
    LEAVING.get(room, _as_it_is)(program)
    page = today_page(program)
    page._triggers._name.hide()
    if page.day != page.today:
        page.show_day(page.today)
        person.qtbot.waitUntil(lambda: page.day == page.today)
    if "trends" in window._pages:
        chart = window._pages["trends"]
        assert isinstance(chart, TrendsPage)
        if chart._chart.shows_table:
            chart.toggle_table()
        if len(chart._measures.chosen) > 1:
            chart._measures.toggles["sleep_quality"].click()
    if "table" in room and room.startswith("calendar"):
        window._pages["calendar"].toggle_table()


def visits(
    person: Person, program: Program, rooms: tuple[str, ...] = tuple(ROOMS)
) -> Iterator[Visit]:
    """Go through rooms one after the other."""
    for room in rooms:
        try:
            with visiting(person, program, room) as visit:
                yield visit
        except Exception as error:
            error.add_note(f"in the room {room!r}")
            raise
