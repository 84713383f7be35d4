"""912 relations of diaries of one, three and ten years, and the page of pain with its labels."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from benchmarks.figures import Measured, Table, Target, interleaved
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.pages import page
from fibrojournal.analysis.prepared import Variable, prepare

FIRST = 20_000
RATINGS, TRIGGERS = 12, 8
LIMITS = {365: 0.2, 1095: 0.5, 3650: 2.0}
"""Seconds that 912 relations may take, by the days of the diary."""


def analyse(rounds: int) -> Sequence[Table]:
    """Time processor time: 12 outcomes x 19 factors x lags 0-3, from bare answers on."""
    made = {days: _diary(days) for days in LIMITS}
    cases = {f"912 relations, {days} days": _timed(_all_relations, made[days]) for days in LIMITS}
    pages = {f"page of pain, {days} days": _timed(_page, made[days]) for days in LIMITS}
    found = interleaved(cases | pages, rounds)
    targets = [Target(case, limit) for case, limit in zip(cases, LIMITS.values(), strict=True)]
    title = "Relations from answers, processor time"
    return [Table("analyse", title, "s", found["cpu"], next(iter(cases)), tuple(targets))]


def _diary(days: int) -> list[Variable]:
    rng = np.random.default_rng(days)
    ratings = np.round(rng.normal(5, 2, (RATINGS, days)))
    ticks = (rng.random((TRIGGERS, days)) < 0.15).astype(np.float64)
    noted = rng.random(days) > 0.15
    return [
        *(
            Variable("pain" if at == 0 else f"own:{at}", np.where(noted, values, np.nan))
            for at, values in enumerate(ratings)
        ),
        *(
            Variable(f"own:t{at}", np.where(noted, values, np.nan), is_trigger=True)
            for at, values in enumerate(ticks)
        ),
    ]


def _all_relations(variables: list[Variable]) -> None:
    diary = prepare(FIRST, variables)
    everything = np.arange(len(variables))
    for outcome, lag in product(range(RATINGS), range(4)):
        factors = everything[everything != outcome]
        project(diary, outcome, factors, lag, severity=lag > 0)


def _page(variables: list[Variable]) -> None:
    page(FIRST, variables, "pain")


def _timed(
    act: Callable[[list[Variable]], None], variables: list[Variable]
) -> Callable[[], Measured]:
    def measured() -> Measured:
        start = time.process_time()
        act(variables)
        return {"cpu": time.process_time() - start}

    return measured
