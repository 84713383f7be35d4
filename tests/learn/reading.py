"""Every reading text, and what measures how plainly one is written."""

from __future__ import annotations

import re

from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.learn.topics import Topic

TOPICS = [topic(id) for id in TOPIC_IDS]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?])[”\")]?\s+|\n\n", text) if part]


def words(text: str) -> list[str]:
    return re.findall(r"\w[\w’'.,+-]*\w|\w", text)


def syllables(word: str) -> int:
    """Count groups of vowels, less a silent ending; "ia" and "ya" are two."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = re.search(r"([^aeiouy](?<!l)e|[^aeiouytd]ed|[^aeiouyszxcg]es)$", plain)
    apart = len(re.findall(r"[^aeioucgst]i[aou]|[^aeiou]y[aeo]", plain))
    return max(groups + apart - bool(silent), 1)


def reading_grade(text: str) -> float:
    """The grade level of J. P. Kincaid and others, Navy Research Branch Report 8-75, 1975."""
    count = len(words(text))
    return (
        0.39 * count / len(sentences(text))
        + 11.8 * sum(map(syllables, words(text))) / count
        - 15.59
    )


def told_as_research(read: Topic) -> list[str]:
    own = [block.text for block in read.blocks if "the article" not in block.heading]
    beside = [*(grade.why for grade in read.grades), *(found.text for found in read.findings)]
    return [*own, *beside, *read.cannot_see, *read.can_see]


def told(read: Topic) -> list[str]:
    return [read.title, *(block.text for block in read.blocks), *told_as_research(read)]
