"""How often the page of pain is right: unrelated things, true relations, and a year of looking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from fibrojournal.analysis.answers import Answer
from fibrojournal.analysis.families import Family, Label
from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import answers
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.questions import questions
from tests.calibration.person import FIRST, NULL, TRIGGERS, Edge, World, diaries
from tests.calibration.table import Table, percent

DAYS = (60, 90, 180, 365)
FOUND = (Label.CLEAR, Label.LIKELY, Label.POSSIBLE)
WORLDS = {
    "nothing related": NULL,
    "nothing, good and bad days shared": replace(NULL, shared=0.4),
    "nothing, restless days": replace(NULL, hetero=True),
    "nothing, none missing": replace(NULL, missing=0.0),
}


def run(count: int) -> Iterator[Table]:
    """Measure everything on `count` diaries a setting."""
    yield _false_positives(count)
    yield _found(count)
    yield _looking(count)


def _false_positives(count: int) -> Table:
    rows = []
    for (name, world), days in ((one, days) for one in WORLDS.items() for days in DAYS):
        small: dict[str, list[bool]] = defaultdict(list)
        tiny: list[bool] = []
        held: list[bool] = []
        any_false = []
        for asked in _looks(world, count, days):
            shared_same = world.shared > 0
            found = False
            for one in asked:
                kind = _kind(one)
                if one.estimate is None or (shared_same and _is_of_the_day(one)):
                    continue
                small[kind].append(one.estimate.p <= 0.05)
                tiny.append(one.estimate.p <= 0.001)
                plain = replace(one.estimate, error=0.05)
                held.append(plain.low <= 0 <= plain.high)
                found |= one.label in FOUND
            any_false.append(found)
        kinds = [
            percent(float(np.mean(small[kind]))) if small[kind] else "–"
            for kind in ("same day", "later day", "trigger")
        ]
        shares = [percent(float(np.mean(one))) for one in (tiny, held, any_false)]
        rows.append([name, str(days), *kinds, *shares])
    head = ("diaries", "days", "p ≤ .05: same day", "later day", "trigger", "p ≤ .001")
    title = "Unrelated things (%): how often they look related, intervals that hold 0, any label"
    return Table(title, (*head, "interval", "any label"), rows)


@dataclass
class _Tally:
    found: dict[Edge, list[bool]] = field(default_factory=lambda: defaultdict(list))
    false_share: list[float] = field(default_factory=list)

    def add(self, asked: Iterable[Answer], world: World) -> None:
        told = false = 0
        for one in asked:
            edge = _edge(one, world)
            says = one.label in FOUND
            told += says
            false += says and not _follows(one, world)
            if edge is not None:
                self.found[edge].append(says)
        self.false_share.append(false / told if told else 0.0)


def _found(count: int) -> Table:
    world = World()
    edges = [edge for edge in world.edges if edge.target == "pain"]
    rows = []
    for days in DAYS:
        tally = _Tally()
        for asked in _looks(world, count, days):
            tally.add(asked, world)
        shares = [float(np.mean(tally.found[edge])) for edge in edges]
        rows.append([str(days), *map(percent, [*shares, float(np.mean(tally.false_share))])])
    names = [f"{edge.source} {edge.size:+.2f}" for edge in edges]
    title = "True relations found on the page of pain (%), and the share of labels that are false"
    return Table(title, ("days", *names, "false"), rows)


def _looking(count: int) -> Table:
    """Look at every milestone of a year."""
    rows = []
    for name, world in (("with relations", World()), ("nothing related", NULL)):
        shown: dict[Label, list[bool]] = {label: [] for label in FOUND}
        ever = dict.fromkeys(FOUND, 0)
        for variables in diaries(world, count, 365, seed=77):
            best: set[Label] = set()
            for day in last_milestones(365, 99):
                for one in _look([replace(v, values=v.values[:day]) for v in variables]):
                    for label in FOUND[FOUND.index(one.label) :] if one.label in FOUND else ():
                        wrong = not _follows(one, world)
                        shown[label].append(wrong)
                        best |= {label} if wrong else set()
            for label in best:
                ever[label] += 1
        for label in FOUND:
            false = float(np.mean(shown[label])) if shown[label] else float("nan")
            rows.append([name, label.value, percent(false), percent(ever[label] / count)])
    title = "A year of milestones (%): labels of this kind or stronger"
    head = ("diaries", "label", "false among those shown", "diaries with a false one")
    return Table(title, head, rows)


def _looks(world: World, count: int, days: int) -> Iterator[tuple[Answer, ...]]:
    return map(_look, diaries(world, count, days, seed=1000 + days))


def _look(variables: Iterable[Variable]) -> tuple[Answer, ...]:
    all_of_them = tuple(variables)
    return answers(prepare(FIRST, all_of_them), questions(all_of_them, "pain"))


def _is_of_the_day(one: Answer) -> bool:
    """Tell whether shared good and bad days join the two: ratings of one day."""
    return one.question.lag == 0 and one.question.factor not in TRIGGERS


def _kind(one: Answer) -> str:
    if one.question.factor in TRIGGERS:
        return "trigger"
    return "same day" if one.question.family is Family.SAME else "later day"


def _edge(one: Answer, world: World) -> Edge | None:
    question = one.question
    key = (question.factor, question.outcome, question.lag)
    return next((edge for edge in world.edges if (edge.source, edge.target, edge.lag) == key), None)


def _follows(one: Answer, world: World) -> bool:
    """Tell whether anything joins the two in this world, directly or by way of other things."""
    joined = {one.question.factor}
    while True:
        touching = {
            end
            for edge in world.edges
            for end in (edge.source, edge.target)
            if {edge.source, edge.target} & joined
        }
        if touching <= joined:
            return one.question.outcome in joined
        joined |= touching
