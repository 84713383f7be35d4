"""What was noted on some kind of days, such as a person's own third, or on the days after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.autocorrelation import lag_one, unbiased
from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.mean_interval import mean_interval
from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD, Limits, third_limits
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.groups import Group
from fibrojournal.journal.measures import Asked, Direction, Measure
from fibrojournal.text import _, plural

if TYPE_CHECKING:
    from fibrojournal.charts.material import Material, Scope

PAIRS_NEEDED = 30
"""Fewer days with both answers than this are not divided into kinds."""

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """A measure with its answers, one entry a calendar day; NaN where none may be counted."""

    measure: Measure
    values: Values

    @property
    def noted(self) -> Mask:
        """The days with an answer."""
        return np.isfinite(self.values)

    @property
    def limits(self) -> Limits | None:
        """The limits of the person's own thirds."""
        return third_limits(self.values)

    def thirds(self, limits: Limits) -> tuple[Mask, Mask, Mask]:
        """Mark the days of the low third, those in between, and those of the high third."""
        low, high = self.values <= limits.low, self.values >= limits.high
        return low, self.noted & ~low & ~high, high

    def days_after(self, kind: Mask, days: int = 0) -> Group:
        """Average what was noted so many days after the days of a kind.

        The interval knows that days resemble each other; it does not leave the scale.
        """
        later = np.zeros(kind.size, dtype=np.bool_)
        later[days:] = kind[: kind.size - days]
        later &= self.noted
        n = int(later.sum())
        if n < DAYS_IN_A_THIRD:
            return Group(n)
        phi = unbiased(lag_one(self.values - np.nanmean(self.values)), int(self.noted.sum()))
        mean, scale = mean_interval(self.values, later, phi), self.measure.scale
        return Group(n, mean.mean, max(mean.low, scale.low), min(mean.high, scale.high))

    def named(self, form: str, value: float) -> str:
        """Name a kind of days by a limit of this measure."""
        return form.format(measure=self.measure.short_label, value=self.measure.value_text(value))


def answered(measure: Measure, material: Material, scope: Scope) -> Answered:
    """Lay the answers to a measure on the days that are looked at."""
    return Answered(measure, counted(material.series[measure.id], scope))


def counted(recorded: Recorded, scope: Scope) -> Values:
    """Lay what statistics may use on the days of the scope; NaN where there is nothing."""
    return on_calendar(recorded, day_number(scope.start), day_number(scope.end)).counted


def days_with_both(one: Answered, other: Answered) -> int:
    """Count the days on which both were noted."""
    return int((one.noted & other.noted).sum())


def outcome_of(material: Material, scope: Scope, *, but: str) -> Measure:
    """Return the measure that the person chose, where it can follow from the day; else pain.

    What is asked on waking looks back on the night before, and so cannot.
    """
    chosen = material.measure(scope.measure)
    if chosen.outcome and chosen.asked is not Asked.WAKING and chosen.id != but:
        return chosen
    return material.measure("pain")


def is_good(measure: Measure) -> bool:
    """Tell whether the high third of a measure is the better one."""
    return measure.direction is Direction.HIGH_IS_GOOD


def too_few(one: str, other: str, n: int) -> str:
    """Say how many days with both answers are needed, and how many there are."""
    return _("{needed} days with both {one} and {other} are needed here; you have {n}.").format(
        needed=PAIRS_NEEDED, one=one, other=other, n=n
    )


def averages_of(n: int) -> str:
    """Say what stands behind plain averages, and what the bars are."""
    return plural(
        "Plain averages, {n} day with both; each likely lies within its bar.",
        "Plain averages, {n} days with both; each likely lies within its bar.",
        n,
    )
