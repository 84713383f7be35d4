"""Same as yesterday: what is taken over, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.common import Common
from fibrojournal.journal.copying import Copying, how_noted
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading
from fibrojournal.journal.edits import SetBodyMap, SetReading
from tests.journal.build import DAY, EVENING, make_day

NOW = Stamp(EVENING.at + timedelta(minutes=5), "Europe/Berlin", 60)
BEFORE = DAY - timedelta(days=1)
ASKED = ("pain", "stress", "fog")


def wish(former: Day, day: Day | None = None, asked: tuple[str, ...] = ASKED) -> Copying:
    return Copying(replace(former, date=BEFORE), day or Day(DAY), asked, Common(), NOW)


def copied(value: float) -> Reading:
    return Reading(value, NOW, Origin.COPIED)


def test_answers_are_taken_over_as_copies_of_now() -> None:
    assert wish(make_day(pain=6, fog=3.3)).edits() == [
        SetReading(DAY, "pain", copied(6)),
        SetReading(DAY, "fog", copied(3.3)),
    ]


def test_what_is_answered_already_stays() -> None:
    edits = wish(make_day(pain=6, stress=2), make_day(pain=0)).edits()
    assert edits == [SetReading(DAY, "stress", copied(2))]


def test_only_what_stands_on_the_form_is_filled() -> None:
    assert wish(make_day(mood=6, too_ill=1)).edits() == []


def test_a_copy_of_a_copy_is_a_copy() -> None:
    former = Day(BEFORE, {"pain": Reading(6, EVENING, Origin.COPIED)})
    assert wish(former).edits() == [SetReading(DAY, "pain", copied(6))]


def test_the_body_map_is_taken_over() -> None:
    former = Day(BEFORE, body_map=BodyMap({"neck": 4.0}, EVENING))
    expected = BodyMap({"neck": 4.0}, NOW, Origin.COPIED)
    assert wish(former).edits() == [SetBodyMap(DAY, expected)]


@pytest.mark.parametrize(
    "day", [Day(DAY, body_map=BodyMap({}, EVENING)), make_day(pain_areas=3)], ids=["map", "count"]
)
def test_a_body_map_that_is_answered_stays(day: Day) -> None:
    former = Day(BEFORE, body_map=BodyMap({"neck": None}, EVENING))
    assert wish(former, day).edits() == []


def test_triggers_notes_and_moments_stay_with_their_day() -> None:
    moment = Moment("noon", BEFORE, "pain", 5, EVENING)
    former = replace(make_day("travel"), note=Note("rain", EVENING), moments=(moment,))
    assert not wish(former).finds_something


def test_a_day_before_that_holds_something_is_known_from_an_empty_one() -> None:
    assert wish(make_day(pain=6), make_day(pain=6)).finds_something
    assert not wish(Day(BEFORE)).finds_something


@pytest.mark.parametrize(
    ("origin", "entered", "today", "words"),
    [
        (Origin.TYPED, 0, DAY, ""),
        (Origin.COPIED, 0, DAY, "from yesterday"),
        (Origin.COPIED, 0, DAY + timedelta(days=3), "from the day before"),
        (Origin.TYPED, 3, DAY + timedelta(days=3), "noted later"),
        (Origin.IMPORTED, 3, DAY + timedelta(days=3), ""),
    ],
)
def test_an_answer_tells_why_it_is_hollow(
    origin: Origin, entered: int, today: date, words: str
) -> None:
    at: datetime = EVENING.at + timedelta(days=entered)
    reading = Reading(6, Stamp(at, "Europe/Berlin", 60), origin)
    assert how_noted(reading, DAY, today, 4) == words
