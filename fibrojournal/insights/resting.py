"""Questions that cost taps and showed nothing, so that they could rest; nothing rests unasked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from fibrojournal.analysis.grid import on_calendar
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights.labels import FOUND
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import OUTCOMES, SUSPECTED, network_of, page_of
from fibrojournal.journal.experiments import experiments
from fibrojournal.journal.measures import MEASURE_BY_ID, NEVER_ON_THE_FORM, Place

SPAN = 90
"""So many days are looked at, and a journal is at least so old."""
OFTEN = SPAN // 2
"""A question noted on fewer of these days costs little."""
COULD_SHOW = 2.0
"""A link of so many points would mostly have shown; else silence says nothing."""
MOST = 3
_FROM_A_DEVICE = MEASURE_BY_ID["hrv_sdnn"].topic
"""What is read from a device is seldom typed."""
_NOT_ASKED = (*NEVER_ON_THE_FORM, Place.HIDDEN)


class Resting(NamedTuple):
    """A question that could rest, and on how many of the last 90 days it was noted."""

    id: str
    noted: int


def resting(record: Record) -> tuple[Resting, ...]:
    """Find the questions that could rest, the most noted first, three at most.

    Each is noted on most days, and was asked about on the page of pain, where a link of two points
    would mostly have shown. It has no label on any page, had none at the look before, and stands
    at no arrow of the network. What has a page of its own is noted for its own sake; what the
    person suspects, tries out or wants to be asked stays too.
    """
    if next(iter(last_milestones(record.day)), 0) < SPAN:
        return ()
    left = {one.id: one for one in _noted_often(record)}
    for outcome in OUTCOMES:
        page = page_of(record, outcome) if left else None
        if page is not None:
            left = {id: one for id, one in left.items() if _is_silent(page, id)}
        elif outcome == SUSPECTED:
            return ()
    if left:
        left = {id: one for id, one in left.items() if id not in _joined(record)}
    return tuple(sorted(left.values(), key=lambda one: -one.noted)[:MOST])


def _noted_often(record: Record) -> Iterable[Resting]:
    last = record.first_number + record.day - 1
    wanted = _wanted(record)
    for measure, place in record.questions.placed():
        if place in _NOT_ASKED or measure.id in wanted or measure.topic == _FROM_A_DEVICE:
            continue
        noted = on_calendar(record.series[measure.id], last - SPAN + 1, last).counted
        days = int(np.isfinite(noted).sum())
        if days >= OFTEN:
            yield Resting(measure.id, days)


def _wanted(record: Record) -> frozenset[str]:
    """Return what is noted for its own sake, or what the person waits for an answer about."""
    suspected = (one.factor for one in record.suspects)
    tried = (
        one.outcome
        for one in experiments(record.common.settings)
        if not one.is_told_after(record.last)
    )
    return frozenset((*OUTCOMES, *suspected, *tried, *record.questions.chosen.kept))


def _is_silent(page: Page, id: str) -> bool:
    about = [one for one in page.relations if one.answer.question.factor == id]
    if any(one.label in FOUND or one.previous in FOUND for one in about):
        return False
    return page.outcome != SUSPECTED or (bool(about) and all(map(_would_show, about)))


def _would_show(relation: Relation) -> bool:
    estimate = relation.answer.estimate
    return estimate is not None and estimate.detectable <= COULD_SHOW


def _joined(record: Record) -> frozenset[str]:
    """Return all that stands at an arrow of the network."""
    network = network_of(record)
    arrows = (*network.solid, *network.dotted)
    return frozenset(id for arrow in arrows for id in arrow.pair)
