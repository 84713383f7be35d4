"""Other ways to ask a page's questions, which were tried and not taken up: see `tried`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.answers import FREE_NEEDED, ROWS_NEEDED
from fibrojournal.analysis.prepared import Prepared, Variable
from fibrojournal.analysis.prior import prior_of
from fibrojournal.analysis.questions import Question
from fibrojournal.analysis.regression import SLOPE
from fibrojournal.analysis.thirds import third_limits
from fibrojournal.analysis.triggers import EVENTS_NEEDED
from tests.calibration.truth import Diary

Series = NDArray[np.float64]
_LEAST = 0.5
"""What the prior knows nothing of is held as if it had this weight."""


class Held(NamedTuple):
    """A series that is held fixed, so many days before the outcome."""

    series: Series
    back: int
    penalty: float = 0.0
    """A ridge penalty; 0 holds it whole."""


class Fit(NamedTuple):
    """The slope of a question, and its variance by several formulas."""

    slope: float
    df: float
    classical: float
    hc2: float
    hc3: float
    spread_df: float
    """How many degrees of freedom HC2 and HC3 have of their own."""


Holds = Callable[[Diary, Prepared, Question], Sequence[Held]]


def as_done(diary: Diary, ready: Prepared, question: Question) -> Sequence[Held]:
    """Hold severity, or the factor's own past."""
    del diary
    if question.severity:
        return [_severity(ready, question)]
    return [Held(ready.filled[ready.index(question.factor)], question.lag + 1)]


def severity_too(diary: Diary, ready: Prepared, question: Question) -> Sequence[Held]:
    """Hold severity for triggers as well."""
    more = [_severity(ready, question)] if _factor(ready, question).is_trigger else []
    return [*as_done(diary, ready, question), *more]


def no_own_past(diary: Diary, ready: Prepared, question: Question) -> Sequence[Held]:
    """Hold nothing of a trigger's own past."""
    return [] if _factor(ready, question).is_trigger else as_done(diary, ready, question)


def everything(by_prior: float = 0.0, evenly: float = 0.0) -> Holds:
    """Hold all else that was noted on the day before, each softly, in the place of severity."""

    def held(diary: Diary, ready: Prepared, question: Question) -> Sequence[Held]:
        rest = [one for one in ready.variables if one.id not in (question.factor, question.outcome)]
        weights = np.array([_prior_weight(one, question) for one in rest])
        penalties = by_prior * (weights**2).mean() / weights**2 + evenly
        return [
            *([] if question.severity else as_done(diary, ready, question)),
            *(
                Held(ready.filled[ready.index(one.id)], max(question.lag, 1), float(penalty))
                for one, penalty in zip(rest, penalties, strict=True)
            ),
        ]

    return held


def other_causes(diary: Diary, ready: Prepared, question: Question) -> Sequence[Held]:
    """Hold all that truly moves the outcome and came no later than the factor: nobody knows it."""
    return [
        *as_done(diary, ready, question),
        *(
            Held(ready.filled[ready.index(edge.source)], edge.lag)
            for edge in diary.edges
            if edge.target == question.outcome
            and edge.source != question.factor
            and edge.lag >= question.lag
        ),
    ]


