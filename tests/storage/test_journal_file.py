from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.sql.compiler import SQLCompiler

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Day, Event, Moment, Note, Origin, Reading
from fibrojournal.journal.edits import (
    DayEdit,
    Edit,
    SetBodyMap,
    SetEvent,
    SetMoment,
    SetNote,
    SetReading,
    SetSetting,
    applied,
    inverse,
    set_own,
)
from fibrojournal.journal.imported import ImportedDay
from fibrojournal.journal.measures import Direction, Scale
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.journal_file import JournalFile
from tests.storage.build import (
    DAY,
    EVENING,
    after,
    answer,
    ask,
    batch,
    body_map,
    chip,
    scratch,
    words,
)
from tests.storage.strategies import DAYS, edits


def test_what_was_saved_is_read_back(journal: JournalFile) -> None:
    journal.save([answer("pain", 3.3), chip("travel", ticked=True), words("A day by the sea")])
    day = journal.day(DAY)
    assert day.value("pain") == 3.3
    assert day.readings["pain"].entered == EVENING
    assert day.ticked == ("travel",)
    assert day.note == Note("A day by the sea", EVENING)


def test_a_day_without_content_is_empty(journal: JournalFile) -> None:
    assert journal.day(DAY) == Day(DAY)


def test_a_gap_is_not_zero(journal: JournalFile) -> None:
    journal.save([answer("pain", 0), answer("fog", 4, after(2))])
    assert [day.date for day in journal.days(DAY, after(2))] == [DAY, after(2)]
    assert journal.day(after(1)).value("pain") is None
    assert journal.day(DAY).value("pain") == 0
    assert journal.day(DAY).value("fog") is None


def test_clearing_an_answer_leaves_the_others(journal: JournalFile) -> None:
    journal.save([answer("pain", 3), answer("fog", 4)])
    journal.save([answer("pain", None)])
    assert set(journal.day(DAY).readings) == {"fog"}


def test_clearing_what_was_never_there_does_nothing(journal: JournalFile) -> None:
    journal.save([answer("pain", None), chip("travel", ticked=None), words(None)])
    journal.save([SetBodyMap(DAY, None), SetMoment(DAY, "x", None), SetEvent("x", None)])
    assert journal.day(DAY) == Day(DAY)
    assert journal.common().events_between(DAY, DAY) == ()


def test_of_several_edits_of_one_place_the_last_counts(journal: JournalFile) -> None:
    journal.save([answer("pain", 3), answer("pain", None), answer("pain", 5)])
    assert journal.day(DAY).value("pain") == 5
    journal.save([answer("pain", 3), answer("pain", None)])
    assert journal.day(DAY) == Day(DAY)


def test_a_trigger_that_was_offered_is_not_one_that_was_absent(journal: JournalFile) -> None:
    journal.save([chip("travel", ticked=False)])
    assert set(journal.day(DAY).triggers) == {"travel"}
    assert journal.day(DAY).ticked == ()
    assert journal.days(DAY, DAY) == [], "a day that was only looked at is not noted"


def test_a_body_map_brings_the_number_of_painful_areas(journal: JournalFile) -> None:
    journal.save([body_map("neck", "chest")])
    assert journal.day(DAY).readings["pain_areas"] == Reading(2.0, EVENING)
    journal.save([SetBodyMap(DAY, BodyMap({"neck": 4.5}, EVENING, Origin.COPIED))])
    assert journal.day(DAY).readings["pain_areas"] == Reading(1.0, EVENING, Origin.COPIED)
    found = journal.day(DAY).body_map
    assert found is not None
    assert found.areas == {"neck": 4.5}
    journal.save([SetBodyMap(DAY, None)])
    assert journal.day(DAY) == Day(DAY)


def test_a_body_map_on_which_nothing_hurt_is_noted(journal: JournalFile) -> None:
    journal.save([body_map()])
    assert journal.day(DAY).body_map == BodyMap({}, EVENING)
    assert journal.day(DAY).value("pain_areas") == 0
    assert journal.day(DAY).is_noted


def test_an_area_can_leave_a_body_map_and_come_back(journal: JournalFile) -> None:
    for areas in (("neck", "chest"), ("chest",), ("chest", "neck")):
        journal.save([body_map(*areas)])
        found = journal.day(DAY).body_map
        assert found is not None
        assert set(found.areas) == set(areas)


def test_body_maps_of_two_days_do_not_touch(journal: JournalFile) -> None:
    journal.save([body_map("neck"), body_map("chest", day=after(1))])
    journal.save([SetBodyMap(DAY, None), body_map("abdomen", day=after(1))])
    assert journal.day(DAY) == Day(DAY)
    found = journal.day(after(1)).body_map
    assert found is not None
    assert set(found.areas) == {"abdomen"}


