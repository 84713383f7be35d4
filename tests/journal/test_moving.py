"""Moving a day: all goes that finds room, nothing there is touched, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import applied, inverse, with_counts
from fibrojournal.journal.moving import moving, staying

START, GOAL = date(2026, 3, 4), date(2026, 3, 5)
THEN = Stamp(datetime(2026, 3, 4, 19, tzinfo=UTC), "Europe/Berlin", 60)


def moved(start: Day, goal: Day) -> tuple[Day, Day]:
    """Return both days afterwards."""
    days = {start.date: start, goal.date: goal}
    for edit in with_counts(moving(start, goal)):
        days[edit.day] = applied(days[edit.day], edit)
    return days[start.date], days[goal.date]


def rated(day: date, **values: float) -> Day:
    return Day(day, {id: Reading(value, THEN, Origin.COPIED) for id, value in values.items()})


def mapped(day: date, *areas: str) -> Day:
    count = Reading(float(len(areas)), THEN)
    return Day(day, {"pain_areas": count}, body_map=BodyMap(dict.fromkeys(areas), THEN))


def test_a_whole_day_goes_to_an_empty_one_with_stamps_and_origins() -> None:
    start = replace(
        rated(START, pain=7),
        triggers={"travel": TriggerAnswer(ticked=True, entered=THEN)},
        note=Note("rain", THEN),
        body_map=BodyMap({"neck": 4}, THEN),
        moments=(Moment("m", START, "pain", 3, THEN),),
    )
    before, after = moved(start, Day(GOAL))
    assert before == Day(START)
    assert after.readings["pain"] == start.readings["pain"]
    assert after.readings["pain_areas"].value == 1
    assert (after.triggers, after.note, after.body_map) == (
        *(start.triggers, start.note, start.body_map),
    )
    assert [(one.id, one.day) for one in after.moments] == [("m", GOAL)]


def test_what_stands_there_wins_and_what_met_it_stays() -> None:
    start = replace(rated(START, pain=7, mood=3), note=Note("rain", THEN))
    goal = replace(rated(GOAL, pain=2), note=Note("sun", THEN))
    before, after = moved(start, goal)
    assert {id: r.value for id, r in after.readings.items()} == {"pain": 2, "mood": 3}
    assert after.note == goal.note
    assert before == staying(start, goal)
    assert (set(before.readings), before.note) == ({"pain"}, start.note)


def test_a_yes_finds_room_beside_a_no() -> None:
    yes, no = (TriggerAnswer(ticked=ticked, entered=THEN) for ticked in (True, False))
    start = Day(START, triggers={"travel": yes, "unwell": no, "period": yes})
    goal = Day(GOAL, triggers={"travel": no, "unwell": yes, "period": yes})
    before, after = moved(start, goal)
    assert {id: one.ticked for id, one in after.triggers.items()} == dict.fromkeys(
        goal.triggers, True
    )
    assert set(before.triggers) == {"unwell", "period"}


def test_a_body_map_that_finds_no_room_stays_with_its_count() -> None:
    start, goal = mapped(START, "neck", "chest"), mapped(GOAL, "abdomen")
    assert moved(start, goal) == (start, goal)
    assert moving(start, goal) == []


def test_an_imported_count_stands_in_the_way_of_a_map() -> None:
    start, goal = mapped(START, "neck"), rated(GOAL, pain_areas=5)
    assert moved(start, goal) == (start, goal)


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 10)),
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 10)),
)
def test_no_answer_is_lost_and_undo_brings_both_days_back(
    here: dict[str, int], there: dict[str, int]
) -> None:
    start, goal = rated(START, **here), rated(GOAL, **there)
    before, after = moved(start, goal)
    assert len(before.readings) + len(after.readings) == len(here) + len(there)
    days = {START: start, GOAL: goal}
    back = []
    for edit in moving(start, goal):
        back.append(inverse(edit, days[edit.day]))
        days[edit.day] = applied(days[edit.day], edit)
    for edit in reversed(back):
        days[edit.day] = applied(days[edit.day], edit)
    assert days == {START: start, GOAL: goal}
