"""What the Factors page lists: each factor with what the journal holds of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fibrojournal.charts import CHARTS, Chart
from fibrojournal.journal.factors import FACTORS, Factor
from fibrojournal.learn.grades import Claim
from fibrojournal.learn.library import topic
from fibrojournal.text import _, plural
from fibrojournal.ui.pages import has_page
from fibrojournal.ui.stores import Store

READING = "reading"
PLACE = "factor"


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor: its name, what is noted of it, how well a diary can see it, where it leads."""

    factor: Factor
    title: str
    noted: str
    why: str
    page: str


@dataclass(frozen=True, slots=True)
class Group:
    """Factors of one kind under a heading."""

    title: str
    rows: tuple[FactorRow, ...]


def charts_of(factor_id: str) -> tuple[Chart, ...]:
    """Return the charts that stand at a factor's place, in the order of the registry."""
    return tuple(chart for chart in CHARTS if chart.factor == factor_id)


def noted_days(store: Store) -> dict[str, int]:
    """Count for each factor the days with an answer or a tick that belongs to it."""
    topics = [topic(factor.id) for factor in FACTORS]
    series = store.series(tuple({id for one in topics for id in one.measures}))
    ticks = store.trigger_series(tuple({id for one in topics for id in one.triggers}))
    counts = {}
    for one in topics:
        days = [series[id].days for id in one.measures]
        days += [ticks[id].days[ticks[id].values > 0] for id in one.triggers]
        counts[one.id] = int(np.unique(np.concatenate(days)).size) if days else 0
    return counts


def groups(counts: Mapping[str, int]) -> tuple[Group, ...]:
    """List the factors that have a place, then those that are for reading alone."""
    seen = [_row(factor, counts) for factor in FACTORS if charts_of(factor.id)]
    read = [_row(factor, counts) for factor in FACTORS if not charts_of(factor.id)]
    return (
        Group(_("What your days show"), tuple(seen)),
        Group(_("For reading"), tuple(read)),
    )


def _row(factor: Factor, counts: Mapping[str, int]) -> FactorRow:
    shown, name = topic(factor.id), _(factor.name)
    why = next((grade.why for grade in shown.grades if grade.claim is Claim.DIARY), "")
    if not charts_of(factor.id):
        page = READING if has_page(READING) else PLACE
        return FactorRow(factor, name, "", why, f"{page}:{factor.id}")
    count = counts.get(factor.id, 0)
    noted = plural("{n} day noted", "{n} days noted", count) if count else _("Nothing noted")
    return FactorRow(factor, name, noted, why, f"{PLACE}:{factor.id}")
