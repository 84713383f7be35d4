"""When a made-up answer was entered, and ids that the same seed makes again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from random import Random
from uuid import UUID

from fibrojournal.journal.clock import Stamp


def entered_at(day: date, clock: time) -> Stamp:
    """Return the stamp of something entered on a day at a time."""
    return Stamp(datetime.combine(day, clock, UTC), "UTC", 0)


def draw_id(random: Random) -> str:
    """Draw an id."""
    return str(UUID(int=random.getrandbits(128), version=4))
