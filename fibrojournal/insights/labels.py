"""What a label is called, and how often one like it is chance.

The shares were measured on made-up people of whom some things are truly related, over a year of
looking (`docs/statistics.md`), and rounded to the careful side. Where nothing is related, every
label is chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.pages import Relation
from fibrojournal.text import N_, _

FIRM = 90
"""Labels of earlier milestones are shakier, and no more than hints where they are possible."""


class _Words(NamedTuple):
    name: str
    dots: int
    chance: str


_EARLY: Mapping[Label, _Words] = {
    Label.CLEAR: _Words(N_("clear"), 3, N_("Of such early labels, about 1 in 12 is chance.")),
    Label.LIKELY: _Words(N_("likely"), 2, N_("Of such early labels, about 1 in 6 is chance.")),
    Label.POSSIBLE: _Words(
        N_("early hint"),
        1,
        N_("Of such early hints, at least 1 in 4 is chance, and perhaps 1 in 2."),
    ),
}
_WORDS: Mapping[Label, _Words] = {
    Label.CLEAR: _Words(
        N_("clear"), 3, N_("Of such labels, about 1 in 50 is chance over a year of looking.")
    ),
    Label.LIKELY: _Words(
        N_("likely"), 2, N_("Of such labels, about 1 in 10 is chance over a year of looking.")
    ),
    Label.POSSIBLE: _Words(
        N_("possible"), 1, N_("Of such labels, about 1 in 5 is chance over a year of looking.")
    ),
    Label.NONE: _Words(N_("no clear link"), 0, ""),
    Label.NEGLIGIBLE: _Words(N_("probably none that matters"), 0, ""),
    Label.NOT_ENOUGH_DAYS: _Words(N_("not enough days"), 0, ""),
}
FOUND = (Label.CLEAR, Label.LIKELY, Label.POSSIBLE)
"""What says that there may be a link, the surest first."""
_ORDER = (*FOUND, Label.NONE, Label.NEGLIGIBLE, Label.NOT_ENOUGH_DAYS)


def label_word(label: Label, milestone: int | None) -> str:
    """Name a label as of a milestone: "clear", "early hint"."""
    return _(_of(label, milestone).name)


def chance_words(label: Label, milestone: int | None) -> str:
    """Say how often such a label is chance; nothing for what was not found."""
    words = _of(label, milestone).chance
    return _(words) if words else ""


def dots(label: Label) -> int:
    """Return how many of the three dots of certainty are filled."""
    return _WORDS[label].dots


def place_of(relation: Relation) -> tuple[int, float]:
    """Sort relations by label, the surest first, then by size; never by p or a correlation."""
    estimate = relation.answer.estimate
    size = -abs(estimate.effect) if estimate else 0.0
    return _ORDER.index(relation.label), size


def _of(label: Label, milestone: int | None) -> _Words:
    is_early = milestone is not None and milestone < FIRM
    return _EARLY.get(label, _WORDS[label]) if is_early else _WORDS[label]
