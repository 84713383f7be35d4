"""What is said of a diary: by the product's own engine, and as most trackers do it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from fibrojournal.analysis.answers import ROWS_NEEDED, Answer
from fibrojournal.analysis.families import Label, weighted_bh
from fibrojournal.analysis.pages import answers
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.questions import Question, Suspect, questions
from fibrojournal.analysis.student import two_sided
from fibrojournal.analysis.triggers import EVENTS_NEEDED
from tests.calibration.person import FIRST
from tests.calibration.truth import Diary

FOUND = (Label.CLEAR, Label.LIKELY, Label.POSSIBLE)
_LEVEL = 0.10


class Said(NamedTuple):
    """What is said to one question."""

    question: Question
    p: float
    """Two-sided, before any correction."""
    is_found: bool


Look = Callable[[Diary], Sequence[Said]]


def page_of(
    diary: Diary, outcome: str = "pain", suspects: Collection[Suspect] = ()
) -> Sequence[Answer]:
    """Answer an outcome's page as of the last day, which is a milestone wherever labels count."""
    asked = questions(diary.variables, outcome, suspects)
    return answers(prepare(FIRST, diary.variables), asked)


def ours(diary: Diary, outcome: str = "pain", suspects: Collection[Suspect] = ()) -> Sequence[Said]:
    """Say what the product says."""
    return [
        Said(one.question, one.estimate.p, one.label in FOUND)
        for one in page_of(diary, outcome, suspects)
        if one.estimate is not None
    ]


def naive(diary: Diary, outcome: str = "pain") -> Sequence[Said]:
    """Correlate (Pearson), and correct for the number of questions alone (Benjamini-Hochberg)."""
    known = {one.id: one for one in diary.variables}
    single = [
        (question, correlated(known[question.factor], known[outcome], question.lag))
        for question in questions(diary.variables, outcome)
    ]
    able = [one for one in single if np.isfinite(one[1])]
    q = weighted_bh([p for _, p in able], np.ones(len(able)))
    return [
        Said(question, p, bool(value <= _LEVEL))
        for (question, p), value in zip(able, q, strict=True)
    ]


def correlated(factor: Variable, outcome: Variable, lag: int) -> float:
    """Return the p value of a Pearson correlation, NaN where there is none."""
    x, y = factor.values[: factor.values.size - lag], outcome.values[lag:]
    both = np.isfinite(x) & np.isfinite(y)
    x, y = x[both], y[both]
    few = factor.is_trigger and (x == 1).sum() < EVENTS_NEEDED
    if x.size < ROWS_NEEDED or few or not x.std() * y.std():
        return float("nan")
    r = float(np.corrcoef(x, y)[0, 1])
    t = r * np.sqrt((x.size - 2) / max(1 - r * r, 1e-12))
    return two_sided(x.size - 2, t)
