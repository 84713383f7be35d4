"""What the Factors page lists: each factor with what the journal holds of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fibrojournal.charts import CHARTS, Chart
from fibrojournal.journal.factors import FACTORS, Factor
from fibrojournal.learn.grades import Claim, Grade, Level
from fibrojournal.learn.library import topic
from fibrojournal.text import _, plural
from fibrojournal.ui.pages import has_page, place_of
from fibrojournal.ui.stores import Store

READING = "reading"
PLACE = "factor"
NETWORK = "network"
"""It joins the factors, and has a page of its own."""
MEDICATED = "neurotransmitters"
"""The factor on which medicines act."""
_SEEN_WELL = (Level.A, Level.B)


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


def groups(counts: Mapping[str, int] | None, medicines: int = 0) -> tuple[Group, ...]:
    """List the factors by how much a diary sees of them, those for reading alone last.

    `medicines` is how many are listed in the journal. Without counts the journal is not read yet.
    """
    well = [one for one in FACTORS if charts_of(one.id) and _level(one) in _SEEN_WELL]
    little = [one for one in FACTORS if charts_of(one.id) and _level(one) not in _SEEN_WELL]
    read = [one for one in FACTORS if not charts_of(one.id)]
    kinds = (
        (_("What your days show"), well),
        (_("What they show a little of"), little),
        (_("For reading"), read),
    )
    return tuple(
        Group(title, tuple(_row(factor, counts, medicines) for factor in factors))
        for title, factors in kinds
    )


def _row(factor: Factor, counts: Mapping[str, int] | None, medicines: int) -> FactorRow:
    name, why = _(factor.name), _grade(factor).why
    if factor.id == NETWORK:
        return FactorRow(factor, name, "", why, place_of(factor.id))
    if not charts_of(factor.id):
        page = READING if has_page(READING) else PLACE
        return FactorRow(factor, name, "", why, f"{page}:{factor.id}")
    if counts is None:
        return FactorRow(factor, name, "", why, f"{PLACE}:{factor.id}")
    count = counts.get(factor.id, 0)
    noted = plural("{n} day noted", "{n} days noted", count) if count else _("Nothing noted")
    if factor.id == MEDICATED and medicines:
        noted = plural("{n} medicine listed", "{n} medicines listed", medicines)
    return FactorRow(factor, name, noted, why, f"{PLACE}:{factor.id}")


def _grade(factor: Factor) -> Grade:
    """Return how sure research is that a diary sees a factor; every reading of one says so."""
    return next(grade for grade in topic(factor.id).grades if grade.claim is Claim.DIARY)


def _level(factor: Factor) -> Level:
    return _grade(factor).level
