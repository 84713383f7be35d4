"""Arranging the form: the questions and triggers as Settings lists them, and what moves them."""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.journal.chosen import (
    MOST_ON_TODAY,
    set_order,
    set_place,
    set_trigger_order,
)
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.errors import JournalError
from fibrojournal.journal.measures import NEVER_ON_THE_FORM, Measure, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.text import _

_RANKS = {Place.TODAY: 0, Place.MORE: 1, Place.DETAIL: 2}


class NotArranged(JournalError):
    """A question cannot stand where it was to stand; the sentence says why."""


class Listed(NamedTuple):
    """A question in the list of Settings, and whether it can go up or down there."""

    measure: Measure
    place: Place
    can_rise: bool
    can_sink: bool

    @property
    def choice(self) -> Place:
        """Where it stands as the list tells it: a topic is a part of More."""
        return Place.MORE if self.place is Place.DETAIL else self.place


def listed(questions: Questions) -> tuple[Listed, ...]:
    """List the questions as they stand on the form: Today, More, then detail.

    A hidden one is listed where it would usually stand. A question moves among those of its part.
    """
    asked = [(one, place) for one, place in questions.placed() if place not in NEVER_ON_THE_FORM]
    asked.sort(key=lambda pair: _rank(*pair))
    ranks = [_rank(*pair) for pair in asked]
    return tuple(
        Listed(
            measure,
            place,
            can_rise=at > 0 and ranks[at - 1] == ranks[at],
            can_sink=at + 1 < len(ranks) and ranks[at + 1] == ranks[at],
        )
        for at, (measure, place) in enumerate(asked)
    )


def move(questions: Questions, id: str, by: int) -> SetSetting | None:
    """Return the edit that moves a question up (-1) or down (1); None where it cannot go there."""
    rows = listed(questions)
    at = next(place for place, row in enumerate(rows) if row.measure.id == id)
    if not (rows[at].can_rise if by < 0 else rows[at].can_sink):
        return None
    return set_order(_swapped([row.measure.id for row in rows], at, by))


def stand(questions: Questions, id: str, choice: Place) -> SetSetting:
    """Return the edit that stands a question on Today, under More or nowhere.

    Raises NotArranged where Today is full, or would be empty.
    """
    rows = listed(questions)
    row = next(row for row in rows if row.measure.id == id)
    on_today = sum(row.place is Place.TODAY for row in rows)
    if choice is Place.TODAY and row.place is not Place.TODAY and on_today >= MOST_ON_TODAY:
        raise NotArranged(_("Eight keep Today short; move one to More first."))
    if choice is not Place.TODAY and row.place is Place.TODAY and on_today == 1:
        raise NotArranged(_("One question stays on Today; choose another for it first."))
    usual = row.measure.place
    return set_place(row.measure, usual if _is_part_of(usual, choice) else choice)


def move_trigger(questions: Questions, id: str, by: int) -> SetSetting | None:
    """Return the edit that moves a trigger up (-1) or down (1); None where it cannot go there."""
    ids = [trigger.id for trigger in questions.triggers]
    at = ids.index(id)
    if not 0 <= at + by < len(ids):
        return None
    return set_trigger_order(_swapped(ids, at, by))


def _is_part_of(usual: Place, choice: Place) -> bool:
    return choice is Place.MORE and usual is Place.DETAIL


def _rank(measure: Measure, place: Place) -> int:
    return _RANKS[measure.place if place is Place.HIDDEN else place]


def _swapped(ids: list[str], at: int, by: int) -> list[str]:
    ids[at], ids[at + by] = ids[at + by], ids[at]
    return ids
