"""Words are found in all reading, each topic with the sentence that holds them."""

from __future__ import annotations

from fibrojournal.learn.library import topic
from fibrojournal.learn.searching import search


def test_a_word_is_found_with_its_sentence_and_its_place() -> None:
    found = search("cortisol")
    assert found
    for one in found:
        start, end = one.spans[0]
        assert one.sentence[start:end].lower() == "cortisol"
        assert any(one.sentence in part for block in one.topic.blocks for part in block.paragraphs)


def test_topics_with_the_word_in_their_title_come_first() -> None:
    found = [one.topic.id for one in search("immune")]
    assert found[0] == "immune"
    assert len(found) > 1


def test_all_words_have_to_stand_in_a_topic() -> None:
    both = {one.topic.id for one in search("gut bacteria")}
    assert both <= {one.topic.id for one in search("gut")}
    assert "gut_brain" in both


def test_a_word_of_the_title_alone_shows_the_first_sentence() -> None:
    found = next(one for one in search("messengers") if one.topic.id == "neurotransmitters")
    assert found.heading in {block.heading for block in topic("neurotransmitters").blocks}


def test_nothing_typed_and_nothing_found_are_both_nothing() -> None:
    assert search(" ") == search("gardnqx") == []
