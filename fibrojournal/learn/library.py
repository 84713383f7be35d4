"""All that there is to read: its contents, each topic read when it is first asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger
from fibrojournal.learn.files import known_sources, read_topic
from fibrojournal.learn.glossary import glossary
from fibrojournal.learn.topics import Block, Source, Topic
from fibrojournal.text import N_, _, sentence_case


class Section(NamedTuple):
    """A group of topics in the list of all reading."""

    title: str
    topics: tuple[str, ...]

    @property
    def label(self) -> str:
        """Its translated title."""
        return _(self.title)


NETWORK = "network"
WORDS = "words"
"""The topic that explains every word."""
SOURCES = "sources"
"""The topic that lists every source."""
FACTOR_TOPICS = tuple(factor.id for factor in FACTORS if factor.id != NETWORK)

CONTENTS: tuple[Section, ...] = (
    Section(N_("Ten factors"), FACTOR_TOPICS),
    Section(
        N_("The whole picture"),
        (NETWORK, "questions", "doctor", "exercise", "evidence", WORDS, "instruments", SOURCES),
    ),
    Section(
        N_("Beside your questions"),
        ("fatigue", "fog", "mood", "energy", "activity", "weather", "triggers", "body_map"),
    ),
    Section(
        N_("Using this journal"),
        (
            "today",
            "calendar",
            "trends",
            "charts",
            "factors",
            "findings",
            "experiments",
            "check_in",
            "feelings",
            "events",
            "history",
            "search",
            "lock",
            "backups",
            "bring_in",
            "export",
        ),
    ),
)

TOPIC_IDS = tuple(id for section in CONTENTS for id in section.topics)

# A question's reading is that of its first factor, unless it stands here.
MEASURE_TOPICS = {
    "fatigue": "fatigue",
    "fog": "fog",
    "mood": "mood",
    "energy_morning": "energy",
    "energy_evening": "energy",
    "activity": "activity",
    "exercise_minutes": "activity",
    "steps": "activity",
}
TRIGGER_TOPICS = {
    "overdid_it": "activity",
    "gentle_movement": "activity",
    "rest_break": "activity",
    "weather_change": "weather",
    "travel": "triggers",
    "good_company": "triggers",
}


def topic_for_measure(measure: Measure) -> str:
    """Name the topic to read beside a question."""
    first_factor = measure.factors[0] if measure.factors else NETWORK
    return MEASURE_TOPICS.get(measure.id, first_factor)


def topic_for_trigger(trigger: Trigger) -> str:
    """Name the topic to read beside a chip."""
    return TRIGGER_TOPICS.get(trigger.id, trigger.factor or "triggers")


@cache
def topic(id: str) -> Topic:
    """Read a topic by its id. Raises KeyError for an id that is not in `TOPIC_IDS`."""
    if id not in TOPIC_IDS:
        raise KeyError(id)
    return _complete(read_topic(id))


def _complete(read: Topic) -> Topic:
    """Add to a topic what is gathered from all the others."""
    if read.id == WORDS:
        words = (
            Block(sentence_case(term.word), (term.meaning,), in_brief=False) for term in glossary()
        )
        return replace(read, blocks=(*read.blocks, *words))
    if read.id == SOURCES:
        return replace(read, sources=all_sources())
    return read


def all_sources() -> tuple[Source, ...]:
    """Return every source of every topic, each once, in the order of the alphabet."""
    return tuple(sorted(known_sources().values(), key=lambda source: source.heading.casefold()))
