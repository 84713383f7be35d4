"""Stomach and bowels with an outcome: averages by how much they bothered, that day and the next.

What a diary sees of gut and brain is how the stomach felt, never bacteria.
"""

from __future__ import annotations

from fibrojournal.charts.estimates import DAILY, Way, told
from fibrojournal.charts.groups import GroupsView, Panel, Series, described, empty
from fibrojournal.charts.kinds import (
    PAIRS_NEEDED,
    Answered,
    answered,
    averages_of,
    days_with_both,
    outcome_of,
    too_few,
)
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.text import _

GUT = "gut"
NEEDS = Needs((GUT, *DAILY))

_TOGETHER = "\N{NO-BREAK SPACE}"
"""Keeps "2 or less" on one line."""


def of_material(material: Material, scope: Scope) -> GroupsView:
    """Set calm, middling and upset days side by side."""
    gut = answered(material.measure(GUT), material, scope)
    outcome = answered(outcome_of(material, scope, but=GUT), material, scope)
    label = outcome.measure.short_label
    name = _("{measure} by how the stomach was").format(measure=label)
    both = days_with_both(gut, outcome)
    if both < PAIRS_NEEDED:
        return empty(name, too_few(gut.measure.inner_label, outcome.measure.inner_label, both))
    titles = (
        _("{measure} on the same day").format(measure=label),
        _("{measure} the day after").format(measure=label),
    )
    panels = [_panel(title, gut, outcome, days) for days, title in enumerate(titles)]
    fair = [panel for panel in panels if panel is not None]
    if not fair:
        return empty(name, _("The stomach was much the same on these days."))
    calm, *_between, upset = fair[0].series[0].groups
    finding = _("{measure} averaged {upset} on days with an upset stomach, {calm} on calm ones.")
    sentence = finding.format(
        measure=outcome.measure.worded_label,
        upset=mean_text(outcome.measure, upset.mean),
        calm=mean_text(outcome.measure, calm.mean),
    )
    detail = [
        *told(material, scope, (gut.measure, outcome.measure), (Way(0, 0), Way(0, 1))),
        _("Which came first cannot be told from one day."),
        averages_of(both),
    ]
    return described(name, fair, sentence, joined(detail))


def _panel(title: str, gut: Answered, outcome: Answered, days: int) -> Panel | None:
    """Describe the outcome so many days after; None where the stomach has no fair thirds."""
    limits = gut.limits
    if limits is None:
        return None
    names = (
        gut.named(_("calm, {value} or less"), limits.low),
        _("in between"),
        gut.named(_("upset, {value} or more"), limits.high),
    )
    groups = [outcome.days_after(kind, days) for kind in gut.thirds(limits)]
    if not (groups[0].is_shown and groups[-1].is_shown):
        return None
    kept = [at for at, group in enumerate(groups) if group.n]
    columns = tuple(_unbroken(names[at]) for at in kept)
    return Panel(title, outcome.measure, columns, (Series(tuple(groups[at] for at in kept)),))


def _unbroken(label: str) -> str:
    """Let a label break after its comma alone."""
    return label.replace(" ", _TOGETHER).replace(f",{_TOGETHER}", ", ")
