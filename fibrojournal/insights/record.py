"""All that insights are made of, read from a journal at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import numpy as np

from fibrojournal.analysis.grid import Recorded
from fibrojournal.analysis.pages import LONGEST_WINDOW
from fibrojournal.analysis.prepared import Variable
from fibrojournal.analysis.questions import Suspect
from fibrojournal.analysis.variables import variables
from fibrojournal.journal.common import Common
from fibrojournal.journal.experiments import experiments, running
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.suspicions import suspicions

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A journal's answers up to a day, as statistics take them."""

    questions: Questions
    """What the journal asks, in the person's own words."""
    common: Common
    first: date
    """The first noted day: day 1 of the diary."""
    last: date
    days_noted: int
    """Days from the first to the last with an answer."""
    series: Mapping[str, Recorded]
    """The answers to each measure and trigger by its id, those after the last day too."""
    variables: tuple[Variable, ...]
    """Calendar grids from the first to the last day, of all that has an answer that counts."""
    suspects: tuple[Suspect, ...]
    """What the person named beforehand, of pain."""

    @property
    def first_number(self) -> int:
        """The first noted day, in days since 1970-01-01."""
        return (self.first - _EPOCH).days

    @property
    def day(self) -> int:
        """Which day of the diary the last one is; the first is 1."""
        return (self.last - self.first).days + 1

    @property
    def last_noted(self) -> date:
        """The last day with an answer: on the day as of which it was read there may be none."""
        noted = (one.days[one.days < self._reached] for one in self.series.values())
        days = (int(days[-1]) for days in noted if days.size)
        return self.date_of(max(days, default=self.first_number))

    def is_noted(self, id: str) -> bool:
        """Tell whether a measure or trigger has an answer up to the last day, even a copied one."""
        return id in self.series and bool((self.series[id].days < self._reached).any())

    def late_days(self, *ids: str) -> int:
        """Count the days looked at when any of these was noted so late that memory has a say."""
        start = self._reached - min(self.day, LONGEST_WINDOW)
        late = [
            one.days[one.hollow & ~one.copied & (start <= one.days) & (one.days < self._reached)]
            for one in (self.series[id] for id in ids if id in self.series)
        ]
        return int(np.unique(np.concatenate(late)).size) if late else 0

    @property
    def _reached(self) -> int:
        """The day after the last one, in days since 1970-01-01."""
        return self.first_number + self.day

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all variables."""
        return frozenset(one.id for one in self.variables)

    def date_of(self, number: int) -> date:
        """Return the date of a day since 1970-01-01."""
        return _EPOCH + timedelta(days=number)


class Source(Protocol):
    """A journal to read from."""

    def series(self, measures: Sequence[str]) -> Mapping[str, Recorded]:
        """Read measures as arrays, over the whole journal."""

    def trigger_series(self, triggers: Sequence[str]) -> Mapping[str, Recorded]:
        """Read triggers as 0.0 and 1.0 on the days that were offered them."""

    def common(self) -> Common:
        """Read all that belongs to no single day."""

    def noted_span(self) -> tuple[date, date] | None:
        """Return the first and last noted day."""


def read(source: Source, as_of: date | None = None) -> Record | None:
    """Read a journal up to a day, the last noted one at most; None where none is noted by then."""
    span = source.noted_span()
    if span is None or (as_of is not None and as_of < span[0]):
        return None
    first, last = span[0], span[1] if as_of is None else min(as_of, span[1])
    common = source.common()
    asked = common.questions
    series = dict(source.series(tuple(one.id for one in asked.day_measures)))
    series |= source.trigger_series(tuple(one.id for one in asked.triggers))
    tried = running(experiments(common.settings), last)
    # Its own coins read it out when it is over; a label before that would be an early look.
    told = [one for one in asked.triggers if tried is None or one.id != tried.trigger]
    numbers = (first - _EPOCH).days, (last - _EPOCH).days
    return Record(
        asked,
        common,
        first,
        last,
        _noted(series, *numbers),
        series,
        variables(asked.day_measures, told, series, numbers),
        tuple(Suspect(one.factor, one.lag) for one in suspicions(common.settings)),
    )


def _noted(series: Mapping[str, Recorded], first: int, last: int) -> int:
    days = np.unique(np.concatenate([one.days for one in series.values()]))
    return int(((days >= first) & (days <= last)).sum())
