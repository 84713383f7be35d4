"""How much an outcome differs after a factor, in words, with the recent past of both held fixed.

One question by itself, with its interval: no label, which belongs to all questions of a page.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from fibrojournal.analysis.answers import Answer, Estimate
from fibrojournal.analysis.pages import LONGEST_WINDOW, by_lag
from fibrojournal.analysis.prepared import Prepared, prepare
from fibrojournal.analysis.variables import variables
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.trend_words import mean_text
from fibrojournal.journal.measures import MEASURES, Measure, Place
from fibrojournal.text import N_, _

DAILY = tuple(one.id for one in MEASURES if one.place in (Place.TODAY, Place.MORE))
"""What tells how bad a day was all round: each question that is put to the days before needs it."""
_LATER = (
    N_("{factor} and {outcome} on one day"),
    N_("{factor}, then {outcome} a day later"),
    N_("{factor}, then {outcome} two days later"),
)

Pair = tuple[Measure, Measure]


class Way(NamedTuple):
    """What is asked of two measures: which of them is the factor, and how many days before."""

    factor: int
    lag: int


def answers_of(
    material: Material, scope: Scope, factor: str, outcome: str, lags: Sequence[int]
) -> tuple[Answer, ...]:
    """Answer one question at several lags as its page would; empty without answers."""
    diary = _diary(material, scope, {factor, outcome})
    return by_lag(diary, factor, outcome, lags) if diary is not None else ()


def estimates(
    material: Material, scope: Scope, pair: Pair, ways: Sequence[Way]
) -> list[Estimate | None]:
    """Estimate how one of two measures differs after the other's high third from its low third.

    None where the days do not suffice.
    """
    diary = _diary(material, scope, {one.id for one in pair})
    if diary is None:
        return [None] * len(ways)
    return [
        by_lag(diary, pair[way.factor].id, pair[1 - way.factor].id, (way.lag,))[0].estimate
        for way in ways
    ]


def _diary(material: Material, scope: Scope, ids: Set[str]) -> Prepared | None:
    """Make the days in view ready, from the first noted one on, three years at most.

    None where any of these measures has no answer in them.
    """
    last = day_number(scope.end)
    first = max(day_number(material.begins(scope.start)), last - LONGEST_WINDOW + 1)
    if last < first:
        return None
    laid = variables(material.questions.measures, (), material.series, (first, last))
    return prepare(first, laid) if ids <= {one.id for one in laid} else None


def told(material: Material, scope: Scope, pair: Pair, ways: Sequence[Way]) -> list[str]:
    """Put the estimates into words; nothing where the days do not suffice."""
    both = zip(ways, estimates(material, scope, pair, ways), strict=True)
    found = [(way, one) for way, one in both if one is not None]
    if not found:
        return []
    if all(_is_unclear(one) for _way, one in found):
        least = max(one.detectable for _way, one in found)
        return [
            _(
                "No clear link once weekday, slow drift and the days before are taken into"
                " account: differences under {points} points would mostly not show."
            ).format(points=mean_text(pair[1], least))
        ]
    return [
        *(_in_words(way, one, pair) for way, one in found),
        _("Weekday, slow drift and the days before are taken into account."),
    ]


def _is_unclear(found: Estimate) -> bool:
    """Tell whether a difference that matters may be there or not."""
    return found.low <= 0 <= found.high and not found.is_small


def _in_words(way: Way, found: Estimate, pair: Pair) -> str:
    """Say how much, or how little is known of it."""
    factor, outcome = pair[way.factor], pair[1 - way.factor]
    title = _(_LATER[way.lag]).format(factor=factor.short_label, outcome=outcome.inner_label)
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
