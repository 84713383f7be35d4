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
from fibrojournal.journal.measures import Asked, Direction, Measure
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
    words = []
    for way, found in zip(ways, estimates(pair, start, ways), strict=True):
        if found is not None:
            factor, outcome = pair[way.factor].measure, pair[1 - way.factor].measure
            title = _(_LATER[way.lag]).format(
                factor=factor.short_label, outcome=outcome.short_label
            )
            words.append(
                _("{title}: {finding}.").format(title=title, finding=_in_words(found, outcome))
            )
    if words:
        words.append(_("Weekday, slow drift and the days before are taken into account."))
    return words


def _in_words(found: Estimate, outcome: Measure) -> str:
    """Say how much, or what differences could not be told from chance."""
    if found.low <= 0 <= found.high:
        if found.is_small:
            return _("probably no link that matters, under half a point")
        return _(
            "no clear link, differences under {points} points cannot be told from chance"
        ).format(points=mean_text(outcome, found.detectable))
    form = _("{size} higher, likely between {near} and {far}")
    if found.effect < 0:
        form = _("{size} lower, likely between {near} and {far}")
    near, far = sorted((abs(found.low), abs(found.high)))
    size, near_text, far_text = (
        mean_text(outcome, value) for value in (abs(found.effect), near, far)
    )
    return form.format(size=size, near=near_text, far=far_text)


def _variable(one: Answered) -> Variable:
    measure = one.measure
    waking = measure.asked is Asked.WAKING
    return Variable(measure.id, one.values, _BAD[measure.direction], waking=waking)
