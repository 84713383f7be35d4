"""Activity with the outcome of the day after and the one after that: the fast side of it.

What weeks and months of moving do is another question: `four_weeks`.
"""

from __future__ import annotations

from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD
from fibrojournal.charts.estimates import DAILY, Way, told
from fibrojournal.charts.groups import GroupsView, Panel, Series, described, empty
from fibrojournal.charts.kinds import (
    PAIRS_NEEDED,
    answered,
    averages_of,
    days_with_both,
    outcome_of,
    too_few,
)
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_words import joined, mean_text
from fibrojournal.text import _

ACTIVITY = "activity"
NEEDS = Needs((ACTIVITY, *DAILY))

_LESS, _MORE = 0, 2
_HALF_A_STEP = 0.5
"""What was brought in may lie between steps."""


def of_material(material: Material, scope: Scope) -> GroupsView:
    """Set the days after less, usually and more active days side by side."""
    activity = answered(material.measure(ACTIVITY), material, scope)
    outcome = answered(outcome_of(material, scope, but=ACTIVITY), material, scope)
    label = outcome.measure.short_label
    name = _("{measure} after an active day").format(measure=label)
    both = days_with_both(activity, outcome)
    if both < PAIRS_NEEDED:
        return empty(name, too_few(activity.measure.inner_label, outcome.measure.inner_label, both))
    quieter, busier = activity.values <= -_HALF_A_STEP, activity.values >= _HALF_A_STEP
    kinds = quieter, activity.noted & ~quieter & ~busier, busier
    columns = _("less active than usual"), _("as usual"), _("more active than usual")
    titles = {
        1: _("{measure} the day after").format(measure=label),
        2: _("{measure} two days after").format(measure=label),
    }
    panels = []
    for days, title in titles.items():
        groups = tuple(outcome.days_after(kind, days) for kind in kinds)
        panels.append(Panel(title, outcome.measure, columns, (Series(groups),)))
    following = panels[0].series[0].groups
    less, more = following[_LESS], following[_MORE]
    if not (less.is_shown and more.is_shown):
        return empty(
            name,
            _(
                "{needed} days more active than usual and {needed} less active are needed here;"
                " you have {more} and {less}."
            ).format(needed=DAYS_IN_A_THIRD, more=more.n, less=less.n),
        )
    finding = _(
        "{measure} averaged {more} the day after more active days, {less} after less active ones."
    )
    sentence = finding.format(
        measure=outcome.measure.worded_label,
        more=mean_text(outcome.measure, more.mean),
        less=mean_text(outcome.measure, less.mean),
    )
    detail = [
        *told(
            material, scope, (activity.measure, outcome.measure), [Way(0, days) for days in titles]
        ),
        _("A bad day can also make for a quieter one, so this is not proof of cause."),
        _("Over months, exercise helps many people; a day or two says nothing about that."),
        averages_of(both),
    ]
    return described(name, panels, sentence, joined(detail))
