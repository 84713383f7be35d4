"""Made-up strangers: a new person for each diary, with relations of its own.

Each has its own persistence, noise, scales, weekdays, triggers and gaps; half of the ratings have
shocks with heavy tails, half a slow component. Four edges lead to pain, up to three more hang on
them, and up to seven lie elsewhere. What is true may be as the prior thought, evenly spread, or as
the prior thought least likely, with the opposite sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import weekdays
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.prior import prior_of
from tests.calibration.person import FIRST, ITEMS, TRIGGERS, lost_days
from tests.calibration.truth import SIZES, Diary, Edge, Source

_WARM_UP = 60
_NAMES = tuple(id for id, _ in ITEMS)
_BAD = np.array([bad for _, bad in ITEMS], dtype=np.float64)
_NIGHT = "sleep_quality"
_STABLE = 0.95


class Truth(Enum):
    """How what is true lies to what the prior thought."""

    GOOD = "as thought"
    FLAT = "evenly spread"
    WRONG = "against it"
    NOTHING = "nothing related"


@dataclass(frozen=True)
class _Person:
    phi: NDArray[np.float64]
    edges: tuple[Edge, ...]
    same: NDArray[np.float64]
    """What other ratings do on their own day, a row a target; likewise below."""
    later: NDArray[np.float64]
    ticked: NDArray[np.float64]
    ticked_before: NDArray[np.float64]


class _Kind(NamedTuple):
    shared: float
    hetero: bool


def strangers(truth: Truth, *, shared: float = 0.0, hetero: bool = False) -> Source:
    """Return the maker of diaries of strangers, each time the same ones."""

    def made(count: int, days: int) -> Iterator[Diary]:
        rng = np.random.default_rng(2000 + days)
        everyone = [_person(rng, truth) for _ in range(count)]
        yield from _diaries(rng, everyone, days, _Kind(shared, hetero))

    return made


def _person(rng: np.random.Generator, truth: Truth) -> _Person:
    while True:
        phi = rng.uniform(0.15, 0.80, len(ITEMS))
        edges = () if truth is Truth.NOTHING else _edges(rng, truth)
        person = _Person(phi, edges, *_matrices(edges))
        whole = np.eye(len(ITEMS)) - person.same
        step = np.linalg.solve(whole, np.diag(phi) + person.later)
        acyclic = not np.linalg.matrix_power(person.same != 0, len(ITEMS)).any()
        if acyclic and np.abs(np.linalg.eigvals(step)).max() < _STABLE:
            return person


def _edges(rng: np.random.Generator, truth: Truth) -> tuple[Edge, ...]:
    onto_pain = _onto_pain(rng, truth)
    near = {"pain", *(edge.source for edge in onto_pain)}
    far = sorted({*_NAMES, *TRIGGERS} - near)
    return (
        *onto_pain,
        *_any_edges(rng, sorted(near), sorted(near - {"pain"}), int(rng.integers(4))),
        *_any_edges(rng, far, far, int(rng.integers(8))),
    )


def _onto_pain(rng: np.random.Generator, truth: Truth) -> tuple[Edge, ...]:
    """Draw four questions about pain, of different factors, to be true."""
    bad = dict(ITEMS)
    asked = [
        (factor, lag, prior_of(factor, "pain", bad.get(factor, 1)))
        for factor, lag in product((*_NAMES, *TRIGGERS), (0, 1))
        if factor != "pain"
    ]
    weights = np.array([prior.weight(lag) for _, lag, prior in asked])
    chance = {
        Truth.GOOD: weights**2,
        Truth.FLAT: np.ones(weights.size),
        Truth.WRONG: (weights <= 1).astype(np.float64),
    }[truth]
    edges: list[Edge] = []
    for size in rng.permutation(["small", "medium", "large", rng.choice(["medium", "large"])]):
        factor, lag, prior = asked[int(rng.choice(weights.size, p=chance / chance.sum()))]
        chance = chance * [other != factor for other, _, _ in asked]
        expected = 0 if truth is Truth.FLAT else prior.expected
        sign = expected or int(rng.choice((-1, 1)))
        sign = -sign if truth is Truth.WRONG else sign
        edges.append(Edge(factor, "pain", lag, sign * SIZES[size][factor in TRIGGERS]))
    return tuple(edges)


def _any_edges(
    rng: np.random.Generator, sources: Sequence[str], targets: Sequence[str], count: int
) -> Iterator[Edge]:
    """Draw edges between any of these, of any size and sign; a night follows no evening."""
    pairs = [
        (source, target)
        for source, target in product(sources, targets)
        if source != target and target in _NAMES
    ]
    for at in rng.permutation(len(pairs))[:count]:
        source, target = pairs[at]
        lag = 1 if target == _NIGHT else int(rng.integers(2))
        size = SIZES[str(rng.choice(list(SIZES)))][source in TRIGGERS]
        yield Edge(source, target, lag, float(rng.choice((-1, 1))) * size)


def _matrices(edges: Sequence[Edge]) -> tuple[NDArray[np.float64], ...]:
    items, ticks = (len(ITEMS), len(ITEMS)), (len(ITEMS), len(TRIGGERS))
    made = (np.zeros(items), np.zeros(items), np.zeros(ticks), np.zeros(ticks))
    for edge in edges:
        is_trigger = edge.source in TRIGGERS
        source = (TRIGGERS if is_trigger else _NAMES).index(edge.source)
        made[2 * is_trigger + edge.lag][_NAMES.index(edge.target), source] = edge.size
    return made


def _diaries(
    rng: np.random.Generator, everyone: Sequence[_Person], days: int, kind: _Kind
) -> Iterator[Diary]:
    count, total = len(everyone), days + _WARM_UP
    weekday = weekdays(FIRST - _WARM_UP, total)
    ticks = _ticks(rng, count, weekday)
    latent = _latent(rng, everyone, ticks, kind)[:, _WARM_UP:]
    ticks = ticks[:, _WARM_UP:]
    one = (count, 1, len(ITEMS))
    level = latent + _calendar(rng, count, days, weekday[_WARM_UP:])
    level += rng.normal(size=level.shape) * rng.uniform(0.15, 0.45, one)
    ratings = rng.uniform(2, 7, one) + rng.uniform(1.2, 2.4, one) * level
    ratings = np.clip(np.round(ratings), 0, 10)
    often = np.exp(rng.uniform(np.log(0.05), np.log(0.25), (count, 1)))
    usual = np.log(often / (1 - often)) - 0.35
    lost = lost_days(rng, usual + 0.6 * latent[:, :, _NAMES.index("pain")])
    ratings[lost] = np.nan
    ratings[rng.random(ratings.shape) < 0.02] = np.nan
    marks = np.where(lost[:, :, None], np.nan, ticks)
    for at, person in enumerate(everyone):
        variables = (
            *(
                Variable(id, ratings[at, :, place], bad, waking=id == _NIGHT)
                for place, (id, bad) in enumerate(ITEMS)
            ),
            *(
                Variable(id, marks[at, :, place], is_trigger=True)
                for place, id in enumerate(TRIGGERS)
            ),
        )
        yield Diary(variables, person.edges, shared=kind.shared > 0)


def _ticks(rng: np.random.Generator, count: int, weekday: NDArray[np.int64]) -> NDArray[np.float64]:
    often = rng.uniform(0.05, 0.35, (count, len(TRIGGERS)))
    cluster = rng.uniform(0, 0.4, often.shape)
    weekend = rng.random(often.shape) < 0.25
    before = rng.random(often.shape) < often
    ticks = np.zeros((count, weekday.size, len(TRIGGERS)))
    for t, day in enumerate(weekday):
        chance = often + cluster * (before - often)
        chance = np.where(weekend, chance * (1.5 if day >= 5 else 0.8), chance)
        before = rng.random(often.shape) < chance
        ticks[:, t] = before
    return ticks


def _latent(
    rng: np.random.Generator,
    everyone: Sequence[_Person],
    ticks: NDArray[np.float64],
    kind: _Kind,
) -> NDArray[np.float64]:
    count, total, _ = ticks.shape
    shape = (count, len(ITEMS))
    phi = np.array([one.phi for one in everyone])
    whole = np.linalg.inv(np.eye(len(ITEMS)) - np.array([one.same for one in everyone]))
    later = np.array([one.later for one in everyone])
    off = ticks - ticks.mean(axis=1, keepdims=True)
    moved = off @ np.array([one.ticked.T for one in everyone])
    moved += np.roll(off, 1, axis=1) @ np.array([one.ticked_before.T for one in everyone])
    heavy, slow = rng.random(shape) < 0.5, rng.random(shape) < 0.5
    idle = [_idle(one.edges) for one in everyone]
    restless = np.where(ticks[np.arange(count), :, idle] == 1, 1.0 + kind.hetero, 1.0)
    latent = np.zeros((count, total, len(ITEMS)))
    before, drift = np.zeros(shape), np.zeros(shape)
    for t in range(total):
        shock = np.where(heavy, rng.standard_t(5, shape) * np.sqrt(0.6), rng.normal(size=shape))
        shock = np.sqrt(1 - kind.shared) * shock
        shock += np.sqrt(kind.shared) * rng.normal(size=(count, 1)) * _BAD
        shock *= np.sqrt(1 - phi**2) * restless[:, t, None]
        now = phi * before + (later @ before[:, :, None])[:, :, 0] + shock + moved[:, t]
        before = (whole @ now[:, :, None])[:, :, 0]
        drift = 0.93 * drift + np.sqrt(1 - 0.93**2) * rng.normal(size=shape)
        latent[:, t] = before + 0.4 * slow * drift
    return latent


def _idle(edges: Sequence[Edge]) -> int:
    """Return a trigger that does nothing, or else one that does nothing to pain."""
    for about in (edges, [edge for edge in edges if edge.target == "pain"]):
        busy = {edge.source for edge in about}
        for at, id in enumerate(TRIGGERS):
            if id not in busy:
                return at
    return len(TRIGGERS) - 1


def _calendar(
    rng: np.random.Generator, count: int, days: int, weekday: NDArray[np.int64]
) -> NDArray[np.float64]:
    shape = (count, 1, len(ITEMS))
    t = np.arange(days)[None, :, None]
    by_weekday = rng.normal(0, 0.3, (count, 7, len(ITEMS)))[:, weekday]
    weekend = rng.normal(0, 0.4, (count, 1, 1)) * (weekday >= 5)[None, :, None]
    trend = rng.uniform(-1.5, 1.5, shape) * (t / max(days, 365) - 0.5)
    length = rng.uniform(60, 365, shape)
    cycle = rng.uniform(0, 0.8, shape) * np.sin(2 * np.pi * (t / length + rng.random(shape)))
    return np.asarray(by_weekday + weekend + trend + cycle)
