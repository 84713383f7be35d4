"""What a journal held before: each change, and each day that was emptied."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading
from fibrojournal.journal.edits import (
    DayEdit,
    Edit,
    SetBodyMap,
    SetMoment,
    SetReading,
    applied,
    emptied,
    inverse,
    refilled,
    with_counts,
)
from fibrojournal.journal.imported import ImportedDay
from fibrojournal.journal.past import AreaMark, Content, How, PastValue, PlaceKind, way_back
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import (
    DAY,
    EVENING,
    NEXT_EVENING,
    after,
    answer,
    ask,
    batch,
    body_map,
    chip,
    raw,
    said,
    scratch,
    words,
)
from tests.storage.strategies import edits

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def values(changes: list[PastValue]) -> list[tuple[float | None, float | None, How]]:
    """Readings before and after, and how, the newest first."""

    def value(content: Content | None) -> float | None:
        return content.value if isinstance(content, Reading) else None

    return [(value(change.before), value(change.after), change.how) for change in changes]


def test_a_day_without_changes_has_no_past(journal: JournalFile) -> None:
    journal.save([answer("pain", 4, after(1))])
    assert journal.past_values(DAY) == []


def test_the_first_answer_is_a_change_from_nothing(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    assert journal.past_values(DAY) == [
        PastValue(
            DAY,
            PlaceKind.READING,
            "pain",
            None,
            Reading(4, EVENING),
            EVENING,
            How.TYPED,
            stands=True,
        )
    ]


def test_every_value_that_stood_there_is_told_newest_first(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    journal.save([SetReading(DAY, "pain", Reading(7, NEXT_EVENING, Origin.COPIED))])
    past = journal.past_values(DAY)
    assert values(past) == [(4, 7, How.COPIED), (None, 4, How.TYPED)]
    assert [change.at for change in past] == [NEXT_EVENING, EVENING]
    assert [change.stands for change in past] == [True, False]


def test_a_clearing_is_told_with_its_own_time(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    journal.save([answer("pain", None)])
    cleared, _first = journal.past_values(DAY)
    assert (cleared.after, cleared.how, cleared.stands) == (None, How.CLEARED, True)
    assert abs(cleared.at.at - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("zone", "at", "offset"),
    [
        ("Europe/Berlin", datetime(2026, 1, 5, tzinfo=UTC), 60),
        ("Europe/Berlin", datetime(2026, 7, 5, tzinfo=UTC), 120),
        ("nowhere", datetime(2026, 7, 5, tzinfo=UTC), 90),
    ],
)
def test_a_clearing_has_the_hour_of_the_place_where_the_answer_was_entered(
    journal: JournalFile, zone: str, at: datetime, offset: int
) -> None:
    entered = Stamp(EVENING.at, zone, 90)
    journal.save([SetReading(DAY, "pain", Reading(4, entered)), answer("fog", 1)])
    journal.save([answer("pain", None)])
    with raw(journal.path) as plain:
        plain.execute("UPDATE reading SET stamp = ?", (int(at.timestamp() * 1000),))
    cleared = next(change for change in journal.past_values(DAY) if change.how is How.CLEARED)
    assert cleared.at == Stamp(at, zone, offset)


def test_what_undo_brings_back_is_told_as_brought_back(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    journal.save([SetReading(DAY, "pain", Reading(7, NEXT_EVENING))])
    journal.save([answer("pain", 4)])
    newest = journal.past_values(DAY)[0]
    assert values([newest]) == [(7, 4, How.BROUGHT_BACK)]
    assert newest.at.at > NEXT_EVENING.at
    assert newest.stands


def test_an_import_and_its_undoing_are_told(journal: JournalFile) -> None:
    result = journal.bring_in(batch(d0=said(pain=6)))
    assert result.import_id is not None
    journal.take_out(result.import_id)
    assert values(journal.past_values(DAY)) == [
        (6, None, How.IMPORT_UNDONE),
        (None, 6, How.IMPORTED),
    ]


def test_triggers_notes_and_moments_have_a_past(journal: JournalFile) -> None:
    moment = Moment("noon", DAY, "pain", 3, EVENING)
    journal.save([chip("travel", ticked=True), words("Rain"), SetMoment(DAY, "noon", moment)])
    journal.save([chip("travel", ticked=None), words("Sun"), SetMoment(DAY, "noon", None)])
    told = {(change.kind, change.id, change.how) for change in journal.past_values(DAY)}
    assert told == {
        (PlaceKind.TRIGGER, "travel", How.TYPED),
        (PlaceKind.TRIGGER, "travel", How.CLEARED),
        (PlaceKind.NOTE, "", How.TYPED),
        (PlaceKind.MOMENT, "noon", How.TYPED),
        (PlaceKind.MOMENT, "noon", How.CLEARED),
    }


def test_a_moment_that_moved_away_no_longer_stands(journal: JournalFile) -> None:
    journal.save([SetMoment(DAY, "a", Moment("a", DAY, "pain", 6, EVENING))])
    journal.save([SetMoment(after(1), "a", Moment("a", after(1), "pain", 6, EVENING))])
    (left,) = journal.past_values(DAY)
    assert not left.stands


def test_a_body_map_is_told_by_its_areas_with_the_time_of_their_map(journal: JournalFile) -> None:
    journal.save([body_map("neck")])
    second = BodyMap({"neck": None, "chest": 4}, NEXT_EVENING, Origin.COPIED)
    journal.save([SetBodyMap(DAY, second)])
    journal.save([SetBodyMap(DAY, BodyMap({"chest": 4}, NEXT_EVENING))])
    gone, chest, neck = journal.past_values(DAY)
    assert (gone.id, gone.how, gone.after, gone.stands) == ("neck", How.CLEARED, None, True)
    assert (chest.id, chest.at, chest.how) == ("chest", NEXT_EVENING, How.COPIED)
    assert chest.after == AreaMark(4, NEXT_EVENING, Origin.COPIED)
    assert (neck.id, neck.at, neck.how) == ("neck", EVENING, How.TYPED)


def test_an_area_from_before_the_clock_was_set_back_takes_the_first_map(
    journal: JournalFile,
) -> None:
    journal.save([body_map("neck")])
    with raw(journal.path) as plain:
        plain.execute("UPDATE body_area SET stamp = 5")
    (neck,) = journal.past_values(DAY)
    assert neck.at == EVENING


def test_a_map_on_which_nothing_hurt_is_told_by_itself(journal: JournalFile) -> None:
    journal.save([body_map()])
    (told,) = journal.past_values(DAY)
    assert (told.kind, told.after) == (PlaceKind.BODY_MAP, BodyMap({}, EVENING))


def test_a_count_without_a_map_is_a_reading_like_any_other(journal: JournalFile) -> None:
    journal.save([answer("pain_areas", 4)])
    assert [change.id for change in journal.past_values(DAY)] == ["pain_areas"]


def test_a_place_that_was_never_filled_is_no_change(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    with raw(journal.path) as plain:  # a copy can bring what was cleared there
        plain.execute(
            "INSERT INTO reading SELECT 'fog', day, value, origin, import_id, entered,"
            " zone, offset, stamp, 1 FROM reading"
        )
    assert [change.id for change in journal.past_values(DAY)] == ["pain"]


def days_of(changes: list[Edit]) -> set[date]:
    return {change.day for change in changes if isinstance(change, DayEdit)}


@given(st.lists(edits, min_size=1, max_size=6))
def test_what_stands_is_what_the_day_holds(changes: list[Edit]) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        for change in changes:
            journal.save([change])
        for day in days_of(changes):
            now = journal.day(day)
            for past in journal.past_values(day):
                if past.stands:
                    assert applied(now, way_back(past, now)) == now


@given(st.lists(edits, min_size=1, max_size=6))
def test_every_past_value_can_come_back_and_be_taken_back(changes: list[Edit]) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        for change in changes:
            journal.save([change])
        day = next(iter(days_of(changes)), DAY)
        before = journal.day(day)
        for past in journal.past_values(day):
            step = list(with_counts([way_back(past, before)]))
            back: list[DayEdit] = []
            now = before
            for edit in step:
                back.insert(0, inverse(edit, now))
                now = applied(now, edit)
            journal.save(step)
            assert journal.day(day) == now
            journal.save(back)
            assert journal.day(day) == before


def full_day() -> Day:
    return Day(
        DAY,
        {"pain": Reading(4, EVENING), "pain_areas": Reading(1, EVENING)},
        {"travel": chip("travel", ticked=True).answer, "period": chip("x", ticked=False).answer},  # type: ignore[dict-item]
        Note("Rain", EVENING),
        BodyMap({"neck": 3}, EVENING),
        (Moment("noon", DAY, "pain", 3, EVENING),),
    )


def test_a_day_that_was_removed_is_listed_with_all_that_it_held(journal: JournalFile) -> None:
    journal.save(refilled(full_day()))
    assert journal.day(DAY) == full_day()
    journal.save(emptied(full_day()))
    assert journal.day(DAY) == Day(DAY)
    (removed,) = journal.removed_days(LONG_AGO)
    assert removed.held == full_day()
    assert abs(removed.at - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_day_that_was_brought_back_is_listed_no_more(journal: JournalFile) -> None:
    journal.save(refilled(full_day()))
    journal.save(emptied(full_day()))
    (removed,) = journal.removed_days(LONG_AGO)
    journal.save(refilled(removed.held))
    assert journal.removed_days(LONG_AGO) == []
    assert journal.day(DAY) == full_day()


def test_a_day_leaves_the_list_after_its_time(journal: JournalFile) -> None:
    journal.save([answer("pain", 4)])
    journal.save([answer("pain", None)])
    assert journal.removed_days(datetime.now(UTC) + timedelta(seconds=5)) == []


def test_a_day_that_still_holds_something_is_not_listed(journal: JournalFile) -> None:
    journal.save([answer("pain", 4), answer("fog", 2)])
    journal.save([answer("pain", None)])
    assert journal.removed_days(LONG_AGO) == []


def test_a_day_that_only_offered_triggers_is_not_listed(journal: JournalFile) -> None:
    journal.save([chip("travel", ticked=False)])
    journal.save([chip("travel", ticked=None)])
    assert journal.removed_days(LONG_AGO) == []


def test_what_an_undone_import_took_with_it_is_not_listed(journal: JournalFile) -> None:
    result = journal.bring_in(batch(d0=ImportedDay({"pain": 6})))
    assert result.import_id is not None
    journal.take_out(result.import_id)
    assert journal.removed_days(LONG_AGO) == []


def test_what_was_cleared_long_before_does_not_come_back_with_the_day(
    journal: JournalFile,
) -> None:
    journal.save([answer("pain", 4), answer("fog", 2)])
    journal.save([answer("pain", None)])
    with raw(journal.path) as plain:
        plain.execute("UPDATE reading SET stamp = stamp - 60000 WHERE measure = 'pain'")
    journal.save([answer("fog", None)])
    (removed,) = journal.removed_days(LONG_AGO)
    assert set(removed.held.readings) == {"fog"}


def test_the_day_removed_last_comes_first(journal: JournalFile) -> None:
    for day in (DAY, after(1)):
        journal.save([answer("pain", 4, day)])
    for day in (after(1), DAY):
        journal.save([answer("pain", None, day)])
        time.sleep(0.005)
    assert [removed.held.date for removed in journal.removed_days(LONG_AGO)] == [DAY, after(1)]


def test_the_history_of_a_removed_day_stays(journal: JournalFile, path: Path) -> None:
    journal.save(refilled(full_day()))
    journal.save(emptied(full_day()))
    kinds = {kind for (kind,) in ask(path, "SELECT DISTINCT kind FROM history")}
    assert kinds == {"reading", "offered_trigger", "note", "body_map", "body_area", "moment"}
    assert any(change.after == Note("Rain", EVENING) for change in journal.past_values(DAY))
