from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    DayEdit,
    SetBodyMap,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
    applied,
)
from fibrojournal.journal.past import (
    AreaMark,
    Content,
    How,
    PastValue,
    PlaceKind,
    as_seen,
    meaning,
    way_back,
)
from tests.journal.build import DAY, EVENING, make_day

PAIN = PlaceKind.READING, "pain"
NOTE = PlaceKind.NOTE, ""


def later(seconds: float) -> Stamp:
    return Stamp(EVENING.at + timedelta(seconds=seconds), EVENING.zone, EVENING.offset_minutes)


def line(
    place: tuple[PlaceKind, str], *states: tuple[float, Content | None], how: How = How.TYPED
) -> list[PastValue]:
    """The changes of one place, the newest first; each state with the second that it began."""
    changes: list[PastValue] = []
    before: Content | None = None
    for at, after in states:
        told = How.CLEARED if after is None else how
        changes.append(PastValue(DAY, *place, before, after, later(at), told, stands=False))
        before = after
    changes[-1] = replace(changes[-1], stands=True)
    return changes[::-1]


def note(text: str) -> Note:
    return Note(text, EVENING)


def written(*texts: tuple[float, str]) -> list[tuple[str | None, str]]:
    """What is seen of a note that was saved so: before and after, the oldest first."""
    seen = as_seen(line(NOTE, *((at, note(text)) for at, text in texts)))
    return [
        (
            change.before.text if isinstance(change.before, Note) else None,
            change.after.text if isinstance(change.after, Note) else "",
        )
        for change in reversed(seen)
    ]


@pytest.mark.parametrize(
    ("place", "content", "edit"),
    [
        (PAIN, Reading(7, EVENING), SetReading(DAY, "pain", Reading(7, EVENING))),
        (PAIN, None, SetReading(DAY, "pain", None)),
        (
            (PlaceKind.TRIGGER, "travel"),
            TriggerAnswer(ticked=True, entered=EVENING),
            SetTrigger(DAY, "travel", TriggerAnswer(ticked=True, entered=EVENING)),
        ),
        (NOTE, note("Rain"), SetNote(DAY, note("Rain"))),
        (
            (PlaceKind.MOMENT, "noon"),
            Moment("noon", DAY, "pain", 3, EVENING),
            SetMoment(DAY, "noon", Moment("noon", DAY, "pain", 3, EVENING)),
        ),
        (
            (PlaceKind.BODY_MAP, ""),
            BodyMap({}, EVENING),
            SetBodyMap(DAY, BodyMap({}, EVENING)),
        ),
    ],
)
def test_the_way_back_puts_the_very_content_back(
    place: tuple[PlaceKind, str], content: Content | None, edit: DayEdit
) -> None:
    (past,) = line(place, (0, content))
    assert way_back(past, Day(DAY)) == edit


def test_an_area_comes_back_beside_the_areas_that_stand() -> None:
    now = Day(DAY, body_map=BodyMap({"neck": 2}, EVENING))
    (past,) = line((PlaceKind.BODY_AREA, "chest"), (0, AreaMark(5, EVENING)))
    after = applied(now, way_back(past, now))
    assert after.body_map == BodyMap({"neck": 2, "chest": 5}, EVENING)


def test_an_area_comes_back_where_the_map_went_with_it() -> None:
    mark = AreaMark(None, EVENING, Origin.COPIED)
    (past,) = line((PlaceKind.BODY_AREA, "chest"), (60, mark))
    back = way_back(past, Day(DAY))
    assert back == SetBodyMap(DAY, BodyMap({"chest": None}, later(60), Origin.COPIED))


def test_an_area_is_taken_from_the_map_again() -> None:
    now = Day(DAY, body_map=BodyMap({"neck": 2, "chest": 5}, EVENING))
    cleared = line((PlaceKind.BODY_AREA, "chest"), (0, AreaMark(5, EVENING)), (1, None))[0]
    assert way_back(cleared, now) == SetBodyMap(DAY, BodyMap({"neck": 2}, EVENING))
    assert way_back(cleared, Day(DAY)) == SetBodyMap(DAY, None)


