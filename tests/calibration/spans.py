"""How often spans of alike days look different: treatments, level shifts, weekdays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from fibrojournal.analysis.level_shifts import change_points
from fibrojournal.analysis.phase_change import phase_change
from fibrojournal.analysis.weekdays import by_weekday
from tests.analysis.simulated import alike_days
from tests.calibration.person import FIRST
from tests.calibration.table import Table, percent

ALIKE = (0.3, 0.55, 0.75)
_START = 80
_DAYS = 150


def run(count: int) -> Iterator[Table]:
    """Measure on `count` series a setting, on four times as many where that is quick."""
    yield _treatments(4 * count)
    yield _shifts(count)
    yield _weekdays(4 * count)


def _treatments(count: int) -> Table:
    rows = []
    for phi in ALIKE:
        rng = np.random.default_rng(1)
        false, held, found = [], [], []
        for _ in range(count):
            values = alike_days(rng, _DAYS, phi)
            one = phase_change(values, _START).difference
            values[_START:] -= 1
            better = phase_change(values, _START).difference
            if one is not None and better is not None:
                false.append(one.p <= 0.05)
                held.append(better.low <= -1 <= better.high)
                found.append(better.p <= 0.05)
        rows.append([str(phi), *(percent(float(np.mean(each))) for each in (false, held, found))])
    title = "Treatments, 56 days a side (%)"
    return Table(title, ("phi", "false", "interval holds -1", "-1 point found"), rows)


def _shifts(count: int) -> Table:
    rows = []
    for phi in ALIKE:
        rng = np.random.default_rng(2)
        false, found = [], []
        for _ in range(count):
            values = alike_days(rng, 365, phi)
            false.append(len(change_points(values)))
            values[180:] = np.clip(values[180:] + 1.5, 0, 10)
            found.append(any(abs(shift.day - 180) <= 21 for shift in change_points(values)))
        rows.append([str(phi), f"{np.mean(false):.2f}", percent(float(np.mean(found)))])
    title = "Level shifts: false a year, and a lasting step of 1.5 points found within 21 days (%)"
    return Table(title, ("phi", "false a year", "found"), rows)


def _weekdays(count: int) -> Table:
    rows = []
    for phi in ALIKE:
        rng = np.random.default_rng(3)
        weekend = (np.arange(365) + FIRST + 3) % 7 >= 5
        shares = []
        for step in (0.0, 1.0):
            said = [
                by_weekday(alike_days(rng, 365, phi) - step * weekend, FIRST).differ
                for _ in range(count)
            ]
            shares.append(percent(float(np.mean([one is True for one in said]))))
        rows.append([str(phi), *shares])
    title = "Weekdays of a year said to differ (%)"
    return Table(title, ("phi", "alike", "weekend 1 point lower"), rows)
