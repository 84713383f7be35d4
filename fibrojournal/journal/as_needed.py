"""Counting what was taken as needed on a day: each time is an intake of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Intake
from fibrojournal.journal.edits import SetIntake
from fibrojournal.journal.medicines import PARTS_OF_DAY

_ENOUGH = 1e-9


def taken_as_needed(day: Day, medicine: str) -> list[tuple[str, Intake]]:
    """List what was taken of a medicine as needed, with its slot, in the order it was noted."""
    taken = [
        (slot, intake)
        for (id, slot), intake in day.intakes.items()
        if id == medicine and slot not in PARTS_OF_DAY and intake.taken
    ]
    return sorted(taken, key=lambda one: (one[1].entered, one[0]))


def count_of(day: Day, medicine: str) -> float | None:
    """Count how many were taken as needed; None where none was noted."""
    taken = taken_as_needed(day, medicine)
    return sum(map(_amount, (intake for _, intake in taken))) if taken else None


def last_time(day: Day, medicine: str) -> time | None:
    """Return when the last one was taken, as far as that is known."""
    times = [intake.time for _, intake in taken_as_needed(day, medicine) if intake.time]
    return times[-1] if times else None


def counted_to(
    day: Day, medicine: str, count: float, entered: Stamp, new_id: Callable[[], str]
) -> Iterator[SetIntake]:
    """Add or take away intakes until there are `count`; the last ones go first.

    When a further one was taken nobody knows: the number alone was given.
    """
    by = count - (count_of(day, medicine) or 0)
    while by >= 1:
        yield SetIntake(day.date, medicine, new_id(), Intake(taken=True, entered=entered))
        by -= 1
    if by > _ENOUGH:
        part = Intake(taken=True, entered=entered, amount=round(by, 2))
        yield SetIntake(day.date, medicine, new_id(), part)
    for slot, intake in reversed(taken_as_needed(day, medicine)):
        if by >= -_ENOUGH:
            return
        rest = round(_amount(intake) + by, 2)
        by += _amount(intake)
        kept = replace(intake, amount=rest) if rest > 0 else None
        yield SetIntake(day.date, medicine, slot, kept)


def _amount(intake: Intake) -> float:
    return 1 if intake.amount is None else intake.amount
