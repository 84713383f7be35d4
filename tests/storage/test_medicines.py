"""Medicines in the file: read as they were written, merged, and found where names were lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from fibrojournal.journal.day import Day, Intake, MedicineEffect
from fibrojournal.journal.edits import SetEffect, SetIntake, SetMedicine
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.journal.past import PlaceKind, intake_place
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.storage.medicine_rows import are_times
from fibrojournal.storage.rescue import rescue
from fibrojournal.storage.restoring import compare
from tests.storage.build import DAY, EPOCH, EVENING, NEXT_EVENING, after, ask, raw
from tests.storage.two import Two

PLAN = Plan(20, "mg", "1 capsule", (Slot("morning", time(8)), Slot("bedtime")))
FIRST = Course(ALWAYS, PLAN, EVENING)
PILL = Medicine("pill", "Duloxetine", EVENING, (FIRST,))
MORE = Course(after(9), replace(PLAN, dose=30), NEXT_EVENING)
TAKEN = Intake(taken=True, entered=EVENING, time=time(8, 10))


def test_a_medicine_is_read_as_it_was_written(journal: JournalFile, path: Path) -> None:
    journal.save([SetMedicine("pill", PILL)])
    assert journal.common().medicines == {"pill": PILL}
    assert ask(path, "SELECT dose, unit, form, times, start_day < 0 FROM course") == [
        (20.0, "mg", "1 capsule", "morning 08:00, bedtime", 1)
    ]


def test_a_course_that_is_taken_away_is_kept_in_the_history(
    journal: JournalFile, path: Path
) -> None:
    journal.save([SetMedicine("pill", replace(PILL, courses=(FIRST, MORE)))])
    journal.save([SetMedicine("pill", PILL)])
    assert journal.common().medicines == {"pill": PILL}
    assert ask(path, "SELECT count(*) FROM history WHERE kind = 'course'") == [(1,)]


def test_a_medicine_that_is_removed_comes_back_with_its_courses(journal: JournalFile) -> None:
    journal.save([SetMedicine("pill", PILL)])
    journal.save([SetMedicine("pill", None)])
    assert journal.common().medicines == {}
    journal.save([SetMedicine("pill", PILL)])
    assert journal.common().medicines == {"pill": PILL}


def test_a_day_knows_what_was_taken(journal: JournalFile) -> None:
    effect = MedicineEffect(EVENING, 6.5, "a dry mouth")
    journal.save([SetIntake(DAY, "pill", "morning", TAKEN), SetEffect(DAY, "pill", effect)])
    assert journal.day(DAY) == Day(
        DAY, intakes={("pill", "morning"): TAKEN}, effects={"pill": effect}
    )
    assert journal.noted_span() == (DAY, DAY)


def test_the_past_of_an_intake_is_told(journal: JournalFile) -> None:
    skipped = replace(TAKEN, taken=False)
    for content in (skipped, TAKEN):
        journal.save([SetIntake(DAY, "pill", "morning", content)])
    journal.save([SetEffect(DAY, "pill", MedicineEffect(EVENING, 3))])
    changes = {change.place: change for change in journal.past_values(DAY) if change.stands}
    intake = changes[PlaceKind.INTAKE, intake_place("pill", "morning")]
    assert (intake.before, intake.after) == (skipped, TAKEN)
    assert changes[PlaceKind.EFFECT, "pill"].before is None


def test_a_removed_day_holds_what_was_taken(journal: JournalFile) -> None:
    journal.save([SetIntake(DAY, "pill", "morning", TAKEN)])
    journal.save([SetIntake(DAY, "pill", "morning", None)])
    (removed,) = journal.removed_days(EPOCH)
    assert removed.held.intakes == {("pill", "morning"): TAKEN}


def test_two_computers_note_the_same_medicine(two: Two) -> None:
    two.on(two.a, lambda journal: journal.save([SetMedicine("pill", PILL)]))
    two.part()
    two.on(two.b, lambda journal: journal.save([SetIntake(DAY, "pill", "morning", TAKEN)]))
    merged = two.a.merge(two.b)
    assert (merged.taken, merged.days) == (1, 1)
    with JournalFile.open(two.a.path) as journal:
        assert journal.day(DAY).intakes == {("pill", "morning"): TAKEN}
        assert journal.common().medicines == {"pill": PILL}


def test_a_medicine_with_its_courses_counts_once_in_a_merge(two: Two) -> None:
    both = replace(PILL, courses=(FIRST, MORE))
    two.part()
    two.on(two.b, lambda journal: journal.save([SetMedicine("pill", both)]))
    assert two.a.merge(two.b).taken == 1


def test_a_backup_tells_which_medicines_it_knows(journal: JournalFile, tmp_path: Path) -> None:
    with JournalFile.create(tmp_path / "other.fjnl") as other:
        other.save([SetMedicine("pill", PILL)])
    found = compare(tmp_path / "other.fjnl", journal)
    assert found.medicines == (PILL,)
    assert (found.backup.medicines, found.journal.medicines) == (1, 0)


def test_what_was_taken_is_rescued_though_the_name_is_lost(
    journal: JournalFile, path: Path
) -> None:
    journal.save([SetMedicine("pill", PILL), SetIntake(DAY, "pill", "morning", TAKEN)])
    journal.close()
    with raw(path) as plain:
        plain.execute("DELETE FROM medicine")
    rescue(path, path.with_name("out.fjnl"))
    with JournalFile.open(path.with_name("out.fjnl")) as rescued:
        assert rescued.common().medicines["pill"] == replace(
            PILL, name="A medicine", entered=replace(EVENING, zone="UTC", offset_minutes=0)
        )
        assert rescued.day(DAY).intakes == {("pill", "morning"): TAKEN}


def test_a_course_that_no_program_wrote_is_not_rescued(journal: JournalFile, path: Path) -> None:
    journal.save([SetMedicine("pill", PILL)])
    journal.close()
    with raw(path) as plain:
        plain.execute("UPDATE course SET times = 'midnight'")
    assert rescue(path, path.with_name("out.fjnl")).rows["course"] == 0


@pytest.mark.parametrize("times", ["noon, noon", "noon 25:00", "midnight"])
def test_times_that_no_program_wrote_are_known(times: str) -> None:
    assert not are_times(times)
    assert are_times("")
    assert are_times("noon 12:30, bedtime")