def test_moments_come_in_the_order_of_their_time(journal: JournalFile) -> None:
    noon = Stamp(EVENING.at - timedelta(hours=8), "Europe/Berlin", 60)
    late, early = Moment("a", DAY, "pain", 6, EVENING), Moment("b", DAY, "pain", 2, noon)
    journal.save([SetMoment(DAY, "a", late), SetMoment(DAY, "b", early)])
    assert journal.day(DAY).moments == (early, late)
    journal.save([SetMoment(DAY, "a", None)])
    assert journal.day(DAY).moments == (early,)


def test_a_moment_can_move_to_another_day(journal: JournalFile) -> None:
    journal.save([SetMoment(DAY, "a", Moment("a", DAY, "pain", 6, EVENING))])
    moved = Moment("a", after(1), "fog", 5, EVENING)
    journal.save([SetMoment(after(1), "a", moved)])
    assert journal.day(DAY) == Day(DAY)
    assert journal.day(after(1)).moments == (moved,)


def test_events_are_found_by_the_days_they_touch(journal: JournalFile) -> None:
    span = Event("s", "travel", "Lisbon", after(2), after(5), EVENING)
    single = Event("d", "infection", "A cold", after(4), None, EVENING)
    journal.save([SetEvent("d", single), SetEvent("s", span)])
    assert journal.common().events_between(DAY, after(9)) == (span, single)
    assert journal.common().events_between(after(5), after(9)) == (span,)
    assert journal.common().events_between(DAY, after(2)) == (span,)
    assert journal.common().events_between(DAY, after(1)) == ()
    assert journal.common().events_between(after(6), after(9)) == ()
    journal.save([SetEvent("s", None)])
    assert journal.common().events_between(DAY, after(9)) == (single,)


@pytest.mark.parametrize(
    "edit",
    [
        answer("pain", 1),
        chip("travel", ticked=True),
        words("x"),
        body_map(),
        SetMoment(DAY, "m", Moment("m", DAY, "pain", 1, EVENING)),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_the_noted_span_counts_content_of_every_kind(journal: JournalFile, edit: Edit) -> None:
    journal.save([edit, chip("travel", ticked=False, day=after(-1))])
    assert journal.noted_span() == (DAY, DAY)


def test_the_noted_span_reaches_from_the_first_to_the_last_day(journal: JournalFile) -> None:
    assert journal.noted_span() is None
    journal.save([answer("pain", 1, after(40)), words("x", after(3)), answer("fog", 1, after(9))])
    assert journal.noted_span() == (after(3), after(40))
    journal.save([answer("pain", None, after(40))])
    assert journal.noted_span() == (after(3), after(9))


def test_triggers_are_counted_where_they_were_ticked(journal: JournalFile) -> None:
    journal.save([chip("travel", ticked=True, day=after(n)) for n in range(3)])
    journal.save([chip("unwell", ticked=False), chip("travel", ticked=None, day=after(1))])
    assert journal.trigger_counts() == {"travel": 2}


def test_own_questions_join_the_registries(journal: JournalFile) -> None:
    hum = own_measure(
        "own:hum", "Hum", scale=Scale(0, 5, 0.5), direction=Direction.HIGH_IS_BAD, factor="sleep"
    )
    taxes = own_trigger("own:taxes", "Taxes", factor="stress_trauma")
    plain = own_measure("own:a", "A")
    for own in (hum, taxes, plain):
        journal.save([set_own(own)])
    assert journal.questions().own_measures == (plain, hum)
    assert journal.questions().own_triggers == (taxes,)


def test_an_own_question_that_exists_is_kept_by_an_import(journal: JournalFile) -> None:
    journal.save([set_own(own_measure("own:hum", "Hum"))])
    journal.bring_in(batch(own_measure("own:hum", "Another name"), d0=ImportedDay({"own:hum": 1})))
    assert [measure.name for measure in journal.questions().own_measures] == ["Hum"]


def test_settings_of_questions_travel_with_the_journal(path: Path) -> None:
    with JournalFile.create(path) as journal:
        journal.save([SetSetting("today", "pain fog")])
        journal.save([SetSetting("gone", "x")])
        journal.save([SetSetting("gone", None)])
        journal.save([SetSetting("today", "pain")])
    with JournalFile.open(path) as journal:
        assert journal.settings() == {"today": "pain"}


def test_the_sample_mark_stays(tmp_path: Path) -> None:
    with JournalFile.create(tmp_path / "a.fjnl", sample=True) as journal:
        assert journal.is_sample
    with JournalFile.open(tmp_path / "a.fjnl") as journal:
        assert journal.is_sample
    with JournalFile.create(tmp_path / "b.fjnl") as journal:
        assert not journal.is_sample


def test_the_data_version_changes_when_another_connection_wrote(
    journal: JournalFile, path: Path
) -> None:
    before = journal.data_version()
    journal.save([answer("pain", 1)])
    assert journal.data_version() == before, "own writes are no news"
    with JournalFile.open(path) as other:
        other.save([answer("pain", 2)])
    assert journal.data_version() != before


def test_a_journal_passes_from_thread_to_thread(journal: JournalFile) -> None:
    worker = Thread(target=lambda: journal.save([answer("pain", 7)]))
    worker.start()
    worker.join()
    assert journal.day(DAY).value("pain") == 7


def test_half_a_character_does_not_lose_the_note(journal: JournalFile) -> None:
    journal.save([words("before \ud83d after")])
    assert journal.day(DAY).note == Note("before ? after", EVENING)


def test_a_save_that_cannot_be_leaves_nothing_behind(journal: JournalFile) -> None:
    not_a_number = SetReading(DAY, "fog", Reading(float("nan"), EVENING))
    with pytest.raises(Exception, match="NOT NULL"):
        journal.save([answer("pain", 1), not_a_number])
    assert journal.day(DAY) == Day(DAY)
    journal.save([answer("pain", 2)])
    assert journal.day(DAY).value("pain") == 2


@pytest.mark.parametrize("value", [float("inf"), float("-inf")])
def test_no_answer_is_infinite(journal: JournalFile, value: float) -> None:
    with pytest.raises(Exception, match="CHECK"):
        journal.save([answer("pain", value)])


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1969, 12, 31), date(9999, 12, 31)])
def test_any_day_of_the_calendar_can_be_noted(journal: JournalFile, day: date) -> None:
    journal.save([answer("pain", 1, day)])
    assert journal.days(date.min, date.max)[0].date == day
    assert journal.noted_span() == (day, day)


