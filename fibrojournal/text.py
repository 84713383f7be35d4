"""Every string that a person reads goes through here: gettext, and dates and numbers in words."""

from __future__ import annotations

import gettext
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fibrojournal import resources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_catalogue = gettext.translation("fibrojournal", resources.path("locale"), fallback=True)

MINUS = "\N{MINUS SIGN}"
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"


@dataclass(slots=True)
class _Customs:
    """How dates and numbers are written where the person lives; words come from the catalogue."""

    month_first: bool = False
    decimal_point: str = "."
    fahrenheit: bool = False
    first_weekday: int = 0


_customs = _Customs()


def follow_customs(*, month_first: bool, decimal_point: str, fahrenheit: bool = False) -> None:
    """Write dates and numbers as is usual where the person lives; once, before any is shown."""
    _customs.month_first, _customs.decimal_point = month_first, decimal_point
    _customs.fahrenheit = fahrenheit


def begin_weeks_on(weekday: int) -> None:
    """Begin weeks on a day, 0 being Monday, from now on."""
    _customs.first_weekday = weekday


def week() -> tuple[int, ...]:
    """List the weekdays in their order where the person lives, 0 being Monday."""
    return tuple((_customs.first_weekday + later) % 7 for later in range(7))


def _(message: str) -> str:
    """Translate a message."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802  the name gettext's tools look for
    """Mark a message for translation where it is written; translate it where it is shown."""
    return message


def plural(one: str, many: str, n: int) -> str:
    """Choose and fill the form for `n`; the text holds `{n}`."""
    return _catalogue.ngettext(one, many, n).format(n=n)


def sentence_case(words: str) -> str:
    """Begin with a capital letter, and leave the rest as written."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """List one or more names inside a sentence: "stress, mood and pain"."""
    *some, last = names
    return _("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def language() -> str:
    """Name the language in which the program speaks: "de"; "en" without a catalogue."""
    return _catalogue.info().get("language", "en")


_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_SHORT_WEEKDAYS = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def weekday_name(weekday: int, *, short: bool = False) -> str:
    """Name a weekday, 0 being Monday."""
    return _((_SHORT_WEEKDAYS if short else _WEEKDAYS)[weekday])


def month_name(month: int, *, short: bool = False) -> str:
    """Name a month, 1 being January."""
    return _((_SHORT_MONTHS if short else _MONTHS)[month - 1])


def long_date(day: date) -> str:
    """Write a day as people say it: "Thursday 12 March", or "Thursday, March 12"."""
    form = _("{weekday}, {month} {day}") if _customs.month_first else _("{weekday} {day} {month}")
    return form.format(
        weekday=weekday_name(day.weekday()), day=day.day, month=month_name(day.month)
    )


def date_in_little_room(day: date) -> str:
    """Write a day with its weekday where the long form does not fit: "Thu 12 March"."""
    return _("{weekday} {date}").format(
        weekday=weekday_name(day.weekday(), short=True), date=day_and_month(day)
    )


def short_date(day: date) -> str:
    """Write a day for an axis or a chip: "12 Mar"."""
    return _day_of(day, month_name(day.month, short=True))


def day_and_month(day: date) -> str:
    """Write a day without its weekday: "12 March"."""
    return _day_of(day, month_name(day.month))


def _day_of(day: date, month: str) -> str:
    form = _("{month} {day}") if _customs.month_first else _("{day} {month}")
    return form.format(day=day.day, month=month)


def with_year(written: str, day: date) -> str:
    """Add its year to a day that was written by one of the above."""
    form = _("{date}, {year}") if _customs.month_first else _("{date} {year}")
    return form.format(date=written, year=day.year)


def span(start: date, end: date) -> str:
    """Write the days from one to another in the same year: "27 February to 9 March"."""
    first, last = day_and_month(start), day_and_month(end)
    if start.month == end.month and _customs.month_first:
        last = str(end.day)
    elif start.month == end.month:
        first = str(start.day)
    return _("{start} to {end}").format(start=first, end=last)


def month_and_year(day: date) -> str:
    """Write a month: "March 2026"."""
    return _("{month} {year}").format(month=month_name(day.month), year=day.year)


def place(path: Path) -> str:
    """Write the place of a file or a folder so that its lines can break where a folder ends."""
    return str(path).replace(os.sep, os.sep + _MAY_BREAK)


def number(value: float, decimals: int = 0) -> str:
    """Write a number with a fixed number of decimals and a true minus sign."""
    return _signs(f"{value:z.{decimals}f}")


def inside_a_sentence(name: str) -> str:
    """Begin one of our own names with a small letter, but for one that begins "PHQ"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def plain_number(value: float) -> str:
    """Write a value with as many decimals as it has, at most two: 6, 6.5, 3.33."""
    return _signs(f"{value:z.2f}".rstrip("0").rstrip("."))


def _signs(digits: str) -> str:
    return digits.replace("-", MINUS).replace(".", _customs.decimal_point)


CELSIUS, FAHRENHEIT = N_("°C"), N_("°F")


def usual_unit(unit: str) -> str:
    """Return the unit in which a person is shown what is kept in another one."""
    return FAHRENHEIT if unit == CELSIUS and _customs.fahrenheit else unit


def in_usual_unit(value: float, unit: str) -> float:
    """Return a value that is kept in `unit` as it is shown."""
    return round(value * 1.8 + 32, 1) if usual_unit(unit) != unit else value


def from_usual_unit(value: float, unit: str) -> float:
    """Return a value that was typed as it is kept, in `unit`."""
    return round((value - 32) / 1.8, 2) if usual_unit(unit) != unit else value


def quantity(value: float, unit: str, decimals: int | None = None) -> str:
    """Write a value with its unit, if it has one: "6.5 h", "36.6 °C" or "97.9 °F"."""
    shown = in_usual_unit(value, unit)
    digits = plain_number(shown) if decimals is None else number(shown, decimals)
    return f"{digits} {_(usual_unit(unit))}" if unit else digits
