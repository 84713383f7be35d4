from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from functools import reduce
from itertools import count

import pytest

from fibrojournal.journal.as_needed import count_of, counted_to, last_time, taken_as_needed
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Intake
from fibrojournal.journal.edits import applied
from tests.journal.build import DAY, EVENING

LATER = Stamp(EVENING.at + timedelta(hours=1), EVENING.zone, EVENING.offset_minutes)
ONE = Intake(taken=True, entered=EVENING, time=time(14, 20))
TWO = Intake(taken=True, entered=LATER, amount=2)


def holding(*intakes: Intake) -> Day:
    return Day(DAY, intakes={("rest", f"id-{n}"): one for n, one in enumerate(intakes)})


def ids() -> Iterator[str]:
    return (f"new-{n}" for n in count())


def counted(day: Day, number: float) -> Day:
    new = ids()
    return reduce(applied, counted_to(day, "rest", number, LATER, lambda: next(new)), day)


def test_what_is_taken_every_day_or_skipped_does_not_count() -> None:
    skipped = Intake(taken=False, entered=EVENING)
    day = Day(DAY, intakes={("rest", "morning"): ONE, ("rest", "id"): skipped, ("tea", "id"): ONE})
    assert count_of(day, "rest") is None
    assert taken_as_needed(day, "rest") == []
    assert last_time(day, "rest") is None


def test_several_in_a_day_add_up() -> None:
    assert count_of(holding(TWO, ONE), "rest") == 3
    assert [slot for slot, _ in taken_as_needed(holding(TWO, ONE), "rest")] == ["id-1", "id-0"]


def test_the_last_time_is_the_last_that_is_known() -> None:
    assert last_time(holding(ONE, TWO), "rest") == time(14, 20)


@pytest.mark.parametrize("number", [0, 0.5, 1, 2, 2.5, 3, 4, 4.5])
def test_a_number_that_was_given_is_the_number_that_stands(number: float) -> None:
    assert (count_of(counted(holding(ONE, TWO), number), "rest") or 0) == pytest.approx(number)


def test_a_further_one_has_no_time_and_leaves_the_others_alone() -> None:
    day = counted(holding(ONE), 2)
    assert day.intakes["rest", "id-0"] == ONE
    assert day.intakes["rest", "new-0"] == Intake(taken=True, entered=LATER)


def test_the_last_one_goes_first() -> None:
    assert counted(holding(ONE, TWO), 1).intakes == {("rest", "id-0"): ONE}


def test_the_same_number_changes_nothing() -> None:
    assert list(counted_to(holding(ONE), "rest", 1, LATER, str)) == []
