"""Personal experiments: two ways of doing one small thing, in an order that chance decides.

The order of every pair is drawn when the experiment is planned and kept with it: whoever knew
which way comes next could choose the days to suit it. It lies in the journal's file and is not
shown ahead. A plan never changes; that it was ended early is a choice of its own, so that two
copies of a journal which each did one of the two have both.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from fibrojournal.journal import experiment_plans, own_removal
from fibrojournal.journal.chosen import set_trigger_shown
from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import CommonEdit, Edit, SetSetting, set_own
from fibrojournal.journal.own_removal import is_answered
from fibrojournal.journal.questions import Questions, own_id, own_trigger
from fibrojournal.text import N_

_PLAN, _END = "experiment.", ".end"


class Design(NamedTuple):
    """How long each way is kept before the next, and how often."""

    id: str
    name: str
    days: int
    """Days of one period."""
    pairs: int
    settling: int
    """So many first days of a period are left out, while the change settles."""
    least: int
    """A period counts with so many noted days."""

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return 2 * self.days * self.pairs


# Settling days and least days are those of the simulation in docs/statistics.md.
DESIGNS: tuple[Design, ...] = (
    Design("days", N_("Day by day"), days=1, pairs=28, settling=0, least=1),
    Design("spells", N_("Three days each"), days=3, pairs=14, settling=0, least=2),
    Design("weeks", N_("A week each"), days=7, pairs=8, settling=1, least=3),
)
DESIGN_BY_ID = {design.id: design for design in DESIGNS}


class Way(Enum):
    """The two ways of an experiment."""

    FIRST = "first"
    """The one that is tried."""
    SECOND = "second"
    """The one that it is compared with."""


class State(Enum):
    """How far an experiment has come."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"
    """It ran to its end."""
    ENDED_EARLY = "ended_early"


class Period(NamedTuple):
    """Days in a row that are kept one way."""

    pair: int
    way: Way
    start: date
    last: date


