from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fibrojournal.journal.day import Event, Note, Origin, Reading
from fibrojournal.journal.edits import SetBodyMap, SetEvent, SetReading, SetSetting, set_own
from fibrojournal.journal.imported import ImportedDay
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.copy_state import TABLES
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.merge import Merged
from fibrojournal.storage.rows import day_number
from tests.storage.build import (
    DAY,
    ENVIRONMENT,
    EVENING,
    NEXT_EVENING,
    after,
    answer,
    ask,
    batch,
    body_map,
    chip,
    said,
    words,
)
from tests.storage.computers import Computer, begin, copy, export, state
from tests.storage.two import Two, save


def test_every_table_is_merged_in_the_order_of_its_columns(path: Path) -> None:
    begin(path)
    found = {
        name: tuple(column for _, column, *_ in ask(path, f"PRAGMA table_info({name})"))
        for (name,) in ask(path, "SELECT name FROM sqlite_schema WHERE sql LIKE '%deleted IN%'")
    }
    assert {table.name: table.columns for table in TABLES} == found


def test_what_either_has_written_since_is_in_both(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.part()
    event = Event("e", "travel", "By train", DAY, None, EVENING)
    two.on(two.a, save(answer("fog", 3), chip("travel", ticked=True)))
    two.on(two.b, save(answer("mood", 7, after(1)), SetEvent("e", event)))
    two.on(two.b, lambda journal: journal.save([SetSetting("today", "pain")]))
    two.on(two.b, lambda journal: journal.save([set_own(own_trigger("own:draught", "Draught"))]))
    with two.both() as merged:
        assert (merged.day(DAY).value("pain"), merged.day(DAY).value("fog")) == (5, 3)
        assert merged.day(after(1)).value("mood") == 7
        assert merged.common().events_between(DAY, DAY) == (event,)
        assert merged.settings() == {"today": "pain"}
        assert [own.id for own in merged.questions().own_triggers] == ["own:draught"]


def test_what_came_in_is_counted(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5), words("sun", after(3))))
    two.part()
    two.on(two.a, save(answer("pain", 1)))
    two.on(two.b, save(answer("pain", 2), answer("fog", 3)))
    two.on(two.a, save(answer("fog", 4), words("rain", after(3))))
    two.on(two.b, save(words("snow", after(3)), body_map("neck", "chest", day=after(1))))
    # Pain, the note and the body map came in; the answer about fog was later here.
    assert two.a.merge(two.b) == Merged(3, 1, 1, 3, past=7, changed=True)


