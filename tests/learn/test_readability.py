"""The reading can be read by somebody tired: short blocks, short sentences, plain words."""

from __future__ import annotations

import re

import pytest

from fibrojournal.learn.library import TOPIC_IDS
from fibrojournal.learn.topics import Topic
from tests.learn.reading import (
    TOPICS,
    reading_grade,
    sentences,
    syllables,
    told,
    words,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pain", 1),
        ("pulse", 1),
        ("raised", 1),
        ("noted", 2),
        ("little", 2),
        ("social", 2),
        ("messengers", 3),
        ("bacteria", 4),
        ("fibromyalgia", 5),
        ("4", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_reading_grade_tells_plain_from_dense() -> None:
    assert reading_grade("Poor sleep is part of it. It can spoil the next day.") < 3
    assert (
        reading_grade(
            "Heterogeneous neuroendocrine abnormalities necessitate comprehensive"
            " multidisciplinary characterization of symptomatology."
        )
        > 20
    )


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_block_is_short(read: Topic) -> None:
    for block in read.blocks:
        assert len(words(block.text)) <= (45 if block.in_brief else 180), block.heading


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_long_block_is_broken_into_short_paragraphs(read: Topic) -> None:
    for block in read.blocks:
        for paragraph in block.paragraphs:
            assert len(words(paragraph)) <= 60, paragraph


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_block_holds_one_idea_a_sentence(read: Topic) -> None:
    for block in read.blocks:
        for sentence in sentences(block.text):
            assert len(words(sentence)) <= 20, sentence


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_topic_reads_easily(read: Topic) -> None:
    grades = [reading_grade(block.text) for block in read.blocks]
    assert sum(grades) / len(grades) <= 6.5
    assert max(grades) <= 10


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_reason_is_one_short_sentence(read: Topic) -> None:
    for grade in read.grades:
        assert grade.why.endswith(".")
        assert len(words(grade.why)) <= 14


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_finding_is_short(read: Topic) -> None:
    for finding in read.findings:
        assert len(words(finding.title)) <= 6
        assert len(words(finding.text)) <= 45
        assert all(len(words(sentence)) <= 25 for sentence in sentences(finding.text))
        assert reading_grade(finding.text) <= 11
        assert finding.of_100 is None or 0 < finding.of_100 < 100
        assert finding.of_100 is None or read.sources


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_reading_holds_no_odd_signs(read: Topic) -> None:
    for text in told(read):
        assert not re.search(r"—|–| - |;|\*|(?<=\w)'", text), text
