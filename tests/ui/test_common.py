"""What belongs to no single day, as the window holds it: changed, taken back, never lost."""

from __future__ import annotations

from fibrojournal.app import Program
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event, Moment, Reading
from fibrojournal.journal.edits import SetEvent, SetMoment, SetOwnTrigger, SetReading, SetSetting
from fibrojournal.journal.questions import own_trigger
from fibrojournal.storage.journal_file import JournalFile
from tests.ui.conftest import Person, today_page


def event(person: Person, program: Program) -> Event:
    day = today_page(program).day
    return Event("flu", "infection", "Flu", day, None, stamp_of(person.moment))


def test_an_event_and_a_choice_are_saved_and_taken_back_as_one_step(person: Person) -> None:
    program = person.start()
    diary = program.diary
    flu = event(person, program)
    diary.edit([SetEvent("flu", flu), SetSetting("x", "1")], "Flu")
    assert (diary.common.events, diary.common.settings) == ({"flu": flu}, {"x": "1"})
    person.qtbot.waitUntil(lambda: not diary.has_unsaved)
    with JournalFile.open_to_read(person.journal) as journal:
        assert journal.common() == diary.common
    assert diary.undo() == "Flu"
    assert (diary.common.events, diary.common.settings) == ({}, {})
    diary.redo()
    assert diary.common.events == {"flu": flu}


def test_taking_back_what_is_of_no_day_leaves_the_day_in_front(person: Person) -> None:
    program = person.start()
    page = today_page(program)
    page.step(-1)
    person.qtbot.waitUntil(lambda: page.day < page.today)
    day = page.day
    program.diary.edit([SetSetting("x", "1")], "A choice")
    program.diary.undo()
    assert page.day == day


def test_questions_follow_what_the_person_adds_and_takes_back(person: Person) -> None:
    program = person.start()
    diary = program.diary
    told: list[int] = []
    diary.common_changed.connect(lambda: told.append(len(diary.questions.own_triggers)))
    tax = own_trigger("own:tax", "Tax")
    diary.edit([SetOwnTrigger(tax.id, tax)], "Tax")
    diary.undo()
    assert told == [1, 0]


def test_what_only_the_whole_store_writes_waits_for_it(person: Person) -> None:
    program = person.start(ready=False)
    diary, day = program.diary, today_page(program).day
    stamp = stamp_of(person.moment)
    diary.edit([SetMoment(day, "m", Moment("m", day, "pain", 4.0, stamp))], "A moment")
    diary.edit([SetSetting("x", "1")], "A choice")
    assert diary.has_unsaved
    person.finish_start(program)
    person.qtbot.waitUntil(lambda: not diary.has_unsaved)
    assert diary.common.settings == {"x": "1"}
    with JournalFile.open_to_read(person.journal) as journal:
        assert [moment.id for moment in journal.day(day).moments] == ["m"]
        assert journal.settings() == {"x": "1"}


def test_a_change_by_another_program_does_not_take_away_what_waits(person: Person) -> None:
    program = person.start()
    diary = program.diary
    with JournalFile.open(person.journal) as other:
        other.save([SetSetting("theirs", "1")])
        diary._retry.start()  # nothing is saved meanwhile
        diary.edit([SetSetting("ours", "1")], "A choice")
        diary.look_for_changes()
        person.qtbot.waitUntil(lambda: "theirs" in diary.common.settings)
    assert diary.common.settings == {"theirs": "1", "ours": "1"}
    diary.save_now()
    person.qtbot.waitUntil(lambda: not diary.has_unsaved)


def test_a_reading_that_waits_behind_a_moment_is_saved_in_order(person: Person) -> None:
    program = person.start(ready=False)
    diary, page = program.diary, today_page(program)
    stamp = stamp_of(person.moment)
    diary.edit([SetMoment(page.day, "m", Moment("m", page.day, "pain", 4.0, stamp))], "A moment")
    diary.edit([SetReading(page.day, "pain", Reading(6, stamp))], "Pain")
    person.finish_start(program)
    person.qtbot.waitUntil(lambda: not diary.has_unsaved)
    with JournalFile.open_to_read(person.journal) as journal:
        day = journal.day(page.day)
    assert (len(day.moments), day.value("pain")) == (1, 6)
