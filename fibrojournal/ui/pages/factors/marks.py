"""The icon and the colour by which a measure or a trigger is known on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fibrojournal.journal.questions import Questions
from fibrojournal.learn.library import topic, topic_for_measure, topic_for_trigger
from fibrojournal.text import _

_PLAIN = "tags"


class Marked(NamedTuple):
    """How a measure or trigger looks, and what is read of it."""

    icon: str
    factor: str
    """The id of the factor that lends its colour; may be empty."""
    topic: str
    """The id of what there is to read of it."""


def marked(questions: Questions, id: str) -> Marked:
    """Find the mark of a measure or a trigger by what is read of it."""
    measure = questions.measure(id)
    if measure is not None:
        read, factor = topic_for_measure(measure), next(iter(measure.factors), "")
        return Marked(topic(read).icon if measure.factors else _PLAIN, factor, read)
    trigger = questions.trigger(id)
    if trigger is None:
        return Marked(_PLAIN, "", "network")
    read = topic_for_trigger(trigger)
    return Marked(topic(read).icon, trigger.factor or "", read)


def marks_of(questions: Questions, ids: Iterable[str]) -> Mapping[str, Marked]:
    """Find the marks of many: their topics are read from files, so not while somebody waits."""
    return {id: marked(questions, id) for id in ids}


def selected_words(name: str) -> str:
    """Say why the reading changes."""
    return _("You selected {factor}.").format(factor=name)
