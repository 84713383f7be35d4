"""What becomes one step of undo, and what does not."""

from __future__ import annotations

from datetime import date, timedelta

from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.ui.undo import Step, UndoLine
from tests.journal.build import DAY, EVENING


def rated(measure: str, before: float | None, after: float, sitting: str, day: date = DAY) -> Step:
    def edit(value: float | None) -> SetReading:
        return SetReading(day, measure, None if value is None else Reading(value, EVENING))

    return Step((edit(after),), (edit(before),), f"{measure} {after}", sitting)


def test_the_parts_of_a_sitting_are_taken_back_as_one() -> None:
    line = UndoLine()
    line.add(rated("sss_fatigue", None, 1, "check-in"))
    line.add(rated("sss_thinking", None, 2, "check-in"))
    line.add(rated("sss_fatigue", 1, 3, "check-in"))
    step = line.take_back()
    assert step is not None
    assert len(line) == 0
    assert {edit.measure: edit.reading for edit in step.back} == {  # type: ignore[union-attr]
        "sss_fatigue": None,
        "sss_thinking": None,
    }
    assert {edit.measure: edit.reading.value for edit in step.forth} == {  # type: ignore[union-attr]
        "sss_fatigue": 3,
        "sss_thinking": 2,
    }
    assert step.words == "sss_fatigue 3"


def test_sittings_of_two_kinds_or_days_stay_apart() -> None:
    line = UndoLine()
    line.add(rated("sss_fatigue", None, 1, "check-in"))
    line.add(rated("sss_fatigue", None, 1, "check-in", DAY - timedelta(days=1)))
    line.add(rated("phq2_1", None, 1, "feelings", DAY - timedelta(days=1)))
    line.add(rated("pain", None, 1, ""))
    line.add(rated("pain", 1, 2, ""))
    assert len(line) == 5
