"""Ways to find more in the first months: what they bring where as much of what is said is chance.

Whoever asks less strictly finds more, of what is true and of what is chance. So each way is also
looked at with its level moved until as many diaries without any relation show a label as now do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf, sqrt
from typing import NamedTuple
from unittest.mock import patch

import numpy as np

from fibrojournal.analysis import calendar
from fibrojournal.analysis.families import (
    BY_ITSELF,
    Family,
    Label,
    mean_one,
    signed_p,
    weighted_bh,
)
from fibrojournal.analysis.prepared import prepare
from fibrojournal.analysis.questions import Question, questions
from fibrojournal.analysis.student import two_sided
from tests.calibration.person import FIRST, NULL, World, people
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table
from tests.calibration.tally import in_a_row, mean
from tests.calibration.truth import Diary, Source
from tests.calibration.ways import (
    ERRORS,
    Fit,
    Variance,
    Way,
    everything,
    no_own_past,
    other_causes,
    severity_too,
)

_DAYS = (60, 90, 180)
_HELD = 4.0
_AS_DONE = "larger of classical and HC3"
_NULL: tuple[Source, ...] = (
    people(NULL),
    people(replace(NULL, shared=0.4)),
    strangers(Truth.NOTHING),
    strangers(Truth.NOTHING, hetero=True),
)
_TRUE: tuple[Source, ...] = (
    people(World()),
    strangers(Truth.GOOD),
    strangers(Truth.FLAT),
)
_WAYS: Mapping[str, tuple[Way, float]] = {
    "severity held for triggers too": (Way(severity_too), _HELD),
    "own past of triggers not held": (Way(no_own_past), _HELD),
    "all else of the day before held softly": (Way(everything(evenly=120)), _HELD),
    "the same, by the weights of the prior": (Way(everything(by_prior=240)), _HELD),
    "all other true causes held, which nobody knows": (Way(other_causes), _HELD),
    "outlying days drawn in at 2.5 (Huber)": (Way(drawn_in=2.5), _HELD),
    "3 days of a trigger are enough": (Way(events=3), _HELD),
    "24 rows, 14 degrees of freedom are enough": (Way(rows=24, free=14), _HELD),
    "weekdays and swings held nearer to 0": (Way(), 16.0),
}


class _Judged(NamedTuple):
    """A question, and the multiple of the level at which it is just found."""

    at: float
    joined: bool
    is_large: bool


_Many = Sequence[Sequence[_Judged]]
_Fits = Sequence[tuple[Diary, Sequence[tuple[Question, Fit]]]]


def run(count: int) -> Iterator[Table]:
    """Try each way alone on the same diaries."""
    rows: list[list[str]] = []
    allowed: list[float] = []
    usual = _everyone(Way(), _HELD, count)
    for name, error in ERRORS.items():
        null, true = _judged_by(usual, error)
        allowed = allowed or [_chance(made, 1.0) for made in null]
        rows.append([name, *_cells(null, true, allowed)])
    for name, (way, held) in _WAYS.items():
        null, true = _judged_by(_everyone(way, held, count), ERRORS[_AS_DONE])
        rows.append([name, *_cells(null, true, allowed)])
    head = (
        "way",
        "nothing related: any label",
        "large found: one person",
        "as thought",
        "evenly spread",
        "with as many false: one person",
        "as thought",
        "evenly spread",
    )
    yield Table("Ways to find more (%; 60 / 90 / 180 days)", head, rows)


def _everyone(way: Way, held: float, count: int) -> Sequence[Sequence[_Fits]]:
    """Fit all diaries: by setting, first those without relations, and by length."""
    with patch.object(calendar, "_HELD", held):
        return [
            [[_fits(way, diary) for diary in source(count, days)] for days in _DAYS]
            for source in (*_NULL, *_TRUE)
        ]


def _fits(way: Way, diary: Diary) -> tuple[Diary, Sequence[tuple[Question, Fit]]]:
    ready = prepare(FIRST, diary.variables)
    asked = ((one, way.fit(diary, ready, one)) for one in questions(diary.variables, "pain"))
    return diary, [(one, fit) for one, fit in asked if fit is not None]


def _judged_by(
    everyone: Sequence[Sequence[_Fits]], error: Variance
) -> tuple[Sequence[_Many], Sequence[Sequence[_Many]]]:
    """Return, by length, all without relations, and those with relations by setting."""
    judged = [
        [[_judged(diary, fits, error) for diary, fits in made] for made in lengths]
        for lengths in everyone
    ]
    null, true = judged[: len(_NULL)], judged[len(_NULL) :]
    return [[one for lengths in null for one in lengths[at]] for at in range(len(_DAYS))], true


def _judged(
    diary: Diary, fits: Sequence[tuple[Question, Fit]], error: Variance
) -> Sequence[_Judged]:
    judged: list[_Judged] = []
    for family in Family:
        able = [(one, fit) for one, fit in fits if one.family is family]
        t = [fit.slope / sqrt(error(fit)) for _, fit in able]
        p = [signed_p(at, fit.df, one.expected) for at, (one, fit) in zip(t, able, strict=True)]
        q = weighted_bh(p, mean_one([one.weight for one, _ in able]))
        by_itself = [
            two_sided(fit.df, at) <= BY_ITSELF[Label.POSSIBLE]
            for at, (_, fit) in zip(t, able, strict=True)
        ]
        judged += [
            _Judged(
                value / family.level if may else inf,
                diary.are_joined(one),
                _is_large(diary, one),
            )
            for value, may, (one, _) in zip(q.tolist(), by_itself, able, strict=True)
        ]
    asked = {one for one, _ in fits}
    unasked = set(questions(diary.variables, "pain")) - asked
    return [*judged, *(_Judged(inf, True, True) for one in unasked if _is_large(diary, one))]


def _is_large(diary: Diary, question: Question) -> bool:
    edge = diary.edge(question.factor, question.outcome, question.lag)
    return edge is not None and edge.size_name == "large"


def _cells(
    null: Sequence[_Many], true: Sequence[Sequence[_Many]], allowed: Sequence[float]
) -> Iterable[str]:
    even = [_level(made, share) for made, share in zip(null, allowed, strict=True)]
    yield in_a_row(_chance(made, 1.0) for made in null)
    for levels in ([1.0] * len(_DAYS), even):
        for lengths in true:
            yield in_a_row(
                mean([one.at <= level for each in made for one in each if one.is_large])
                for made, level in zip(lengths, levels, strict=True)
            )


def _chance(made: _Many, level: float) -> float:
    """Return the share of diaries with a label that is false, at a multiple of the level."""
    return mean([any(one.at <= level and not one.joined for one in each) for each in made])


def _level(made: _Many, share: float) -> float:
    """Return the largest multiple of the level at which no more diaries show a false label."""
    first = sorted(min((one.at for one in each if not one.joined), default=inf) for each in made)
    return float(np.nextafter(first[round(share * len(made))], 0))
