"""What a person may still suspect: until the first labels, and later of what has no data yet.

A suspicion is looked at harder, so nothing that was found may choose it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fibrojournal.analysis.milestones import FIRST
from fibrojournal.analysis.prior import is_same_thing
from fibrojournal.insights.names import spoken_end, title
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import SUSPECTED
from fibrojournal.insights.timing import when
from fibrojournal.journal.day import Day
from fibrojournal.journal.hard_days import is_hard
from fibrojournal.journal.measures import NEVER_ON_THE_FORM, Place
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.suspicions import Suspicion
from fibrojournal.text import _, sentence_case

LAGS = (0, 1)
ENOUGH_TO_ASK = 3
"""Noted days before anything is asked: somebody new has enough to look at."""
_NOT_ASKED = (*NEVER_ON_THE_FORM, Place.HIDDEN)


def is_open(record: Record | None) -> bool:
    """Tell whether the first labels are still to come."""
    return record is None or record.day < FIRST[0]


def is_first_month(first: date, today: date) -> bool:
    """Tell the same of a journal by its first noted day."""
    return (today - first).days + 1 < FIRST[0]


def is_time_to_ask(days: Sequence[Day], today: date) -> bool:
    """Tell whether to ask for suspicions: once a few days are noted, in the first month.

    Never on a hard day, nor on the one after. `days` are all that are noted, in their order.
    """
    noted = [day for day in days if day.is_noted and day.date <= today]
    if len(noted) < ENOUGH_TO_ASK or not is_first_month(noted[0].date, today):
        return False
    return not any(is_hard(day) for day in noted if (today - day.date).days <= 1)


def may_change(record: Record | None, factor: str) -> bool:
    """Tell whether a factor can still be named, or be taken back."""
    return record is None or is_open(record) or factor not in record.ids


def choices(questions: Questions, record: Record | None) -> tuple[str, ...]:
    """List what may be named: all that the form asks and offers, but for pain itself."""
    measures = (one.id for one, place in questions.placed() if place not in _NOT_ASKED)
    ids = (*measures, *(one.id for one in questions.shown_triggers))
    return tuple(id for id in ids if not is_same_thing(id, SUSPECTED) and may_change(record, id))


def when_words(questions: Questions, factor: str, lag: int) -> str:
    """Say when a suspicion would show: "The same day", "The day after"."""
    return sentence_case(when(questions, factor, SUSPECTED, lag))


def suspicion_words(questions: Questions, suspicion: Suspicion) -> str:
    """Name a suspicion: "Poor sleep, the day after"."""
    return _("{factor}, {when}").format(
        factor=title(questions, suspicion.factor),
        when=when(questions, suspicion.factor, SUSPECTED, suspicion.lag),
    )


def named_words(questions: Questions, suspicion: Suspicion) -> str:
    """Say that it was named, for a step that can be undone."""
    return _("Suspected {factor}").format(factor=spoken_end(questions, suspicion.factor))
