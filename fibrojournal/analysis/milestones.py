"""The days on which labels may change: looking every day would turn chance into findings."""

from __future__ import annotations

FIRST = (30, 45, 60, 90, 135, 180, 270, 365)
THEN_EVERY = 180


def last_milestones(day: int, count: int = 2) -> tuple[int, ...]:
    """Return the last milestones up to a day of the diary, newest first; day 1 is the first noted.

    30, 45, 60, 90, 135, 180, 270, 365, then every 180 days. Fewer than `count` early on.
    """
    later = range(FIRST[-1] + THEN_EVERY, day + 1, THEN_EVERY)
    reached = [*(milestone for milestone in FIRST if milestone <= day), *later]
    return tuple(reached[::-1][:count])


def next_milestone(day: int) -> int:
    """Return the first milestone after a day of the diary."""
    coming = next((milestone for milestone in FIRST if milestone > day), None)
    if coming is not None:
        return coming
    return day + THEN_EVERY - (day - FIRST[-1]) % THEN_EVERY
