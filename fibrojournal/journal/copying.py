"""Same as yesterday: what a day takes over from the day before. Copies count in no statistic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import BodyMap, Day, Origin, Reading
from fibrojournal.journal.edits import PAIN_AREAS, DayEdit, SetBodyMap, SetReading
from fibrojournal.journal.medicine_words import copied_intakes
from fibrojournal.text import _


class Copying(NamedTuple):
    """A wish to fill a day from another one."""

    former: Day
    day: Day
    asked: tuple[str, ...]
    """The measures that stand on the form: no others are filled behind the person's back."""
    common: Common
    entered: Stamp

    def edits(self) -> list[DayEdit]:
        """Return the edits that fill what is unanswered; none where there is nothing to fill."""
        return [edit for copy in COPIED for edit in copy(self)]

    @property
    def finds_something(self) -> bool:
        """Tell whether the former day holds anything that an empty day would take over."""
        return bool(self._replace(day=Day(self.day.date)).edits())


def _readings(wish: Copying) -> Iterable[DayEdit]:
    for measure in wish.asked:
        former = wish.former.readings.get(measure)
        if former is not None and measure not in wish.day.readings:
            copy = Reading(former.value, wish.entered, Origin.COPIED)
            yield SetReading(wish.day.date, measure, copy)


def _body_map(wish: Copying) -> Iterable[DayEdit]:
    former, day = wish.former.body_map, wish.day
    if former is not None and day.body_map is None and PAIN_AREAS not in day.readings:
        yield SetBodyMap(day.date, BodyMap(former.areas, wish.entered, Origin.COPIED))


def _intakes(wish: Copying) -> Iterable[DayEdit]:
    return copied_intakes(wish.former, wish.day, wish.common, wish.entered)


COPIED: tuple[Callable[[Copying], Iterable[DayEdit]], ...] = (_readings, _body_map, _intakes)
"""What is taken over. Triggers, notes, events and moments are not: they belong to their day."""


def how_noted(reading: Reading, day: date, today: date, day_starts: int) -> str:
    """Say what makes an answer hollow, "from yesterday" or "noted later"; else nothing.

    `day_starts` is the hour at which the person's days begin.
    """
    if reading.origin is Origin.COPIED:
        return _("from yesterday") if day == today else _("from the day before")
    return _("noted later") if reading.is_hollow(day, day_starts) else ""
