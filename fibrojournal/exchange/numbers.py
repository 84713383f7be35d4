"""Numbers as exports write them: with every digit they have, and none more."""

from __future__ import annotations

_EXACT = 2.0**53


def plain(value: float) -> int | float:
    """Return a whole number as an int, so that a 6 is written 6 and not 6.0."""
    whole = float(value).is_integer() and abs(value) < _EXACT
    return int(value) if whole else value


def number_text(value: float) -> str:
    """Write a value in full: the text reads back as the same value."""
    return repr(plain(value))
