"""What the made-up person notes beside the usual questions: burning, the senses, where it hurts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from random import Random

from fibrojournal.exchange.demo_entries import draw_id, entered_at
from fibrojournal.exchange.demo_person import Life, LivedDay
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Event, Reading
from fibrojournal.journal.edits import SetBodyMap, SetEvent, SetReading
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.text import _

_SHARE = 0.4
"""Of the noted days, how many have details."""
_SENSES = {"light": 2.6, "touch": 3.1, "smell": 1.6, "temperature": 3.4}
_FROM_PAIN = 0.35
_BURNING, _KEEPS = 2.2, 0.8
_EVENING = time(20, 50)
_BEGUN = 30


def details(
    life: Life, noted: set[date], mapped: set[date], areas: Sequence[str], random: Random
) -> Iterator[SetReading | SetBodyMap]:
    """Note details of some noted days, and a body map where the day has none yet.

    `areas` are the body's, in the order in which pain spreads to them.
    """
    burning = 0.0
    for day in life.days:
        burning = _KEEPS * burning + random.gauss(0, 0.9)
        if day.date not in noted or random.random() >= _SHARE:
            continue
        yield _read(day, "burning", _BURNING + burning)
        for sense, level in _SENSES.items():
            pain = day.ratings["pain"] - 4.4
            felt = level + _FROM_PAIN * pain + random.gauss(0, 1.2)
            felt += 0.4 * burning if sense == "temperature" else 0.0
            yield _read(day, f"sensitivity_{sense}", felt)
        if day.date not in mapped:
            yield _map(day, areas, random)


def hard_times(life: Life, random: Random) -> Iterator[SetEvent]:
    """Note a hard time each year, the last one some two months ago; none in the first weeks."""
    for first in range(len(life.days) - 70 + random.randrange(20), _BEGUN, -365):
        start, last = life.days[first], life.days[first + 11]
        id = draw_id(random)
        name = _("Worry about a parent")
        event = Event(id, "hard_time", name, start.date, last.date, _stamp(start.date))
        yield SetEvent(id, event)


def _read(day: LivedDay, id: str, value: float) -> SetReading:
    scale = MEASURE_BY_ID[id].scale
    step = scale.nearest_step(min(max(value, scale.low), scale.high))
    return SetReading(day.date, id, Reading(step, _stamp(day.date)))


def _map(day: LivedDay, areas: Sequence[str], random: Random) -> SetBodyMap:
    count = round(1.6 * day.ratings["pain"] + random.gauss(-1, 1.5))
    hurting = areas[: min(max(count, 0), len(areas))]
    return SetBodyMap(day.date, BodyMap(dict.fromkeys(hurting), _stamp(day.date)))


def _stamp(day: date) -> Stamp:
    return entered_at(day, _EVENING)
