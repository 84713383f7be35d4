"""Whether a day was a hard one, on which nobody is asked for anything more."""

from __future__ import annotations

from fibrojournal.journal.day import Day
from fibrojournal.journal.measures import TOO_ILL

_MUCH_PAIN = 7


def is_hard(day: Day) -> bool:
    """Tell whether a day was too hard to note anything, or hurt much."""
    return bool(day.value(TOO_ILL)) or (day.value("pain") or 0) >= _MUCH_PAIN
