"""From what a journal asks and holds to the variables of an analysis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.prepared import Variable
from fibrojournal.journal.measures import Asked, Direction, Measure, Place
from fibrojournal.journal.triggers import Trigger

_BAD = {Direction.HIGH_IS_BAD: 1, Direction.HIGH_IS_GOOD: -1, Direction.NEITHER: 0}
_BETTER_IN_MOST_LIVES = frozenset({"activity", "sleep_hours"})
"""Neither end is good as such, but days with more of it are the better ones for most."""
_NOT_OF_A_DAY = (Place.CHECK_IN, Place.WHOLE_DAY, Place.MOMENT)


def variables(
    measures: Iterable[Measure],
    triggers: Iterable[Trigger],
    recorded: Mapping[str, Recorded],
    span: tuple[int, int],
) -> tuple[Variable, ...]:
    """Lay all that has an answer on the days of a span, without copied answers.

    `recorded` holds answers by the id of a measure or a trigger, `span` the first and last day, in
    days since 1970-01-01. What is not asked of a whole day is left out, and so is what has no
    answer in the span that counts.
    """
    laid = [
        *(
            _of_measure(one, recorded[one.id], span)
            for one in measures
            if _is_wanted(one, recorded)
        ),
        *(_of_trigger(one, recorded[one.id], span) for one in triggers if one.id in recorded),
    ]
    return tuple(one for one in laid if one.has_answers)


def _is_wanted(measure: Measure, recorded: Mapping[str, Recorded]) -> bool:
    return measure.id in recorded and measure.place not in _NOT_OF_A_DAY


def _of_measure(measure: Measure, recorded: Recorded, span: tuple[int, int]) -> Variable:
    bad = -1 if measure.id in _BETTER_IN_MOST_LIVES else _BAD[measure.direction]
    waking = measure.asked is Asked.WAKING
    return Variable(measure.id, on_calendar(recorded, *span).counted, bad, waking=waking)


def _of_trigger(trigger: Trigger, recorded: Recorded, span: tuple[int, int]) -> Variable:
    return Variable(trigger.id, on_calendar(recorded, *span).counted, is_trigger=True)