def test_the_later_answer_wins_and_the_other_is_in_the_history(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.part()
    two.on(two.a, save(answer("pain", 6)))
    two.on(two.b, save(answer("pain", 7)))
    with two.both() as merged:
        assert merged.day(DAY).value("pain") == 7
        assert [change.after.value for change in merged.past_values(DAY)] == [7, 6, 5]  # type: ignore[union-attr]
    (lost,) = ask(
        two.a.path.with_name("ab"), "SELECT device FROM history WHERE before LIKE '%6.0%'"
    )
    assert lost == (state(two.a.path).device,)


def test_a_value_that_was_written_twice_is_known_as_both_and_told_once(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.part()
    older = Computer(copy(two.a.path, "older.fjnl"))
    two.on(two.b, save(answer("pain", None)), save(answer("pain", 5)))
    two.a.merge(two.b)
    two.on(two.a, save(answer("pain", None)), save(answer("pain", 6)))
    assert not two.a.merge(older).changed
    with JournalFile.open(two.a.path) as journal:
        told = [change.after and change.after.value for change in journal.past_values(DAY)]  # type: ignore[union-attr]
    assert told == [6, None, 5, None, 5]


def test_two_who_wrote_the_same_tell_it_once(two: Two) -> None:
    two.part()
    for computer in (two.a, two.b):
        two.on(computer, save(answer("pain", 5)))
    with two.both() as merged:
        assert len(merged.past_values(DAY)) == 1


def test_of_two_answers_of_one_moment_both_computers_choose_the_same(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.part()
    two.a.do(2_000, save(answer("pain", 6)))
    two.b.do(2_000, save(answer("pain", 4)))
    with two.both() as merged:
        assert merged.day(DAY).value("pain") == 6


@pytest.mark.parametrize("cleared_last", [True, False])
def test_clearing_is_a_write_like_any_other(two: Two, *, cleared_last: bool) -> None:
    two.on(two.a, save(answer("pain", 5), words("sun")))
    two.part()
    clear = (two.a, save(answer("pain", None), words(None)))
    write = (two.b, save(answer("pain", 7), words("rain")))
    for computer, work in (write, clear) if cleared_last else (clear, write):
        two.on(computer, work)
    with two.both() as merged:
        day = merged.day(DAY)
        assert (day.value("pain"), day.note) == (
            (None, None) if cleared_last else (7, Note("rain", EVENING))
        )


def test_areas_of_both_body_maps_are_marked_and_counted(two: Two) -> None:
    two.on(two.a, save(body_map("neck")))
    two.part()
    two.on(two.a, save(body_map("neck", "chest")))
    two.on(two.b, save(body_map("neck", "hip_left", "hip_right")))
    with two.both() as merged:
        day = merged.day(DAY)
        assert day.body_map is not None
        assert set(day.body_map.areas) == {"neck", "chest", "hip_left", "hip_right"}
        assert day.value("pain_areas") == 4


def test_a_body_map_that_was_cleared_takes_its_number_along(two: Two) -> None:
    two.on(two.a, save(body_map("neck")))
    two.part()
    two.on(two.a, save(body_map("neck", "chest")))
    two.on(two.b, save(SetBodyMap(DAY, None)))
    with two.both() as merged:
        assert not merged.day(DAY).is_noted


def test_an_area_that_went_with_its_map_is_told_as_cleared(two: Two) -> None:
    two.on(two.a, save(body_map("neck")))
    two.part()
    two.on(two.a, save(body_map("neck", "chest")))
    two.on(two.b, save(SetBodyMap(DAY, None)))
    with two.both() as merged:
        chest = [change for change in merged.past_values(DAY) if change.id == "chest"]
    assert {(change.after is None, change.stands) for change in chest} == {
        (True, True),
        (False, False),
    }
    assert len(chest) == 2


def test_an_area_that_only_one_had_is_cleared_with_its_map_on_both(two: Two) -> None:
    two.part()
    for computer, area in ((two.a, "hip_left"), (two.b, "neck")):
        two.on(computer, save(body_map(area)), save(SetBodyMap(DAY, None)))
    with two.both() as merged:
        assert not merged.day(DAY).is_noted


def test_a_number_that_a_file_brought_stands_although_a_map_was_cleared(two: Two) -> None:
    two.on(two.a, save(body_map("neck")), save(SetBodyMap(DAY, None)))
    two.part()
    two.on(two.b, lambda journal: journal.bring_in(batch(d0=said(pain_areas=3))))
    with two.both() as merged:
        assert merged.day(DAY).value("pain_areas") == 3


def test_a_number_of_areas_without_a_map_is_an_answer_like_others(two: Two) -> None:
    two.part()
    two.on(two.a, save(answer("pain_areas", 3)))
    two.on(two.b, save(answer("pain_areas", 4)))
    with two.both() as merged:
        assert merged.day(DAY).value("pain_areas") == 4


def test_a_map_that_never_had_a_number_is_given_none(two: Two) -> None:
    two.part()
    ask(
        two.b.path,
        "INSERT INTO body_map (day, origin, entered, zone, offset)"
        " VALUES (?, 'typed', 0, 'UTC', 0)",
        day_number(DAY),
    )
    with two.both() as merged:
        day = merged.day(DAY)
        assert (day.body_map is not None, day.value("pain_areas")) == (True, None)


def test_an_import_that_was_undone_on_one_computer_is_out_on_both(two: Two) -> None:
    first, second = batch(d0=said("from a file", fog=3, travel=True)), batch(d0=said(fog=4))
    two.on(two.a, lambda journal: journal.bring_in(first))
    two.on(two.a, lambda journal: journal.bring_in(second))
    two.part()
    two.on(two.a, lambda journal: journal.take_out(first.id))
    two.on(two.b, lambda journal: journal.take_out(second.id))  # and the first's value is back
    with two.both() as merged:
        assert not merged.day(DAY).is_noted
        assert all(one.is_out for one in merged.snapshot().imports)


@pytest.mark.parametrize("answered_last", [True, False])
def test_a_question_of_an_undone_import_stays_while_it_holds_answers(
    two: Two, *, answered_last: bool
) -> None:
    hum, draught = own_measure("own:hum", "Hum"), own_trigger("own:draught", "Draught")
    days = {f"d{n}": ImportedDay({"own:hum": 3}, {"own:draught": True}) for n in range(2)}
    brought = batch(hum, draught, **days)
    two.on(two.a, lambda journal: journal.bring_in(brought))
    two.part()
    undo = (two.a, lambda journal: journal.take_out(brought.id))
    write = (two.b, save(answer("own:hum", 7)))
    for computer, work in (undo, write) if answered_last else (write, undo):
        two.on(computer, work)
    with two.both() as merged:
        assert merged.day(DAY).value("own:hum") == (7 if answered_last else None)
        mine = [own.id for own in merged.questions().own_measures]
        assert mine == (["own:hum"] if answered_last else [])
        assert merged.questions().own_triggers == ()


def test_undoing_an_import_after_a_merge_goes_back_to_the_latest_value(two: Two) -> None:
    imports = [batch(d0=said(fog=fog)) for fog in (1, 2, 3)]
    two.on(two.a, lambda journal: journal.bring_in(imports[0]))
    two.part()
    two.on(two.b, lambda journal: journal.bring_in(imports[1]))
    two.on(two.a, lambda journal: journal.bring_in(imports[2]))
    with two.both() as merged:
        assert merged.day(DAY).value("fog") == 3
        merged.take_out(imports[2].id)
        assert merged.day(DAY).value("fog") == 2


def test_a_clock_in_the_future_wins_leaves_a_trace_and_is_outgrown(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.part()
    two.b.skew = 10**14  # some thousand years
    two.on(two.b, save(answer("pain", 7)))
    two.on(two.a, save(answer("pain", 6)))
    two.a.merge(two.b)
    with JournalFile.open(two.a.path) as journal:
        assert journal.day(DAY).value("pain") == 7
        assert [change.after.value for change in journal.past_values(DAY)] == [7, 6, 5]  # type: ignore[union-attr]
        journal.save([SetReading(DAY, "pain", Reading(4, NEXT_EVENING, Origin.COPIED))])
    with two.both() as merged:
        assert merged.day(DAY).value("pain") == 4


def test_merging_again_changes_nothing_and_says_so(two: Two) -> None:
    two.part()
    two.on(two.a, save(answer("pain", 5), words("sun")))
    two.on(two.b, save(answer("pain", 6), words("rain")))
    assert two.a.merge(two.b).changed
    before = two.a.path.read_bytes()
    again = two.a.merge(two.b)
    assert (again.changed, again.taken, again.joined, again.past) == (False, 0, 0, 0)
    assert two.a.path.read_bytes() == before


def test_an_older_copy_brings_nothing_and_is_brought_up_to_date(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5), words("sun")))
    two.part()
    two.on(two.a, save(answer("pain", 6), words("rain"), body_map("neck")))
    before = export(two.a.path)
    merged = two.a.merge(two.b)
    assert (merged.changed, merged.kept) == (False, 2)
    assert two.b.merge(two.a).changed
    assert export(two.a.path) == export(two.b.path) == before


def test_plain_copies_tell_their_computers_apart_once_they_have_met(two: Two) -> None:
    two.on(two.a, save(answer("pain", 5)))
    two.b = Computer(copy(two.a.path, "b.fjnl"))
    shared = state(two.a.path).device
    two.on(two.a, save(answer("pain", 6)))
    two.on(two.b, save(answer("pain", 7)))
    two.a.merge(two.b)
    own = state(two.a.path).device
    two.b.merge(two.a)
    assert own != shared == state(two.b.path).device
    two.a.merge(two.b)
    assert state(two.a.path).device == own


def test_made_up_days_mark_the_journal_they_come_into(two: Two) -> None:
    two.part()
    ask(two.b.path, "INSERT INTO meta (key, value) VALUES ('sample', '1')")
    with JournalFile.open(two.a.path) as journal:
        assert journal.merge(two.b.path).changed
        assert journal.is_sample
    with two.both() as merged:
        assert merged.is_sample


def test_a_window_sees_what_a_merge_beside_it_brought(two: Two) -> None:
    two.part()
    two.on(two.b, save(answer("pain", 6)))
    with JournalFile.open(two.a.path) as window:
        version = window.data_version()
        two.a.merge(two.b)
        assert window.data_version() != version
        window.save([answer("fog", 1)])
        assert (window.day(DAY).value("pain"), window.day(DAY).value("fog")) == (6, 1)


MERGING = """
import sys
from pathlib import Path
from fibrojournal.storage.journal_file import JournalFile
with JournalFile.open(Path(sys.argv[1])) as journal:
    print("merging", flush=True)
    journal.merge(Path(sys.argv[2]))
    print("merged", flush=True)
"""


def test_a_merge_that_is_killed_leaves_the_old_journal_or_the_new(two: Two) -> None:
    two.part()
    many = [answer("pain", n % 11, after(n)) for n in range(1_200)]
    two.on(two.a, save(*many[:800], words("sun")))
    two.on(two.b, save(*many[400:], words("rain")))
    before = export(two.a.path)
    with two.both() as merged:
        whole = export(merged.path)
    outcomes = set()
    for wait in (0.001, 0.006, 0.012, 0.03):
        target = copy(two.a.path, f"killed after {wait}")
        with subprocess.Popen(
            [sys.executable, "-c", MERGING, str(target), str(two.b.path)],
            stdout=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(wait)
            child.send_signal(signal.SIGKILL)
            told = child.stdout.read()
        outcomes.add(found := export(target))
        assert found == (whole if told else found)
        with JournalFile.open(target) as journal:
            assert journal.problems() == []
    assert outcomes <= {before, whole}
