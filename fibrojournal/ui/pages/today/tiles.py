"""The row of tiles on Today: what a day can hold besides ratings and triggers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal

from fibrojournal.journal.common import Common
from fibrojournal.journal.day import EVENT_KINDS, Day
from fibrojournal.journal.medicine_words import intake_words
from fibrojournal.text import N_, _, plural
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.tile import Tile, TileRow

_MOST_LETTERS = 24
"""Longer words on a tile are cut after one of them; readers get them all."""


class DayTile(NamedTuple):
    """One tile. `state` says in words how things stand on a day."""

    id: str
    """The page that it opens; that of the note opens below the row."""
    title: str
    icon: str
    state: Callable[[Day, Common], str]


def _areas(day: Day, _common: Common) -> str:
    if day.body_map is None:
        return _("Nothing noted")
    if not day.body_map.areas:
        return _("Nothing hurts")
    return plural("{n} area marked", "{n} areas marked", len(day.body_map.areas))


def _first_words(day: Day, _common: Common) -> str:
    return " ".join(day.note.text.split()) if day.note else _("Nothing noted")


def _events(day: Day, common: Common) -> str:
    covering = [event for event in common.events.values() if event.covers(day.date)]
    covering.sort(key=lambda event: (event.start, event.id))
    names = (event.name or _(EVENT_KINDS[event.kind]) for event in covering)
    return ", ".join(names) or _("Nothing noted")


NOTE = "note"
TILES: tuple[DayTile, ...] = (
    DayTile("body_map", N_("Body map"), "person-standing", _areas),
    DayTile("medication", N_("Medication"), "pill", intake_words),
    DayTile(NOTE, N_("Note"), "text", _first_words),
    DayTile("event", N_("Event"), "flag", _events),
)
"""In the order of the row. A tile whose page there is not is left out."""


class DayTiles(TileRow):
    """The tiles of a day."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self._entries = {
            entry.id: (entry, Tile(theme, _(entry.title), entry.icon, opens_below=entry.id == NOTE))
            for entry in TILES
            if entry.id == NOTE or has_page(entry.id)
        }
        super().__init__(theme, [tile for _entry, tile in self._entries.values()])
        for page, (_entry, tile) in self._entries.items():
            if page != NOTE:
                tile.clicked.connect(partial(self.page_wanted.emit, page))

    @property
    def note(self) -> Tile:
        """The tile that opens the note."""
        return self._entries[NOTE][1]

    def show_day(self, day: Day, common: Common) -> None:
        """Say on each tile how things stand on a day."""
        for entry, tile in self._entries.values():
            words = entry.state(day, common)
            tile.show_state(_cut(words), words)
        self.arrange()


def _cut(words: str) -> str:
    if len(words) <= _MOST_LETTERS:
        return words
    return words[:_MOST_LETTERS].rsplit(" ", 1)[0] + "…"
