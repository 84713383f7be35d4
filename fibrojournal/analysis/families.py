"""How sure a link is: families of questions, weights, expected directions, and labels.

Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995) 289-300; weights: Genovese, Roeder and
Wasserman, Biometrika 93 (2006) 509-524.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.student import upper_tail

SHARE_EXPECTED = 0.9
"""How much of the error goes to the expected direction; the other is never excluded."""


class Family(Enum):
    """Questions that are judged together."""

    BEFORE = "before"
    """What came before the outcome: triggers, earlier days, and the night before the day."""
    SAME = "same"
    """What was rated on the same day: which of the two came first nobody knows."""

    @property
    def level(self) -> float:
        """The expected share of chance among what is found in this family."""
        return 0.10 if self is Family.BEFORE else 0.05


class Label(Enum):
    """What is said of a link."""

    CLEAR = "clear"
    LIKELY = "likely"
    POSSIBLE = "possible"
    NONE = "none"
    NEGLIGIBLE = "negligible"
    """The interval lies within half a point of 0."""
    NOT_ENOUGH_DAYS = "not_enough_days"


LIMITS = ((Label.CLEAR, 0.125), (Label.LIKELY, 0.5), (Label.POSSIBLE, 1.0))
"""Up to which part of the level of its family a q value earns a label, the surest first."""
BY_ITSELF = {Label.CLEAR: 0.05, Label.LIKELY: 0.05, Label.POSSIBLE: 0.20}
"""Up to which two-sided p value, before any correction, it is given: neither a large weight nor
many others that are found make a link of what by itself looks like chance."""


def signed_p(t: float, df: float, expected: int) -> float:
    """Return the p value with the error split between directions by what was expected beforehand.

    `expected` is 1, -1, or 0 for no expectation, which is the plain two-sided p.
    """
    above = upper_tail(df, t)
    if expected == 0:
        return min(1.0, 2 * min(above, 1 - above))
    as_expected = above if expected > 0 else upper_tail(df, -t)
    against = upper_tail(df, -t) if expected > 0 else above
    return min(1.0, as_expected / SHARE_EXPECTED, against / (1 - SHARE_EXPECTED))


def mean_one(raw: Sequence[float]) -> NDArray[np.float64]:
    """Scale the weights of a family so that they are 1 on average."""
    weights = np.asarray(raw, dtype=np.float64)
    return weights * weights.size / weights.sum() if weights.size else weights


def weighted_bh(p: Sequence[float], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return q values: the false discovery rate at which each question would just be found.

    `weights` are 1 on average and fixed before the data were seen.
    """
    scaled = np.asarray(p, dtype=np.float64) / weights
    m = scaled.size
    descending = np.argsort(-scaled, kind="stable")
    ranked = scaled[descending] * m / np.arange(m, 0, -1)
    q = np.empty(m)
    q[descending] = np.minimum(np.minimum.accumulate(ranked), 1.0)
    return q


def label_of(q: float, p: float, family: Family) -> Label:
    """Return what a q value earns, and the p value by itself allows: clear to possible, or none."""
    earned = (
        label
        for label, part in LIMITS
        if q <= part * family.level + 1e-12 and p <= BY_ITSELF[label]
    )
    return next(earned, Label.NONE)


def error_of_found(family: Family, weight: float, found: int, asked: int) -> float:
    """Return the two-sided error of the interval of a found link, wider as it was picked out.

    Benjamini and Yekutieli, J. Am. Stat. Assoc. 100 (2005) 71-81: level x weight x found / asked.
    """
    return min(0.05, family.level * weight * found / asked)
