"""How many areas hurt, and what bothered the senses, on harder and on easier days.

The nearest a diary comes to central sensitization; none of it measures that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fibrojournal.charts.groups import Group, GroupsView, Panel, Series, described, empty
from fibrojournal.charts.kinds import (
    PAIRS_NEEDED,
    Answered,
    Mask,
    answered,
    days_with_both,
    is_good,
    outcome_of,
    too_few,
)
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _

AREAS = "pain_areas"
SENSES = (
    "sensitivity_light",
    "sensitivity_sound",
    "sensitivity_touch",
    "sensitivity_smell",
    "sensitivity_temperature",
)
NEEDS = Needs((AREAS, *SENSES, "pain"))


class _Days(NamedTuple):
    """The harder and the easier third of days, and what they are called."""

    harder: Mask
    easier: Mask
    names: tuple[str, str]


class _Pair(NamedTuple):
    """What was noted on both kinds of days."""

    measure: Measure
    harder: Group
    easier: Group

    def told(self, form: str) -> str:
        """Put both averages into words."""
        return form.format(
            measure=self.measure.inner_label,
            harder=mean_text(self.measure, self.harder.mean),
            easier=mean_text(self.measure, self.easier.mean),
        )


class _Part(NamedTuple):
    """A panel, and what it shows."""

    panel: Panel
    sentence: str


def of_material(material: Material, scope: Scope) -> GroupsView:
    """Set areas and senses of harder and of easier days side by side."""
    outcome = answered(outcome_of(material, scope, but=""), material, scope)
    name = _("Areas and senses, on harder and easier days")
    noted = [answered(material.measure(id), material, scope) for id in (AREAS, *SENSES)]
    both = {one.measure.id: days_with_both(one, outcome) for one in noted}
    if max(both.values()) < PAIRS_NEEDED:
        marked = _("a body map, or light and sound,")
        return empty(name, too_few(outcome.measure.inner_label, marked, max(both.values())))
    days = _days(outcome)
    parts = _parts([one for one in noted if both[one.measure.id] >= PAIRS_NEEDED], days)
    if days is None or not parts:
        return empty(name, _("These days were too alike to be set side by side."))
    detail = [
        _("Harder days: {harder}; easier ones: {easier}.").format(
            harder=days.names[0], easier=days.names[1]
        ),
        _("Plain averages of the same days; each likely lies within its bar."),
        _("None of it measures sensitization."),
    ]
    # What else there is stands beside the marks: so many numbers make no sentence.
    return described(name, [part.panel for part in parts], parts[0].sentence, joined(detail))


def _days(outcome: Answered) -> _Days | None:
    limits = outcome.limits
    if limits is None:
        return None
    low, _between, high = outcome.thirds(limits)
    less = outcome.named(_("{measure} {value} or less"), limits.low)
    more = outcome.named(_("{measure} {value} or more"), limits.high)
    if is_good(outcome.measure):
        return _Days(low, high, (less, more))
    return _Days(high, low, (more, less))


def _parts(noted: Sequence[Answered], days: _Days | None) -> list[_Part]:
    """Show areas and senses apart; nothing of what was noted on too few of either kind of days."""
    if days is None:
        return []
    pairs = [
        _Pair(one.measure, one.days_after(days.harder), one.days_after(days.easier))
        for one in noted
    ]
    fair = [pair for pair in pairs if pair.harder.is_shown and pair.easier.is_shown]
    areas = [_areas(pair) for pair in fair if pair.measure.id == AREAS]
    senses = [pair for pair in fair if pair.measure.id != AREAS]
    return [*areas, _senses(senses)] if senses else areas


def _areas(pair: _Pair) -> _Part:
    panel = Panel(
        _("Painful areas, of 19"),
        pair.measure,
        (_("easier days"), _("harder days")),
        (Series((pair.easier, pair.harder)),),
    )
    sentence = _("On harder days {harder} areas hurt, on easier ones {easier}.")
    return _Part(panel, pair.told(sentence))


def _senses(pairs: Sequence[_Pair]) -> _Part:
    panel = Panel(
        _("Bothered more than usual by"),
        pairs[0].measure,
        tuple(pair.measure.short_label for pair in pairs),
        (
            Series(tuple(pair.harder for pair in pairs), _("harder days")),
            Series(tuple(pair.easier for pair in pairs), _("easier days")),
        ),
    )
    told = ", ".join(pair.told(_("{measure} {harder} and {easier}")) for pair in pairs)
    return _Part(panel, _("Bothered on harder and easier days: {senses}.").format(senses=told))