def test_closing_twice_does_nothing(path: Path) -> None:
    journal = JournalFile.create(path)
    journal.close()
    journal.close()


def test_private_words_are_in_no_error(journal: JournalFile) -> None:
    secret = Note("my secret", EVENING, Origin.IMPORTED, "no-such-import")
    with pytest.raises(Exception, match="FOREIGN KEY") as raised:
        journal.save([SetNote(DAY, secret)])
    assert "my secret" not in str(raised.value)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(edits, max_size=4), max_size=5))
def test_any_sequence_of_saves_reads_back_as_the_domain_says(saves: list[list[Edit]]) -> None:
    expected = {day: Day(day) for day in DAYS}
    with scratch() as path, JournalFile.create(path) as journal:
        for save in saves:
            journal.save(save)
            for edit in save:
                if isinstance(edit, DayEdit):
                    expected[edit.day] = applied(expected[edit.day], edit)
        for day in DAYS:
            found = journal.day(day)
            counted = found.body_map and float(len(found.body_map.areas))
            assert found.value("pain_areas") == counted
            readings = {k: v for k, v in found.readings.items() if k != "pain_areas"}
            assert readings == expected[day].readings
            assert found.triggers == expected[day].triggers
            assert found.note == expected[day].note
            assert found.body_map == expected[day].body_map
        assert journal.days(DAYS[0], DAYS[-1]) == [
            found for found in map(journal.day, DAYS) if found.is_noted
        ]
        assert journal.problems() == []


@settings(max_examples=25, deadline=None)
@given(st.lists(edits, max_size=4), st.lists(edits, min_size=1, max_size=3))
def test_the_inverse_of_an_edit_brings_the_day_back(past: list[Edit], change: list[Edit]) -> None:
    with scratch() as path, JournalFile.create(path) as journal:
        journal.save(past)
        for edit in change:
            if isinstance(edit, DayEdit):
                before = journal.day(edit.day)
                journal.save([edit])
                journal.save([inverse(edit, before)])
                assert journal.day(edit.day) == before


def test_milliseconds_are_kept(journal: JournalFile) -> None:
    stamp = Stamp(datetime(2026, 3, 12, 1, 2, 3, 457000, tzinfo=UTC), "Asia/Kathmandu", 345)
    journal.save([SetReading(DAY, "pain", Reading(1, stamp))])
    assert journal.day(DAY).readings["pain"].entered == stamp


def test_plain_sql_reads_a_day(journal: JournalFile, path: Path) -> None:
    journal.save([answer("pain", 4)])
    query = "SELECT date(day * 86400, 'unixepoch'), measure, value FROM reading"
    assert ask(path, query) == [("2026-03-12", "pain", 4.0)]


def test_the_next_journal_makes_no_statement_into_sql_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SQLCompiler] = []
    begin = SQLCompiler.__init__

    def make(one: SQLCompiler, *given: object, **named: object) -> None:
        made.append(one)
        begin(one, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(SQLCompiler, "__init__", make)
    for name in ("first.fjnl", "then.fjnl"):
        made.clear()
        with JournalFile.create(path.with_name(name)) as journal:
            journal.save([answer("pain", 3)])
            assert journal.day(DAY).value("pain") == 3
    assert made == []
