"""Where a chart's ticks stand: few, round, and the same while one pages through a diary."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile

import numpy as np
from numpy.typing import NDArray

from fibrojournal.journal.measures import Measure, Scale
from fibrojournal.text import _, in_usual_unit, month_name, plain_number, quantity, short_date, week

EPOCH = date(1970, 1, 1)
MOST_TICKS = 6
FEW_TICKS = 4

_ROUNDING = 1e-9
_FIXED_STEPS = 20
"""A scale of at most so many steps is shown whole, whatever the data."""
_UNIT_STEPS = {
    "h": (1.0, 2.0, 3.0, 4.0, 6.0, 12.0),
    "min": (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0),
}
_UNIT_TOP = {"h": 12.0}
"""An axis of this unit reaches so far at least."""


def day_number(day: date) -> int:
    """Count a day from 1970-01-01."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """Return the day of a count from 1970-01-01."""
    return EPOCH + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The span of an upright axis and the values at which it is labelled, lowest first."""

    low: float
    high: float
    ticks: tuple[float, ...]
    few_ticks: tuple[float, ...]
    """The same for a low panel."""
    unit: str = ""

    def label(self, tick: float) -> str:
        """Write a tick; the top one carries the unit."""
        if tick == self.ticks[-1]:
            return quantity(tick, self.unit)
        return plain_number(in_usual_unit(tick, self.unit))


def value_axis(measure: Measure, values: NDArray[np.float64]) -> ValueAxis:
    """Choose the axis of a measure; `values` are all its answers, not only those in view.

    Ratings and other short scales are shown whole, so that 0 to 10 looks the same on every page.
    Longer scales reach from 0, where the scale begins there, to the highest answer.
    """
    scale, unit = measure.scale, measure.unit
    if (scale.high - scale.low) / scale.step <= _FIXED_STEPS:
        low, high = scale.low, scale.high
    else:
        low, high = _span(scale, values, unit)
        step = _step(scale.step, unit, lambda step: _covering(low, high, step) <= MOST_TICKS)
        low = round(math.floor(low / step + _ROUNDING) * step, 6)
        high = round(max(math.ceil(high / step - _ROUNDING) * step, low + 2 * step), 6)
    ticks, few = (_ticks(low, high, most, scale.step, unit) for most in (MOST_TICKS, FEW_TICKS))
    return ValueAxis(low, high, ticks, few, unit)


def _ticks(low: float, high: float, most: int, least: float, unit: str) -> tuple[float, ...]:
    """Return low and what lies round steps above it, at most so many."""
    step = _step(least, unit, lambda step: _inside(low, high, step) <= most)
    return tuple(round(low + at * step, 6) for at in range(_inside(low, high, step)))


def _span(scale: Scale, values: NDArray[np.float64], unit: str) -> tuple[float, float]:
    from_zero = scale.low == 0
    if not values.size:
        return scale.low, max(_UNIT_TOP.get(unit, 0.0), scale.low + 10 * scale.step)
    low = 0.0 if from_zero else float(values.min())
    return low, max(float(values.max()), _UNIT_TOP.get(unit, 0.0) if from_zero else low)


def _step(least: float, unit: str, fits: Callable[[float], bool]) -> float:
    """Return the smallest round step that fits and is not finer than the scale's own."""
    return next(step for step in _round_steps(unit) if step >= least - _ROUNDING and fits(step))


def _covering(low: float, high: float, step: float) -> int:
    """Count the multiples of a step from the last before a span to the first after it."""
    return math.ceil(high / step - _ROUNDING) - math.floor(low / step + _ROUNDING) + 1


def _inside(low: float, high: float, step: float) -> int:
    """Count the steps on a span from its low end, that end included."""
    return math.floor((high - low) / step + _ROUNDING) + 1


def _round_steps(unit: str) -> Iterator[float]:
    yield from _UNIT_STEPS.get(unit, ())
    largest = max(_UNIT_STEPS.get(unit, (0.0,)))
    for power in count(-1):
        for lead in (1, 2, 5):
            step = lead * 10.0**power
            if step > largest:
                yield step


def date_ticks(start: date, end: date, most: int = MOST_TICKS) -> tuple[tuple[date, str], ...]:
    """Choose at most so many days between two days, both included, and their labels.

    They fall on the first of years or months, on the first and fifteenth, or where weeks begin; on
    a span of days they are evenly spaced. A span that holds none of its kind is labelled at its
    start.
    """
    for kind in (_days(1), _days(2), _weeks(1), _half_months, *_MONTHS, *_YEARS):
        in_view = takewhile(lambda tick: tick[0] <= end, kind(start))
        ticks = tuple(islice(in_view, most + 1))  # one too many is enough to know
        if len(ticks) <= most:
            break
    return ticks or ((start, short_date(start)),)


_Tick = tuple[date, str]


def _days(step: int) -> Callable[[date], Iterator[_Tick]]:
    def ticks(start: date) -> Iterator[_Tick]:
        return ((day, short_date(day)) for day in _every(start, step))

    return ticks


def _weeks(step: int) -> Callable[[date], Iterator[_Tick]]:
    def ticks(start: date) -> Iterator[_Tick]:
        first = start + timedelta(days=(week()[0] - start.weekday()) % 7)
        return ((day, short_date(day)) for day in _every(first, 7 * step))

    return ticks


def _half_months(start: date) -> Iterator[_Tick]:
    for month in _first_days(start.replace(day=1), 1):
        for day in (month, month.replace(day=15)):
            if day >= start:
                yield day, short_date(day)


def _months(step: int) -> Callable[[date], Iterator[_Tick]]:
    def ticks(start: date) -> Iterator[_Tick]:
        months = (day for day in _first_days(date(start.year, 1, 1), step) if day >= start)
        for at, day in enumerate(months):
            name = month_name(day.month, short=True)
            if at and day.month > 1:
                yield day, name
            else:
                yield day, _("{month} {year}").format(month=name, year=day.year)

    return ticks


def _years(step: int) -> Callable[[date], Iterator[_Tick]]:
    def ticks(start: date) -> Iterator[_Tick]:
        first = math.ceil(start.year / step) * step
        years = (date(year, 1, 1) for year in range(first, date.max.year + 1, step))
        return ((day, str(day.year)) for day in years if day >= start)

    return ticks


_MONTHS = tuple(_months(step) for step in (1, 2, 3, 6))
_YEARS = tuple(_years(step) for step in (1, 2, 5, 10, 20, 50, 100, 1000, 5000))


def _every(first: date, step: int) -> Iterator[date]:
    ordinals = range(first.toordinal(), date.max.toordinal() + 1, step)
    return (date.fromordinal(ordinal) for ordinal in ordinals)


def _first_days(first: date, step: int) -> Iterator[date]:
    months = range(first.year * 12 + first.month - 1, (date.max.year + 1) * 12, step)
    return (date(month // 12, month % 12 + 1, 1) for month in months)
