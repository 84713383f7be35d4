"""Small builders, so that a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Reading, TriggerAnswer

DAY = date(2026, 3, 12)
EVENING = Stamp(datetime(2026, 3, 12, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)


def make_day(*ticked: str, **values: float) -> Day:
    return Day(
        DAY,
        readings={measure: Reading(value, EVENING) for measure, value in values.items()},
        triggers={trigger: TriggerAnswer(ticked=True, entered=EVENING) for trigger in ticked},
    )
