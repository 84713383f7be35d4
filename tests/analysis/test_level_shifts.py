from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest

from fibrojournal.analysis.level_shifts import change_points
from tests.analysis.simulated import alike_days

GAP = math.nan


def test_a_lasting_step_is_found_on_its_day() -> None:
    found = change_points(np.array([3.0, 4.0, 3.0] * 10 + [7.0, 6.0, 7.0] * 12))
    assert [(shift.day, shift.n_before, shift.n_after) for shift in found] == [(30, 30, 36)]
    assert found[0].change == pytest.approx(found[0].after - found[0].before)
    assert found[0].change == pytest.approx(10 / 3)


def test_un_noted_days_are_passed_over() -> None:
    found = change_points(np.array([3.0, GAP, 4.0] * 15 + [GAP] * 20 + [8.0, GAP, 7.0] * 15))
    assert [shift.day for shift in found] == [65]


def test_a_short_spell_is_no_level() -> None:
    calm = [3.0, 4.0, 3.0, 4.0, 5.0] * 12
    assert change_points(np.array([*calm, *[9.0] * 6, *calm])) == ()


@pytest.mark.parametrize("days", [0, 1, 27])
def test_few_days_have_no_shift(days: int) -> None:
    assert change_points(np.arange(float(days))) == ()


def test_days_that_never_differ_have_no_shift() -> None:
    assert change_points(np.full(100, 5.0)) == ()


def test_two_steps_are_both_found() -> None:
    rng = np.random.default_rng(3)
    steps = np.repeat([2.0, 8.0, 4.0], 40) + rng.normal(0, 0.5, 120)
    assert [shift.day for shift in change_points(steps)] == [40, 80]


def test_no_other_partition_is_better() -> None:
    from fibrojournal.analysis.level_shifts import _partition

    rng = np.random.default_rng(8)
    noted = np.concatenate([rng.normal(3, 1, 22), rng.normal(5, 1, 18), rng.normal(4, 1, 20)])
    penalty = 6.0

    def cost(starts: tuple[int, ...]) -> float:
        parts = np.split(noted, starts)
        return sum(float(((part - part.mean()) ** 2).sum()) for part in parts) + penalty * len(
            starts
        )

    possible = [
        starts
        for shifts in range(4)
        for starts in combinations(range(14, 47), shifts)
        if all(b - a >= 14 for a, b in zip((0, *starts), (*starts, 60), strict=True))
    ]
    assert tuple(_partition(noted, penalty)) == min(possible, key=cost)


@pytest.mark.parametrize("phi", [0.3, 0.7])
def test_ordinary_ups_and_downs_show_few_shifts_in_a_year(phi: float) -> None:
    rng = np.random.default_rng(11)
    shifts = sum(len(change_points(alike_days(rng, 365, phi))) for _ in range(40))
    assert shifts / 40 <= 0.3
