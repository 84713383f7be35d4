"""Which backups to keep: many of the last days, few of long ago, so that the folder stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

KEPT_LAST = 3

# How many of the latest periods in which a backup was made keep the last one of theirs.
_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (7, lambda taken: (taken.toordinal(),)),
    (5, lambda taken: taken.isocalendar()[:2]),
    (12, lambda taken: (taken.year, taken.month)),
)
MOST_KEPT = KEPT_LAST + sum(count for count, _period in _PERIODS)


def kept(stamps: Iterable[datetime]) -> set[datetime]:
    """Choose which backups to keep by when they were taken.

    The last three stay, and the last one of each of the latest seven days, five weeks and twelve
    months that have one: at most 27. To choose twice chooses the same.
    """
    newest_first = sorted(set(stamps), reverse=True)
    chosen = set(newest_first[:KEPT_LAST])
    for count, period in _PERIODS:
        last_of: dict[tuple[int, ...], datetime] = {}
        for taken in newest_first:
            last_of.setdefault(period(taken), taken)
        chosen.update(list(last_of.values())[:count])
    return chosen
