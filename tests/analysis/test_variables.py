from __future__ import annotations

import numpy as np

from fibrojournal.analysis.grid import Answers
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.variables import variables
from fibrojournal.journal.measures import MEASURES
from fibrojournal.journal.triggers import TRIGGERS


def recorded(*values: float, copied: bool = False) -> Answers:
    n = len(values)
    flags = np.full(n, copied)
    return Answers(np.arange(100, 100 + n), np.array(values, dtype=np.float64), flags, flags)


def laid(**answers: Answers) -> dict[str, Variable]:
    found = variables(MEASURES, TRIGGERS, answers, (100, 104))
    return {one.id: one for one in found}


def test_measures_and_triggers_lie_on_the_same_days() -> None:
    found = laid(pain=recorded(5, 6), travel=recorded(0, 1, 0))
    assert list(found) == ["pain", "travel"]
    assert {one.values.size for one in found.values()} == {5}
    assert (found["pain"].is_trigger, found["travel"].is_trigger) == (False, True)


def test_each_knows_which_end_is_bad_and_when_it_is_asked() -> None:
    found = laid(
        pain=recorded(5),
        sleep_quality=recorded(5),
        stool_form=recorded(3),
        activity=recorded(1),
    )
    assert {id: one.bad for id, one in found.items()} == {
        "pain": 1,
        "sleep_quality": -1,
        "stool_form": 0,
        "activity": -1,
    }
    assert [id for id, one in found.items() if one.waking] == ["sleep_quality"]


def test_what_holds_only_copies_or_nothing_is_left_out() -> None:
    assert not laid(pain=recorded(5, 5, copied=True), fog=recorded())


def test_moments_and_marks_of_a_whole_day_are_no_variables() -> None:
    assert not laid(energy=recorded(5), too_ill=recorded(1))
