"""What is asked of a record: a page an outcome, and the network."""

from __future__ import annotations

from fibrojournal.analysis import composite
from fibrojournal.analysis.network import Network, network, nothing_on
from fibrojournal.analysis.pages import Page, page, window
from fibrojournal.insights.record import Record

WHOLE_DAY = composite.ID
"""How bad a day was on the whole: a page beside those of single measures."""
OUTCOMES = ("pain", "fatigue", "fog", "sleep_quality", "mood", "gut")
"""The measures that have a page, each with families of its own; pain comes first."""
SUSPECTED = "pain"
"""Suspects are of pain: how much harder they are looked at was measured for its page alone."""


def page_of(record: Record, outcome: str) -> Page | None:
    """Answer all questions about an outcome; None where nothing that counts is noted of it.

    Raises ValueError for what has no page.
    """
    if outcome == WHOLE_DAY:
        is_told = window(record.variables, record.day, WHOLE_DAY)
        return page(record.first_number, record.variables, WHOLE_DAY) if is_told else None
    if outcome not in OUTCOMES:
        raise ValueError(f"no page is about {outcome}")
    if outcome not in record.ids:
        return None
    suspects = record.suspects if outcome == SUSPECTED else ()
    return page(record.first_number, record.variables, outcome, suspects)


def network_of(record: Record) -> Network:
    """Draw the network as of the last milestone; without an arrow where nothing noted counts."""
    if not record.variables:
        return nothing_on(record.day)
    return network(record.first_number, record.variables)
