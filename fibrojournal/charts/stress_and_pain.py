"""Stress and an outcome, both ways round: the days after stressful days, and after bad ones.

Plain averages over the person's own thirds. That one day goes on in the next is not taken out, and
the words say so: the picture tells what went together, not what came first.
"""

from __future__ import annotations

from typing import NamedTuple

from fibrojournal.charts.estimates import DAILY, Way, told
from fibrojournal.charts.groups import GroupsView, Panel, Series, described, empty
from fibrojournal.charts.kinds import (
    PAIRS_NEEDED,
    Answered,
    Mask,
    answered,
    averages_of,
    counted,
    days_with_both,
    is_good,
    outcome_of,
    too_few,
)
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.text import N_, _

STRESS, EVENT = "stress", "stressful_event"
NEEDS = Needs((STRESS, *DAILY), (EVENT,))

_COLUMNS = (N_("same day"), N_("day after"), N_("2 days"), N_("3 days"))
_NEXT = 1


class _Way(NamedTuple):
    """One of the two directions, and what it shows."""

    panel: Panel
    finding: str


class _Kind(NamedTuple):
    """Some days, and what they are called."""

    name: str
    days: Mask


def of_material(material: Material, scope: Scope) -> GroupsView:
    """Set the days after more and less stressful days side by side, and the reverse."""
    stress = answered(material.measure(STRESS), material, scope)
    outcome = answered(outcome_of(material, scope, but=STRESS), material, scope)
    name = _("{measure} and {other}, both ways round").format(
        measure=stress.measure.short_label, other=outcome.measure.inner_label
    )
    both = days_with_both(stress, outcome)
    if both < PAIRS_NEEDED:
        labels = stress.measure.inner_label, outcome.measure.inner_label
        return empty(name, too_few(*labels, both))
    marked = counted(material.triggers[EVENT], scope) > 0
    tried = _after_stress(stress, outcome, marked), _after_bad_days(stress, outcome)
    ways = [way for way in tried if way is not None]
    if not ways:
        return empty(name, _("These days were too alike to be set side by side."))
    estimates = told(
        material, scope, (stress.measure, outcome.measure), (Way(0, _NEXT), Way(1, _NEXT))
    )
    detail = [
        *(estimates or [_("One day goes on in the next: this cannot tell which came first.")]),
        _("Studies disagree on the direction."),
        averages_of(both),
    ]
    findings = joined([way.finding for way in ways])
    return described(name, [way.panel for way in ways], findings, joined(detail))


def _after_stress(stress: Answered, outcome: Answered, marked: Mask) -> _Way | None:
    """Follow the days of the high third and those marked with an event, against calmer ones."""
    limits = stress.limits
    if limits is None:
        return None
    low, _between, high = stress.thirds(limits)
    form = _("{measure} {value} or more")
    if marked.any():
        form = _("{measure} {value} or more, or a stressful event")
    return _way(
        _("{measure} after more and less stressful days"),
        outcome,
        _Kind(stress.named(form, limits.high), high | marked),
        _Kind(stress.named(_("{measure} {value} or less"), limits.low), low & ~marked),
        _("{measure} averaged {one} the day after more stressful days, {other} after calmer ones."),
    )


def _after_bad_days(stress: Answered, outcome: Answered) -> _Way | None:
    """Follow the days on which the outcome was worse, against those on which it was better."""
    limits = outcome.limits
    if limits is None:
        return None
    low, _between, high = outcome.thirds(limits)
    kinds = [
        _Kind(outcome.named(_("{measure} {value} or more"), limits.high), high),
        _Kind(outcome.named(_("{measure} {value} or less"), limits.low), low),
    ]
    worse, better = reversed(kinds) if is_good(outcome.measure) else kinds
    return _way(
        _("{measure} after worse and better days"),
        stress,
        worse,
        better,
        _("{measure} averaged {one} the day after worse days, {other} after better ones."),
    )


def _way(title: str, followed: Answered, one: _Kind, other: _Kind, finding: str) -> _Way | None:
    """Follow a measure over the days after two kinds of days; None where too few were noted."""
    measure, span = followed.measure, range(len(_COLUMNS))
    series = [
        Series(tuple(followed.days_after(kind.days, days) for days in span), kind.name)
        for kind in (one, other)
    ]
    if not all(row.groups[at].is_shown for row in series for at in (0, _NEXT)):
        return None
    columns = tuple(_(column) for column in _COLUMNS)
    named = title.format(measure=measure.short_label)
    panel = Panel(named, measure, columns, tuple(series), is_joined=True)
    means = [mean_text(measure, row.groups[_NEXT].mean) for row in series]
    words = finding.format(measure=measure.worded_label, one=means[0], other=means[1])
    return _Way(panel, words)
