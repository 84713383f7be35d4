"""Made-up answers and views for the tests of charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np

from fibrojournal.analysis.flares import Flare
from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.trend_view import TrendView, trend_view
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Event
from fibrojournal.journal.measures import MEASURE_BY_ID

END = date(2026, 3, 12)
"""The last day of every made-up diary; today, unless a test says otherwise."""


def answers(
    noted: Mapping[int, float], late: Iterable[int] = (), copied: Iterable[int] = ()
) -> Answers:
    """Make answers from days counted back from `END` (0 is that day, 1 the day before)."""
    late, copied = set(late), set(copied)
    ago = sorted(noted, reverse=True)
    return Answers(
        np.array([day_number(END) - day for day in ago], dtype=np.int64),
        np.array([noted[day] for day in ago], dtype=np.float64),
        np.array([day in late | copied for day in ago], dtype=np.bool_),
        np.array([day in copied for day in ago], dtype=np.bool_),
    )


def diary(days: int, *, seed: int = 1, gaps: float = 0.12, low: int = 0, high: int = 10) -> Answers:
    """Make so many days up to `END` that hang together, with gaps, late and copied answers."""
    random = np.random.default_rng(seed)
    level = np.zeros(days)
    for at in range(1, days):
        level[at] = 0.7 * level[at - 1] + random.normal()
    middle, spread = (low + high) / 2, (high - low) / 6
    values = np.clip(np.round(middle + spread * level), low, high) + 0.0  # no -0
    noted = random.random(days) >= gaps
    hollow = random.random(days) < 0.1
    copied = hollow & (random.random(days) < 0.5)
    numbers = day_number(END) - days + 1 + np.arange(days)
    return Answers(numbers[noted], values[noted], hollow[noted], copied[noted])


def event(name: str, start: date, end: date | None = None, kind: str = "other") -> Event:
    """Make an event."""
    return Event("id", kind, name, start, end, stamp_of(datetime(2026, 1, 1, tzinfo=UTC)))


def view(
    shown: Mapping[str, Answers],
    days: int = 90,
    *,
    end: date = END,
    today: date = END,
    flares: Sequence[Flare] = (),
    events: Sequence[Event] = (),
) -> TrendView:
    """View so many days of some measures."""
    return trend_view(
        [(MEASURE_BY_ID[id], recorded) for id, recorded in shown.items()],
        end - timedelta(days=days - 1),
        end,
        today=today,
        flares=flares,
        events=events,
    )


def flare(first_ago: int, last_ago: int, *, is_open: bool = False) -> Flare:
    """Make a flare from days counted back from `END`."""
    start, last = day_number(END) - first_ago, day_number(END) - last_ago
    return Flare(start, None if is_open else last, last)
