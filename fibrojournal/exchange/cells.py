"""What stands in a cell: a number, a length of time, a yes or a no."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[ ,'’\u00a0\u202f]\d{3})+(?:\.\d+)?")
_TIME = re.compile(
    r"(?:(?P<hours>\d+)\s*(?:h|hr|hrs|hours?|std\.?|:))?\s*"
    r"(?:(?P<minutes>\d+)\s*(?:m|min|mins|minutes?)?)?(?::\d{2})?",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*(?:/|of)\s*\d+$", re.IGNORECASE)
"""The end of "7/10" or "7 of 10"."""
_YES = frozenset({"yes", "y", "true", "x", "✓", "✔", "1", "ja", "oui", "si", "sí", "on"})
_NO = frozenset({"no", "n", "false", "0", "-", "nein", "non", "off", "none"})
NOTHING = frozenset({"na", "n/a", "nan", "null", "–", "—", "?"})
"""What other programs write where nothing is."""


def is_empty(cell: str) -> bool:
    """Tell whether a cell holds nothing: that is not answered, never 0."""
    return not cell.strip() or cell.strip().casefold() in NOTHING


def number(cell: str, *, decimal_comma: bool) -> float | None:
    """Read a number: "3,5" too, a thousand with its mark, "62 %", "7/10". None where it is none."""
    text = _OF.sub("", cell.strip().rstrip("%").replace("\N{MINUS SIGN}", "-").strip())
    if "," in text and "." not in text and (decimal_comma or not _THOUSANDS.fullmatch(text)):
        text = text.replace(",", ".")
    elif _THOUSANDS.fullmatch(text):
        text = re.sub(r"[^\d.+-]", "", text)
    return float(text) + 0.0 if _NUMBER.fullmatch(text) else None


def hours(cell: str) -> float | None:
    """Read a length of time such as "6h 20", "6:20" or "40 min", in hours; None for plain numbers.

    A number alone is no length of time: its unit is not known.
    """
    text = cell.strip()
    found = _TIME.fullmatch(text)
    if found is None or text.isdecimal() or not (found["hours"] or found["minutes"]):
        return None
    return int(found["hours"] or 0) + int(found["minutes"] or 0) / 60


def yes_or_no(cell: str) -> bool | None:
    """Read a yes or a no; None where it is neither."""
    word = cell.strip().casefold()
    if word in _YES:
        return True
    return False if word in _NO else None
