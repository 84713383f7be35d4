"""What may be tried, and the kind word where something is not."""

from __future__ import annotations

import pytest

from fibrojournal.journal.experiments import DESIGN_BY_ID
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.trying import THINGS, caution


def test_nothing_that_is_offered_meets_a_caution() -> None:
    for thing in THINGS:
        assert not caution(f"{thing.question} {thing.first} {thing.second}")
        assert thing.design in DESIGN_BY_ID
        assert MEASURE_BY_ID[thing.outcome].short_label.split(",")[0] in thing.question.title()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Half a pill at night", "you and your doctor"),
        ("30mg more", "you and your doctor"),
        ("A day of fasting", "Eating less"),
        ("Skip   lunch", "Eating less"),
        ("Stay up until two", "takes sleep away"),
        ("A longer walk", "asks more of your body"),
    ],
)
def test_what_is_not_tried_here_is_said_kindly(words: str, part: str) -> None:
    assert part in caution(words)


def test_a_medicine_of_the_journal_is_known_by_its_name() -> None:
    assert "doctor" in caution("duloxetine in the evening", ["Duloxetine "])
    assert not caution("duloxetine in the evening")


@pytest.mark.parametrize("words", ["", "A warm drink at four", "Pillow under the knees", "Grunge"])
def test_a_small_thing_meets_none(words: str) -> None:
    assert caution(words, ["", "…"]) == ""
