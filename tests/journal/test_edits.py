from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    DayEdit,
    SetBodyMap,
    SetMoment,
    SetNote,
    SetOwnMeasure,
    SetOwnTrigger,
    SetReading,
    SetTrigger,
    applied,
    emptied,
    in_order,
    inverse,
    refilled,
    set_own,
    with_counts,
)
from fibrojournal.journal.questions import own_measure, own_trigger
from tests.journal.build import DAY, EVENING, make_day

readings = st.builds(
    Reading,
    st.floats(0, 10),
    st.just(EVENING),
    st.sampled_from(Origin),
    st.none() | st.just("import-1"),
)
answers = st.builds(
    TriggerAnswer, st.booleans(), st.just(EVENING), st.none() | st.sampled_from((1, 2, 3))
)
notes = st.builds(Note, st.text(min_size=1), st.just(EVENING))
body_maps = st.builds(
    BodyMap,
    st.dictionaries(st.sampled_from(("neck", "chest")), st.none() | st.floats(0, 10)),
    st.just(EVENING),
)
ids = st.sampled_from(("noon", "night"))
moments = st.builds(
    Moment,
    ids,
    st.just(DAY),
    st.just("pain"),
    st.floats(0, 10),
    st.sampled_from((EVENING, Stamp(EVENING.at - timedelta(hours=8), "Europe/Berlin", 60))),
)
measures = st.sampled_from(("pain", "mood", "own:cold_hands"))
triggers = st.sampled_from(("travel", "period"))

days = st.builds(
    Day,
    st.just(DAY),
    st.dictionaries(measures, readings),
    st.dictionaries(triggers, answers),
    st.none() | notes,
    st.none() | body_maps,
    st.lists(moments, unique_by=lambda moment: moment.id).map(in_order),
)
edits: st.SearchStrategy[DayEdit] = st.one_of(
    st.builds(SetReading, st.just(DAY), measures, st.none() | readings),
    st.builds(SetTrigger, st.just(DAY), triggers, st.none() | answers),
    st.builds(SetNote, st.just(DAY), st.none() | notes),
    st.builds(SetBodyMap, st.just(DAY), st.none() | body_maps),
    st.builds(SetMoment, st.just(DAY), ids, st.none()),
    moments.map(lambda moment: SetMoment(DAY, moment.id, moment)),
)


@given(days, edits)
def test_the_inverse_of_an_edit_brings_the_day_back(day: Day, edit: DayEdit) -> None:
    assert applied(applied(day, edit), inverse(edit, day)) == day


@given(days, edits)
def test_undoing_the_undoing_does_the_edit_again(day: Day, edit: DayEdit) -> None:
    after = applied(day, edit)
    undo = inverse(edit, day)
    assert applied(applied(after, undo), inverse(undo, after)) == after


@given(days, st.lists(edits))
def test_a_row_of_edits_is_undone_from_the_last(day: Day, row: list[DayEdit]) -> None:
    now, undo = day, []
    for edit in row:
        undo.append(inverse(edit, now))
        now = applied(now, edit)
    for edit in reversed(undo):
        now = applied(now, edit)
    assert now == day


@given(days, edits)
def test_an_edit_leaves_the_day_it_came_from_alone(day: Day, edit: DayEdit) -> None:
    readings_before, triggers_before = dict(day.readings), dict(day.triggers)
    applied(day, edit)
    assert day.readings == readings_before
    assert day.triggers == triggers_before


@given(days)
def test_a_day_is_emptied_and_filled_again(day: Day) -> None:
    empty = day
    for edit in emptied(day):
        empty = applied(empty, edit)
    assert empty == Day(DAY)
    for edit in refilled(day):
        empty = applied(empty, edit)
    assert empty == day


def test_an_empty_day_takes_no_edits_to_empty() -> None:
    assert emptied(Day(DAY)) == refilled(Day(DAY)) == []


def test_moments_are_in_the_order_of_their_time() -> None:
    late = Moment("a", DAY, "pain", 5, EVENING)
    early = Moment("b", DAY, "pain", 2, Stamp(EVENING.at - timedelta(hours=8), "UTC", 0))
    day = applied(applied(Day(DAY), SetMoment(DAY, "a", late)), SetMoment(DAY, "b", early))
    assert day.moments == (early, late)
    assert applied(day, SetMoment(DAY, "b", None)).moments == (late,)


@pytest.mark.parametrize(
    ("body_map", "count"),
    [
        (None, None),
        (BodyMap({}, EVENING), Reading(0, EVENING)),
        (
            BodyMap({"neck": 3, "chest": None}, EVENING, Origin.COPIED),
            Reading(2, EVENING, Origin.COPIED),
        ),
    ],
)
def test_a_body_map_brings_its_count_along(body_map: BodyMap | None, count: Reading | None) -> None:
    edit = SetBodyMap(DAY, body_map)
    assert list(with_counts([edit])) == [SetReading(DAY, "pain_areas", count), edit]


def test_other_edits_bring_nothing_along() -> None:
    edit = SetReading(DAY, "pain", None)
    assert list(with_counts([edit])) == [edit]


def test_an_answer_is_set_beside_the_others() -> None:
    day = applied(make_day(pain=4), SetReading(DAY, "mood", Reading(7, EVENING)))
    assert day == make_day(pain=4, mood=7)


def test_clearing_leaves_nothing_and_not_zero() -> None:
    day = applied(make_day(pain=4), SetReading(DAY, "pain", None))
    assert "pain" not in day.readings


def test_clearing_what_is_not_there_changes_nothing() -> None:
    assert applied(make_day(pain=4), SetTrigger(DAY, "travel", None)) == make_day(pain=4)


def test_a_trigger_a_note_a_body_map_and_a_moment_are_set_and_taken_back() -> None:
    ticked = TriggerAnswer(ticked=True, entered=EVENING)
    note, body_map = Note("Rain", EVENING), BodyMap({"neck": 3}, EVENING)
    noon = Moment("noon", DAY, "pain", 6, EVENING)
    day = Day(DAY)
    for edit in (
        SetTrigger(DAY, "travel", ticked),
        SetNote(DAY, note),
        SetBodyMap(DAY, body_map),
        SetMoment(DAY, "noon", noon),
    ):
        before, day = day, applied(day, edit)
        assert applied(day, inverse(edit, before)) == before
    assert day == Day(DAY, {}, {"travel": ticked}, note, body_map, (noon,))


def test_an_answer_that_is_changed_comes_back_by_the_inverse() -> None:
    day, edit = make_day(pain=4), SetReading(DAY, "pain", None)
    assert inverse(edit, day) == SetReading(DAY, "pain", day.readings["pain"])


@pytest.mark.parametrize("other", [DAY + timedelta(days=1), date(2025, 3, 12)])
def test_an_edit_of_another_day_is_refused(other: date) -> None:
    edit = SetNote(other, Note("Rain", EVENING))
    with pytest.raises(ValueError, match="does not belong to"):
        applied(Day(DAY), edit)
    with pytest.raises(ValueError, match="does not belong to"):
        inverse(edit, Day(DAY))


def test_something_of_ones_own_is_set_by_the_edit_of_its_kind() -> None:
    measure, trigger = own_measure("own:ice", "Ice"), own_trigger("own:rain", "Rain")
    assert set_own(measure) == SetOwnMeasure("own:ice", measure)
    assert set_own(trigger) == SetOwnTrigger("own:rain", trigger)
