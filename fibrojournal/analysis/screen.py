"""The arrows of a network: single questions first, then all that remain for an outcome at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.families import weighted_bh
from fibrojournal.analysis.local_projection import project
from fibrojournal.analysis.prepared import Prepared, Variable
from fibrojournal.analysis.prior import is_same_thing
from fibrojournal.analysis.regression import SLOPE, slopes
from fibrojournal.analysis.student import half_width, two_sided
from fibrojournal.analysis.thirds import DAYS_IN_A_THIRD, off_the_commonest
from fibrojournal.analysis.triggers import EVENTS_NEEDED

ROWS_NEEDED = 30
_START = 2
"""Days of the past that a regression needs."""
KEPT = 0.05
"""An arrow stays in the joint regression of its target with a p value up to this."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One thing that came before another; slopes are points of the target a point of the source."""

    source: str
    target: str
    lag: int
    slope: float = 0.0
    low: float = 0.0
    high: float = 0.0
    """The 95 % interval of the slope."""
    p: float = 1.0
    """Two-sided, before any correction."""
    q: float = 1.0
    """The level at which it would just be found, asked by itself, among all of its family."""

    @property
    def pair(self) -> tuple[str, str]:
        """Return source and target."""
        return self.source, self.target


def judged(arrows: Sequence[Arrow]) -> tuple[Arrow, ...]:
    """Give arrows their q values, as one family."""
    q = weighted_bh([arrow.p for arrow in arrows], np.ones(len(arrows)))
    return tuple(replace(arrow, q=value) for arrow, value in zip(arrows, q.tolist(), strict=True))


def screen(diary: Prepared) -> tuple[Arrow, ...]:
    """Ask every single question of a network, as one family.

    Ratings are asked of the next day's ratings, triggers of the same day's and the next day's. A
    night is not asked of its own day, although it came before: where whole days are good or bad it
    would seem to lead to all of them. It is a tie. For the same reason how bad the day before was
    is held fixed, in place of a rating's own past.
    """
    return judged([arrow for lag in (0, 1) for arrow in _single(diary, lag, comes_before)])


def ties(diary: Prepared) -> tuple[Arrow, ...]:
    """Ask which ratings went together on a day, each pair once, a night with the day after it."""
    return judged(list(_single(diary, 0, _is_tie)))


def comes_before(source: Variable, target: Variable, lag: int) -> bool:
    """Tell whether a network asks if one thing came before another at a lag."""
    ordered = lag > 0 or (source.is_trigger and not target.waking)
    return ordered and not target.is_trigger and not is_same_thing(source.id, target.id)


def together(diary: Prepared, arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Keep the arrows that hold beside the others of their target, with slopes that allow for them.

    One regression a target, on all its sources and its own last two days; the weakest source goes
    until each of the rest has a p value of .05 or less.
    """
    by_target: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        by_target.setdefault(arrow.target, []).append(arrow)
    return tuple(kept for group in by_target.values() for kept in _joint(diary, group))


def _is_tie(source: Variable, target: Variable, lag: int) -> bool:
    ratings = not source.is_trigger and not target.is_trigger
    # Each pair once, and never a morning on the evening after it.
    one_way = source.waking > target.waking or (
        source.waking == target.waking and source.id < target.id
    )
    return ratings and lag == 0 and one_way and not is_same_thing(source.id, target.id)


def _single(
    diary: Prepared, lag: int, is_asked: Callable[[Variable, Variable, int], bool]
) -> Iterator[Arrow]:
    for (at, target), triggers in product(enumerate(diary.variables), (False, True)):
        sources = [
            place
            for place, source in enumerate(diary.variables)
            if source.is_trigger is triggers and is_asked(source, target, lag)
        ]
        severity = lag > 0 and not triggers
        found = project(diary, at, np.array(sources, dtype=np.intp), lag, severity=severity)
        for place, source in enumerate(diary.variables[row] for row in sources):
            slope, se = float(found.slope[place]), float(found.se[place])
            if se > 0 and _suffices(source, found.used[place]):
                arrow = Arrow(source.id, target.id, lag)
                yield _with_numbers(arrow, slope, se, float(found.df[place]))


def _suffices(source: Variable, used: NDArray[np.bool_]) -> bool:
    """Tell whether there are days enough, and of both kinds: as a page of an outcome asks too."""
    values = source.values[used]
    if values.size < ROWS_NEEDED:
        return False
    if source.is_trigger:
        return EVENTS_NEEDED <= int((values == 1).sum()) <= values.size - EVENTS_NEEDED
    return off_the_commonest(values) >= 2 * DAYS_IN_A_THIRD


def _joint(diary: Prepared, group: Sequence[Arrow]) -> Sequence[Arrow]:
    left = list(group)
    while left:
        left = _fitted(diary, left)
        weakest = max(left, key=lambda arrow: arrow.p)
        if weakest.p <= KEPT:
            break
        left.remove(weakest)
    return left


def _fitted(diary: Prepared, group: Sequence[Arrow]) -> list[Arrow]:
    """Regress a target on all sources at once, in the first column each in turn."""
    target = diary.index(group[0].target)
    days = diary.adjusted.shape[1]
    y = diary.adjusted[target, _START:]
    rows = np.isfinite(y)
    sources = [diary.index(arrow.source) for arrow in group]
    own = [diary.filled[target, _START - back : days - back] for back in (1, 2)]
    beside = [
        diary.filled[source, _START - arrow.lag : days - arrow.lag]
        for source, arrow in zip(sources, group, strict=True)
    ]
    columns = np.array([np.ones(y.size), *beside, *own]) * rows
    orders = [_first(at, columns.shape[0]) for at in range(len(group))]
    free = rows.sum() - columns.shape[0] - (diary.calendar_df[target] - 1)
    found = slopes(
        columns[orders],
        np.broadcast_to(np.where(rows, y, 0.0), (len(group), y.size)),
        np.full(len(group), free),
    )
    points = diary.scale[target] / diary.scale[sources]
    return [
        _with_numbers(arrow, float(slope), float(se), float(free))
        for arrow, slope, se in zip(group, found[0] * points, found[1] * points, strict=True)
    ]


def _first(at: int, columns: int) -> list[int]:
    """Order the columns so that the source at a place stands where the slope is asked."""
    source = at + SLOPE
    return [0, source, *(column for column in range(1, columns) if column != source)]


def _with_numbers(arrow: Arrow, slope: float, se: float, df: float) -> Arrow:
    if not se > 0:  # explained whole by the other sources
        return replace(arrow, slope=0.0, low=0.0, high=0.0, p=1.0)
    reach = half_width(df) * se
    p = two_sided(df, slope / se)
    return replace(arrow, slope=slope, low=slope - reach, high=slope + reach, p=p)