@dataclass(frozen=True)
class Way:
    """How questions are fitted, and which are asked."""

    holds: Holds = as_done
    events: int = EVENTS_NEEDED
    rows: int = ROWS_NEEDED
    free: int = FREE_NEEDED
    drawn_in: float = inf
    """Outlying days are drawn in to so many robust standard deviations (Huber)."""

    def fit(self, diary: Diary, ready: Prepared, question: Question) -> Fit | None:
        """Fit a question; None where its days do not suffice."""
        target, lag = ready.index(question.outcome), question.lag
        start = max(lag, 1) + 1
        days = ready.adjusted.shape[1]
        y = ready.adjusted[target, start:]
        x = ready.adjusted[ready.index(question.factor), start - lag : days - lag]
        rows = np.isfinite(x) & np.isfinite(y)
        factor = _factor(ready, question)
        if not self._suffices(factor, factor.values[start - lag : days - lag][rows]):
            return None
        own = ready.filled[target]
        held = [
            Held(own, max(lag, 1)),
            Held(own, max(lag, 1) + 1),
            *self.holds(diary, ready, question),
        ]
        columns = [one.series[start - one.back : days - one.back][rows] for one in held]
        soft = np.array([0.0, 0.0, *(one.penalty for one in held)])
        design = np.column_stack([np.ones(rows.sum()), x[rows], *columns])
        design[:, soft > 0] -= design[:, soft > 0].mean(axis=0)
        free = rows.sum() - (soft == 0).sum() - (ready.calendar_df[target] - 1)
        if free < self.free:
            return None
        return _fitted(design, y[rows], soft, float(free), self.drawn_in)

    def _suffices(self, factor: Variable, values: Series) -> bool:
        if factor.is_trigger:
            events = min(int((values == 1).sum()), int((values == 0).sum()))
            return values.size >= self.rows and events >= self.events
        return values.size >= self.rows and third_limits(values) is not None


def _fitted(design: Series, y: Series, soft: Series, free: float, drawn_in: float) -> Fit | None:
    inverse = np.linalg.pinv(design.T @ design + np.diag(soft), rcond=1e-10, hermitian=True)
    weights = inverse @ design.T
    fit, residual = _drawn_in(design, weights, y, drawn_in)
    influence = weights[SLOPE]
    if not influence.any():
        return None
    leverage = np.minimum((design * weights.T).sum(axis=1), 1 - 1e-8)
    ridge = float((soft * fit**2).sum())
    noise = float(residual @ residual + ridge) / free
    # What is held softly may still be anything that its penalty allows.
    is_soft = soft > 0
    loose = noise * ((influence @ design[:, is_soft]) ** 2 / soft[is_soft]).sum()
    spare = (y.size - (~is_soft).sum()) / free
    by_day = (influence * residual) ** 2 * spare
    return Fit(
        float(fit[SLOPE]),
        free,
        noise * float(inverse[SLOPE, SLOPE]),
        float((by_day / (1 - leverage)).sum() + loose),
        float((by_day / (1 - leverage) ** 2).sum() + loose),
        float((influence**2).sum() ** 2 / (influence**4).sum()),
    )


def _drawn_in(design: Series, weights: Series, y: Series, limit: float) -> tuple[Series, Series]:
    """Return weights and residuals, after three steps towards Huber's where there is a limit."""
    fit: Series = weights @ y
    residual: Series = y - design @ fit
    for _ in range(3 if limit < inf else 0):
        reach = limit * 1.4826 * float(np.median(np.abs(residual)))
        inside = max(int((np.abs(residual) <= reach).sum()), 1)
        drawn = design @ fit + np.clip(residual, -reach, reach) * y.size / inside
        fit = weights @ drawn
        residual = y - design @ fit
        last = drawn - design @ fit
    return fit, residual if limit == inf else last


def _severity(ready: Prepared, question: Question) -> Held:
    factor = np.array([ready.index(question.factor)])
    series = ready.severity_without(factor, ready.index(question.outcome))[0]
    return Held(series, max(question.lag, 1))


def _prior_weight(one: Variable, question: Question) -> float:
    return max(_LEAST, prior_of(one.id, question.outcome, one.bad).next_day)


def _factor(ready: Prepared, question: Question) -> Variable:
    return ready.variables[ready.index(question.factor)]


Variance = Callable[[Fit], float]
ERRORS: Mapping[str, Variance] = {
    "larger of classical and HC3": lambda fit: max(fit.classical, fit.hc3),
    "larger of classical and HC2": lambda fit: max(fit.classical, fit.hc2),
    "classical": lambda fit: fit.classical,
    "HC2": lambda fit: fit.hc2,
    "mean of classical and HC3": lambda fit: (fit.classical + fit.hc3) / 2,
    "HC3 where days differ by more than chance, or else classical": lambda fit: (
        fit.hc3
        if fit.hc2 > fit.classical * (1 + float(np.sqrt(2 / fit.spread_df)))
        else fit.classical
    ),
}
"""The first is what is done."""
