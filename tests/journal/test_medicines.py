from __future__ import annotations

from datetime import date, time, timedelta
from functools import reduce

import pytest

from fibrojournal.journal.day import Day, Intake, MedicineEffect, Origin
from fibrojournal.journal.differences import (
    DayDifference,
    edits_to_restore,
    medicines_to_restore,
)
from fibrojournal.journal.edits import (
    DayEdit,
    SetEffect,
    SetIntake,
    SetMedicine,
    applied,
    emptied,
    inverse,
    refilled,
)
from fibrojournal.journal.medicines import ALWAYS, Course, Medicine, Plan, Slot
from fibrojournal.journal.past import (
    How,
    PastValue,
    PlaceKind,
    intake_of,
    intake_place,
    meaning,
    way_back,
)
from tests.journal.build import DAY, EVENING

MORNING = Plan(20, "mg", "1 capsule", (Slot("morning", time(8)),))
TAKEN = Intake(taken=True, entered=EVENING)
SKIPPED = Intake(taken=False, entered=EVENING)
TIRED = MedicineEffect(EVENING, 3, "tired")
FULL = Day(
    DAY,
    intakes={("pill", "morning"): TAKEN, ("pill", "an-id"): SKIPPED},
    effects={"pill": TIRED},
)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def medicine(*courses: Course) -> Medicine:
    return Medicine("pill", "Duloxetine", EVENING, courses)


def test_a_part_of_the_day_is_one_that_is_known() -> None:
    with pytest.raises(ValueError, match="midnight"):
        Slot("midnight")


def test_a_part_of_the_day_comes_once() -> None:
    with pytest.raises(ValueError, match="once"):
        Plan(slots=(Slot("noon"), Slot("noon", time(12))))


@pytest.mark.parametrize("dose", [0, -1, float("inf"), float("nan")])
def test_a_dose_is_more_than_nothing(dose: float) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        Plan(dose)


def test_what_has_no_time_of_the_day_is_taken_as_needed() -> None:
    assert Plan(1, "g").is_as_needed
    assert not MORNING.is_as_needed


def test_a_change_of_dose_leaves_earlier_days_as_they_were() -> None:
    more = Plan(30, "mg", "1 capsule", MORNING.slots)
    taken = medicine(Course(DAY, MORNING, EVENING), Course(after(5), more, EVENING))
    assert taken.plan_on(after(-1)) is None
    assert taken.plan_on(DAY) == taken.plan_on(after(4)) == MORNING
    assert taken.plan_on(after(5)) == taken.plan == more


def test_what_was_stopped_has_no_plan_from_that_day_on() -> None:
    taken = medicine(Course(ALWAYS, MORNING, EVENING), Course(after(5), None, EVENING))
    assert taken.plan_on(date(1999, 1, 1)) == taken.plan_on(after(4)) == MORNING
    assert taken.plan_on(after(5)) is taken.plan is None


def test_a_medicine_without_courses_has_no_plan() -> None:
    assert medicine().plan is None


@pytest.mark.parametrize(
    "edit",
    [
        SetIntake(DAY, "pill", "morning", None),
        SetIntake(DAY, "pill", "morning", SKIPPED),
        SetIntake(DAY, "pill", "noon", TAKEN),
        SetEffect(DAY, "pill", None),
        SetEffect(DAY, "tea", TIRED),
    ],
)
def test_an_edit_is_taken_back_by_its_inverse(edit: DayEdit) -> None:
    assert applied(applied(FULL, edit), inverse(edit, FULL)) == FULL
    assert applied(FULL, edit) != FULL


def test_a_day_with_medicines_alone_is_noted() -> None:
    assert Day(DAY, intakes={("pill", "noon"): SKIPPED}).is_noted
    assert Day(DAY, effects={"pill": TIRED}).is_noted


def test_a_day_is_emptied_and_filled_again_with_its_medicines() -> None:
    day = FULL
    for edit in emptied(FULL):
        day = applied(day, edit)
    assert day == Day(DAY)
    for edit in refilled(FULL):
        day = applied(day, edit)
    assert day == FULL


def test_the_place_of_an_intake_names_its_medicine_and_slot() -> None:
    assert intake_of(intake_place("a pill", "morning")) == ("a pill", "morning")


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (Intake(taken=True, entered=EVENING, origin=Origin.IMPORTED), True),
        (Intake(taken=True, entered=EVENING, origin=Origin.COPIED), False),
        (Intake(taken=True, entered=EVENING, time=time(8)), False),
        (Intake(taken=True, entered=EVENING, amount=2), False),
        (SKIPPED, False),
    ],
)
def test_an_intake_means_what_was_taken_and_when(other: Intake, *, is_same: bool) -> None:
    assert (meaning(other) == meaning(TAKEN)) is is_same


@pytest.mark.parametrize("after", [TAKEN, None])
def test_a_former_intake_comes_back(after: Intake | None) -> None:
    place = intake_place("pill", "noon")
    past = PastValue(DAY, PlaceKind.INTAKE, place, SKIPPED, after, EVENING, How.TYPED, stands=False)
    assert way_back(past, FULL) == SetIntake(DAY, "pill", "noon", after)


@pytest.mark.parametrize("after", [TIRED, None])
def test_a_former_effect_comes_back(after: MedicineEffect | None) -> None:
    past = PastValue(DAY, PlaceKind.EFFECT, "pill", None, after, EVENING, How.TYPED, stands=False)
    assert way_back(past, FULL) == SetEffect(DAY, "pill", after)


def test_days_differ_by_what_was_taken_and_what_it_did() -> None:
    assert DayDifference(DAY, FULL, FULL).medicines == ()
    for part in (Day(DAY, intakes=FULL.intakes), Day(DAY, effects=FULL.effects)):
        found = DayDifference(DAY, FULL, part)
        assert found.medicines == ("pill",)
        assert found.is_any
        assert reduce(applied, edits_to_restore([found]), part) == FULL


def test_a_medicine_that_is_gone_comes_back_with_the_day_that_needs_it() -> None:
    pill, tea = medicine(), Medicine("tea", "Tea", EVENING)
    days = [DayDifference(DAY, FULL, Day(DAY))]
    assert medicines_to_restore(days, [pill, tea], {}) == [SetMedicine("pill", pill)]
    assert medicines_to_restore(days, [pill, tea], {"pill"}) == []
