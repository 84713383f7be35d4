"""What the made-up person tried out: one experiment that is over, and one that still runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from fibrojournal.exchange.demo_entries import draw_id, entered_at
from fibrojournal.journal.day import TriggerAnswer
from fibrojournal.journal.edits import Edit, SetTrigger
from fibrojournal.journal.experiment_drafts import begun_with
from fibrojournal.journal.experiments import Experiment, Way, planned, trigger_id
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.trying import THINGS, Thing

_OVER_FOR, _RUNS_FOR, _BEFORE = 61, 16, 30
"""Days since the one was over and the other began, and those noted before anything is tried."""
_KEPT, _SAID = 0.9, 0.85
"""On how many days the way of the day is kept, and on how many of them that is noted."""
_EVENING = time(20, 45)
_THING = {thing.id: thing for thing in THINGS}


@dataclass(frozen=True, slots=True)
class Tried:
    """Experiments, and by their chips the days on which the first way was really taken."""

    experiments: tuple[Experiment, ...] = ()
    done: Mapping[str, frozenset[date]] = field(default_factory=dict)

    @property
    def relieved(self) -> frozenset[date]:
        """The days with planned rest breaks: they hurt less. What still runs has no effect."""
        return self.done.get(trigger_id(begun_with(_THING["rest_breaks"]).first), frozenset())

    def edits(self, noted: Collection[date], random: Random) -> Iterator[Edit]:
        """Seal the plans, and note on most of the noted days what was really done."""
        for one in self.experiments:
            yield from planned(one, Questions())
            for day, _way in _days(one):
                if day in noted and random.random() < _SAID:
                    answer = TriggerAnswer(day in self.done[one.trigger], entered_at(day, _EVENING))
                    yield SetTrigger(day, one.trigger, answer)


NOTHING_TRIED = Tried()


def tried(count: int, end: date, random: Random) -> Tried:
    """Plan what there is room for in `count` days up to `end`."""
    first = end - timedelta(days=count - 1 - _BEFORE)
    breaks, screens = _THING["rest_breaks"], _THING["screens"]
    length = begun_with(breaks).design.length
    starts = {breaks: end - timedelta(days=_OVER_FOR + length - 1)}
    starts[screens] = end - timedelta(days=_RUNS_FOR)
    plans = [_plan(thing, start, random) for thing, start in starts.items() if start >= first]
    return Tried(tuple(plans), {one.trigger: _done(one, random) for one in plans})


def _plan(thing: Thing, start: date, random: Random) -> Experiment:
    draft = begun_with(thing)
    return Experiment(
        id=draw_id(random),
        question=draft.question,
        first=draft.first,
        second=draft.second,
        outcome=draft.outcome,
        lag=draft.lag(MEASURE_BY_ID[draft.outcome]),
        trigger=trigger_id(draft.first),
        design=draft.design,
        start=start,
        order=tuple(random.random() < 0.5 for _pair in range(draft.design.pairs)),
    )


def _done(one: Experiment, random: Random) -> frozenset[date]:
    kept = ((day, way, random.random() < _KEPT) for day, way in _days(one))
    return frozenset(day for day, way, is_kept in kept if (way is Way.FIRST) == is_kept)


def _days(one: Experiment) -> Iterator[tuple[date, Way]]:
    """Yield its days, those to come too, each with its way."""
    for period in one.periods():
        for number in range(one.design.days):
            yield period.start + timedelta(days=number), period.way
