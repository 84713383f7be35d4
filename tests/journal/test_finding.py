"""Words that were typed, and where they stand in what was written."""

from __future__ import annotations

from collections import Counter

import pytest

from fibrojournal.journal.finding import (
    count_words,
    excerpt,
    folded,
    hits,
    holds,
    near_words,
    wanted_words,
    words_around,
)


def marked(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in hits(text, words)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("garden", ("garden",)),
        ('"low stool"', ("low", "stool")),
        ("„Garten“", ("Garten",)),
        ("rain rain", ("rain",)),
        ('"', ('"',)),
        ("AND NOT", ("AND", "NOT")),
        ("a\0b", ("a", "b")),
        ("\ud83d", ()),
        ("  ", ()),
    ],
)
def test_anything_typed_is_words(typed: str, words: tuple[str, ...]) -> None:
    assert wanted_words(typed) == words


def test_case_and_accents_do_not_matter() -> None:
    assert folded("Étude GRÜN Straße") == "etude grun strasse"
    assert holds("Étude in C#", ["etu", "c#"])
    assert not holds("Étude in C#", ["etude", "z"])


def test_hits_are_marked_where_they_stand() -> None:
    assert marked("In the garden, gardening", "garden") == ["garden", "garden"]
    assert marked("Étude, étude", "ETUDE") == ["Étude", "étude"]
    assert marked("E\u0301tude", "etude") == ["E\u0301tude"]
    assert marked("Straße", "ss") == ["ß"]
    assert marked("nothing", "else", "") == []


def test_a_letter_that_folds_into_two_is_marked_whole() -> None:
    assert marked("Maß", "mas") == ["Maß"]


def test_hits_that_touch_or_overlap_are_one() -> None:
    assert marked("gardening", "garden", "dening") == ["gardening"]
    assert marked("rainrain", "rain") == ["rainrain"]
    assert marked("gardening", "gardening", "den") == ["gardening"]


def test_whole_words_around_a_hit_are_named() -> None:
    text = "Gardening, then the garden's gate"
    spans = hits(text, ["garden"])
    assert list(words_around(text, spans)) == ["gardening", "garden's"]
    assert list(words_around(text, [(9, 12)])) == []


def test_a_short_text_stays_whole_on_one_line() -> None:
    text = "one\ntwo"
    assert excerpt(text, hits(text, ["two"]), 40) == ("one two", ((4, 7),))


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    text = " ".join(["before"] * 30 + ["garden"] + ["after"] * 30)
    cut, spans = excerpt(text, hits(text, ["garden"]), 60)
    assert cut.startswith("… before")
    assert cut.endswith("after …")
    assert [cut[start:end] for start, end in spans] == ["garden"]
    assert len(cut) <= 60 + len("…  …") + len("before")


def test_a_long_text_is_cut_at_its_start_or_end_alone() -> None:
    text = " ".join(["garden"] + ["after"] * 30)
    assert excerpt(text, hits(text, ["garden"]), 40)[0].startswith("garden after")
    text = " ".join(["before"] * 30 + ["garden"])
    assert excerpt(text, hits(text, ["garden"]), 40)[0].endswith("before garden")
    assert excerpt(text, (), 40)[0].endswith(" …")


def test_one_endless_word_keeps_its_hit() -> None:
    text = "x" * 300 + "garden" + "y" * 300
    cut, spans = excerpt(text, hits(text, ["garden"]), 60)
    assert [cut[start:end] for start, end in spans] == ["garden"]


def test_words_are_counted_without_case() -> None:
    counted = count_words(["Garden and garden", "the_garden's gate"])
    assert counted == Counter({"garden": 2, "and": 1, "the": 1, "garden's": 1, "gate": 1})


def test_near_words_come_by_likeness_then_by_use() -> None:
    known = {"garden": 4, "gardens": 9, "warden": 1, "tea": 3, "gardening-club": 2, "nedrag": 1}
    assert near_words("gardn", known, 3) == ["garden", "gardens", "warden"]
    assert near_words("GÀRDN", known, 1) == ["garden"]
    assert near_words("xyz", known, 3) == []
