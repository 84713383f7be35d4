"""The answer to one question, in plain units: how much, how sure, and how many days are wanting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.families import Label, signed_p
from fibrojournal.analysis.local_projection import Projections
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.questions import Question
from fibrojournal.analysis.student import POWER_80, half_width, quantile, two_sided
from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD, Limits, off_the_commonest, third_limits
from fibrojournal.analysis.triggers import EVENTS_NEEDED

ROWS_NEEDED = 30
FREE_NEEDED = 20
"""Degrees of freedom."""
SMALL = 0.5
"""A difference under half a point is probably none that matters."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How much an outcome differs with a factor, in points of the outcome.

    Its days of the factor's high third are held against those of the low third, or the days of a
    trigger against the others.
    """

    slope: float
    """Per point of the factor, the calendar and the past of both held fixed."""
    se: float
    df: float
    contrast: float
    """Points of the factor between the means of its thirds; 1 for a trigger."""
    p: float
    """Two-sided, before any correction."""
    signed_p: float
    """With the error split by the expected direction; before any correction."""
    error: float = 0.05
    """Two-sided error of the interval: 5 %, less for what was picked out of many."""

    @property
    def effect(self) -> float:
        """The slope over the whole contrast."""
        return self.slope * self.contrast

    @property
    def low(self) -> float:
        """The lower end of the interval of the effect."""
        return self.effect - self._reach(self.error)

    @property
    def high(self) -> float:
        """The upper end of the interval of the effect."""
        return self.effect + self._reach(self.error)

    @property
    def detectable(self) -> float:
        """The smallest effect that 4 of 5 diaries like this one would tell from chance."""
        return self._reach(0.05) + POWER_80 * self.se * self.contrast

    @property
    def is_small(self) -> bool:
        """Tell whether the interval lies within half a point of 0."""
        return abs(self.effect) + self._reach(self.error) <= SMALL

    def quantiles(self, count: int = 20) -> tuple[float, ...]:
        """Return equally likely values of the effect, lowest first: quantiles of its t."""
        t = [quantile(self.df, (at + 0.5) / count) for at in range(count)]
        return tuple(self.effect + one * self.se * self.contrast for one in t)

    def _reach(self, error: float) -> float:
        return half_width(self.df, error) * self.se * self.contrast


@dataclass(frozen=True, slots=True)
class Answer:
    """What a diary says to a question."""

    question: Question
    n: int
    """Days with both."""
    n_low: int
    n_high: int
    """Days of the factor's low and high third; of a trigger: without and with it."""
    limits: Limits | None
    """Of the thirds; None for a trigger, and where no fair thirds exist."""
    estimate: Estimate | None
    """None where the days do not suffice to ask."""
    days_needed: int | None
    """Calendar days, noted as so far, until the question can be asked; where it was, until a
    difference of one point would be told from chance (0: now). None: more days would not help."""
    q: float | None = None
    """The false discovery rate at which it would just be found; None where it was not asked."""
    label: Label = Label.NOT_ENOUGH_DAYS
    """What the data to this day would earn; a page shows that of the last milestone."""

    def judged(self, q: float, label: Label, error: float = 0.05) -> Answer:
        """Return the answer with what its family made of it."""
        estimate = self.estimate and replace(self.estimate, error=error)
        return replace(self, q=q, label=label, estimate=estimate)


def answer(question: Question, factor: Variable, found: Projections, at: int) -> Answer:
    """Put the projection at a place of `found` in plain units, if its days suffice."""
    used = found.used[at]
    values = factor.values[used]
    n, df = int(found.n[at]), float(found.df[at])
    limits = None if factor.is_trigger else third_limits(values)
    low, high = _sides(factor, values, limits)
    needs = [(ROWS_NEEDED, n), (FREE_NEEDED + n - df, n)]
    if factor.is_trigger:
        needs += [(EVENTS_NEEDED, int(low.sum())), (EVENTS_NEEDED, int(high.sum()))]
    elif limits is None:
        needs.append((2 * DAYS_IN_A_THIRD, off_the_commonest(values)))
    enough = all(have >= need for need, have in needs) and (factor.is_trigger or limits is not None)
    estimate = None
    if enough and found.se[at] > 0:
        contrast = 1.0 if factor.is_trigger else float(values[high].mean() - values[low].mean())
        estimate = _estimate(question, float(found.slope[at]), float(found.se[at]), df, contrast)
    return Answer(
        question,
        n,
        int(low.sum()),
        int(high.sum()),
        limits,
        estimate,
        _until_a_point(estimate, used.size) if estimate else _until_asked(needs, used.size),
    )


def _estimate(question: Question, slope: float, se: float, df: float, contrast: float) -> Estimate:
    t = slope / se
    return Estimate(slope, se, df, contrast, two_sided(df, t), signed_p(t, df, question.expected))


def _sides(
    factor: Variable, values: NDArray[np.float64], limits: Limits | None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    if factor.is_trigger:
        return values == 0, values == 1
    if limits is None:
        none = np.zeros(values.size, dtype=np.bool_)
        return none, none
    return values <= limits.low, values >= limits.high


def _until_asked(needs: list[tuple[float, int]], days: int) -> int | None:
    """Count the days until all needs are met: at the rate so far, or daily where there is none."""
    wanting = [
        (need - have) * (days / have if have else 1.0) for need, have in needs if have < need
    ]
    return ceil(max(wanting)) if wanting else None


def _until_a_point(estimate: Estimate, days: int) -> int:
    """Count the days until one point is detectable: errors shrink with the root of the days."""
    return max(0, ceil(days * (estimate.detectable**2 - 1)))
