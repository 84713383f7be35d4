"""Where the squares of days stand: months as on a calendar, or a month in each row.

Lengths are px from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from fibrojournal.charts.layout import Pixels
from fibrojournal.charts.style import Look, text_width
from fibrojournal.text import month_and_year, month_name, week, weekday_name

# At 100 % text.
_SMALLEST, _LARGEST = 30.0, 42.0  # a square of a month
_FLATTER = 0.86
_MONTH_HEAD, _WEEKDAYS_HEAD, _BETWEEN_MONTHS = 28.0, 20.0, 22.0
_ROW, _LOW_ROW, _LOWEST_ROW = 22.0, 14.0, 8.0  # a month of a year: with numbers, without, of many
_MANY_ROWS = 30
_BETWEEN_YEARS = 8.0
_TO_LABEL = 8.0
_AIR = 2.0  # between two squares
_AROUND_NUMBER = 5.0
_NUMBERED = (1, 5, 10, 15, 20, 25, 30)
_LONGEST_MONTH = 31
_WEEK = 7


class Label(NamedTuple):
    """A text, the middle of its line, and its left end or, where `ends`, its right one."""

    text: str
    x: float
    y: float
    strong: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """A place for each day, in order, and what is written around them."""

    xs: Pixels
    ys: Pixels
    """The middles of the squares."""
    size: tuple[float, float]
    labels: tuple[Label, ...]
    height: float

    def holds(self, texts: Sequence[str], look: Look) -> bool:
        """Tell whether texts have room in a square."""
        width, height = (length - _AROUND_NUMBER for length in self.size)
        return height >= 0.8 * look.text_size and all(
            text_width(text, look.text_size) <= width for text in texts
        )


def as_months(start: date, end: date, width: float, scale: float) -> Places:
    """Lay months out as on a calendar, as many side by side as there is room for."""
    gap = _BETWEEN_MONTHS * scale
    abreast = max(int((width + gap) // (_WEEK * _SMALLEST * scale + gap)), 1)
    side = min((width - gap * (abreast - 1)) / abreast / _WEEK, _LARGEST * scale)
    side, high = float(int(side)), float(int(side * _FLATTER))
    head, line = _MONTH_HEAD * scale, _WEEKDAYS_HEAD * scale
    xs, ys, labels, top, height = [], [], [], 0.0, 0.0
    order = week()
    column = {weekday: at + 0.5 for at, weekday in enumerate(order)}
    for at, month in enumerate(_months(start, end)):
        left = (at % abreast) * (_WEEK * side + gap)
        if at and not at % abreast:
            top = height + gap
        labels.append(Label(month_and_year(month), left, top + head / 2, strong=True))
        for weekday in order:
            name = weekday_name(weekday, short=True)[:2]
            labels.append(Label(name, left + column[weekday] * side, top + head + line / 2))
        before = order.index(month.weekday())
        for day in _days(max(month, start), min(_last_of(month), end)):
            row = (day.day - 1 + before) // _WEEK
            xs.append(left + column[day.weekday()] * side)
            ys.append(top + head + line + (row + 0.5) * high)
            height = max(height, ys[-1] + high / 2)
    size = (side - _AIR, high - _AIR)
    return Places(np.array(xs), np.array(ys), size, tuple(labels), height)


def as_rows(start: date, end: date, width: float, look: Look) -> Places:
    """Lay each month out in a row of its own, the days of the month below each other."""
    months = list(_months(start, end))
    left = max(text_width(_row_name(month), look.text_size) for month in months)
    left += look.px(_TO_LABEL)
    side = max(float(int((width - left) / _LONGEST_MONTH)), 1.0)
    high = look.px(_ROW) if side >= look.px(_ROW) - 3 else look.px(_LOW_ROW)
    if len(months) > _MANY_ROWS:
        high = _LOWEST_ROW
    high = float(int(high))
    head = look.px(_WEEKDAYS_HEAD)
    labels = [Label(str(day), left + (day - 0.5) * side, head / 2) for day in _NUMBERED]
    xs, ys, top, free_from = [], [], head, head
    for at, month in enumerate(months):
        if at and month.month == 1:
            top += _BETWEEN_YEARS
        middle = top + high / 2
        is_named = at == 0 or month.month == 1 or high >= look.text_size
        if is_named and middle - look.text_size / 2 >= free_from - 1:
            name = _row_name(month) if at == 0 or month.month == 1 else _short(month)
            labels.append(Label(name, left - look.px(_TO_LABEL), middle, ends=True))
            free_from = middle + look.text_size / 2
        for day in _days(max(month, start), min(_last_of(month), end)):
            xs.append(left + (day.day - 0.5) * side)
            ys.append(middle)
        top += high
    air = _AIR if side > 3 * _AIR else 0.0
    return Places(np.array(xs), np.array(ys), (side - air, high - air), tuple(labels), top)


def _row_name(month: date) -> str:
    return f"{_short(month)} {month.year}"


def _short(month: date) -> str:
    return month_name(month.month, short=True)


def _months(start: date, end: date) -> Iterator[date]:
    """Go through the first days of the months that a span touches."""
    month = start.replace(day=1)
    while month <= end:
        yield month
        month = _last_of(month) + timedelta(days=1)


def _last_of(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _days(start: date, end: date) -> Iterator[date]:
    return (date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1))
