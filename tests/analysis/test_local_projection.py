from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import Calendar
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Prepared, Variable, prepare
from tests.analysis.simulated import alike_days

GAP = math.nan
FIRST = 20_000


def three(days: int = 120, seed: int = 3) -> Prepared:
    rng = np.random.default_rng(seed)
    names = (("pain", 1), ("sleep_quality", -1), ("stress", 1))
    return prepare(FIRST, [Variable(id, alike_days(rng, days, 0.5), bad) for id, bad in names])


def by_statsmodels(
    y: NDArray[np.float64], columns: list[NDArray[np.float64]], calendar_df: float
) -> tuple[float, float]:
    """Slope and standard error of the first column, from a library that others have checked."""
    from statsmodels.regression.linear_model import OLS

    design = np.column_stack([np.ones(y.size), *columns])
    rows = np.isfinite(y) & np.isfinite(design).all(axis=1)
    fit = OLS(y[rows], design[rows]).fit()
    n = int(rows.sum())
    df = n - 5 - (calendar_df - 1)
    classical = fit.ssr / df * np.linalg.inv(design[rows].T @ design[rows])[1, 1]
    return float(fit.params[1]), math.sqrt(max(classical, fit.HC3_se[1] ** 2 * (n - 5) / df))


def later(values: NDArray[np.float64], days: int) -> NDArray[np.float64]:
    return np.concatenate([np.full(days, GAP), values[: values.size - days]])


def test_slopes_and_errors_are_those_of_statsmodels() -> None:
    for lag, severity in product((0, 1, 2, 3), (False, True)):
        _agrees_with_statsmodels(lag, severity=severity)


def _agrees_with_statsmodels(lag: int, *, severity: bool) -> None:
    diary = three()
    found = project(diary, 0, np.array([1, 2]), lag, severity=severity)
    v = diary.adjusted * diary.scale[:, None]
    w = diary.filled * diary.scale[:, None]
    back = max(lag, 1)
    for place, factor in enumerate((1, 2)):
        other = 3 - factor
        spread = max(float(w[other].std()), 0.3)
        bad = diary.variables[other].bad * w[other] / spread
        controls = [later(bad, back) if severity else later(w[factor], lag + 1)]
        controls += [later(w[0], back), later(w[0], back + 1)]
        columns = [later(v[factor], lag), *controls]
        slope, se = by_statsmodels(v[0], columns, float(diary.calendar_df[0]))
        assert found.slope[place] == pytest.approx(slope, abs=1e-6), (lag, severity)
        assert found.se[place] == pytest.approx(se, abs=1e-6), (lag, severity)


def test_a_planted_effect_of_the_day_before_is_found_at_its_lag() -> None:
    rng = np.random.default_rng(5)
    sleep = alike_days(rng, 400, 0.0, missing=0)
    pain = 5 + 0.5 * later(5 - sleep, 1) + rng.normal(0, 1, 400)
    diary = prepare(FIRST, [Variable("pain", pain), Variable("sleep_quality", sleep, -1)])
    slopes = [float(project(diary, 0, np.array([1]), lag).slope[0]) for lag in (0, 1, 2)]
    assert slopes[1] == pytest.approx(-0.5, abs=0.08)
    assert abs(slopes[0]) < 0.1
    assert abs(slopes[2]) < 0.1


def test_only_noted_days_are_rows() -> None:
    pain = np.array([5.0, 4, GAP, 6, 5, 3, 4, GAP] * 6)
    sleep = np.array([3.0, GAP, 5, 6, 2, 3, 4, 5] * 6)
    diary = prepare(FIRST, [Variable("pain", pain), Variable("sleep_quality", sleep)])
    found = project(diary, 0, np.array([1]), 1)
    used = np.flatnonzero(found.used[0])
    assert found.n[0] == used.size
    assert np.isfinite(sleep[used]).all()
    assert np.isfinite(pain[used + 1]).all()
    assert found.df[0] == pytest.approx(found.n[0] - 4 - diary.calendar_df[0])


