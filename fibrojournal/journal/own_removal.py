"""Deleting a question or a trigger of one's own that was never answered.

What holds answers is never deleted: it can be hidden, or joined with another.
"""

from __future__ import annotations

from collections.abc import Iterable

from fibrojournal.journal.chosen import forgotten
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import Edit, SetOwnMeasure, SetOwnTrigger, SetTrigger
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger


def is_answered(day: Day, id: str) -> bool:
    """Tell whether a person said something of it on a day.

    A trigger that a day merely offered was said nothing of: that alone would keep one that was
    added by mistake.
    """
    of_moments = any(moment.measure == id for moment in day.moments)
    return id in day.readings or id in day.ticked or of_moments


def removed(own: Measure | Trigger, days: Iterable[Day]) -> list[Edit]:
    """Return the edits that delete it from the days that offered it, and from what is asked."""
    if isinstance(own, Measure):
        return [SetOwnMeasure(own.id, None), *forgotten(Measure, own.id)]
    offered = [SetTrigger(day.date, own.id, None) for day in days if own.id in day.triggers]
    return [*offered, SetOwnTrigger(own.id, None), *forgotten(Trigger, own.id)]
