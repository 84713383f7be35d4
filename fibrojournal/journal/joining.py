"""Joining two questions or triggers of one's own: one goes, its answers become the other's.

Each answer keeps its stamp and origin. Where a day holds both, one of the two stays there; the
other is in the history, like anything that was written over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fibrojournal.journal.chosen import forgotten
from fibrojournal.journal.day import Day, TriggerAnswer
from fibrojournal.journal.edits import (
    Edit,
    SetMoment,
    SetOwnMeasure,
    SetOwnTrigger,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger


def can_join(gone: Measure, stays: Measure) -> bool:
    """Tell whether two measures mean the same by a number: the same scale and direction."""
    return gone.id != stays.id and gone.scale == stays.scale and gone.direction is stays.direction


def holds(day: Day, id: str) -> bool:
    """Tell whether a day holds anything of a measure or trigger."""
    of_moments = any(moment.measure == id for moment in day.moments)
    return id in day.readings or id in day.triggers or of_moments


def holds_two(day: Day, gone: str, stays: str) -> bool:
    """Tell whether a day holds an answer to both, and they are not the same."""
    if gone in day.readings and stays in day.readings:
        return day.readings[gone].value != day.readings[stays].value
    one, other = day.triggers.get(gone), day.triggers.get(stays)
    if one is None or other is None or not (one.ticked and other.ticked):
        return False  # a yes beside a no is a yes
    return one.strength != other.strength


def join_measures(
    gone: Measure, stays: Measure, days: Iterable[Day], *, gone_wins: bool
) -> list[Edit]:
    """Return the edits that give a measure's answers to another one and take it away.

    `days` are those that hold it; `gone_wins` tells whose answer stays where a day holds both.
    """
    edits: list[Edit] = []
    for day in days:
        reading = day.readings.get(gone.id)
        if reading is not None:
            edits.append(SetReading(day.date, gone.id, None))
            if gone_wins or stays.id not in day.readings:
                edits.append(SetReading(day.date, stays.id, reading))
        edits += (
            SetMoment(day.date, moment.id, replace(moment, measure=stays.id))
            for moment in day.moments
            if moment.measure == gone.id
        )
    return [*edits, SetOwnMeasure(gone.id, None), *forgotten(Measure, gone.id)]


def join_triggers(
    gone: Trigger, stays: Trigger, days: Iterable[Day], *, gone_wins: bool
) -> list[Edit]:
    """Return the edits that give a trigger's answers to another one and take it away.

    A day that holds a yes to either holds a yes; `gone_wins` tells which yes of two stays.
    """
    edits: list[Edit] = []
    for day in days:
        answer = day.triggers.get(gone.id)
        if answer is None:
            continue
        edits.append(SetTrigger(day.date, gone.id, None))
        if _replaces(answer, day.triggers.get(stays.id), gone_wins=gone_wins):
            edits.append(SetTrigger(day.date, stays.id, answer))
    return [*edits, SetOwnTrigger(gone.id, None), *forgotten(Trigger, gone.id)]


def _replaces(answer: TriggerAnswer, other: TriggerAnswer | None, *, gone_wins: bool) -> bool:
    if other is None or answer.ticked != other.ticked:
        return other is None or answer.ticked
    return answer.ticked and gone_wins
