"""The reading has its form, and keeps to the journal's manners."""

from __future__ import annotations

import re
from itertools import product

import pytest

from fibrojournal.analysis.milestones import FIRST
from fibrojournal.insights.labels import FOUND, chance_words
from fibrojournal.journal.factors import FACTORS
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.profile import FACTS
from fibrojournal.journal.triggers import TRIGGER_BY_ID
from fibrojournal.learn.library import TOPIC_IDS, topic
from fibrojournal.learn.topics import Topic
from tests.learn.reading import TOPICS, told, words

BANNED_WORDS = r"!|\b(you should|missed|failed|forgot\w*|streak|fight|beat|battle|suffer\w*)\b"


# The word "cause" asks, denies, or names the article; it never claims.
CAUSE = (
    "Is it a cause?",
    "Do we know the exact cause?",
    "No single cause of fibromyalgia is known",
    "not one cause",
    "not causes",
    "not proof of cause",
    "“What Scientists Are Discovering About Fibromyalgia Causes”",
)


@pytest.mark.parametrize("factor", [factor.id for factor in FACTORS])
def test_every_factor_tells_its_whole_story(factor: str) -> None:
    read = topic(factor)
    headings = [block.heading for block in read.blocks]
    assert [heading for heading in headings if heading != "About the article"] == [
        *("In short", "What the article says", "What research shows", "Good to know"),
        *("What people try", "What this means for you"),
    ]
    assert [block.heading for block in read.in_brief] == [
        *("In short", "What the article says", "Good to know"),
    ]
    assert read.sources


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_what_a_topic_names_is_there(read: Topic) -> None:
    assert set(read.links) <= set(TOPIC_IDS) - {read.id}
    assert set(read.measures) <= MEASURE_BY_ID.keys()
    assert set(read.triggers) <= TRIGGER_BY_ID.keys()
    assert read.fact in ("", *(fact.id for fact in FACTS))


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_what_a_diary_cannot_see_stands_beside_what_it_can(read: Topic) -> None:
    unseen = {"neurotransmitters", "immune", "genetics", "small_fiber", "hpa_axis"}
    assert bool(read.cannot_see) is bool(read.can_see) is (read.id in unseen)
    for point in (*read.cannot_see, *read.can_see):
        assert len(words(point)) <= 12
        assert not point.endswith(".")


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_a_reading_holds_nothing_that_is_filled_in(read: Topic) -> None:
    for text in told(read):
        assert not re.search(r"[{}<>]|%[sd]", text), text


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_the_journal_keeps_its_manners(read: Topic) -> None:
    for text in [*told(read), *(source.about for source in read.sources)]:
        assert not re.search(BANNED_WORDS, text, re.IGNORECASE), text


@pytest.mark.parametrize("read", TOPICS, ids=TOPIC_IDS)
def test_nothing_is_called_a_cause(read: Topic) -> None:
    allowed = "|".join(map(re.escape, CAUSE))
    for text in [*told(read), *(block.heading for block in read.blocks)]:
        rest = re.sub(allowed, "", text)
        assert not re.search(r"\bcaus(e|es|ed|ing|al)\b", rest, re.IGNORECASE), text


def test_labels_are_as_sure_as_they_are_said_to_be() -> None:
    shares = {
        share
        for milestone, label in product((60, 365), FOUND)
        for share in re.findall(r"1 in \d+", chance_words(label, milestone))
    }
    text = "\n".join(block.text for block in topic("findings").blocks)
    assert set(re.findall(r"1 in \d+", text)) == shares
    days = next(block.text for block in topic("findings").blocks if "set days" in block.text)
    told_days = re.search(r"day ([\d, and]+), then", days)
    assert told_days is not None
    assert tuple(int(day) for day in re.findall(r"\d+", told_days[1])) == FIRST


def test_a_flare_is_told_as_it_is_computed() -> None:
    flares = next(block for block in topic("trends").blocks if block.heading == "Flares")
    assert "2 noted days in a row clearly above your last four weeks" in flares.text
