"""The journal's day and the moment at which something was entered.

A day is chosen by the person and stored as chosen; it is never derived from an instant later.
The journal day ends at 04:00 unless set otherwise, and a night belongs to the day of waking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

DAY_ENDS_AT = 4
"""The hour at which a new journal day begins."""

LATE_AFTER_DAYS = 2
"""An answer typed this many days after its day, or more, is late (drawn hollow)."""


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When and where something was entered: the instant in UTC, the zone's name, its offset."""

    at: datetime
    zone: str
    offset_minutes: int

    def __post_init__(self) -> None:
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("a stamp's instant is in UTC")

    @property
    def local(self) -> datetime:
        """What the clock on the wall said, without a zone."""
        return self.at.replace(tzinfo=None) + timedelta(minutes=self.offset_minutes)


def stamp_of(moment: datetime) -> Stamp:
    """Make a stamp from an aware moment; keeps milliseconds, as the journal does."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs a time zone")
    # A zone of the zone database has a key, such as Europe/Berlin; zoneinfo itself is not needed.
    zone = getattr(moment.tzinfo, "key", None) or str(moment.tzinfo)
    instant = moment.astimezone(UTC)
    instant = instant.replace(microsecond=instant.microsecond // 1000 * 1000)
    return Stamp(instant, zone, int(offset.total_seconds() // 60))


def journal_day(local: datetime, ends_at: int = DAY_ENDS_AT) -> date:
    """Return the journal day of a wall-clock time: 03:59 still belongs to the day before."""
    return (local.replace(tzinfo=None) - timedelta(hours=ends_at)).date()


def next_day_starts(now: datetime, ends_at: int = DAY_ENDS_AT) -> datetime:
    """Return the wall-clock time at which the journal day after `now` begins."""
    naive = now.replace(tzinfo=None)
    following = journal_day(naive, ends_at) + timedelta(days=1)
    return datetime.combine(following, datetime.min.time()) + timedelta(hours=ends_at)


def is_late(day: date, entered: Stamp, ends_at: int = DAY_ENDS_AT) -> bool:
    """Tell whether an answer for `day` was typed so late that memory has a say in it."""
    return (journal_day(entered.local, ends_at) - day).days >= LATE_AFTER_DAYS