def test_a_place_holds_nothing_of_another_kind() -> None:
    (past,) = line(PAIN, (0, note("Rain")))
    with pytest.raises(TypeError, match="no reading holds a Note"):
        way_back(past, make_day())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Reading(5, EVENING), Reading(6, EVENING)),
        (Reading(5, EVENING), Reading(5, EVENING, Origin.COPIED)),
        (Reading(0, EVENING), None),
        (TriggerAnswer(ticked=True, entered=EVENING), None),
        (
            TriggerAnswer(ticked=True, entered=EVENING),
            TriggerAnswer(ticked=True, entered=EVENING, strength=2),
        ),
        (note("a"), note("b")),
        (AreaMark(None, EVENING), None),
        (AreaMark(None, EVENING), AreaMark(0, EVENING)),
        (Moment("m", DAY, "pain", 5, EVENING), Moment("m", DAY, "fog", 5, EVENING)),
        (BodyMap({}, EVENING), None),
        (BodyMap({}, EVENING), BodyMap({"neck": None}, EVENING)),
    ],
)
def test_what_means_something_else_is_told_apart(one: Content, other: Content | None) -> None:
    assert meaning(one) != meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Reading(5, EVENING), Reading(5, later(60), Origin.IMPORTED, "i")),
        (TriggerAnswer(ticked=False, entered=EVENING), None),
        (note("a"), Note("a", later(60))),
    ],
)
def test_when_it_was_entered_changes_no_meaning(one: Content, other: Content | None) -> None:
    assert meaning(one) == meaning(other)


def test_the_changes_of_all_places_come_newest_first() -> None:
    fog = line((PlaceKind.READING, "fog"), (5, Reading(2, EVENING)), (30, Reading(3, EVENING)))
    pain = line(PAIN, (10, Reading(7, EVENING)), (20, Reading(8, EVENING)))
    seen = as_seen(sorted(fog + pain, key=lambda change: change.at.at, reverse=True))
    assert [(change.id, change.stands) for change in seen] == [
        ("fog", True),
        ("pain", True),
        ("pain", False),
        ("fog", False),
    ]


def test_changes_of_one_moment_stay_in_their_order() -> None:
    changes = line(PAIN, (0, Reading(7, EVENING)), (0, None), (0, Reading(8, EVENING)))
    assert as_seen(changes) == changes


def test_a_trigger_that_was_only_offered_is_no_change() -> None:
    offered, ticked = (TriggerAnswer(ticked=on, entered=EVENING) for on in (False, True))
    place = PlaceKind.TRIGGER, "travel"
    assert as_seen(line(place, (0, offered), (9, None))) == []
    seen = as_seen(line(place, (0, offered), (5, ticked), (9, offered), (12, None)))
    assert [(change.at, change.stands) for change in seen] == [(later(9), True), (later(5), False)]


def test_an_answer_given_again_stands_where_it_stood() -> None:
    again = Reading(7, later(60))
    (seen,) = as_seen(line(PAIN, (0, Reading(7, EVENING)), (60, again)))
    assert seen.at == EVENING
    assert seen.stands
    assert seen.after == again


def test_a_note_written_in_one_sitting_is_one_change() -> None:
    assert written((0, "Cancelled"), (1, "Cancelled Ana"), (300, "Cancelled Ana.")) == [
        (None, "Cancelled Ana.")
    ]


def test_a_note_written_on_after_a_while_is_another_change() -> None:
    assert written((0, "Cancelled Ana."), (601, "Cancelled Ana, slept at 4.")) == [
        (None, "Cancelled Ana."),
        ("Cancelled Ana.", "Cancelled Ana, slept at 4."),
    ]


def test_words_that_went_at_once_are_kept() -> None:
    assert written((0, "It rained the whole day"), (5, "n"), (6, "no rain")) == [
        (None, "It rained the whole day"),
        ("It rained the whole day", "no rain"),
    ]


def test_words_that_went_one_by_one_are_kept() -> None:
    texts = ("a b c d e", "a b c d", "a b c", "a b", "a")
    assert written(*enumerate(texts)) == [(None, "a b c d e"), ("a b c d e", "a")]


def test_a_note_that_was_cleared_is_not_of_the_same_sitting() -> None:
    seen = as_seen(line(NOTE, (0, note("a b c")), (5, None), (9, note("d"))))
    assert [change.how for change in seen] == [How.TYPED, How.CLEARED, How.TYPED]


def test_a_note_that_was_brought_in_stands_for_itself() -> None:
    seen = as_seen(line(NOTE, (0, note("a")), (5, note("a b")), how=How.IMPORTED))
    assert len(seen) == 2


def test_the_last_change_of_a_sitting_stands() -> None:
    changes = line(NOTE, (0, note("one")), (5, note("one two")))
    (seen,) = as_seen(changes)
    assert seen == replace(changes[0], before=None)
