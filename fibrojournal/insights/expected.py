"""Who expected a link beforehand: the person, studies, or nobody in particular.

The judgements stand in `fibrojournal.analysis.prior`, with their reasons; here they are in words.
"""

from __future__ import annotations

from fibrojournal.analysis.pages import Relation
from fibrojournal.insights.labels import FOUND
from fibrojournal.text import _

_IN_STUDIES = frozenset({"sleep_quality", "stress", "fatigue", "mood"})
"""What daily diaries of many people often show beside pain."""
_BY_PEOPLE = frozenset({"overdid_it", "stressful_event", "stiffness_minutes", "activity"})
"""What many people with pain report."""
_EXPECTED_OF = "pain"


def expectation(relation: Relation) -> str:
    """Say who expected a link; nothing where nothing was found, but for what the person named."""
    asked, estimate = relation.answer.question, relation.answer.estimate
    if asked.suspect:
        return _("You suspected this.")
    if asked.outcome != _EXPECTED_OF or estimate is None or relation.label not in FOUND:
        return ""
    known = asked.factor in _IN_STUDIES or asked.factor in _BY_PEOPLE
    if known and estimate.effect * asked.expected < 0:
        return _("This is the other way round than expected.")
    if asked.factor in _IN_STUDIES:
        return _("Studies often find this.")
    if asked.factor in _BY_PEOPLE:
        return _("Many people report this.")
    return _("Nothing in particular was expected of this.")