def test_a_factor_that_never_changes_has_no_slope() -> None:
    rng = np.random.default_rng(2)
    diary = prepare(
        FIRST, [Variable("pain", alike_days(rng, 90, 0.4)), Variable("travel", np.zeros(90))]
    )
    assert math.isnan(project(diary, 0, np.array([1]), 0).slope[0])


def test_a_factor_noted_every_other_day_has_no_past_and_still_a_slope() -> None:
    rng = np.random.default_rng(2)
    now_and_then = alike_days(rng, 120, 0.4, missing=0)
    now_and_then[::2] = GAP
    diary = prepare(
        FIRST, [Variable("pain", alike_days(rng, 120, 0.4)), Variable("gut", now_and_then)]
    )
    assert math.isfinite(project(diary, 0, np.array([1]), 0).se[0])


@pytest.mark.parametrize("days", [1, 2, 3, 6])
def test_a_few_days_have_no_slope(days: int) -> None:
    diary = prepare(
        FIRST, [Variable("pain", np.arange(float(days))), Variable("gut", np.arange(float(days)))]
    )
    found = project(diary, 0, np.array([1]), 1)
    assert np.isnan(found.slope).all()
    assert found.used.shape == (1, days)


def test_scales_of_any_size_give_the_same_answer() -> None:
    rng = np.random.default_rng(4)
    pain, steps = alike_days(rng, 150, 0.5), alike_days(rng, 150, 0.3)
    small = prepare(FIRST, [Variable("pain", pain), Variable("steps", steps)])
    large = prepare(FIRST, [Variable("pain", pain), Variable("steps", steps * 10_000)])
    one, two = (project(diary, 0, np.array([1]), 1) for diary in (small, large))
    assert one.slope[0] == pytest.approx(two.slope[0] * 10_000)
    assert one.slope[0] / one.se[0] == pytest.approx(two.slope[0] / two.se[0])


def test_gaps_are_filled_from_the_day_before_and_fade() -> None:
    values = np.array([1.0, 2, 3, 4, 5, 6, GAP, GAP, 1, 2, 1, 3])
    diary = prepare(FIRST, [Variable("pain", values)])
    level = Calendar(FIRST, values.size).adjust(values).residual
    both = np.isfinite(level[1:]) & np.isfinite(level[:-1])
    phi = float(level[1:][both] @ level[:-1][both] / (level[:-1][both] @ level[:-1][both]))
    phi = min(max(phi, 0), 0.95)
    filled = diary.filled[0] * diary.scale[0]
    assert filled[6] == pytest.approx(phi * filled[5])
    assert filled[7] == pytest.approx(phi * filled[6])
    assert np.isnan(diary.adjusted[0, 6])


def test_a_series_without_a_record_is_all_gaps_and_does_no_harm() -> None:
    diary = prepare(FIRST, [Variable("pain", np.arange(50.0)), Variable("gut", np.full(50, GAP))])
    assert not diary.filled[1].any()
    assert np.isnan(project(diary, 0, np.array([1]), 0).slope).all()


def test_triggers_add_nothing_to_the_severity_of_a_day_and_good_scales_count_the_other_way() -> (
    None
):
    rng = np.random.default_rng(6)
    tick = (rng.random(60) < 0.3).astype(np.float64)
    diary = prepare(
        FIRST,
        [
            Variable("pain", alike_days(rng, 60, 0.5)),
            Variable("mood", alike_days(rng, 60, 0.5), bad=-1),
            Variable("travel", tick, is_trigger=True),
        ],
    )
    assert not diary.severity[2].any()
    assert diary.severity[1] @ diary.filled[1] < 0
    rest = diary.severity_without(np.array([diary.index("mood")]), diary.index("pain"))
    np.testing.assert_allclose(rest, 0, atol=1e-9)
