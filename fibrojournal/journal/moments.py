"""How it was at moments of a day: what is asked then, and readings of one moment put together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from fibrojournal.journal.day import Moment
from fibrojournal.journal.edits import in_order
from fibrojournal.journal.measures import MEASURE_BY_ID

ASKED_OF_A_MOMENT = (MEASURE_BY_ID["pain"], MEASURE_BY_ID["energy"])
_ASKED = [measure.id for measure in ASKED_OF_A_MOMENT]


def by_minute(moments: Iterable[Moment]) -> list[tuple[Moment, ...]]:
    """Put together what was entered in the same minute, in the order of time.

    What was asked together stands in the order of the questions, whatever its ids.
    """
    groups = groupby(in_order(moments), _minute)
    return [tuple(sorted(together, key=_place)) for _, together in groups]


def _minute(moment: Moment) -> datetime:
    return moment.entered.local.replace(second=0, microsecond=0)


def _place(moment: Moment) -> int:
    return _ASKED.index(moment.measure) if moment.measure in _ASKED else len(_ASKED)
