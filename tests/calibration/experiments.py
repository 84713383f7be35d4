"""How often experiments of two ways are right, by design, and why the coins decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.calendar import weekdays
from fibrojournal.analysis.experiment import LEAST_PAIRS, ReadOut, read_out
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Variable, prepare
from fibrojournal.analysis.student import two_sided
from fibrojournal.journal.experiments import DESIGNS, Design
from tests.calibration.person import FIRST
from tests.calibration.table import Table, percent

ALIKE = (0.55, 0.75)
_WARM_UP = 60


@dataclass(frozen=True)
class _Trial:
    """A made-up person who tries one thing."""

    phi: float
    effect: float = 0.0
    """Points that the first way takes off the outcome."""
    slow: float = 0.0
    """The share of the effect that is left a day later: the change builds up, and fades."""
    done: float = 1.0
    """How often the way of the day is kept."""
    spares: bool = False
    """Keeps the first way less on days that are bad anyway."""


@dataclass(frozen=True)
class _Days:
    outcome: NDArray[np.float64]
    coins: tuple[bool, ...]
    kept: NDArray[np.float64]
    """Whether the first way was kept, as it was really done."""


def run(count: int) -> Iterator[Table]:
    """Measure on four times `count` experiments a setting."""
    yield _nothing(4 * count)
    yield _found(4 * count)
    yield _settling(4 * count)
    yield _coins_or_ticks(4 * count)


def _nothing(count: int) -> Table:
    rows = []
    for design, phi in ((design, phi) for design in DESIGNS for phi in ALIKE):
        ends, looks = [], []
        for days in _many(design, _Trial(phi), count):
            ends.append(_read(design, days))
            said = (
                _read(design, days, pairs).verdict for pairs in range(LEAST_PAIRS, design.pairs + 1)
            )
            looks.append(any(one is not None and one.p <= 0.05 for one in said))
        verdicts = [end.verdict for end in ends if end.verdict]
        shares = [_share(one.p <= level for one in verdicts) for level in (0.10, 0.05, 0.01)]
        held = _share(one.low <= 0 <= one.high for one in verdicts)
        none = 1 - len(verdicts) / count
        rows.append([_name(design), str(phi), *map(percent, (*shares, held, none, _share(looks)))])
    title = "Experiments without any difference (%)"
    head = ("design", "phi", "p ≤ .10", "p ≤ .05", "p ≤ .01", "interval holds 0", "no answer")
    return Table(title, (*head, "p ≤ .05 at some look"), rows)


def _found(count: int) -> Table:
    trials = (
        ("0.5", _Trial(0, 0.5)),
        ("1", _Trial(0, 1.0)),
        ("1.7", _Trial(0, 1.7)),
        ("1, slowly", _Trial(0, 1.0, slow=0.5)),
        ("1, kept 4 of 5 days", _Trial(0, 1.0, done=0.8)),
    )
    rows = []
    for design, phi in ((design, phi) for design in DESIGNS for phi in ALIKE):
        shares: list[float] = []
        shown: list[float] = []
        for _name_of, trial in trials:
            read = [_read(design, days) for days in _many(design, replace(trial, phi=phi), count)]
            shares.append(_share(map(_is_found, read)))
            shown.append(_shown(read))
        means = [f"{-shown[at]:.2f}" for at in (1, 3, 4)]
        rows.append([_name(design), str(phi), *map(percent, shares), *means])
    title = "A true difference found with p ≤ .05 (%), and the mean that is shown of 1 point"
    head = ("design", "phi", *(name for name, _ in trials))
    return Table(title, (*head, "shown of 1", "slowly", "kept 4 of 5"), rows)


def _settling(count: int) -> Table:
    rows = []
    for at, settling, least in ((1, 0, 2), (1, 1, 1), (2, 0, 3), (2, 1, 3), (2, 2, 3), (2, 3, 2)):
        design = DESIGNS[at]._replace(settling=settling, least=least)
        cells = []
        for slow in (0.0, 0.5, 0.7):
            trial = _Trial(0.55, 1.0, slow=slow)
            read = [_read(design, days) for days in _many(design, trial, count)]
            found = _share(map(_is_found, read))
            cells += [percent(found), f"{-_shown(read):.2f}"]
        rows.append([_name(design), str(settling), *cells])
    head = ["design", "days left out"]
    for speed in ("at once", "half a day", "0.7 a day"):
        head += [f"{speed}: found", "shown"]
    title = "First days left out: 1 point found with p ≤ .05 (%) and shown, phi .55"
    return Table(title, head, rows)


def _coins_or_ticks(count: int) -> Table:
    rows = []
    design = DESIGNS[0]
    for name, trial in (
        ("nothing, all kept", _Trial(0.55)),
        ("nothing, kept 4 of 5 days", _Trial(0.55, done=0.8)),
        ("nothing, bad days spared", _Trial(0.55, done=0.8, spares=True)),
        ("1 point, all kept", _Trial(0.55, 1.0)),
        ("1 point, kept 4 of 5 days", _Trial(0.55, 1.0, done=0.8)),
    ):
        by_coins, by_ticks = [], []
        for days in _many(design, trial, count):
            by_coins.append(_is_found(_read(design, days)))
            by_ticks.append(_as_done(days) <= 0.05)
        rows.append([name, percent(_share(by_coins)), percent(_share(by_ticks))])
    title = "Day by day: the coins that were drawn, or what was really done (p ≤ .05, %)"
    return Table(title, ("experiment", "by the coins", "as done (local projection)"), rows)


def _read(design: Design, days: _Days, pairs: int | None = None) -> ReadOut:
    upto = None if pairs is None else 2 * pairs * design.days
    return read_out(
        days.outcome[:upto],
        days.coins,
        design.days,
        settling=design.settling,
        least=design.least,
    )


def _is_found(read: ReadOut) -> bool:
    return read.verdict is not None and read.verdict.p <= 0.05


def _shown(read: Iterable[ReadOut]) -> float:
    return float(np.mean([one.verdict.difference for one in read if one.verdict]))


def _share(of: Iterable[bool]) -> float:
    return float(np.mean(list(of)))


def _as_done(days: _Days) -> float:
    noted = np.where(np.isfinite(days.outcome), days.kept, np.nan)
    both = (Variable("pain", days.outcome), Variable("kept", noted, is_trigger=True))
    one = project(prepare(FIRST, both), 0, np.array([1]), 0)
    return two_sided(float(one.df[0]), float(one.slope[0] / one.se[0]))


def _many(design: Design, trial: _Trial, count: int) -> Iterator[_Days]:
    rng = np.random.default_rng(int(100 * trial.phi) + design.days)
    for _ in range(count):
        yield _days(rng, design, trial)


def _days(rng: np.random.Generator, design: Design, trial: _Trial) -> _Days:
    """Make a diary like those of `person`: weekdays, trend, cycle, noise, rounding, lost days."""
    length = design.length
    coins = rng.random(design.pairs) < 0.5
    first = np.repeat(np.column_stack([coins, ~coins]).ravel(), design.days)
    latent = _alike(rng, length, trial.phi)
    t = np.arange(length)
    weekday = weekdays(FIRST, length)
    level = latent + rng.normal(0, 0.2, 7)[weekday] + rng.normal(0, 0.25) * (weekday >= 5)
    level += rng.uniform(-1, 1) * (t / max(length, 365) - 0.5)
    cycle = np.sin(2 * np.pi * (t / rng.uniform(60, 365) + rng.random()))
    level += rng.uniform(0, 0.5) * cycle + rng.normal(0, 0.25, length)
    # Where bad days are spared it is as often on the whole, and mostly on the worse days.
    refusal = (1 - trial.done) * (np.where(level > 0, 1.8, 0.2) if trial.spares else 1.0)
    turned = (rng.random(length) < refusal) & (first if trial.spares else np.ones(length, bool))
    kept = (first ^ turned).astype(np.float64)
    effect = np.zeros(length)
    strength = 0.0
    for day in range(length):
        strength = trial.slow * strength + (1 - trial.slow) * trial.effect * kept[day]
        effect[day] = strength
    spread = rng.uniform(1.6, 2.1)
    outcome = np.clip(np.round(rng.uniform(3, 5.5) + spread * level - effect), 0, 10)
    outcome[_lost(rng, latent - effect / spread)] = np.nan
    return _Days(outcome, tuple(coins.tolist()), kept)


def _alike(rng: np.random.Generator, length: int, phi: float) -> NDArray[np.float64]:
    shocks = rng.normal(0, np.sqrt(1 - phi**2), length + _WARM_UP)
    days = np.zeros(length + _WARM_UP)
    for t in range(1, days.size):
        days[t] = phi * days[t - 1] + shocks[t]
    return days[_WARM_UP:]


def _lost(rng: np.random.Generator, level: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Lose 15 % of the days, in runs, the more the worse they are."""
    lost = np.zeros(level.size, dtype=np.bool_)
    usual = np.log(0.15 / 0.85) - 0.35
    for t, bad in enumerate(level):
        odds = usual + 1.5 * (t > 0 and lost[t - 1]) + 0.6 * bad
        lost[t] = rng.random() < 1 / (1 + np.exp(-odds))
    return lost


def _name(design: Design) -> str:
    return f"{design.pairs} pairs of {design.days} day{'s' if design.days > 1 else ''}"
