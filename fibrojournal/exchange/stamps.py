"""When something was entered, as text: `2025-03-01T20:15:00.000+01:00[Europe/Berlin]`.

The form is that of RFC 9557: the time on the wall, its distance from UTC, the zone's name.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from fibrojournal.journal.clock import Stamp

_FORM = re.compile(
    r"(?P<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3})"
    r"(?P<sign>[+-])(?P<hours>\d{2}):(?P<minutes>[0-5]\d)\[(?P<zone>.*)\]",
    re.ASCII | re.DOTALL,
)


def stamp_text(stamp: Stamp) -> str:
    """Write a stamp."""
    hours, minutes = divmod(abs(stamp.offset_minutes), 60)
    sign = "-" if stamp.offset_minutes < 0 else "+"
    local = stamp.local.isoformat(timespec="milliseconds")
    return f"{local}{sign}{hours:02}:{minutes:02}[{stamp.zone}]"


def stamp_from(text: str) -> Stamp:
    """Read a stamp. Raises ValueError where the text is none."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError("not a stamp")
    size = int(found["hours"]) * 60 + int(found["minutes"])
    offset = -size if found["sign"] == "-" else size
    try:
        at = datetime.fromisoformat(found["local"]) - timedelta(minutes=offset)
    except OverflowError as error:
        raise ValueError("beyond the calendar") from error
    return Stamp(at.replace(tzinfo=UTC), found["zone"], offset)
