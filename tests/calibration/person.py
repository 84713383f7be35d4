"""Made-up people with known relations, many diaries at once.

Twelve ratings move as a vector autoregression, eight triggers come and go; weekdays, a trend and a
slow cycle lie over them; reports are noisy, rounded and clipped; days are missing in runs, bad days
more often. Effects are in standard deviations of the outcome, for ratings per standard deviation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import weekdays
from fibrojournal.analysis.prepared import Variable
from tests.calibration.truth import Diary, Edge, Source

FIRST = 20_000
# In the order in which a day makes them: what stands later may depend on what stands earlier.
ITEMS: tuple[tuple[str, int], ...] = (
    ("sleep_quality", -1),
    ("stress", 1),
    ("activity", -1),
    ("pain", 1),
    ("fatigue", 1),
    ("fog", 1),
    ("mood", -1),
    ("gut", 1),
    ("energy_evening", -1),
    ("dizziness", 1),
    ("burning", 1),
    ("sensitivity_light", 1),
)
TRIGGERS = (
    "overdid_it",
    "stressful_event",
    "weather_change",
    "travel",
    "unwell",
    "skipped_meal",
    "sat_long",
    "good_company",
)
PREVALENCE = (0.15, 0.12, 0.30, 0.08, 0.06, 0.20, 0.25, 0.18)
_WARM_UP = 60


EDGES = (
    Edge("sleep_quality", "pain", 0, -0.20),
    Edge("pain", "sleep_quality", 1, -0.20),
    Edge("stress", "pain", 1, 0.35),
    Edge("fatigue", "pain", 1, 0.10),
    Edge("overdid_it", "pain", 1, 0.90),
    Edge("stressful_event", "pain", 0, 0.50),
    Edge("weather_change", "pain", 0, 0.25),
    Edge("sleep_quality", "fatigue", 0, -0.35),
    Edge("sleep_quality", "fog", 0, -0.20),
    Edge("stressful_event", "stress", 0, 0.90),
    Edge("stress", "mood", 0, -0.35),
    Edge("skipped_meal", "gut", 1, 0.50),
    Edge("pain", "mood", 1, -0.10),
    Edge("good_company", "mood", 0, 0.50),
    Edge("unwell", "dizziness", 1, 0.90),
)


@dataclass(frozen=True)
class World:
    """How diaries are made."""

    edges: tuple[Edge, ...] = EDGES
    shared: float = 0.0
    """The share of every rating's daily shock that all have in common: good and bad days."""
    hetero: bool = False
    """Shocks are twice as large on days of triggers that do nothing."""
    missing: float = 0.15
    worse: float = 0.6
    """How much the log-odds of losing a day rise by a standard deviation of pain."""
    with_trigger: float = 0.0
    """And on days of a trigger that does nothing."""
    calendar: bool = True
    """Weekdays, weekend, trend and cycle."""
    threshold: bool = False
    """Ratings act on the worst fifth of their days alone, as strongly on the whole."""


NULL = World(edges=())


def people(world: World) -> Source:
    """Return the maker of diaries of a world, each time with the same people."""

    def made(count: int, days: int) -> Iterator[Diary]:
        for variables in diaries(world, count, days, seed=1000 + days):
            yield Diary(variables, world.edges, shared=world.shared > 0)

    return made


def diaries(world: World, count: int, days: int, seed: int) -> Iterator[tuple[Variable, ...]]:
    """Make diaries of that many days; the first day of each is `FIRST`."""
    rng = np.random.default_rng(seed)
    total = days + _WARM_UP
    weekday = weekdays(FIRST - _WARM_UP, total)
    ticks = _ticks(rng, count, total, weekday)
    latent = _latent(rng, world, ticks)[:, _WARM_UP:]
    ticks = ticks[:, _WARM_UP:]
    level = latent + world.calendar * _calendar(rng, count, days, weekday[_WARM_UP:])
    level += rng.normal(0, 0.25, level.shape)
    mean = rng.uniform(3, 5.5, (count, 1, len(ITEMS)))
    spread = rng.uniform(1.6, 2.1, (count, 1, len(ITEMS)))
    ratings = np.clip(np.round(mean + spread * level), 0, 10)
    pain = latent[:, :, _item("pain")]
    idle = ticks[:, :, _idle(world)]
    lost = lost_days(rng, world.worse * pain + world.with_trigger * idle, world.missing)
    ratings[lost] = np.nan
    ratings[rng.random(ratings.shape) < 0.02] = np.nan
    marks = np.where(lost[:, :, None], np.nan, ticks)
    for one in range(count):
        yield (
            *(
                Variable(id, ratings[one, :, at], bad, waking=id == "sleep_quality")
                for at, (id, bad) in enumerate(ITEMS)
            ),
            *(Variable(id, marks[one, :, at], is_trigger=True) for at, id in enumerate(TRIGGERS)),
        )


