"""Triggers that follow pain without leading to it, and bad days that are not noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from fibrojournal.analysis.missing_days import missing_days
from fibrojournal.analysis.prepared import prepare
from fibrojournal.analysis.triggers import already_worse_before
from tests.calibration.person import FIRST, NULL, people
from tests.calibration.said import Look, naive, ours
from tests.calibration.table import Table, percent
from tests.calibration.tally import DAYS, in_a_row, mean
from tests.calibration.truth import Diary

_DAYS = 180
_RATES = (0.03, 0.06, 0.12, 0.25)
_AFTER_PAIN = 0.8
"""How much a standard deviation of yesterday's pain adds to a trigger's log-odds."""
_TRIGGER = "travel"


def run(count: int) -> Iterator[Table]:
    """Measure both."""
    yield _events(4 * count)
    yield _cautions(count)


def _events(count: int) -> Table:
    rows = []
    for rate in _RATES:
        for name, after in (("follow pain", _AFTER_PAIN), ("come as they like", 0.0)):
            rng = np.random.default_rng(6)
            made = [_with_events(d, rate, after, rng) for d in people(NULL)(count, _DAYS)]
            often = mean([float(np.nansum(one.variables[-1].values)) for one in made])
            shares = [_false(made, look, lag) for look in (naive, ours) for lag in (0, 1)]
            warned = mean([_is_warned(one) for one in made])
            rows.append([f"{often:.0f}", name, *map(percent, [*shares, warned])])
    head = (
        "events noted",
        "they",
        "Pearson p ≤ .05: same day",
        "next day",
        "fibrojournal: same day",
        "next day",
        'said "already worse the day before"',
    )
    return Table(f"Triggers that do nothing, {_DAYS} days (%)", head, rows)


def _with_events(diary: Diary, rate: float, after: float, rng: np.random.Generator) -> Diary:
    """Put a trigger that follows pain in the place of all others."""
    ratings = [one for one in diary.variables if not one.is_trigger]
    pain = next(one.values for one in ratings if one.id == "pain")
    level = np.nan_to_num((pain - np.nanmean(pain)) / np.nanstd(pain))
    odds = np.log(rate / (1 - rate)) + after * np.append(0.0, level[:-1])
    ticks = (rng.random(pain.size) < 1 / (1 + np.exp(-odds))).astype(np.float64)
    of_trigger = next(one for one in diary.variables if one.id == _TRIGGER)
    noted = np.isfinite(of_trigger.values)
    trigger = replace(of_trigger, values=np.where(noted, ticks, np.nan))
    return replace(diary, variables=(*ratings, trigger))


def _false(made: list[Diary], look: Look, lag: int) -> float:
    return mean(
        [
            said.p <= 0.05
            for diary in made
            for said in look(diary)
            if (said.question.factor, said.question.lag) == (_TRIGGER, lag)
        ]
    )


def _is_warned(diary: Diary) -> bool:
    ready = prepare(FIRST, diary.variables)
    return already_worse_before(ready, ready.index(_TRIGGER), ready.index("pain"))


def _cautions(count: int) -> Table:
    rows = []
    for worse in (0.0, 0.6, 1.5):
        source = people(replace(NULL, worse=worse))
        said = [
            [missing_days(one.variables[3].values).bad_ones is True for one in source(count, days)]
            for days in DAYS
        ]
        rows.append([str(worse), in_a_row(mean(one) for one in said)])
    head = ("log-odds a standard deviation of pain", "cautioned")
    title = "Cautioned that bad days may be missing (%; 60 / 90 / 180 / 365 days)"
    return Table(title, head, rows)
