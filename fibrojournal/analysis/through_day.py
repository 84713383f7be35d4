"""How a measure moves through the day, from readings at moments of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

import numpy as np

from fibrojournal.analysis.summary import Usual, usual_range

DAYS_NEEDED = 10
"""Days with two parts noted that are needed before anything is said of the course of a day."""
MIDNIGHT = 24.0


class Part(Enum):
    """A part of the day; its value is the hour at which it ends. The first begins with the day."""

    WAKING = 10.0
    NOON = 15.0
    AFTERNOON = 19.0
    BED = 28.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """How it was in one part of the day."""

    part: Part
    n: int
    """Days behind it."""
    mean: float | None
    usual: Usual | None
    """The middle half; both None where no day has a reading then."""


@dataclass(frozen=True, slots=True)
class ThroughDay:
    """The four parts of the day, in order, over the days on which two or more are noted."""

    parts: tuple[Stretch, ...]
    days: int

    @property
    def is_fair(self) -> bool:
        """Tell whether ten days stand behind it."""
        return self.days >= DAYS_NEEDED


def part_at(hour: float, day_starts: float = 4.0) -> Part:
    """Return the part of the day at an hour of the clock; before `day_starts` it is still night."""
    since = hour if hour >= day_starts else hour + MIDNIGHT
    return next((part for part in Part if since < part.value), Part.BED)


def through_day(readings: Iterable[tuple[int, Part, float]]) -> ThroughDay:
    """Describe readings, each with its day and its part of the day; see `part_at`.

    Ratings that are asked of waking or of the evening join as `Part.WAKING` and `Part.BED`. Several
    readings of one part of a day count as their mean, once. Days with one part alone are left out:
    else mornings and evenings would be those of different days, and bad days, on which people note
    more often, would weigh on one part alone.
    """
    by_day: dict[int, dict[Part, list[float]]] = {}
    for day, part, value in readings:
        by_day.setdefault(day, {}).setdefault(part, []).append(value)
    days = [parts for parts in by_day.values() if len(parts) > 1]
    return ThroughDay(
        tuple(
            _describe(part, [float(np.mean(parts[part])) for parts in days if part in parts])
            for part in Part
        ),
        len(days),
    )


def _describe(part: Part, means: list[float]) -> Stretch:
    values = np.array(means, dtype=np.float64)
    return Stretch(part, len(means), float(values.mean()) if means else None, usual_range(values))
