"""What is asked on the page of an outcome: each factor on the same day and the day after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fibrojournal.analysis.families import Family
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.prior import NIGHT, NO_PRIOR, SUSPECT, is_same_thing, prior_of

LAGS = (0, 1)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A question that the person named beforehand: a factor, and how many days later."""

    factor: str
    lag: int


@dataclass(frozen=True, slots=True)
class Question:
    """Whether an outcome goes with a factor so many days before it."""

    factor: str
    outcome: str
    lag: int
    """Rows of the diary: the night before a day stands on its row, and is at lag 0."""
    family: Family
    expected: int
    """1 or -1: the direction expected beforehand; 0: none."""
    weight: float
    """How hard it is looked at, before weights are made 1 on average."""
    severity: bool
    """Whether how bad the day before was takes the place of the factor's own past. So it is for
    symptoms of earlier days and for the night before: days that were bad all round would else seem
    to lead to the next. A trigger keeps its own past."""
    suspect: bool


def questions(
    variables: Sequence[Variable], outcome: str, suspects: Collection[Suspect] = ()
) -> tuple[Question, ...]:
    """List the questions of an outcome's page, in the order of the variables, same day first."""
    about = next(variable for variable in variables if variable.id == outcome)
    return tuple(
        question(variable, about, lag, suspects)
        for variable in variables
        if not is_same_thing(variable.id, outcome)
        for lag in LAGS
        # The evening of a day comes after its morning: nobody asks backwards in time.
        if lag or variable.waking or not about.waking
    )


def question(
    factor: Variable, outcome: Variable, lag: int, suspects: Collection[Suspect] = ()
) -> Question:
    """Make one question; at lags that no page asks too, for pictures that give no label."""
    prior = prior_of(factor.id, outcome.id, factor.bad)
    weight = prior.weight(lag)
    family = _family(factor, outcome, lag)
    suspect = Suspect(factor.id, lag) in suspects
    return Question(
        factor.id,
        outcome.id,
        lag,
        family,
        expected=prior.expected,
        weight=SUSPECT * max(NO_PRIOR.same_day, weight) if suspect else weight,
        severity=family is Family.BEFORE and not factor.is_trigger,
        suspect=suspect,
    )


def _family(factor: Variable, outcome: Variable, lag: int) -> Family:
    night_first = factor.id in NIGHT and not outcome.waking
    return Family.BEFORE if lag or factor.is_trigger or night_first else Family.SAME
