"""After an active day: the days before and after days that were unusually active, or overdone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fibrojournal.analysis.aligned import (
    EVENTS_NEEDED,
    Aligned,
    aligned,
    first_days,
    unusually_active,
)
from fibrojournal.analysis.grid import Recorded, on_calendar
from fibrojournal.charts import trend_words as words
from fibrojournal.charts.axis import ValueAxis, day_number
from fibrojournal.charts.columns import Columns, ColumnsView, Point, Row
from fibrojournal.charts.difference_words import (
    EARLY,
    FEW,
    as_rating,
    change_text,
    size_text,
)
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Table
from fibrojournal.journal.measures import Measure
from fibrojournal.text import N_, _, number, plural

ACTIVITY, OVERDID_IT = "activity", "overdid_it"
OFFSETS = (-3, 3)
SAME = 0.3
"""A mean difference below this is none to speak of, on a scale of 0 to 10."""
_LEAST_HEIGHT = 2.0

_SENTENCES = {
    1: N_(
        "In the three days after an unusually active day, {measure} lay {by} above the"
        " three days before."
    ),
    -1: N_(
        "In the three days after an unusually active day, {measure} lay {by} below the"
        " three days before."
    ),
    0: N_(
        "In the three days after an unusually active day, {measure} was much as in the"
        " three days before."
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class AfterActiveView(ColumnsView):
    """A measure around unusually active days, as points above or below the days before them."""

    measure: Measure
    found: Aligned
    sentence: str
    detail: str
    description: str

    @property
    def title(self) -> str:
        """What it is."""
        return _("{measure} around active days").format(measure=self.measure.short_label)

    @property
    def is_empty(self) -> bool:
        """Tell whether too few days were unusually active."""
        return not self.found.is_fair or self.after is None

    @property
    def after(self) -> float | None:
        """How far the three days after lie above the three before; None where too few are noted."""
        return _after(self.found)

    def read_out(self, at: int) -> str:
        """Say how far such a day lies above or below the days before."""
        column, _row, point = self.columns.point_at(at)
        return _(
            "{day}: {change} against the days before, half of the days between {low} and {high}."
            " {days}"
        ).format(
            day=_when(OFFSETS[0] + column),
            change=change_text(self.measure, point.middle),
            low=change_text(self.measure, point.low),
            high=change_text(self.measure, point.high),
            days=plural("{n} day.", "{n} days.", point.n),
        )

    def table(self) -> Table:
        """List the days before and after."""
        rows = (
            (_when(OFFSETS[0] + column), *point.cells())
            for column, _row, point in self.columns.order()
        )
        headers = (_("Day"), _("Against the days before"), _("Middle half"), _("Days"))
        return Table(headers, tuple(rows))

    @property
    def columns(self) -> Columns:
        """What is drawn."""
        base = self.found.before or 0.0
        points = [Point.of(one.n, one.mean, one.usual, EVENTS_NEEDED) for one in self.found.offsets]
        moved = tuple(
            None
            if point is None
            else Point(point.middle - base, point.low - base, point.high - base, point.n)
            for point in points
        )
        names = tuple(_name(offset) for offset in range(OFFSETS[0], OFFSETS[1] + 1))
        row = Row(self.measure.id, moved, is_joined=True)
        return Columns(names, (row,), _axis(moved), marked=0.0)


def _axis(points: Sequence[Point | None]) -> ValueAxis:
    """Reach as far up as down, so that no difference is the middle; whole points."""
    ends = [abs(end) for point in points if point is not None for end in (point.low, point.high)]
    most = float(np.ceil(max(ends, default=0.0)))
    most = max(most, _LEAST_HEIGHT)
    step = max(float(np.ceil(most / 3)), 1.0)
    ticks = tuple(float(tick) for tick in np.arange(-step * (most // step), most + 1e-9, step))
    return ValueAxis(-most, most, ticks, ticks)


def _name(offset: int) -> str:
    return _("active day") if offset == 0 else f"{'+' if offset > 0 else ''}{number(offset)}"


def _when(offset: int) -> str:
    if offset == 0:
        return _("The active day")
    if offset > 0:
        return plural("{n} day after", "{n} days after", offset)
    return plural("{n} day before", "{n} days before", -offset)


def _after(found: Aligned) -> float | None:
    days = [one for one in found.offsets if one.offset > 0 and one.n >= EVENTS_NEEDED]
    ahead = sum(one.n for one in found.offsets if one.offset < 0)
    if not days or found.before is None or ahead < EVENTS_NEEDED:
        return None
    total = sum(one.n * (one.mean or 0.0) for one in days)
    return total / sum(one.n for one in days) - found.before


def after_active_view(
    measure: Measure,
    recorded: Recorded,
    activity: Recorded,
    overdid_it: Recorded,
    span: tuple[int, int],
) -> AfterActiveView:
    """Lay a measure over the days around those that were unusually active in a span."""
    grid = on_calendar(recorded, *span).counted
    marks = unusually_active(
        on_calendar(activity, *span).counted, on_calendar(overdid_it, *span).counted
    )
    found = aligned(grid, span[0], first_days(marks), OFFSETS)
    sentence, detail = _words(measure, found)
    told = words.joined([part for part in (sentence, detail) if part])
    return AfterActiveView(measure, found, sentence, detail, told)


def _words(measure: Measure, found: Aligned) -> tuple[str, str]:
    after = _after(found)
    if found.is_fair and after is None:
        return _("Too few of the days before or after an active day are noted to draw this."), ""
    if after is None or not found.is_fair:
        sentence = _("5 unusually active days are needed here; you have {n}.").format(
            n=found.events
        )
        detail = _("Such a day has an activity above your usual, or “overdid it”.")
        return sentence, detail
    way = 0 if abs(as_rating(measure, after)) < SAME else 1 if after > 0 else -1
    sentence = _(_SENTENCES[way]).format(measure=measure.inner_label, by=_points(measure, after))
    details = [
        plural("{n} such day.", "{n} such days.", found.events),
        *([_(EARLY)] if found.events < FEW else []),
        _("A picture of your days, not a test: other things happen on active days too."),
        _("Weekday and slow drift are taken out; the band holds the middle half."),
    ]
    return sentence, words.joined(details)


def _points(measure: Measure, change: float) -> str:
    size = size_text(measure, change)
    return size if measure.unit else _("{size} points").format(size=size)


def of_material(material: Material, scope: Scope) -> AfterActiveView:
    """Look at the days in view, and at the chosen measure."""
    return after_active_view(
        material.measure(scope.measure),
        material.series[scope.measure],
        material.series[ACTIVITY],
        material.triggers[OVERDID_IT],
        (day_number(scope.start), day_number(scope.end)),
    )
