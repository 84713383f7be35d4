from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import reduce

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.differences import DayDifference, edits_to_restore
from fibrojournal.journal.edits import SetBodyMap, applied, counted
from tests.journal.build import DAY, EVENING

LATER = Stamp(EVENING.at + timedelta(hours=1), "Europe/Berlin", 60)

FULL = Day(
    DAY,
    readings={
        "pain": Reading(7, EVENING),
        "fog": Reading(3, EVENING, Origin.COPIED),
        "pain_areas": Reading(2, EVENING),
    },
    triggers={
        "travel": TriggerAnswer(ticked=True, entered=EVENING, strength=2),
        "weather": TriggerAnswer(ticked=False, entered=EVENING),
    },
    note=Note("by the sea", EVENING),
    body_map=BodyMap({"neck": 4.0, "chest": None}, EVENING),
    moments=(Moment("noon", DAY, "pain", 7.5, EVENING),),
)


def between(backup: Day, journal: Day) -> DayDifference:
    return DayDifference(DAY, backup, journal)


def test_a_day_does_not_differ_from_itself() -> None:
    same = between(FULL, FULL)
    assert not same.is_any
    assert edits_to_restore([same]) == []


def test_all_of_a_day_differs_from_an_empty_one() -> None:
    for difference in (between(FULL, Day(DAY)), between(Day(DAY), FULL)):
        assert difference.is_any
        assert difference.readings == ("fog", "pain", "pain_areas")
        assert difference.triggers == ("travel",)
        assert difference.note
        assert difference.body_map
        assert difference.moments == ("noon",)


def test_only_what_differs_is_named() -> None:
    other = replace(FULL, readings={**FULL.readings, "pain": Reading(8, EVENING)})
    difference = between(FULL, other)
    assert difference.readings == ("pain",)
    assert difference.triggers == difference.moments == ()
    assert difference.note is difference.body_map is False


def test_another_strength_is_another_answer() -> None:
    weaker = TriggerAnswer(ticked=True, entered=EVENING, strength=1)
    assert between(FULL, replace(FULL, triggers={"travel": weaker})).triggers == ("travel",)


def test_when_something_was_typed_is_no_difference_to_look_at() -> None:
    again = replace(
        FULL,
        note=Note("by the sea", LATER),
        triggers={"travel": TriggerAnswer(ticked=True, entered=LATER, strength=2)},
    )
    assert not between(FULL, again).is_any


def test_the_edits_make_a_day_what_it_is_in_the_backup_with_its_times() -> None:
    others = (
        Day(DAY),
        replace(FULL, note=Note("by the sea", LATER)),
        replace(FULL, body_map=BodyMap({"neck": 4.0}, LATER)),
        replace(FULL, moments=(Moment("night", DAY, "pain", 1, LATER),)),
        replace(FULL, readings={"stress": Reading(1, LATER)}),
        replace(FULL, triggers={"storm": TriggerAnswer(ticked=True, entered=LATER)}),
    )
    for other in others:
        for there, here in ((FULL, other), (other, FULL)):
            edits = edits_to_restore([between(there, here)])
            assert reduce(applied, edits, here) == there


def test_a_map_comes_back_with_the_count_that_stood_beside_it() -> None:
    counts_otherwise = replace(FULL, readings={"pain_areas": Reading(9, EVENING)})
    edits = edits_to_restore([between(counts_otherwise, replace(counts_otherwise, body_map=None))])
    assert isinstance(edits[0], SetBodyMap)
    assert counted(edits[0]).reading == Reading(2, EVENING)
    assert reduce(applied, edits, Day(DAY)).readings["pain_areas"].value == 9
