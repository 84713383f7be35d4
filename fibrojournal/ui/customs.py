"""How dates and numbers are written where the person lives, as their system knows it."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from fibrojournal import text


def follow_customs(here: QLocale) -> None:
    """Write the order of day and month, and the decimal sign, as is usual in a place."""
    form = here.dateFormat(QLocale.FormatType.LongFormat)
    # Without the weekday: "dddd, MMMM d, yyyy" names the month first.
    form = form.replace("dddd", "").replace("ddd", "")
    month_first = form.find("M") < form.find("d")
    text.follow_customs(month_first=month_first, decimal_point=here.decimalPoint())
