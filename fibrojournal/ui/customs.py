"""How dates, numbers and weeks are written where the person lives, as their system knows it."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from fibrojournal import text

SYSTEM = "system"
_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}


def follow_customs(here: QLocale, temperature: str = SYSTEM) -> None:
    """Write the order of day and month, the decimal sign and degrees as is usual in a place."""
    form = here.dateFormat(QLocale.FormatType.LongFormat)
    # Without the weekday: "dddd, MMMM d, yyyy" names the month first.
    form = form.replace("dddd", "").replace("ddd", "")
    text.follow_customs(
        month_first=form.find("M") < form.find("d"),
        decimal_point=here.decimalPoint(),
        fahrenheit=is_fahrenheit(here, temperature),
    )


def is_fahrenheit(here: QLocale, temperature: str) -> bool:
    """Tell whether temperatures are in degrees Fahrenheit, as chosen or as is usual in a place."""
    if temperature != SYSTEM:
        return temperature == "fahrenheit"
    return here.measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem


def first_weekday(here: QLocale, choice: str) -> int:
    """Return the day on which weeks begin, as chosen or as is usual in a place; 0 is Monday."""
    return _WEEKDAYS.get(choice, here.firstDayOfWeek().value - 1)


def follow_first_weekday(here: QLocale, choice: str) -> bool:
    """Begin weeks in charts on that day; tell whether it was another one before."""
    former = text.week()
    text.begin_weeks_on(first_weekday(here, choice))
    return text.week() != former
