"""What a record shows beside links: flares, level shifts, and the days around treatments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fibrojournal.analysis.flares import flare_days
from fibrojournal.analysis.level_shifts import change_points
from fibrojournal.analysis.phase_change import PhaseChange, phase_change
from fibrojournal.analysis.prepared import Variable
from fibrojournal.insights.record import Record
from fibrojournal.journal.day import TREATMENTS
from fibrojournal.journal.medicine_words import marked_between

FLARES_OF = "pain"


@dataclass(frozen=True, slots=True)
class FlareDays:
    """A spell that stands clearly above the weeks before it; `end` is None while it lasts."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Shift:
    """A day from which on a measure stood at another level."""

    measure: str
    day: date
    change: float


@dataclass(frozen=True, slots=True)
class Treatment:
    """A start, change or stop of a treatment, and how an outcome stood around it."""

    name: str
    start: date
    outcome: str
    change: PhaseChange


def flares(record: Record) -> tuple[FlareDays, ...]:
    """Find the flares of pain up to the last day of a record."""
    pain = record.series[FLARES_OF]
    kept = ~pain.copied & (pain.days < record.first_number + record.day)
    return tuple(
        FlareDays(
            record.date_of(flare.start), None if flare.end is None else record.date_of(flare.end)
        )
        for flare in flare_days(pain.days[kept], pain.values[kept])
    )


def shifts(record: Record, measures: tuple[str, ...]) -> tuple[Shift, ...]:
    """Find the level shifts of some measures."""
    return tuple(
        Shift(one.id, record.date_of(record.first_number + found.day), found.change)
        for one in record.variables
        if one.id in measures
        for found in change_points(one.values)
    )


def treatments(record: Record, outcomes: tuple[str, ...]) -> tuple[Treatment, ...]:
    """Look at outcomes around every start, change and stop of a treatment or a medicine."""
    begun = [
        event
        for event in marked_between(record.common, date.min, record.last)
        if event.kind in TREATMENTS
    ]
    return tuple(
        Treatment(event.label, event.start, one.id, _around(record, event.start, one))
        for event in begun
        for one in record.variables
        if one.id in outcomes
    )


def _around(record: Record, start: date, outcome: Variable) -> PhaseChange:
    at = (start - record.first).days
    return phase_change(outcome.values, at, high_is_bad=outcome.bad > 0)
