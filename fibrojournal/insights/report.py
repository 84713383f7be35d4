"""All that Factors and Network show of a record, for the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import last_milestones, next_milestone
from fibrojournal.analysis.network import Network
from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.analysis.screen import Arrow
from fibrojournal.insights import spans
from fibrojournal.insights.record import Record
from fibrojournal.insights.results import network_of, page_of
from fibrojournal.insights.words import sentence_of

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A record with its results."""

    record: Record
    outcomes: tuple[str, ...]
    """What was asked for; of what was never noted there is no page."""
    pages: tuple[Page, ...]
    network: Network
    flares: tuple[spans.FlareDays, ...]
    shifts: tuple[spans.Shift, ...]
    treatments: tuple[spans.Treatment, ...]


def report(record: Record, outcomes: Sequence[str]) -> Report:
    """Ask a record about some outcomes, each a page with families of its own."""
    wanted = tuple(outcomes)
    pages = (page_of(record, outcome) for outcome in wanted)
    return Report(
        record,
        wanted,
        tuple(page for page in pages if page is not None),
        network_of(record),
        spans.flares(record),
        spans.shifts(record, wanted),
        spans.treatments(record, wanted),
    )


def as_json(found: Report) -> dict[str, object]:
    """Return a report as scripts read it; `docs/insights.md` states every key."""
    record, pages = found.record, {page.outcome: page for page in found.pages}
    return {
        "schema": SCHEMA,
        "first_day": record.first.isoformat(),
        "last_day": record.last_noted.isoformat(),
        "days_logged": record.days_noted,
        "as_of": record.last.isoformat(),
        "milestone": next(iter(last_milestones(record.day)), None),
        "questions_checked": {
            outcome: pages[outcome].checked if outcome in pages else 0 for outcome in found.outcomes
        },
        "relations": [_relation(record, one) for page in found.pages for one in page.relations],
        "network": _network(found.network),
        "flares": [{"start": one.start.isoformat(), "end": _iso(one.end)} for one in found.flares],
        "level_shifts": [
            {"measure": one.measure, "day": one.day.isoformat(), "change": one.change}
            for one in found.shifts
        ],
        "treatments": [_treatment(one) for one in found.treatments],
    }


def _relation(record: Record, relation: Relation) -> dict[str, object]:
    answer, label = relation.answer, relation.label
    asked, estimate = answer.question, answer.estimate
    is_told = estimate is not None and label is not Label.NOT_ENOUGH_DAYS
    known = estimate if is_told else None
    return {
        "factor": asked.factor,
        "outcome": asked.outcome,
        "lag_days": asked.lag,
        "family": asked.family.value,
        "expected": asked.expected,
        "weight": asked.weight,
        "suspect": asked.suspect,
        "n": answer.n,
        "slope": known and known.slope,
        "contrast": known and known.contrast,
        "effect": known and known.effect,
        "low": known and known.low,
        "high": known and known.high,
        "p": known and known.p,
        "q": answer.q if known else None,
        "label": label.value,
        "label_q": relation.label_q if known else None,
        "previous_label": relation.previous and relation.previous.value,
        "days_needed": _days_needed(record, relation, label),
        "already_worse_before": relation.already_worse_before,
        "sentence": sentence_of(record.questions, relation),
    }


def _days_needed(record: Record, relation: Relation, label: Label) -> int | None:
    """Count the days until it can be asked or labelled; else until a point would show, if any."""
    answer = relation.answer
    if label is Label.NOT_ENOUGH_DAYS:
        until_asked = answer.days_needed if answer.estimate is None else None
        return until_asked or next_milestone(record.day) - record.day
    return (answer.days_needed or None) if label is Label.NONE else None


def _network(found: Network) -> dict[str, object]:
    return {
        "status": found.status.value,
        "days_needed": found.days_needed,
        "arrows": [
            *(_arrow(one, "solid") for one in found.solid),
            *(_arrow(one, "dotted") for one in found.dotted),
        ],
        "loops": [
            {"nodes": list(one.nodes), "kind": "feeds" if one.feeds else "damps"}
            for one in found.loops
        ],
    }


def _arrow(arrow: Arrow, style: str) -> dict[str, object]:
    return {
        "source": arrow.source,
        "target": arrow.target,
        "lag_days": arrow.lag,
        "slope": arrow.slope,
        "low": arrow.low,
        "high": arrow.high,
        "p": arrow.p,
        "q": arrow.q,
        "style": style,
    }


def _treatment(one: spans.Treatment) -> dict[str, object]:
    around, known = one.change, one.change.difference
    return {
        "name": one.name,
        "start": one.start.isoformat(),
        "outcome": one.outcome,
        "change": known and known.change,
        "low": known and known.low,
        "high": known and known.high,
        "n_before": around.n_before,
        "n_after": around.n_after,
        "started_after_bad_spell": bool(around.after_bad_spell),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
