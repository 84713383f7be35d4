from __future__ import annotations

from datetime import date, time, timedelta

from fibrojournal.journal.day import Day, Intake
from fibrojournal.journal.medicine_day import every_day, no_longer_taken, when_needed, with_course
from fibrojournal.journal.medicines import Course, Medicine, Plan, Slot
from tests.journal.build import DAY, EVENING

MORNING = Plan(20, "mg", "", (Slot("morning", time(8)),))
NIGHT = Plan(slots=(Slot("bedtime"), Slot("morning", time(7))))
TAKEN = Intake(taken=True, entered=EVENING)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def medicine(name: str, *courses: tuple[date, Plan | None]) -> Medicine:
    return Medicine(
        name.lower(), name, EVENING, tuple(Course(start, plan, EVENING) for start, plan in courses)
    )


PILL, TEA, ACHE = (
    medicine("pill", (DAY, MORNING)),
    medicine("Tea", (DAY, NIGHT)),
    medicine("Ache", (DAY, MORNING)),
)


def names(day: Day, *medicines: Medicine) -> list[tuple[str, str]]:
    return [(dose.medicine.name, dose.slot.part) for dose in every_day(day, medicines)]


def test_what_is_taken_every_day_comes_in_the_order_of_the_day() -> None:
    assert names(Day(DAY), PILL, TEA, ACHE) == [
        ("Tea", "morning"),
        ("Ache", "morning"),
        ("pill", "morning"),
        ("Tea", "bedtime"),
    ]


def test_a_dose_knows_what_was_noted_of_it() -> None:
    day = Day(DAY, intakes={("pill", "morning"): TAKEN})
    (ache, pill) = every_day(day, (PILL, ACHE))
    assert (ache.noted(day), pill.noted(day)) == (None, TAKEN)


def test_a_medicine_is_not_listed_before_it_began_nor_after_it_was_stopped() -> None:
    stopped = medicine("pill", (DAY, MORNING), (after(3), None))
    assert names(Day(after(-1)), stopped) == names(Day(after(3)), stopped) == []
    assert names(Day(after(2)), stopped) == [("pill", "morning")]


def test_what_was_noted_stays_listed_though_the_plan_says_otherwise() -> None:
    day = Day(DAY, intakes={("pill", "noon"): TAKEN, ("pill", "an-id"): TAKEN})
    assert names(day, PILL) == [("pill", "morning"), ("pill", "noon")]
    assert [one.name for one, _ in when_needed(day, [PILL])] == ["pill"]
    later = Day(after(9), intakes={("pill", "an-id"): TAKEN})
    assert when_needed(later, [medicine("pill", (DAY, None))])[0][1] == Plan()


def test_what_is_taken_as_needed_comes_by_name() -> None:
    rest, ache = medicine("rest", (DAY, Plan())), medicine("Ache", (DAY, Plan(1, "g")))
    assert [one.name for one, _ in when_needed(Day(DAY), [rest, ache, PILL])] == ["Ache", "rest"]
    assert when_needed(Day(after(-1)), [rest]) == []


def test_what_was_stopped_comes_latest_first() -> None:
    one = medicine("one", (DAY, MORNING), (after(1), None))
    two = medicine("two", (DAY, MORNING), (after(2), None))
    assert [m.name for m, _ in no_longer_taken(after(5), [one, two, PILL])] == ["two", "one"]
    assert [m.name for m, _ in no_longer_taken(after(1), [one, two, PILL])] == ["one"]
    assert no_longer_taken(after(-1), [one]) == []


def test_a_course_takes_the_place_of_one_of_the_same_day() -> None:
    more = Course(after(2), NIGHT, EVENING)
    both = with_course(PILL, more)
    assert [course.start for course in both] == [DAY, after(2)]
    instead = Course(DAY, NIGHT, EVENING)
    assert with_course(PILL, instead) == (instead,)
