"""The last seven days beside seven of four weeks before, with what research says of such steps."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.analysis.summary import NOTED_IN_A_WEEK, WEEK
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.trend_words import SIZED_AS_PAIN, mean_text
from fibrojournal.journal.measures import Measure
from fibrojournal.text import _

APART = 28
"""Days between the two weeks: both hold the same weekdays."""


def week_change(measure: Measure, recorded: Recorded, end: date) -> str:
    """Compare the week up to `end` with the one four weeks before, with the caution that belongs.

    Nothing for what is not rated as pain is, and where either week has fewer than four days.
    The step of about two points or 30 percent is that of groups in trials: Farrar and others,
    Pain 94 (2001) 149-158.
    """
    if measure.id not in SIZED_AS_PAIN:
        return ""
    last = day_number(end)
    days = on_calendar(recorded, last - APART - WEEK + 1, last).counted
    now, before = _mean(days[-WEEK:]), _mean(days[:WEEK])
    if now is None or before is None:
        return ""
    return _(
        "7-day averages: {now} in the last week, {before} four weeks before."
        " In trials with many people about 2 points or 30 percent count as a clear change;"
        " for one person that is a yardstick, not a rule."
    ).format(now=mean_text(measure, now), before=mean_text(measure, before))


def _mean(week: NDArray[np.float64]) -> float | None:
    noted = week[np.isfinite(week)]
    return float(noted.mean()) if noted.size >= NOTED_IN_A_WEEK else None
