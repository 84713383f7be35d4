"""Body maps in words."""

from __future__ import annotations

import pytest

from fibrojournal.charts.body_words import details, finding, spoken
from fibrojournal.journal.body_maps import Composite
from fibrojournal.journal.day import BodyMap
from fibrojournal.ui.pages.body.words import map_words, strengths_noted
from tests.journal.build import EVENING


@pytest.mark.parametrize(
    ("areas", "words"),
    [
        ({}, "Body map: nothing hurt"),
        ({"lower_back": 6.0, "neck": None}, "Body map: Neck, Lower back 6"),
    ],
)
def test_a_map_in_words(areas: dict[str, float | None], words: str) -> None:
    assert map_words(BodyMap(areas, EVENING)) == words


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        (
            Composite(0, 2),
            "Your body maps will appear here. 7 days with one draw a picture.",
        ),
        (Composite(6, 0, {"neck": 2}), "7 days with a body map draw a picture; you have 6."),
        (Composite(9, 0), "Nothing hurt on 9 days with a map."),
        (
            Composite(9, 0, {"neck": 4, "lower_back": 4}),
            "Neck and lower back hurt most often: on 4 of 9 days with a map.",
        ),
        (
            Composite(9, 0, {"neck": 4, "lower_back": 4, "chest": 4, "jaw_left": 1}),
            "3 areas hurt most often: on 4 of 9 days with a map.",
        ),
    ],
)
def test_the_finding_over_a_period(over: Composite, sentence: str) -> None:
    assert finding(over) == sentence


def test_copies_that_were_left_out_are_told() -> None:
    assert details(Composite(7, 1), 30) == (
        "7 of 30 days with a map of their own. 1 copy is left out."
        " A stronger colour means more often."
    )
    assert details(Composite(0, 0), 30) == ""


def test_a_picture_is_read_out_from_the_most_frequent_area_on() -> None:
    over = Composite(9, 0, {"jaw_left": 1, "chest": 4, "neck": 4})
    assert spoken(over) == "Neck 4 of 9, Chest 4 of 9, Left jaw 1 of 9"


def test_strengths_are_counted() -> None:
    assert strengths_noted(BodyMap({"neck": None}, EVENING)).startswith("optional")
    assert strengths_noted(BodyMap({"neck": 0.0, "chest": None}, EVENING)) == "1 of 2 noted"
