"""What a person's own days say of the matter of a reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.insights.page_words import in_order
from fibrojournal.insights.ranking import finding_of
from fibrojournal.insights.record import Record
from fibrojournal.insights.words import Told, is_found, told
from fibrojournal.journal.suspicions import dismissed

MOST = 2
"""A reading is no page of results."""


def told_of(record: Record, page: Page, ids: Collection[str]) -> tuple[Told, ...]:
    """Put what was found of some measures and triggers into words, the surest two at most.

    Nothing where nothing was found; what the person put aside stays there.
    """
    found = [one for one in _first_of_each(page) if one.answer.question.factor in ids]
    aside = dismissed(record.common.settings)
    kept = [one for one in found if is_found(one) and finding_of(one) not in aside]
    return tuple(told(record, page, one) for one in kept[:MOST])


def _first_of_each(page: Page) -> Iterator[Relation]:
    """Yield the surest relation of each factor."""
    seen = set()
    for relation in in_order(page):
        factor = relation.answer.question.factor
        if factor not in seen:
            seen.add(factor)
            yield relation