def _item(id: str) -> int:
    return [name for name, _ in ITEMS].index(id)


def _ticks(
    rng: np.random.Generator, count: int, total: int, weekday: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Draw triggers whose days resemble the day before a little; two come more at weekends."""
    ticks = np.zeros((count, total, len(TRIGGERS)))
    often = np.array(PREVALENCE)
    before = rng.random((count, len(TRIGGERS))) < often
    for t in range(total):
        chance = often + 0.15 * (before - often)
        chance[:, -2:] *= 1.5 if weekday[t] >= 5 else 0.8
        before = rng.random((count, len(TRIGGERS))) < chance
        ticks[:, t] = before
    return ticks


def _latent(
    rng: np.random.Generator, world: World, ticks: NDArray[np.float64]
) -> NDArray[np.float64]:
    count, total, _ = ticks.shape
    names = [id for id, _ in ITEMS]
    phi = rng.uniform(0.30, 0.70, (count, len(names)))
    sign = np.array([bad for _, bad in ITEMS], dtype=np.float64)
    inputs = np.zeros((count, total, len(names)))
    for edge in world.edges:
        if edge.source in TRIGGERS:
            source = ticks[:, :, TRIGGERS.index(edge.source)]
            effect = edge.size * (source - source.mean())
            moved = np.roll(effect, edge.lag, axis=1)
            inputs[:, :, names.index(edge.target)] += moved
    same = [edge for edge in world.edges if edge.lag == 0 and edge.source in names]
    later = [edge for edge in world.edges if edge.lag == 1 and edge.source in names]

    def felt(levels: NDArray[np.float64], edge: Edge) -> NDArray[np.float64]:
        source = names.index(edge.source)
        level: NDArray[np.float64] = levels[:, source]
        return _worst_fifth(level, int(sign[source])) if world.threshold else level

    latent = np.zeros((count, total, len(names)))
    before = np.zeros((count, len(names)))
    for t in range(total):
        shock = np.sqrt(1 - world.shared) * rng.normal(size=(count, len(names)))
        shock += np.sqrt(world.shared) * rng.normal(size=(count, 1)) * sign
        if world.hetero:
            shock *= np.where(ticks[:, t, _idle(world)] == 1, 2.0, 1.0)[:, None]
        now = phi * before + np.sqrt(1 - phi**2) * shock + inputs[:, t]
        for edge in later:
            now[:, names.index(edge.target)] += edge.size * felt(before, edge)
        for edge in same:
            now[:, names.index(edge.target)] += edge.size * felt(now, edge)
        latent[:, t] = before = now
    return latent


def _calendar(
    rng: np.random.Generator, count: int, days: int, weekday: NDArray[np.int64]
) -> NDArray[np.float64]:
    shape = (count, 1, len(ITEMS))
    t = np.arange(days)[None, :, None]
    by_weekday = rng.normal(0, 0.2, (count, 7, len(ITEMS)))[:, weekday]
    weekend = rng.normal(0, 0.25, (count, 1, 1)) * (weekday >= 5)[None, :, None]
    trend = rng.uniform(-1, 1, shape) * (t / max(days, 365) - 0.5)
    length = rng.uniform(60, 365, shape)
    cycle = rng.uniform(0, 0.5, shape) * np.sin(2 * np.pi * (t / length + rng.random(shape)))
    return np.asarray(by_weekday + weekend + trend + cycle)


def _idle(world: World) -> int:
    """Return a trigger that does nothing."""
    at_work = {edge.source for edge in world.edges}
    return next(at for at, id in enumerate(TRIGGERS) if id not in at_work)


def _worst_fifth(level: NDArray[np.float64], bad: int) -> NDArray[np.float64]:
    """Return a step of standard deviation 1 that is taken on the worst fifth of days."""
    return np.asarray(bad * ((bad * level > 0.84) - 0.2) / 0.4)


def lost_days(
    rng: np.random.Generator, odds: NDArray[np.float64], missing: float | None = None
) -> NDArray[np.bool_]:
    """Lose days in runs, given the log-odds of each; `missing` moves all to lose that share."""
    drawn = rng.random(odds.shape)
    if missing is None:
        return _lost(drawn, odds)
    low, high = -20.0, 10.0
    while high - low > 0.02:
        middle = (low + high) / 2
        too_many = _lost(drawn, odds + middle).mean() > missing
        low, high = (low, middle) if too_many else (middle, high)
    return _lost(drawn, odds + low)


def _lost(drawn: NDArray[np.float64], odds: NDArray[np.float64]) -> NDArray[np.bool_]:
    lost = np.zeros(odds.shape, dtype=np.bool_)
    before = np.zeros(odds.shape[0], dtype=np.bool_)
    for t in range(odds.shape[1]):
        before = drawn[:, t] < 1 / (1 + np.exp(-(odds[:, t] + 1.5 * before)))
        lost[:, t] = before
    return lost
