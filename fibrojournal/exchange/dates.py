"""Dates as other programs write them: which of the numbers is the day is found out, or asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from fibrojournal.text import month_name

_TIME = re.compile(r"[T ,]+\d{1,2}[:.h]\d{2}.*$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_COMPACT = re.compile(r"\d{8}", re.ASCII)
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LEAST_LETTERS = 3
_YEAR_DIGITS = 4
_CENTURY = 100
_SAMPLE = 30
_IS_DATE = 0.6
"""So great a share of the cells of a column has to be dates."""


class Order(Enum):
    """What comes first where all three are numbers and the year stands last."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How the dates of a column are read, and whether that is certain."""

    order: Order
    is_sure: bool
    share: float
    """How many of the cells are dates."""


def find_dates(cells: Iterable[str]) -> DateColumn | None:
    """Find out how the cells of a column are dates; None where they are not."""
    seen = [cell for cell in cells if cell.strip()]
    first = [parse_date(cell, order) for cell in seen[:_SAMPLE] for order in Order]
    if not any(first):
        return None  # most columns are none, and there may be many
    read = {order: [parse_date(cell, order) for cell in seen] for order in Order}
    counts = {order: sum(day is not None for day in days) for order, days in read.items()}
    best = max(Order, key=lambda order: counts[order])  # of equals the first: the day
    if not seen or counts[best] < _IS_DATE * len(seen):
        return None
    by_day, by_month = read.values()
    is_sure = counts[Order.DAY_FIRST] != counts[Order.MONTH_FIRST] or by_day == by_month
    return DateColumn(best, is_sure, counts[best] / len(seen))


def parse_date(text: str, order: Order) -> date | None:
    """Read a date in any common form, with or without a time behind it; None where it is none."""
    day = _TIME.sub("", text.strip())
    if _COMPACT.fullmatch(day):
        day = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    tokens = [token for token in _TOKEN.findall(day) if token.isdecimal() or _month(token)]
    words = [token for token in tokens if not token.isdecimal()]
    numbers = [token for token in tokens if token.isdecimal()]
    if len(words) == 1 and len(numbers) == 2:
        year_first = len(numbers[0]) == _YEAR_DIGITS
        year, of_month = numbers if year_first else reversed(numbers)
        return _date(year, _month(words[0]), int(of_month))
    if words or len(numbers) != 3:
        return None
    if len(numbers[0]) == _YEAR_DIGITS:
        year, month, of_month = numbers
    elif order is Order.DAY_FIRST:
        of_month, month, year = numbers
    else:
        month, of_month, year = numbers
    return _date(year, int(month), int(of_month))


def _month(word: str) -> int:
    """Return the number of a month by its name, in English or the person's language; else 0."""
    start = word.casefold()
    if len(start) < _LEAST_LETTERS:
        return 0
    for number, english in enumerate(_ENGLISH, start=1):
        if start.startswith(english) or month_name(number).casefold().startswith(start):
            return number
    return 0


def _date(year: str, month: int, day: int) -> date | None:
    number = int(year)
    if len(year) <= 2:
        number += 2000 if number < _CENTURY * 0.7 else 1900
    try:
        return date(number, month, day)
    except ValueError:
        return None
