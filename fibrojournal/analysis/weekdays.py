"""How a measure stands on each day of the week, and whether weekdays differ at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis import calendar
from fibrojournal.analysis.summary import WEEK, Usual, seven_day_mean, usual_range

WEEKS_NEEDED = 12
"""With fewer noted days of any weekday, nothing is said of whether weekdays differ."""
_TURNS = 1999
_SEED = 7  # the same diary always gets the same answer


@dataclass(frozen=True, slots=True)
class Weekday:
    """One day of the week."""

    n: int
    mean: float | None
    usual: Usual | None
    """The middle half; both None where no such day is noted."""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The seven days of the week."""

    days: tuple[Weekday, ...]
    """Monday first."""
    p: float | None
    """The chance that weekdays look as different as this, were they alike; None: too few weeks."""

    @property
    def differ(self) -> bool | None:
        """Tell whether weekdays differ more than chance would have it in 19 of 20 diaries."""
        return None if self.p is None else self.p <= 0.05


def by_weekday(values: NDArray[np.float64], first: int) -> Weekdays:
    """Describe a calendar grid (NaN = not noted) that begins on day `first` since 1970-01-01.

    Whether weekdays differ is asked of the days less the seven days around them, so that good and
    bad weeks have no say. Were weekdays alike, the days of two weeks, taken together, would be as
    likely the other way up; so pairs of weeks are turned over at random, 1999 times, which leaves
    alone how days in a row resemble each other. Each weekday needs twelve noted days.
    """
    weekday = calendar.weekdays(first, values.size)
    days = tuple(_describe(values[weekday == day]) for day in range(WEEK))
    around = values - seven_day_mean(values)
    return Weekdays(days, _chance(around, weekday))


def _describe(values: NDArray[np.float64]) -> Weekday:
    noted = values[np.isfinite(values)]
    return Weekday(int(noted.size), float(noted.mean()) if noted.size else None, usual_range(noted))


def _chance(around: NDArray[np.float64], weekday: NDArray[np.int64]) -> float | None:
    noted = np.isfinite(around)
    counts = np.bincount(weekday[noted], minlength=WEEK)
    if counts.min() < WEEKS_NEEDED:
        return None
    pair = (np.arange(around.size) + weekday[0]) // (2 * WEEK)
    table = np.zeros((int(pair[-1]) + 1, WEEK))
    np.add.at(table, (pair[noted], weekday[noted]), around[noted])
    turned = np.random.default_rng(_SEED).choice([-1.0, 1.0], (_TURNS, table.shape[0]))
    observed = float((table.sum(axis=0) ** 2 / counts).sum())
    by_chance = ((turned @ table) ** 2 / counts).sum(axis=1)
    return float((1 + (by_chance >= observed * (1 - 1e-12)).sum()) / (1 + _TURNS))
