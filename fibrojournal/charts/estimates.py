"""How much an outcome differs after a factor, in words, with the recent past of both held fixed.

One question by itself, with its interval: no label, which belongs to all questions of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from fibrojournal.analysis.answers import Estimate, answer
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.questions import question
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.kinds import Answered
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.journal.measures import Asked, Direction
from fibrojournal.text import N_, _

_BAD = {Direction.HIGH_IS_BAD: 1, Direction.HIGH_IS_GOOD: -1, Direction.NEITHER: 0}
_LATER = (
    N_("{factor} and {outcome} on one day"),
    N_("{factor}, then {outcome} a day later"),
    N_("{factor}, then {outcome} two days later"),
)


class Way(NamedTuple):
    """What is asked of two measures: which of them is the factor, and how many days before."""

    factor: int
    lag: int


def estimates(
    pair: tuple[Answered, Answered], start: date, ways: Sequence[Way]
) -> list[Estimate | None]:
    """Estimate how one of two measures differs after the other's high third from its low third.

    None where the days do not suffice. `start` is the day of the first answers of both.
    """
    variables = [_variable(one) for one in pair]
    diary = prepare(day_number(start), variables)
    found = []
    for factor, lag in ways:
        asked, about = variables[factor], variables[1 - factor]
        projected = project(diary, 1 - factor, np.array([factor]), lag)
        found.append(answer(question(asked, about, lag), asked, projected, 0).estimate)
    return found


def told(pair: tuple[Answered, Answered], start: date, ways: Sequence[Way]) -> list[str]:
    """Put the estimates into words; nothing where the days do not suffice."""
    both = zip(ways, estimates(pair, start, ways), strict=True)
    found = [(way, one) for way, one in both if one is not None]
    if not found:
        return []
    if all(_is_unclear(one) for _way, one in found):
        least = max(one.detectable for _way, one in found)
        return [
            _(
                "No clear link once weekday, slow drift and the days before are taken into"
                " account: differences under {points} points cannot be told from chance."
            ).format(points=mean_text(pair[1].measure, least))
        ]
    return [
        *(_in_words(way, one, pair) for way, one in found),
        _("Weekday, slow drift and the days before are taken into account."),
    ]


def _is_unclear(found: Estimate) -> bool:
    """Tell whether a difference that matters may be there or not."""
    return found.low <= 0 <= found.high and not found.is_small


def _in_words(way: Way, found: Estimate, pair: tuple[Answered, Answered]) -> str:
    """Say how much, or how little is known of it."""
    factor, outcome = pair[way.factor].measure, pair[1 - way.factor].measure
    title = _(_LATER[way.lag]).format(
        factor=factor.short_label, outcome=outcome.short_label.lower()
    )
    near, far = sorted((abs(found.low), abs(found.high)))
    if found.is_small:
        form = _("{title}: probably no link that matters, under half a point.")
    elif _is_unclear(found):
        form = _("{title}: no clear link.")
    elif found.effect > 0:
        form = _("{title}: {size} higher, likely between {near} and {far}.")
    else:
        form = _("{title}: {size} lower, likely between {near} and {far}.")
    return form.format(
        title=title,
        size=mean_text(outcome, abs(found.effect)),
        near=mean_text(outcome, near),
        far=mean_text(outcome, far),
    )


def _variable(one: Answered) -> Variable:
    measure = one.measure
    waking = measure.asked is Asked.WAKING
    return Variable(measure.id, one.values, _BAD[measure.direction], waking=waking)
