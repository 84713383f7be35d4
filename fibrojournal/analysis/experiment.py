"""What an experiment of two ways shows: the pairs, a test by the coins themselves, an interval.

Were there no difference, each pair could as well have come out the other way round, as its coin
fell. So the difference that was found is compared with all that other coins would have made of the
same days (Fisher, The Design of Experiments, 1935): no bell curve and no likeness of days is
assumed. The interval comes from the same coins: the middle of the means of all subsets of the
pairs (Hartigan, J. Am. Stat. Assoc. 64, 1969, 1303-1317), so that it leaves 0 out just where
p <= .05.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.student import POWER_80, half_width

LEAST_PAIRS = 6
"""Of five pairs every order of the coins is too common to tell anything: 2 of 32 is 1 in 16."""
LEVELS = ((Label.CLEAR, 0.01), (Label.LIKELY, 0.05), (Label.POSSIBLE, 0.10))
_ALL_FLIPS = 14
"""With more pairs than that, not all orders of the coins are looked at but as many, by chance."""
_ERROR = 0.05
_NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class PairMeans:
    """The means of a pair's two periods; None where too few of their days were noted."""

    first: float | None
    """Of the period with the way that is tried."""
    second: float | None

    @property
    def difference(self) -> float | None:
        """The first way less the second."""
        if self.first is None or self.second is None:
            return None
        return self.first - self.second


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """The difference between the ways over all pairs that count."""

    difference: float
    """The first way less the second, in points of the outcome."""
    low: float
    high: float
    """Its 95 % interval."""
    p: float
    """The share of coin orders that would do as much, in either direction."""
    detectable: float
    """The smallest difference that 4 of 5 experiments like this one would tell from chance."""
    by_chance: NDArray[np.float64]
    """The difference that each order of the coins would have shown, the real one first."""

    @property
    def label(self) -> Label | None:
        """How sure it is; None where chance alone does as much too often."""
        return next((label for label, level in LEVELS if self.p <= level), None)

    @property
    def as_far(self) -> int:
        """How many orders of the coins do as much as the real one, itself among them."""
        return int((np.abs(self.by_chance) >= abs(self.difference) - _NEARLY).sum())


@dataclass(frozen=True, slots=True, eq=False)
class ReadOut:
    """An experiment as it came out."""

    pairs: tuple[PairMeans, ...]
    """Every pair that was run."""
    verdict: Verdict | None
    """None with fewer than six pairs that count."""

    @property
    def counted(self) -> int:
        """How many pairs count: both of their periods have days enough."""
        return sum(pair.difference is not None for pair in self.pairs)

    @property
    def lower(self) -> int:
        """In how many of them the first way was the lower one."""
        return sum(pair.difference is not None and pair.difference < 0 for pair in self.pairs)

    @property
    def higher(self) -> int:
        """In how many of them the first way was the higher one."""
        return sum(pair.difference is not None and pair.difference > 0 for pair in self.pairs)


def read_out(
    values: NDArray[np.float64],
    first_comes_first: Sequence[bool],
    days: int,
    *,
    settling: int = 0,
    least: int = 1,
) -> ReadOut:
    """Read an experiment out of its outcome.

    `values` is the calendar grid from the first day that tells, NaN where nothing was noted; a pair
    that it does not hold to its end is left out. Periods last `days`, of which the first `settling`
    are left out; one counts with `least` noted days among the rest.
    """
    pairs = min(values.size // (2 * days), len(first_comes_first))
    cells = values[: pairs * 2 * days].reshape(pairs, 2, days)[:, :, settling:]
    noted = np.isfinite(cells).sum(axis=2)
    sums = np.where(np.isfinite(cells), cells, 0.0).sum(axis=2)
    means = np.where(noted >= least, sums / np.maximum(noted, 1), np.nan)
    coins = np.array(first_comes_first[:pairs], dtype=np.bool_)
    means = np.where(coins[:, None], means, means[:, ::-1])
    differences = means[:, 0] - means[:, 1]
    return ReadOut(
        tuple(PairMeans(_or_none(first), _or_none(second)) for first, second in means),
        _verdict(differences[np.isfinite(differences)]),
    )


def _or_none(mean: float) -> float | None:
    return float(mean) if np.isfinite(mean) else None


def _verdict(differences: NDArray[np.float64]) -> Verdict | None:
    count = differences.size
    if count < LEAST_PAIRS:
        return None
    flips = _flips(count)
    turned = flips @ differences
    mean = float(differences.mean())
    by_chance = mean - 2 * turned / count
    means = np.sort(turned[1:] / flips[1:].sum(axis=1))
    outside = int(_ERROR / 2 * len(flips))
    se = float(differences.std(ddof=1)) / float(np.sqrt(count))
    return Verdict(
        difference=mean,
        low=float(means[outside - 1]),
        high=float(means[-outside]),
        p=float((np.abs(by_chance) >= abs(mean) - _NEARLY).mean()),
        detectable=(half_width(count - 1) + POWER_80) * se,
        by_chance=by_chance,
    )


def _flips(count: int) -> NDArray[np.float64]:
    """Return orders of the coins, a row each: 1 where a pair's coin fell the other way.

    The first row is the real order. All orders of few pairs, else about as many as of 14 by chance,
    each with its opposite, and always the same: an experiment says the same at every look.
    """
    if count <= _ALL_FLIPS:
        orders = np.arange(2**count)[:, None] >> np.arange(count)
        return np.asarray(orders & 1, dtype=np.float64)
    half = np.random.default_rng(count).random((2 ** (_ALL_FLIPS - 1), count)) < 0.5
    turned = half.sum(axis=1)
    half = half[(turned > 0) & (turned < count)]
    none = np.zeros((1, count), dtype=np.bool_)
    return np.concatenate([none, half, ~none, ~half]).astype(np.float64)
