"""The tiles below the triggers: what they say, and what they open."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import BodyMap, Day, Event, Note
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.pages.today import tiles as today_tiles
from fibrojournal.ui.pages.today.tiles import DayTiles
from fibrojournal.ui.theme import Theme
from tests.journal.build import EVENING
from tests.ui.conftest import Person, today_page

DAY = date(2026, 3, 12)


@pytest.fixture
def tiles(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DayTiles:
    """Every tile there is, as if all their pages were there."""
    monkeypatch.setattr(today_tiles, "has_page", lambda _: True)
    row = DayTiles(theme)
    qtbot.addWidget(row)
    return row


def states(row: DayTiles, day: Day, common: Common | None = None) -> dict[str, str]:
    row.show_day(day, common or Common())
    return {tile.text(): tile.state for _entry, tile in row._entries.values()}


def test_tiles_say_that_nothing_is_noted(tiles: DayTiles) -> None:
    assert set(states(tiles, Day(DAY)).values()) == {"Nothing noted"}


@pytest.mark.parametrize(
    ("areas", "words"),
    [(0, "Nothing hurts"), (1, "1 area marked"), (7, "7 areas marked")],
)
def test_the_body_map_counts_its_areas(tiles: DayTiles, areas: int, words: str) -> None:
    marked = dict.fromkeys([area.id for area in AREAS[:areas]])
    day = Day(DAY, body_map=BodyMap(marked, EVENING))
    assert states(tiles, day)["Body map"] == words


def test_the_note_begins_on_its_tile_and_is_whole_for_readers(tiles: DayTiles) -> None:
    day = Day(DAY, note=Note("slept in the sun\nwith the cat", EVENING))
    assert states(tiles, day)["Note"] == "slept in the sun with…"
    assert tiles.note.accessibleDescription() == "slept in the sun with the cat"


def test_a_short_note_stands_on_its_tile_as_it_is(tiles: DayTiles) -> None:
    assert states(tiles, Day(DAY, note=Note("quiet", EVENING)))["Note"] == "quiet"


def test_events_that_touch_the_day_are_named(tiles: DayTiles) -> None:
    flu = Event("b", "infection", "", date(2026, 3, 10), DAY, EVENING)
    trip = Event("a", "travel", "Trip", DAY, None, EVENING)
    past = Event("c", "travel", "Past", date(2026, 1, 1), None, EVENING)
    common = Common(events={event.id: event for event in (trip, past, flu)})
    assert states(tiles, Day(DAY), common)["Event"] == "Infection, Trip"


def test_a_tile_opens_its_page(tiles: DayTiles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.page_wanted) as wanted:
        tiles._entries["event"][1].click()
    assert wanted.args == ["event"]


def test_no_tile_leads_to_a_page_that_is_not_there(theme: Theme, qtbot: QtBot) -> None:
    row = DayTiles(theme)
    qtbot.addWidget(row)
    assert {id for id in row._entries if not has_page(id)} == {"note"}


def test_the_note_opens_below_its_tile_and_takes_the_focus(person: Person) -> None:
    page = today_page(person.start())
    page._tiles.note.setFocus(Qt.FocusReason.TabFocusReason)
    person.press("Space")
    assert person.focused() is page._note.field
    assert page._note.isVisible()


def test_the_focus_goes_back_to_the_tile_when_the_note_closes(person: Person) -> None:
    page = today_page(person.start())
    page._tiles.note.click()
    page._note.field.setFocus()
    page._note.set_open(is_open=False)
    assert person.focused() is page._tiles.note
    assert not page._note.isVisible()


def test_what_is_written_stands_on_the_tile(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page._tiles.note.click()
    QTest.keyClicks(page._note.field, "rain")
    page._note.field.hand_over()
    assert page._tiles.note.state == "rain"


def test_a_new_day_fits_the_window_without_scrolling(person: Person) -> None:
    page = today_page(person.start(size=(1280, 800)))
    person.qtbot.waitUntil(lambda: page._area.verticalScrollBar().maximum() == 0)
