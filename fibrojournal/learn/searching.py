"""Finding words in all reading: the topics that hold them, each with the sentence that does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fibrojournal.journal.finding import Span, hits, holds, wanted_words
from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.learn.topics import BULLET, Topic

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """A topic that holds every word: the sentence that holds most of them, and where."""

    topic: Topic
    heading: str
    """The heading that the sentence stands under."""
    sentence: str
    spans: tuple[Span, ...]


def search(typed: str) -> list[Found]:
    """Find the topics that hold all the words: those with one in the title first."""
    words = wanted_words(typed)
    if not words:
        return []
    found = [one for one in map(topic, TOPIC_IDS) if holds(_whole(one), words)]
    found.sort(key=lambda one: not any(holds(one.title, [word]) for word in words))
    return [_best(one, words) for one in found]


def _whole(one: Topic) -> str:
    return "\n".join([one.title, *(block.text for block in one.blocks)])


def _best(one: Topic, words: Sequence[str]) -> Found:
    """Choose the first sentence that holds most of the words; the very first where none does."""
    heading, sentence = max(
        _sentences(one), key=lambda place: sum(holds(place[1], [word]) for word in words)
    )
    return Found(one, heading, sentence, hits(sentence, words))


def _sentences(one: Topic) -> Iterator[tuple[str, str]]:
    for block in one.blocks:
        for paragraph in block.paragraphs:
            for sentence in _SENTENCE.split(paragraph.removeprefix(BULLET)):
                yield block.heading, sentence
