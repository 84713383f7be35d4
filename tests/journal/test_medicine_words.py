from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event, Intake, MedicineEffect, Origin
from fibrojournal.journal.edits import SetIntake
from fibrojournal.journal.medicine_words import (
    amount_words,
    changes,
    copied_intakes,
    dose_words,
    effect_text,
    intake_text,
    intake_words,
    marked_between,
    slot_words,
)
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from tests.journal.build import DAY, EVENING

MORNING = Plan(20, "mg", "1 capsule", (Slot("morning", time(8)),))
TAKEN = Intake(taken=True, entered=EVENING)
SKIPPED = Intake(taken=False, entered=EVENING)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def medicine(name: str, *courses: tuple[date, Plan | None]) -> Medicine:
    return Medicine(
        name.lower(), name, EVENING, tuple(Course(start, plan, EVENING) for start, plan in courses)
    )


def holding(*medicines: Medicine) -> Common:
    return Common(medicines={one.id: one for one in medicines})


@pytest.mark.parametrize(
    ("plan", "dose", "amount"),
    [
        (MORNING, "20 mg", "20 mg · 1 capsule"),
        (Plan(2.5), "2.5", "2.5"),
        (Plan(unit="mg"), "", ""),
        (Plan(form="2 drops"), "", "2 drops"),
    ],
)
def test_a_dose_is_written_as_far_as_it_is_known(plan: Plan, dose: str, amount: str) -> None:
    assert (dose_words(plan), amount_words(plan)) == (dose, amount)


def test_a_slot_says_when() -> None:
    assert slot_words(Slot("morning", time(8, 5))) == "morning, 8:05"
    assert slot_words(Slot("bedtime")) == "bedtime"


@pytest.mark.parametrize(
    ("intake", "words"),
    [
        (TAKEN, "taken"),
        (SKIPPED, "skipped"),
        (replace(TAKEN, time=time(14, 20)), "taken, 14:20"),
        (replace(TAKEN, amount=2), "2 taken"),
    ],
)
def test_an_intake_says_what_was_noted(intake: Intake, words: str) -> None:
    assert intake_text(intake) == words


def test_what_a_medicine_did_is_said_as_far_as_it_was_noted() -> None:
    assert effect_text(MedicineEffect(EVENING, 6)) == "helped 6"
    assert effect_text(MedicineEffect(EVENING, 0, "tired")) == "helped 0; tired"
    assert effect_text(MedicineEffect(EVENING, None, "tired")) == "tired"


def test_the_tile_tells_taken_and_skipped_apart() -> None:
    common = holding(medicine("Pill", (DAY, MORNING)))
    day = Day(DAY, intakes={("pill", "morning"): TAKEN, ("pill", "id"): TAKEN})
    assert intake_words(day, common) == "2 taken"
    day = Day(DAY, intakes={("pill", "morning"): SKIPPED})
    assert intake_words(day, common) == "1 skipped"
    day = Day(DAY, intakes={("pill", "morning"): SKIPPED, ("pill", "id"): TAKEN})
    assert intake_words(day, common) == "1 taken, 1 skipped"


def test_a_day_on_which_nothing_was_noted_says_so_and_counts_nothing() -> None:
    assert intake_words(Day(DAY), holding(medicine("Pill", (DAY, MORNING)))) == "Nothing noted"
    removed = Day(DAY, intakes={("gone", "morning"): TAKEN})
    assert intake_words(removed, Common()) == "Nothing noted"


LATER = Stamp(EVENING.at + timedelta(days=1), EVENING.zone, EVENING.offset_minutes)


def test_what_was_noted_yesterday_is_taken_over_as_a_copy() -> None:
    common = holding(medicine("Pill", (DAY, MORNING)), medicine("Rest", (DAY, Plan())))
    former = Day(
        DAY,
        intakes={("pill", "morning"): replace(SKIPPED, time=time(8)), ("rest", "id"): TAKEN},
    )
    copy = Intake(taken=False, entered=LATER, origin=Origin.COPIED)
    assert list(copied_intakes(former, Day(after(1)), common, LATER)) == [
        SetIntake(after(1), "pill", "morning", copy)
    ]


def test_what_stands_is_not_copied_over_nor_what_is_no_longer_taken() -> None:
    common = holding(
        medicine("Pill", (DAY, MORNING)), medicine("Tea", (DAY, MORNING), (after(1), None))
    )
    intakes = {("pill", "morning"): TAKEN, ("tea", "morning"): TAKEN}
    day = Day(after(1), intakes={("pill", "morning"): SKIPPED})
    assert list(copied_intakes(Day(DAY, intakes=intakes), day, common, LATER)) == []


def told(common: Common, start: date, end: date) -> list[tuple[date, str, str]]:
    found = changes(common, start, end)
    assert len({event.id for event in found}) == len(found)
    return [(event.start, event.kind, event.name) for event in found]


def test_changes_of_a_span_are_told_in_order() -> None:
    pill = medicine(
        "Pill",
        (ALWAYS, MORNING),
        (after(1), replace(MORNING, dose=30)),
        (after(2), replace(MORNING, dose=30, form="2 capsules")),
        (after(3), None),
        (after(4), Plan()),
        (after(9), None),
    )
    tea = medicine("Tea", (DAY, replace(MORNING, dose=None)), (after(5), MORNING))
    assert told(holding(tea, pill), DAY, after(8)) == [
        (DAY, "treatment_started", "Tea started"),
        (after(1), "treatment_changed", "Pill changed to 30 mg"),
        (after(2), "treatment_changed", "Pill changed"),
        (after(3), "treatment_stopped", "Pill stopped"),
        (after(4), "treatment_started", "Pill started"),
        (after(5), "treatment_changed", "Tea changed to 20 mg"),
    ]


def test_charts_mark_events_and_changes_by_their_day() -> None:
    cold = Event("cold", "infection", "A cold", after(2), None, EVENING)
    pill = medicine("Pill", (after(1), MORNING), (after(3), None))
    common = Common({"cold": cold}, medicines={"pill": pill})
    assert [event.label for event in marked_between(common, DAY, after(9))] == [
        "Pill started, 20 mg",
        "A cold",
        "Pill stopped",
    ]


def test_what_stayed_the_same_is_no_change() -> None:
    same = medicine("Pill", (DAY, None), (after(1), MORNING), (after(2), MORNING), (after(3), None))
    assert told(holding(same), DAY, after(3)) == [
        (after(1), "treatment_started", "Pill started, 20 mg"),
        (after(3), "treatment_stopped", "Pill stopped"),
    ]
