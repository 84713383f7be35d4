"""An outcome's page: every question asked of a diary, answered with its number and its label."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from fibrojournal.analysis import composite
from fibrojournal.analysis.answers import Answer, answer
from fibrojournal.analysis.families import (
    Family,
    Label,
    error_of_found,
    label_of,
    mean_one,
    weighted_bh,
)
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.prepared import Prepared, Variable, prepare
from fibrojournal.analysis.questions import Question, Suspect, question, questions
from fibrojournal.analysis.triggers import already_worse_before

LONGEST_WINDOW = 1095
"""Days looked at, up to the last: people change."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A question with its answer of today, and what may be said of it until the next milestone."""

    answer: Answer
    label: Label
    """As of the last milestone. `NOT_ENOUGH_DAYS` before the first, and where the days looked at by
    now have no number any more: no label stands alone."""
    label_q: float | None
    previous: Label | None
    """As of the milestone before; None where there is none. What was found then and is not now has
    fallen away, and is shown so."""
    already_worse_before: bool
    """For a trigger: the outcome was worse already on the day before."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that was asked about an outcome."""

    outcome: str
    milestone: int | None
    """The day of the diary on which labels were given last; None before the first."""
    relations: tuple[Relation, ...]
    checked: int
    """How many questions had enough days to be asked as of today."""


def page(
    first: int,
    variables: Sequence[Variable],
    outcome: str,
    suspects: Collection[Suspect] = (),
) -> Page:
    """Answer all questions about an outcome as of the last day of the grids.

    The grids of all variables have one length and begin on the first noted day, `first`, in days
    since 1970-01-01. The outcome is one of them, or `composite.ID`, which is made anew for each
    look. Labels are those of the last milestone, worked out anew from the days up to it: nothing is
    remembered from one look to the next.
    """
    days = variables[0].values.size
    seen = window(variables, days, outcome)
    asked = questions(seen, outcome, suspects)
    diary = _ready(first, days, seen)
    today = answers(diary, asked)
    milestones = last_milestones(days)
    then = [_labels(first, variables, asked, milestone) for milestone in milestones]
    return Page(
        outcome,
        milestones[0] if milestones else None,
        tuple(
            _relation(diary, one, [labels[at] for labels in then]) for at, one in enumerate(today)
        ),
        sum(one.estimate is not None for one in today),
    )


def answers(diary: Prepared, asked: Sequence[Question]) -> tuple[Answer, ...]:
    """Answer questions about one outcome from a diary, judged together in their families."""
    single: dict[Question, Answer] = {}
    for alike in _groups(asked):
        single.update(_answered(diary, alike))
    for family in Family:
        single.update({one.question: one for one in _judged(single.values(), family)})
    return tuple(single[one] for one in asked)


def by_lag(
    diary: Prepared, factor: str, outcome: str, lags: Sequence[int] = (0, 1, 2, 3)
) -> tuple[Answer, ...]:
    """Answer one question at several lags: for a picture that shows when, and gives no label.

    Each interval is that of its own lag; that several are looked at is not allowed for.
    """
    one, other = (diary.variables[diary.index(id)] for id in (factor, outcome))
    asked = [question(one, other, lag) for lag in lags]
    return tuple(_answered(diary, [single])[single] for single in asked)


def looked_at(
    first: int, variables: Sequence[Variable], day: int, outcome: str | None = None
) -> Prepared:
    """Make ready what a page looks at on a day of the diary."""
    return _ready(first, day, window(variables, day, outcome))


def _ready(first: int, day: int, seen: Sequence[Variable]) -> Prepared:
    return prepare(first + max(day - LONGEST_WINDOW, 0), seen)


def window(
    variables: Sequence[Variable], day: int, outcome: str | None = None
) -> tuple[Variable, ...]:
    """Cut out the days that are looked at on a day of the diary.

    Empty for the day on the whole where these days do not tell how it was.
    """
    start = max(day - LONGEST_WINDOW, 0)
    seen = tuple(replace(one, values=one.values[start:day]) for one in variables)
    return composite.with_whole_day(seen) if outcome == composite.ID else seen


def _labels(
    first: int, variables: Sequence[Variable], asked: Sequence[Question], day: int
) -> list[tuple[Label, float | None]]:
    outcome = asked[0].outcome if asked else None
    seen = window(variables, day, outcome)
    if not seen:
        return [(Label.NOT_ENOUGH_DAYS, None)] * len(asked)
    return [(one.label, one.q) for one in answers(_ready(first, day, seen), asked)]


def _relation(
    diary: Prepared, today: Answer, then: Sequence[tuple[Label, float | None]]
) -> Relation:
    label, q = then[0] if then and today.estimate else (Label.NOT_ENOUGH_DAYS, None)
    factor, outcome = (diary.index(id) for id in (today.question.factor, today.question.outcome))
    return Relation(
        today,
        label,
        q,
        then[1][0] if len(then) > 1 else None,
        diary.variables[factor].is_trigger and already_worse_before(diary, factor, outcome),
    )


def _groups(asked: Iterable[Question]) -> Iterable[list[Question]]:
    """Put together the questions that one stack of regressions answers."""
    groups: dict[tuple[str, int, bool], list[Question]] = {}
    for one in asked:
        groups.setdefault((one.outcome, one.lag, one.severity), []).append(one)
    return groups.values()


def _answered(diary: Prepared, alike: Sequence[Question]) -> dict[Question, Answer]:
    factors = np.array([diary.index(one.factor) for one in alike])
    lag, severity = alike[0].lag, alike[0].severity
    found = project(diary, diary.index(alike[0].outcome), factors, lag, severity=severity)
    return {
        one: answer(one, diary.variables[factor], found, at)
        for at, (one, factor) in enumerate(zip(alike, factors.tolist(), strict=True))
    }


def _judged(single: Iterable[Answer], family: Family) -> Iterator[Answer]:
    """Judge those of one family that could be asked, and pass over the rest."""
    able = [
        (one, one.estimate)
        for one in single
        if one.estimate is not None and one.question.family is family
    ]
    weights = mean_one([one.question.weight for one, _ in able])
    q = weighted_bh([estimate.signed_p for _, estimate in able], weights)
    labels = [
        label_of(value, estimate.p, family)
        for value, (_, estimate) in zip(q.tolist(), able, strict=True)
    ]
    found = sum(label is not Label.NONE for label in labels)
    for (one, estimate), weight, value, label in zip(able, weights, q, labels, strict=True):
        if label is Label.NONE:
            yield one.judged(float(value), Label.NEGLIGIBLE if estimate.is_small else Label.NONE)
        else:
            error = error_of_found(family, float(weight), found, len(able))
            yield one.judged(float(value), label, error)
