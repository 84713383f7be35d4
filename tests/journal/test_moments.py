from __future__ import annotations

from datetime import timedelta

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Moment
from fibrojournal.journal.moments import ASKED_OF_A_MOMENT, by_minute
from tests.journal.build import DAY, EVENING


def moment(id: str, minutes: int, seconds: int = 0, measure: str = "pain") -> Moment:
    at = EVENING.at + timedelta(minutes=minutes, seconds=seconds)
    return Moment(id, DAY, measure, 5, Stamp(at, EVENING.zone, EVENING.offset_minutes))


def test_pain_and_energy_are_asked_of_a_moment() -> None:
    assert [measure.id for measure in ASKED_OF_A_MOMENT] == ["pain", "energy"]


def test_what_was_entered_in_one_minute_stands_together_in_the_order_of_time() -> None:
    late, first, second = moment("late", 5), moment("first", 0), moment("second", 0, seconds=40)
    assert by_minute([late, second, first]) == [(first, second), (late,)]
    assert by_minute([]) == []


def test_what_was_asked_together_keeps_the_order_of_the_questions() -> None:
    energy, pain = moment("a", 0, measure="energy"), moment("b", 0)
    fog = moment("0", 0, measure="fog")
    assert by_minute([energy, fog, pain]) == [(pain, energy, fog)]
