"""The history of a day in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import (
    BodyMap,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.past import AreaMark, Content, How, PastValue, PlaceKind
from fibrojournal.ui.pages.history.words import (
    Told,
    by_day_of_entry,
    how_words,
    name_of,
    quoted,
    tell,
    value_words,
)
from tests.journal.build import DAY, EVENING

COMMON = Common(medicines={"pill": Medicine("pill", "Duloxetine", EVENING)})


def at(hours: float) -> Stamp:
    return Stamp(EVENING.at + timedelta(hours=hours), EVENING.zone, EVENING.offset_minutes)


def change(
    before: Content | None = None,
    after: Content | None = None,
    *,
    kind: PlaceKind = PlaceKind.READING,
    id: str = "pain",
    hours: float = 0,
    how: How = How.TYPED,
    stands: bool = False,
) -> PastValue:
    return PastValue(DAY, kind, id, before, after, at(hours), how, stands)


def pain(value: float, origin: Origin = Origin.TYPED) -> Reading:
    return Reading(value, EVENING, origin)


def told(*changes: PastValue) -> list[Told]:
    """Changes as the page shows them; given and returned newest first."""
    return tell(changes, COMMON)


def test_a_change_says_where_from_what_to_what_and_how() -> None:
    (one,) = told(change(None, pain(7), stands=True))
    assert (one.name, one.before, one.after, one.how) == ("Pain", "not answered", "7", "typed")
    assert one.spoken == "21:30, Pain: not answered, then 7; typed; stands now"


def test_an_answer_of_a_check_in_is_told_from_a_daily_one_and_has_its_word() -> None:
    (one,) = told(change(None, pain(1), id="wpi_jaw_left"))
    assert (one.name, one.after) == ("Check-in: Left jaw", "1, yes")


def test_an_earlier_value_has_a_way_back_that_names_it() -> None:
    now, then = told(change(pain(7), pain(8), hours=1, stands=True), change(None, pain(7)))
    assert (now.way_back, now.way_back_spoken, now.state) == ("", "", "stands now")
    assert (then.way_back, then.state) == ("Bring back 7", "")
    assert then.way_back_spoken == "Bring back Pain 7, typed 21:30"
    assert then.spoken == "21:30, Pain: not answered, then 7; typed"


def test_a_blank_can_be_brought_back() -> None:
    cleared = change(pain(5), None, hours=1, how=How.CLEARED)
    rows = told(change(None, pain(7), hours=2, stands=True), cleared, change(None, pain(5)))
    assert [row.way_back for row in rows] == ["", "Bring back blank", "Bring back 5"]


def test_a_value_that_came_again_has_no_way_back() -> None:
    rows = told(
        change(pain(8), pain(7), hours=2, stands=True),
        change(pain(7), pain(8), hours=1),
        change(None, pain(7)),
    )
    assert [row.state for row in rows] == ["stands now", "", "the same as now"]
    assert rows[2].way_back == ""


def test_the_first_words_of_a_note_replace_nothing() -> None:
    (one,) = told(change(None, Note("Rain.", EVENING), kind=PlaceKind.NOTE, id="", stands=True))
    assert (one.before, one.after, one.how) == ("", "“Rain.”", "first words of the day")
    assert one.spoken == "21:30, Note: “Rain.”; first words of the day; stands now"


def test_an_earlier_note_has_a_way_back() -> None:
    first = change(None, Note("Rain.", EVENING), kind=PlaceKind.NOTE, id="")
    second = change(
        first.after, Note("Sun.", EVENING), kind=PlaceKind.NOTE, id="", hours=1, stands=True
    )
    assert told(second, first)[1].way_back == "Bring back this note"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("a b", "a b c", "1 word added"),
        ("a b", "a b c d", "2 words added"),
        ("a b", "a", "1 word taken out"),
        ("a b c", "a", "2 words taken out"),
        ("a b", "a c", "changed by you"),
    ],
)
def test_a_change_of_a_note_is_counted_in_words(before: str, after: str, words: str) -> None:
    notes = Note(before, EVENING), Note(after, EVENING)
    assert how_words(change(*notes, kind=PlaceKind.NOTE, id="")) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "changed by you"),
        (6, "changed by you"),  # 3:30 in the night is still the same day
        (8, "entered the day after"),
        (31, "entered 2 days later"),
    ],
)
def test_a_late_entry_says_so(hours: float, words: str) -> None:
    assert how_words(change(pain(7), pain(8), hours=hours)) == words


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (How.COPIED, "same as yesterday, a copy"),
        (How.IMPORTED, "brought in from a file"),
        (How.CLEARED, "cleared"),
        (How.BROUGHT_BACK, "brought back"),
        (How.IMPORT_UNDONE, "the import was undone"),
    ],
)
def test_what_was_not_typed_says_how_it_came(how: How, words: str) -> None:
    assert how_words(change(None, pain(7), how=how, hours=48)) == words


@pytest.mark.parametrize(
    ("kind", "id", "content", "words"),
    [
        (PlaceKind.READING, "pain", None, "not answered"),
        (PlaceKind.READING, "sleep_hours", Reading(6.5, EVENING), "6.5 h"),
        (PlaceKind.READING, "gone", Reading(6.5, EVENING), "6.5"),
        (PlaceKind.TRIGGER, "travel", None, "not ticked"),
        (PlaceKind.TRIGGER, "travel", TriggerAnswer(ticked=False, entered=EVENING), "not ticked"),
        (PlaceKind.TRIGGER, "travel", TriggerAnswer(ticked=True, entered=EVENING), "ticked"),
        (
            PlaceKind.TRIGGER,
            "travel",
            TriggerAnswer(ticked=True, entered=EVENING, strength=2),
            "ticked, strength 2 of 3",
        ),
        (PlaceKind.NOTE, "", None, "nothing written"),
        (PlaceKind.BODY_AREA, "neck", None, "not marked"),
        (PlaceKind.BODY_AREA, "neck", AreaMark(None, EVENING), "marked"),
        (PlaceKind.BODY_AREA, "neck", AreaMark(0, EVENING), "marked, 0"),
        (PlaceKind.BODY_AREA, "neck", AreaMark(4.5, EVENING), "marked, 4.5"),
        (PlaceKind.BODY_MAP, "", None, "not filled in"),
        (PlaceKind.BODY_MAP, "", BodyMap({}, EVENING), "nothing hurt"),
        (PlaceKind.MOMENT, "m", None, "not noted"),
        (PlaceKind.MOMENT, "m", Moment("m", DAY, "pain", 3, EVENING), "3"),
        (PlaceKind.INTAKE, "noon pill", None, "not noted"),
        (PlaceKind.INTAKE, "noon pill", Intake(taken=False, entered=EVENING), "skipped"),
        (PlaceKind.EFFECT, "pill", None, "not noted"),
        (PlaceKind.EFFECT, "pill", MedicineEffect(EVENING), "not noted"),
        (PlaceKind.EFFECT, "pill", MedicineEffect(EVENING, 6, "tired"), "helped 6; tired"),
    ],
)
def test_a_content_is_told_in_few_words(
    kind: PlaceKind, id: str, content: Content | None, words: str
) -> None:
    assert value_words(kind, id, content, COMMON.questions) == words


MOMENT = Moment("m", DAY, "pain", 3, at(-7))


@pytest.mark.parametrize(
    ("kind", "id", "content", "name"),
    [
        (PlaceKind.READING, "fog", None, "Fibro fog"),
        (PlaceKind.READING, "gone", None, "gone"),
        (PlaceKind.TRIGGER, "travel", None, "Travel"),
        (PlaceKind.TRIGGER, "gone", None, "gone"),
        (PlaceKind.BODY_AREA, "neck", None, "Neck"),
        (PlaceKind.BODY_AREA, "gone", None, "gone"),
        (PlaceKind.BODY_MAP, "", None, "Body map"),
        (PlaceKind.NOTE, "", None, "Note"),
        (PlaceKind.MOMENT, "m", MOMENT, "Pain at 14:30"),
        (PlaceKind.MOMENT, "m", Moment("m", DAY, "gone", 3, at(-7)), "gone at 14:30"),
        (PlaceKind.INTAKE, "morning pill", None, "Duloxetine, morning"),
        (PlaceKind.INTAKE, "an-id pill", None, "Duloxetine"),
        (PlaceKind.INTAKE, "morning gone", None, "A medicine, morning"),
        (PlaceKind.EFFECT, "pill", None, "Duloxetine"),
    ],
)
def test_a_place_has_a_name(kind: PlaceKind, id: str, content: Content | None, name: str) -> None:
    assert name_of(change(None, content, kind=kind, id=id), COMMON) == name


def test_a_moment_that_went_keeps_its_name() -> None:
    gone = change(MOMENT, None, kind=PlaceKind.MOMENT, id="m")
    assert name_of(gone, COMMON) == "Pain at 14:30"


def test_a_long_note_is_cut_after_a_word() -> None:
    assert quoted("one two\nthree four", 12) == "“one two…”"
    assert quoted("one two\n three", 20) == "“one two three”"


def test_rows_are_grouped_by_the_day_of_entry() -> None:
    rows = told(
        change(pain(7), pain(8), hours=24, stands=True),
        change(pain(6), pain(7), hours=1),
        change(None, pain(6)),
    )
    groups = by_day_of_entry(rows)
    assert list(groups) == [DAY + timedelta(days=1), DAY]
    assert [len(group) for group in groups.values()] == [1, 2]
