"""An outcome over time with the hard times, injuries and operations that the person noted."""

from __future__ import annotations

from dataclasses import replace

from fibrojournal.charts.groups import empty
from fibrojournal.charts.kinds import outcome_of
from fibrojournal.charts.material import Material, Needs, Scope
from fibrojournal.charts.trend_view import trend_view
from fibrojournal.charts.trend_words import joined
from fibrojournal.charts.view import View
from fibrojournal.text import _, plural

NEEDS = Needs(("pain",))

KINDS = ("hard_time", "injury", "operation")


def of_material(material: Material, scope: Scope) -> View:
    """Make the trend of the chosen outcome with those events alone; without any, a sentence."""
    outcome = outcome_of(material, scope, but="")
    events = [
        event
        for event in material.common.events_between(scope.start, scope.end)
        if event.kind in KINDS
    ]
    if not events:
        return empty(
            _("Hard times"),
            _("Hard times, injuries and operations that you note as events appear here."),
        )
    over_time = trend_view(
        [(outcome, material.series[outcome.id])],
        scope.start,
        scope.end,
        today=scope.today,
        events=events,
    )
    times = plural(
        "These days hold {n} hard time, injury or operation.",
        "These days hold {n} hard times, injuries or operations.",
        len(events),
    )
    caution = _("Other things change at such times too.")
    return replace(
        over_time,
        sentence=times,
        detail=joined([part for part in (over_time.sentence, over_time.detail, caution) if part]),
        description=joined([times, over_time.description, caution]),
    )
