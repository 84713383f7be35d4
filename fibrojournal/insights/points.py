"""How large a difference is, in words: its size, its direction, and where it likely lies."""

from __future__ import annotations

from fibrojournal.analysis import composite
from fibrojournal.text import _, number


def size(points: float) -> str:
    """Write how large a difference is, whatever its sign: "1.1 points"."""
    if is_nothing(points):
        return _("under 0.1 points")
    return _("{n} points").format(n=number(abs(points), 1))


def is_nothing(points: float) -> bool:
    """Tell whether a difference is none as printed."""
    return round(abs(points), 1) == 0


def change(outcome: str, points: float) -> str:
    """Write a difference of an outcome with its direction: "1.1 points higher"."""
    return _directed(outcome, points).format(size=size(points))


def likely(outcome: str, low: float, high: float) -> str:
    """Write where the true difference likely lies; directions only where it may be either."""
    if low > 0 or high < 0:
        first, last = (number(value, 1) for value in sorted((abs(low), abs(high))))
        if first == last:
            return _("likely about {size}").format(size=first)
        return _("likely between {low} and {high}").format(low=first, high=last)
    if is_nothing(low) and is_nothing(high):
        return _("likely within 0.1 points of none")
    return _("likely between {low} and {high}").format(
        low=_end(outcome, low), high=_end(outcome, high)
    )


def _end(outcome: str, points: float) -> str:
    if is_nothing(points):
        return _("no difference")
    return _directed(outcome, points).format(size=number(abs(points), 1))


def _directed(outcome: str, points: float) -> str:
    if outcome == composite.ID:
        return _("{size} worse") if points > 0 else _("{size} better")
    return _("{size} higher") if points > 0 else _("{size} lower")