@dataclass(frozen=True, slots=True)
class Experiment:
    """A plan as it was sealed, and when it was ended, if it was."""

    id: str
    question: str
    """What the person wants to know, in their own words."""
    first: str
    second: str
    outcome: str
    """The id of the measure that decides, chosen beforehand."""
    lag: int
    """1 where it is done in the evening or asked in the morning: the day after tells."""
    trigger: str
    """The id under which days hold what was really done."""
    design: Design
    start: date
    order: tuple[bool, ...]
    """One coin a pair: whether the first way comes first."""
    end: date | None = None
    """The last day that was run, where it was ended early."""

    def __post_init__(self) -> None:
        if len(self.order) != self.design.pairs:
            raise ValueError("there is one coin for each pair")
        if self.lag not in (0, 1):
            raise ValueError("the same day tells, or the day after")
        if not all((self.question.strip(), self.first.strip(), self.second.strip())):
            raise ValueError("a question and two ways have words")

    @property
    def planned_last(self) -> date:
        """The last day as planned."""
        return self.start + timedelta(days=self.design.length - 1)

    @property
    def last(self) -> date:
        """The last day that is run."""
        return self.planned_last if self.end is None else min(self.end, self.planned_last)

    @property
    def is_ended_early(self) -> bool:
        """Tell whether it was ended before its time."""
        return self.last < self.planned_last

    def words(self, way: Way) -> str:
        """Return a way in the person's words."""
        return self.first if way is Way.FIRST else self.second

    def periods(self) -> tuple[Period, ...]:
        """List every period as drawn, those that never came too."""
        found = []
        for at in range(2 * self.design.pairs):
            comes_first = self.order[at // 2] == (at % 2 == 0)
            start = self.start + timedelta(days=at * self.design.days)
            last = start + timedelta(days=self.design.days - 1)
            found.append(Period(at // 2, Way.FIRST if comes_first else Way.SECOND, start, last))
        return tuple(found)

    def period_on(self, day: date) -> Period | None:
        """Return the period of a day, or None outside the experiment."""
        if not self.start <= day <= self.last:
            return None
        return self.periods()[(day - self.start).days // self.design.days]

    def state(self, today: date) -> State:
        """Tell how far it has come on a day."""
        if today <= self.last:
            return State.PLANNED if today < self.start else State.RUNNING
        return State.ENDED_EARLY if self.is_ended_early else State.OVER

    def is_told_after(self, today: date) -> bool:
        """Tell whether all the days that decide have come to an end."""
        return today > self.last + timedelta(days=self.lag)


def drawn(design: Design) -> tuple[bool, ...]:
    """Flip a coin for each pair, with the system's own source of chance."""
    return tuple(secrets.randbits(1) == 1 for _pair in range(design.pairs))


def experiments(settings: Mapping[str, str]) -> tuple[Experiment, ...]:
    """Read the experiments of a journal, the latest first; what makes no sense is passed over."""
    found = []
    for key, value in settings.items():
        id = key.removeprefix(_PLAN)
        if key.startswith(_PLAN) and not key.endswith(_END):
            experiment = _read(id, value, settings.get(f"{_PLAN}{id}{_END}"))
            if experiment is not None:
                found.append(experiment)
    return tuple(sorted(found, key=lambda one: (one.start, one.id), reverse=True))


def running(every: Sequence[Experiment], today: date) -> Experiment | None:
    """Return the experiment that a day belongs to, or the one still to come."""
    states = (State.RUNNING, State.PLANNED)
    return next((one for state in states for one in every if one.state(today) is state), None)


def planned(experiment: Experiment, questions: Questions) -> list[CommonEdit]:
    """Return the edits that seal a plan, with the chip that holds what was really done.

    The form does not offer that chip: Today asks for it in a line of its own, so that a day without
    an answer holds none.
    """
    edits: list[CommonEdit] = [SetSetting(_PLAN + experiment.id, _written(experiment))]
    if questions.trigger(experiment.trigger) is None:
        name = experiment_plans.bounded(experiment.first)
        edits.append(set_own(own_trigger(experiment.trigger, name)))
        edits.append(set_trigger_shown(experiment.trigger, is_shown=False))
    return edits


def trigger_id(first: str) -> str:
    """Return the id of what was really done. Raises ValueError where the words hold no letter."""
    return own_id(experiment_plans.bounded(first))


def ended(experiment: Experiment, last: date) -> SetSetting:
    """End an experiment with a day; that keeps what is there."""
    return SetSetting(f"{_PLAN}{experiment.id}{_END}", last.isoformat())


def removed(
    experiment: Experiment,
    every: Iterable[Experiment],
    questions: Questions,
    days: Iterable[Day],
) -> list[Edit]:
    """Take an experiment away, with the chip of what was really done where that is its alone.

    `days` are those that hold an answer to the chip. It stays with all of them where the form
    offers it, where another of `every` experiment has it, or where a day outside was ticked.
    """
    keys = (_PLAN + experiment.id, f"{_PLAN}{experiment.id}{_END}")
    plan: list[Edit] = [SetSetting(key, None) for key in keys]
    chip, days = questions.trigger(experiment.trigger), tuple(days)
    others = (one for one in every if one.id != experiment.id)
    is_used = (
        chip in questions.shown_triggers
        or any(one.trigger == experiment.trigger for one in others)
        or any(
            is_answered(day, experiment.trigger)
            for day in days
            if experiment.period_on(day.date) is None
        )
    )
    return plan if chip is None or is_used else [*plan, *own_removal.removed(chip, days)]


def _written(experiment: Experiment) -> str:
    return experiment_plans.written(
        question=experiment.question,
        first=experiment.first,
        second=experiment.second,
        outcome=experiment.outcome,
        lag=experiment.lag,
        trigger=experiment.trigger,
        design=experiment.design.id,
        start=experiment.start.isoformat(),
        order=_coins(experiment.order),
    )


def _coins(order: Iterable[bool]) -> str:
    """Write an order down, a digit a pair."""
    return "".join("1" if first else "0" for first in order)


def _read(id: str, plan: str, end: str | None) -> Experiment | None:
    try:
        held = experiment_plans.read(plan)
        return Experiment(
            id=id,
            question=held["question"],
            first=held["first"],
            second=held["second"],
            outcome=held["outcome"],
            lag=int(held["lag"]),
            trigger=held["trigger"],
            design=DESIGN_BY_ID[held["design"]],
            start=date.fromisoformat(held["start"]),
            order=tuple(coin == "1" for coin in held["order"]),
            end=date.fromisoformat(end) if end else None,
        )
    except (ValueError, KeyError):
        return None
