"""A real diary: what is found in it, and in it with half of its items moved away."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.families import weighted_bh
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Prepared, Variable, prepare
from fibrojournal.analysis.student import half_width, two_sided
from tests.calibration.said import correlated
from tests.calibration.table import Table, percent

FILES = Path(__file__).parents[1] / "data" / "real-diary"
ITEMS = {
    "phy_pain": 1,
    "phy_tired": 1,
    "phy_headache": 1,
    "mor_qualsleep": -1,
    "mor_nrwakeup": 1,
    "mood_down": 1,
    "mood_irritat": 1,
    "mood_cheerf": -1,
    "mood_satisfi": -1,
    "mood_doubt": 1,
    "pat_worry": 1,
    "pat_restl": 1,
    "phy_physact": -1,
    "event_pleas": -1,
}
"""Fourteen daily means, and whether high is bad (1) or good."""
LAGS = (0, 1, 2, 3)
_TURNS = 40
_NEAREST = 4
"""Weeks by which halves are moved against each other at least."""


@dataclass(frozen=True)
class Pair:
    """An ordered pair of items at a lag; slopes are points of the target a point of the source."""

    source: str
    target: str
    lag: int
    n: int
    slope: float
    reach: float
    """Half of its 95 % interval."""
    p: float


def run(count: int) -> Iterator[Table]:
    """Count pairs, name what is found, and move halves against each other."""
    first, variables = real_diary()
    yield _counts(first, variables)
    yield _strongest(first, variables)
    yield _moved(first, variables, min(count, _TURNS))


def real_diary() -> tuple[int, tuple[Variable, ...]]:
    """Read the fourteen items, and the first day since 1970-01-01."""
    noted: dict[str, dict[int, float]] = {id: {} for id in ITEMS}
    for name in ("diary.csv", "more.csv"):
        with (FILES / name).open(newline="") as file:
            for row in csv.DictReader(file):
                day = date.fromisoformat(row["day"]).toordinal() - date(1970, 1, 1).toordinal()
                for id in ITEMS:
                    if row.get(id):
                        noted[id][day] = float(row[id])
    days = {day for answers in noted.values() for day in answers}
    first, length = min(days), max(days) - min(days) + 1
    grid = {id: np.full(length, np.nan) for id in ITEMS}
    for id, answers in noted.items():
        for day, value in answers.items():
            grid[id][day - first] = value
    return first, tuple(Variable(id, grid[id], bad) for id, bad in ITEMS.items())


def projected(diary: Prepared, lag: int, *, severity: bool = False) -> list[Pair]:
    """Ask all ordered pairs by local projection."""
    return [pair for target in diary.variables for pair in _onto(diary, target, lag, severity)]


def _onto(diary: Prepared, target: Variable, lag: int, severity: bool) -> Iterator[Pair]:  # noqa: FBT001
    at = diary.index(target.id)
    sources = [place for place in range(len(diary.variables)) if place != at]
    found = project(diary, at, np.array(sources), lag, severity=severity)
    for row, place in enumerate(sources):
        slope, se, df = (float(each[row]) for each in (found.slope, found.se, found.df))
        if se > 0:
            yield Pair(
                diary.variables[place].id,
                target.id,
                lag,
                int(found.n[row]),
                slope,
                half_width(df) * se,
                two_sided(df, slope / se),
            )


def q_values(pairs: Sequence[Pair]) -> NDArray[np.float64]:
    """Judge all pairs of a lag as one family."""
    return weighted_bh([pair.p for pair in pairs], np.ones(len(pairs)))


def _plain(variables: Sequence[Variable], lag: int) -> list[float]:
    p = [
        correlated(source, target, lag)
        for target, source in product(variables, variables)
        if source is not target
    ]
    return [one for one in p if np.isfinite(one)]


def _counts(first: int, variables: tuple[Variable, ...]) -> Table:
    diary = prepare(first, variables)
    plain = [_plain(variables, lag) for lag in LAGS]
    rows = [_row("Pearson", plain, 0.05)]
    for name, severity in (("own past held fixed", False), ("severity held fixed", True)):
        pairs = [projected(diary, lag, severity=severity) for lag in LAGS]
        rows.append(_row(name, [[one.p for one in each] for each in pairs], 0.10))
    title = "A real diary: pairs with p ≤ .05, and after Benjamini-Hochberg (182 pairs a lag)"
    return Table(title, ("", "level", *(f"lag {lag}" for lag in LAGS)), rows)


def _row(name: str, p: Sequence[Sequence[float]], level: float) -> list[str]:
    cells = []
    for each in p:
        q = weighted_bh(each, np.ones(len(each)))
        cells.append(f"{(np.array(each) <= 0.05).sum()}, {(q <= level).sum()}")
    return [name, f"{level:.2f}", *cells]


def _strongest(first: int, variables: tuple[Variable, ...]) -> Table:
    diary = prepare(first, variables)
    rows = []
    for name, severity in (("own past", False), ("severity", True)):
        pairs = projected(diary, 1, severity=severity)
        q = q_values(pairs)
        for at in np.argsort(q, kind="stable")[:4].tolist():
            one = pairs[at]
            interval = f"{one.slope - one.reach:+.2f} to {one.slope + one.reach:+.2f}"
            numbers = [f"{one.slope:+.2f}", interval, str(one.n), f"{q[at]:.3f}"]
            rows.append([name, one.source, one.target, *numbers])
    head = ("held fixed", "yesterday", "today", "slope", "95 %", "n", "q")
    return Table("A real diary: the strongest from one day to the next", head, rows)


def _moved(first: int, variables: tuple[Variable, ...], turns: int) -> Table:
    """Move half of the items by whole weeks, which parts them from the rest."""
    rng = np.random.default_rng(8)
    weeks = variables[0].values.size // 7
    small: dict[tuple[str, int], list[bool]] = {}
    for _ in range(turns):
        order = rng.permutation(len(variables))
        moved = {variables[at].id for at in order[: len(variables) // 2]}
        by = 7 * int(rng.integers(_NEAREST, weeks - _NEAREST + 1))
        mixed = tuple(
            Variable(one.id, np.roll(one.values, by if one.id in moved else 0), one.bad)
            for one in variables
        )
        diary = prepare(first, mixed)
        for lag in (0, 1):
            for name, severity in (("own past", False), ("severity", True)):
                small.setdefault((name, lag), []).extend(
                    one.p <= 0.05
                    for one in projected(diary, lag, severity=severity)
                    if (one.source in moved) != (one.target in moved)
                )
            small.setdefault(("Pearson", lag), []).extend(
                correlated(source, target, lag) <= 0.05
                for target, source in product(mixed, mixed)
                if (source.id in moved) != (target.id in moved)
            )
    names = ("Pearson", "own past", "severity")
    rows = [
        [name, *(percent(float(np.mean(small[name, lag]))) for lag in (0, 1))] for name in names
    ]
    title = f"A real diary, half of it moved by whole weeks, {turns} times: p ≤ .05 (%)"
    return Table(title, ("", "lag 0", "lag 1"), rows)
